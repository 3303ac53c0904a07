import ProbityCEL

/// The values that make a difference to a rule: one for each way in which its conditions can tell
/// values apart.
struct AnswerDomains {
  private let dossier: Dossier
  private let asOf: CalendarDate
  /// The values that the conditions name; a list stands for any of its elements.
  private let constants: [Value]
  /// The constants that are lists, and all values that are compared with one by one.
  private let lists: [Set<Value>]
  private let single: Set<Value>
  /// The values of facts that the conditions may compare with.
  private let known: [Value]
  /// Those of them that are texts, and no codes.
  private let knownTexts: [Value]

  /// The values for answers to what an outcome may rest on.
  init(_ trial: Trial, _ outcome: Outcome, _ reach: Trial.Reach, in view: FactView) {
    dossier = trial.dossier
    asOf = trial.asOf
    constants = trial.leaves(of: outcome).flatMap(\.program.constants)
    func values(_ facts: [FactID]) -> [Value] {
      facts.compactMap { if case .known(let value) = view[$0] { value } else { nil } }
    }
    known = values(reach.facts)
    knownTexts = values(
      reach.facts.filter { trial.dossier.fact($0).field.map { $0.type.element } == .string }
    )
    lists = constants.compactMap { if case .list(let list) = $0 { Set(list.values) } else { nil } }
    single = Set(constants + known)
  }

  /// Possible answers to a fact, the claimed ones first, and whether these are all that matter.
  func answers(to fact: FactID) -> (answers: [PossibleAnswer], areAll: Bool) {
    let record = dossier.fact(fact)
    let claimed = record.claims.map(\.value).filter { $0 != .unknown }
    func answers(_ values: [FactView.State], examples: [Value] = []) -> [PossibleAnswer] {
      let own = claimed.filter { values.contains($0) }
      let plain = (own + values).withoutRepeats.map { PossibleAnswer(fact: fact, value: $0) }
      let others = examples.map(FactView.State.known).withoutRepeats.filter { example in
        !plain.contains { $0.value == example }
      }
      return plain + others.map { PossibleAnswer(fact: fact, value: $0, isExample: true) }
    }
    switch record.kind {
    case .closure: return (answers([.known(.bool(true))]), true)
    case .existence: return (answers([.known(.bool(true)), .known(.bool(false))]), true)
    case .value: break
    }
    // What an element is called is not in question: it is this one, or it is not there.
    if isName(record), !claimed.isEmpty {
      return (claimed.withoutRepeats.map { PossibleAnswer(fact: fact, value: $0) }, true)
    }
    guard let field = record.field else { return ([], false) }
    let none: [FactView.State] = field.allowsNone ? [.absent] : []
    switch field.type.element {
    case .bool: return (answers(none + [.known(.bool(false)), .known(.bool(true))]), true)
    case .enumeration(let name):
      return (answers(claimed + none + classes(of: name).map(FactView.State.known)), true)
    case .date: return (answers(claimed + none, examples: dates), false)
    case .int: return (answers(claimed + none, examples: integers), false)
    case .double: return (answers(claimed + none, examples: doubles), false)
    case .string: return (answers(claimed + none, examples: texts), false)
    default: return ([], false)
    }
  }

  private func isName(_ record: FactRecord) -> Bool {
    guard let field = record.field else { return false }
    if case .list = field.type { return true }
    return dossier.vocabulary.record(record.record)?.key == field.name
  }

  // MARK: One value for many

  /// The codes of an enumeration, one of each sort that the conditions tell apart.
  private func classes(of name: String) -> [Value] {
    let codes = dossier.vocabulary.enumeration(name)?.codes.map { Value.string($0.code) } ?? []
    var seen: [[Bool]] = []
    return codes.filter { code in
      if single.contains(code) { return true }
      let sort = lists.map { $0.contains(code) }
      if seen.contains(sort) { return false }
      seen.append(sort)
      return true
    }
  }

  private var dates: [Value] {
    let own = values { if case .date = $0 { true } else { false } }
    let longAgo = asOf.date.adding(months: -1_200).map { [Value.date($0)] } ?? []
    return own + [.date(asOf.date)] + longAgo
  }

  private var integers: [Value] {
    let own = values { if case .int = $0 { true } else { false } }
    let around = own.flatMap { value -> [Value] in
      guard case .int(let number) = value else { return [] }
      return [number, number &- 1, number &+ 1].map(Value.int)
    }
    return around + [.int(0), .int(1)]
  }

  private var doubles: [Value] {
    let own = values { if case .double = $0 { true } else { false } }
    let around = own.flatMap { value -> [Value] in
      guard case .double(let number) = value else { return [] }
      return [number, number - 1, number + 1].map(Value.double)
    }
    return around + [.double(0), .double(1)]
  }

  /// Texts that somebody wrote before any others; codes that conditions name are texts as well, but
  /// nobody's answer.
  private var texts: [Value] {
    knownTexts + PossibleAnswer.inventedTexts.map { .string(Text($0)) }
      + values { if case .string = $0 { true } else { false } }
  }

  private func values(_ isWanted: (Value) -> Bool) -> [Value] {
    let plain = constants.flatMap { constant -> [Value] in
      if case .list(let list) = constant { list.values } else { [constant] }
    }
    return (plain + known).filter(isWanted).withoutRepeats
  }
}

extension CELType {
  /// The type of a list's elements; of anything else itself.
  fileprivate var element: CELType {
    if case .list(let element) = self { element } else { self }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of first appearance.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
