import Testing

@testable import ProbityCEL

/// What is packed into words comes out of them as it went in.
struct LayoutTests {
  @Test func twoWordsEach() {
    #expect(MemoryLayout<FactCell>.size == 16)
    #expect(MemoryLayout<Instruction>.size == 16)
  }

  @Test(arguments: FactCell.Kind.allCases)
  func kinds(_ kind: FactCell.Kind) {
    var cell = FactCell(kind, bits: .max, length: .max)
    #expect(cell.fact == nil)
    cell.factIndex = 7
    for existence in FactCell.Presence.allCases {
      for closure in FactCell.Presence.allCases {
        cell.existence = existence
        cell.closure = closure
        #expect(cell.existence == existence && cell.closure == closure)
        #expect(cell.kind == kind && cell.factIndex == 7 && cell.length == .max)
      }
    }
  }

  @Test(arguments: Instruction.Opcode.allCases)
  func opcodes(_ opcode: Instruction.Opcode) {
    for flags in 0..<8 {
      var instruction = Instruction(opcode, -1, .min, .max)
      instruction.canFail = flags & 1 != 0
      instruction.isPaired = flags & 2 != 0
      instruction.runsOnPlanes = flags & 4 != 0
      #expect(instruction.opcode == opcode)
      #expect(instruction.first == -1 && instruction.second == .min && instruction.third == .max)
      #expect(instruction.canFail == (flags & 1 != 0))
      #expect(instruction.isPaired == (flags & 2 != 0))
      #expect(instruction.runsOnPlanes == (flags & 4 != 0))
    }
  }

  /// Records and lists with more children than a cell counts are left to `Machine`.
  @Test(arguments: [(65_535, FactCell.Kind.list), (65_536, .other)])
  func manyElements(_ count: Int, _ expected: FactCell.Kind) {
    var tree = FactTree()
    let elements = (0..<count).map { _ in FactTree.Child(tree.addScalar()) }
    let list = tree.addList(elements)
    #expect(FactCell(list, tree.node(list)).kind == expected)
  }

  /// The answer about a list too long for a cell is what it would be about a shorter one.
  @Test(arguments: [10, 70_000])
  func longLists(_ count: Int) throws {
    var tree = FactTree()
    let elements = (0..<count).map { _ in FactTree.Child(tree.addScalar()) }
    let root = tree.addRecord([FactTree.Child(tree.addList(elements))])
    let program = try program(
      "v.codes.exists(c, c == 'x')",
      in: .vendor(["codes": .list(.string)])
    )
    var states = Array(repeating: FactView.State.known(.string("y")), count: count)
    states.append(.known(.bool(true)))
    var evaluator = Evaluator(tree: tree, bindings: [.node(root)])
    #expect(evaluator.truth(of: program, in: FactView(states: states, of: tree)).truth == .no)
    states[count - 1] = .unknown
    #expect(evaluator.truth(of: program, in: FactView(states: states, of: tree)).truth == .unknown)
    states[0] = .known(.string("x"))
    #expect(evaluator.truth(of: program, in: FactView(states: states, of: tree)).truth == .yes)
  }

  /// Times with a fraction of a second do not fit a cell either.
  @Test(arguments: [
    ("2020-01-01T00:00:00Z", Truth.no), ("2020-01-01T00:00:00.000000001Z", .yes),
  ])
  func fractions(_ text: String, _ expected: Truth) throws {
    var environment = Environment(catalog: TypeCatalog())
    environment.declare("t", .timestamp)
    let program = try program("t > timestamp('2020-01-01T00:00:00Z')", in: environment)
    let time = try #require(Self.time(text))
    var evaluator = Evaluator(tree: FactTree(), bindings: [time])
    let view = FactView(unknownFactsOf: FactTree())
    #expect(evaluator.truth(of: program, in: view).truth == expected)
  }

  private static func time(_ text: String) -> Value? {
    let fraction: Int32 = text.contains(".") ? 1 : 0
    return PartialDate(String(text.prefix(10))).flatMap {
      Timestamp(seconds: Int64($0.firstDay) * 86_400, nanoseconds: fraction)
    }.map(Value.timestamp)
  }
}
