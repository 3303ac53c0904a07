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

    /// Where all of them stand, side by side: a program of many is fetched as a whole.
    private let memory: TableMemory

    /// A program without a step.
    static let none = Tables(copying: Code())

    init(copying code: Code) {
      let patterns = code.patterns.map(\.handle)
      var memory = TableMemory(
        byteCount: TableMemory.size(code.instructions) + TableMemory.size(code.operands)
          + TableMemory.size(code.cells) + TableMemory.size(code.bytes)
          + TableMemory.size(code.setRanges) + TableMemory.size(code.setCells)
          + TableMemory.size(patterns)
      )
      instructions = memory.table(copying: code.instructions)
      operands = memory.table(copying: code.operands)
      constants = memory.table(copying: code.cells)
      sets = memory.table(copying: code.setRanges)
      setCells = memory.table(copying: code.setCells)
      self.patterns = memory.table(copying: patterns)
      bytes = memory.table(copying: code.bytes)
      self.memory = memory
      localCount = code.localCount
      startsOnPlanes = code.startsOnPlanes
      needsMachine = code.needsMachine
    }

    func deallocate() { memory.deallocate() }

    var root: Int { instructions.count - 1 }
  }
}
