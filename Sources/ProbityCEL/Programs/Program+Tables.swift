extension Program {
  /// A program without references, to be read while the program is kept.
  ///
  /// INVARIANT: nothing is written once it is copied, so any number of threads may read it.
  struct Tables: @unchecked Sendable, BitwiseCopyable {
    let instructions: Table<Instruction>
    let operands: Table<Int32>
    let constants: Table<FactCell>
    let bytes: Table<UInt8>
    let sets: Table<Code.SetRange>
    let setCells: Table<FactCell>
    let patterns: Table<PatternHandle>
    let localCount: Int
    let startsOnPlanes: Bool
    let needsMachine: Bool

    /// A program without a step.
    static let none = Tables(copying: Code())

    init(copying code: Code) {
      instructions = Table(copying: code.instructions)
      operands = Table(copying: code.operands)
      constants = Table(copying: code.cells)
      bytes = Table(copying: code.bytes)
      sets = Table(copying: code.setRanges)
      setCells = Table(copying: code.setCells)
      patterns = Table(copying: code.patterns.map(\.handle))
      localCount = code.localCount
      startsOnPlanes = code.startsOnPlanes
      needsMachine = code.needsMachine
    }

    func deallocate() {
      instructions.deallocate()
      operands.deallocate()
      constants.deallocate()
      bytes.deallocate()
      sets.deallocate()
      setCells.deallocate()
      patterns.deallocate()
    }

    var root: Int { instructions.count - 1 }
  }
}
