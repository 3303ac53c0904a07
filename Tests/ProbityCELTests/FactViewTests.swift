import Testing

@testable import ProbityCEL

/// Trees in which nodes are shared or filled late, and views that are changed after a copy.
struct FactViewTests {
  @Test func `a copy that learns something leaves the original as it was`() throws {
    var world = World()
    let leaf = world.scalar()
    world.finish([leaf])
    let program = try program("v.name == 'x'", in: .vendor(["name": .string]))
    let original = FactView(unknownFactsOf: world.tree)
    var copy = original
    copy[FactID(0)] = .known(.string("x"))
    #expect(world.truth(of: program, in: original) == .unknown)
    #expect(world.truth(of: program, in: copy) == .yes)
    copy[FactID(0)] = .known(.string("y"))
    #expect(world.truth(of: program, in: copy) == .no)
    copy[FactID(0)] = .unknown
    #expect(copy.states == original.states)
    #expect(world.truth(of: program, in: copy) == .unknown)
  }

  @Test func `a leaf that two fields share is known to both`() throws {
    var world = World()
    let leaf = world.scalar()
    world.finish([leaf, leaf])
    let fields: KeyValuePairs<String, CELType> = ["first": .string, "second": .string]
    let program = try program("v.first == 'x' && v.second == 'x'", in: .vendor(fields))
    var view = FactView(unknownFactsOf: world.tree)
    view[FactID(0)] = .known(.string("x"))
    #expect(world.truth(of: program, in: view) == .yes)
    view.hidden = FactSet([FactID(0)])
    #expect(world.truth(of: program, in: view) == .unknown)
  }

  @Test func `a list filled late has its elements and is closed where it stands`() throws {
    var world = World()
    let list = FactTree.Child(world.tree.addList([]))
    let element = world.scalar()
    world.finish([list])
    world.tree.setElements(of: list.node, to: [element])
    let program = try program("v.codes.all(c, c == 'x')", in: .vendor(["codes": .list(.string)]))
    var view = FactView(unknownFactsOf: world.tree)
    view[FactID(1)] = .known(.string("x"))
    #expect(world.truth(of: program, in: view) == .unknown)
    view[FactID(0)] = .known(.bool(true))
    #expect(world.truth(of: program, in: view) == .yes)
  }

  /// An inner list has two facts, that it exists and that it is complete.
  @Test(arguments: [
    (exists: Truth.yes, isClosed: true, expected: Truth.no), (.yes, false, .unknown),
    (.no, true, .no), (.no, false, .no), (.unknown, true, .no), (.unknown, false, .unknown),
  ])
  func `a list in a list is there or not, and complete or not`(
    exists: Truth,
    isClosed: Bool,
    expected: Truth
  ) throws {
    var world = World()
    let existence = world.tree.addFact(.existence)
    let inner = world.tree.addList([world.scalar()])
    world.tree.endFacts(below: existence)
    world.finish([
      FactTree.Child(world.tree.addList([FactTree.Child(inner, existence: existence)]))
    ])
    // The leaf says y, so only what may follow it could say x.
    let program = try program(
      "v.codes.exists(c, c.exists(d, d == 'x'))",
      in: .vendor(["codes": .list(.list(.string))])
    )
    var view = FactView(unknownFactsOf: world.tree)
    if exists.isDefinite { view[existence] = .known(.bool(exists == .yes)) }
    view[FactID(1)] = exists == .no ? .unknown : .known(.string("y"))
    if isClosed { view[FactID(2)] = .known(.bool(true)) }
    view[FactID(3)] = .known(.bool(true))
    #expect(world.truth(of: program, in: view) == expected)
  }

  @Test func `masks are those of the facts, wherever these stand`() throws {
    var world = World()
    let leaves = (0..<70).map { _ in world.scalar() }
    world.finish([FactTree.Child(world.tree.addList(leaves))])
    let program = try program("v.codes.exists(c, c == 'x')", in: .vendor(["codes": .list(.string)]))
    var states = Array(repeating: FactView.State.known(.string("y")), count: 70)
    states.append(.known(.bool(true)))
    states[69] = .known(.string("x"))
    let view = FactView(states: states, of: world.tree)
    let masks = [FactSet(), FactSet([FactID(69)]), FactSet([FactID(0)])]
    var planes = PlaneEvaluator(tree: world.tree, bindings: world.bindings)
    let answers = planes.answers(
      of: program,
      in: view,
      hiding: MaskPlanes(masks, factCount: world.tree.factCount)
    )
    #expect((0..<3).map(answers.truth(ofLane:)) == [.yes, .unknown, .yes])
  }
}

/// A tree with one record, and what is asked of it.
private struct World {
  var tree = FactTree()
  private(set) var bindings: [Value] = []

  mutating func scalar() -> FactTree.Child { FactTree.Child(tree.addScalar()) }

  /// Adds the record over its fields.
  mutating func finish(_ fields: [FactTree.Child]) {
    bindings = [.node(tree.addRecord(fields))]
  }

  /// The answer, which must be the same with and without planes.
  func truth(of program: Program, in view: FactView) -> Truth {
    var evaluator = Evaluator(tree: tree, bindings: bindings)
    let truth = evaluator.truth(of: program, in: view).truth
    evaluator.isWithoutPlanes = true
    #expect(evaluator.truth(of: program, in: view).truth == truth)
    return truth
  }
}
