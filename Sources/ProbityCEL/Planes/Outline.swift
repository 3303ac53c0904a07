/// A condition taken apart as far as three-valued logic lets it be.
///
/// The whole is settled by exactly what settles its parts: `exists` over the elements of a list is
/// `||` over each that is there and meets the body. So whoever searches for what settles a
/// condition may search each part alone, and has few facts to look at.
package indirect enum Outline: Sendable {
  /// A step of a program, with the elements that its variables stand for.
  case part(Part)
  /// Whether an element is there.
  case existence(FactID)
  /// Whether a leaf has a value that is not none.
  case value(FactID)
  /// Whether a list is whole; that it is not settles nothing.
  case closure(FactID)
  case settled(Bool)
  case not(Outline)
  case all([Outline])
  case any([Outline])
  /// True where the first is true, false where the second is true.
  case either(met: Outline, missed: Outline)

  /// A boolean step that is evaluated as one.
  package struct Part: Sendable {
    let place: Int
    /// For each variable of a comprehension around it the place of an element in the tree.
    fileprivate(set) var locals: [(variable: Int, element: Int)]

    /// All facts that its evaluation may consult.
    package fileprivate(set) var facts = FactSet()
  }
}

extension PlaneEvaluator {
  /// A boolean program taken apart; nil where that is not understood, or would be too much.
  ///
  /// - Complexity: O(*elements of the lists that it goes over*), up to a limit.
  package mutating func outline(of program: Program, in view: FactView) -> Outline? {
    guard program.consultsAllWhenBlind else { return nil }
    let nothing = MaskPlanes(laneCount: 1, factCount: view.factCount)
    let outline = withMachine(view, hiding: nothing) { $0.outline(of: program) } ?? nil
    return outline.map { named($0, program, view.hidingAll(but: [])) }
  }

  /// The answers of a part, and whether those that stay open are open.
  package mutating func answers(
    of part: Outline.Part,
    of program: Program,
    in view: FactView,
    hiding masks: MaskPlanes
  ) -> (planes: Planes, isConclusive: Bool) {
    withMachine(view, hiding: masks) { $0.run(part, of: program) } ?? (.open, false)
  }

  /// The same with the facts that each part may consult.
  private mutating func named(
    _ outline: Outline,
    _ program: Program,
    _ blind: FactView
  ) -> Outline {
    switch outline {
    case .part(var part):
      part.facts = factsConsulted(at: part.place, of: program, with: part.locals, blind)
      return .part(part)
    case .existence, .value, .closure, .settled: return outline
    case .not(let inner): return .not(named(inner, program, blind))
    case .all(let parts): return .all(parts.map { named($0, program, blind) })
    case .any(let parts): return .any(parts.map { named($0, program, blind) })
    case .either(let met, let missed):
      return .either(met: named(met, program, blind), missed: named(missed, program, blind))
    }
  }
}

extension PlaneMachine {
  /// More parts than this are not taken apart.
  private static let partLimit = 512

  fileprivate mutating func outline(of program: Program) -> Outline? {
    defer { withExtendedLifetime(program) {} }
    guard begin(program) else { return nil }
    var partsLeft = Self.partLimit
    let outline = outline(at: self.program.root, [], &partsLeft)
    return partsLeft < 0 ? nil : outline
  }

  private func outline(
    at place: Int,
    _ env: [(variable: Int, element: Int)],
    _ partsLeft: inout Int
  ) -> Outline {
    let instruction = program.instructions[place]
    let whole = Outline.part(Outline.Part(place: place, locals: env))
    partsLeft -= 1
    guard partsLeft >= 0 else { return whole }
    switch instruction.opcode {
    case .not: return .not(outline(at: Int(instruction.first), env, &partsLeft))
    case .and, .or:
      let start = Int(instruction.first)
      let operands = (start..<(start + Int(instruction.second))).map { index in
        outline(at: Int(program.operands[index]), env, &partsLeft)
      }
      return instruction.opcode == .and ? .all(operands) : .any(operands)
    case .exists, .all:
      return quantified(instruction, env, &partsLeft) ?? whole
    default: return whole
    }
  }

  /// `exists` or `all` over a list of the tree, element by element.
  private func quantified(
    _ instruction: Instruction,
    _ env: [(variable: Int, element: Int)],
    _ partsLeft: inout Int
  ) -> Outline? {
    guard !instruction.isPaired, let list = list(at: Int(instruction.first), env) else {
      return nil
    }
    let isAll = instruction.opcode == .all
    var elements: [Outline] = []
    var absences: [Outline] = []
    for place in list.children {
      guard let presence = presence(of: view.cells[place]) else { return nil }
      let inner = env + [(Int(instruction.third), place)]
      let body = outline(at: Int(instruction.second), inner, &partsLeft)
      let met = isAll ? Outline.not(body) : body
      elements.append(.all([presence, met]))
      absences.append(.any([.not(presence), .not(met)]))
    }
    let closure = list.fact.map(Outline.closure) ?? .settled(true)
    // Some element meets it, or the list is whole and none does.
    let some = Outline.either(met: .any(elements), missed: .all([closure] + absences))
    return isAll ? .not(some) : some
  }

  /// The list that a step gives; nil where it is not simply a field of a record that is there.
  private func list(at place: Int, _ env: [(variable: Int, element: Int)]) -> FactCell? {
    let instruction = program.instructions[place]
    guard instruction.opcode == .field else { return nil }
    let operand = program.instructions[Int(instruction.first)]
    let record: FactCell
    switch operand.opcode {
    case .variable:
      guard Int(operand.first) < bindings.count else { return nil }
      record = bindings[Int(operand.first)].cell
    case .local:
      guard let bound = env.last(where: { $0.variable == Int(operand.first) }) else { return nil }
      record = view.cells[bound.element]
    default: return nil
    }
    guard record.kind == .record, Int(instruction.second) < record.length else { return nil }
    let cell = view.cells[record.children.lowerBound + Int(instruction.second)]
    return cell.kind == .list && cell.existence == .certain ? cell : nil
  }

  /// What says that an element is in its list; nil for what is neither a record nor a leaf.
  private func presence(of cell: FactCell) -> Outline? {
    switch cell.kind {
    case .list, .other: return nil
    case .record:
      if cell.existence == .certain { return .settled(true) }
      return cell.fact.map(Outline.existence)
    default: return cell.fact.map(Outline.value) ?? .settled(true)
    }
  }

  /// Runs a part in all lanes.
  fileprivate mutating func run(
    _ part: Outline.Part,
    of program: Program
  ) -> (planes: Planes, isConclusive: Bool) {
    defer { withExtendedLifetime(program) {} }
    guard begin(program) else { return (.open, false) }
    for local in part.locals {
      let found = element(local.element, lanes).found
      locals[local.variable] = found
    }
    let planes = answer(part.place, lanes)
    return (planes, isConclusive && exhausted == 0)
  }
}
