/// The steps of a program and what they refer to.
struct Code: Sendable {
  /// Operands stand before what uses them; the last one gives the result.
  var instructions: [Instruction] = []
  var operands: [Int32] = []
  var constants: [Value] = []
  var sets: [Set<Text>] = []
  var functions: [Function] = []
  /// The part of the text that each instruction came from.
  var ranges: [Range<Int>] = []
  /// The literal patterns of `matches`.
  var patterns: [Pattern] = []
  var localCount = 0

  // MARK: For who asks whether an open answer is open

  /// Whether some comparison may be decided by its types, though it waits for an answer.
  var isApproximate = false
  /// The outcomes of conditions on elements that nobody has named, by the step that asks them.
  var unnamed: [Int: UnnamedOutcomes] = [:]

  // MARK: In a form that is compared without references

  /// The constants.
  var cells: [FactCell] = []
  /// For each set the range of its elements among `setCells`.
  var setRanges: [SetRange] = []
  var setCells: [FactCell] = []
  /// The bytes of the texts among the cells.
  var bytes: [UInt8] = []

  struct SetRange: Sendable, BitwiseCopyable {
    var start: Int32
    var count: Int32

    var indices: Range<Int> { Int(start)..<Int(start + count) }
  }

  var root: Int { instructions.count - 1 }

  /// Whether the last step is made on planes; if not, nothing is gained by beginning there.
  var startsOnPlanes: Bool { instructions.last?.runsOnPlanes ?? false }

  /// Whether some step may be left to `Machine`: one of a kind that planes do not have, or on a
  /// constant or variable that fits no cell.
  ///
  /// Other values fit by their type, but for texts of 64 KB and more, with which a run is inconclusive.
  var needsMachine: Bool { !instructions.allSatisfy(\.runsOnPlanes) }
}
