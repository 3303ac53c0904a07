import ProbityCEL

/// Finds the smallest sets of answers that settle a trial one way, condition by condition, and each
/// condition part by part.
struct SettlementSearch {
  private let trial: Trial
  private let view: FactView
  private let answers: [PossibleAnswer]
  /// Which answers are given first.
  private let order: [Int]
  private let budget: SearchBudget
  private let composer: WayComposer
  private let survey: TrialSurvey
  private let desk: AnswerDesk

  /// A search among some answers in a view that has none of them.
  init(
    _ trial: Trial,
    _ view: FactView,
    _ answers: [PossibleAnswer],
    order: [Int],
    survey: TrialSurvey,
    within budget: SearchBudget
  ) {
    self.trial = trial
    self.view = view
    self.answers = answers
    self.order = order
    self.budget = budget
    self.survey = survey
    composer = WayComposer(
      rivals: Self.rivals(among: answers, in: trial.dossier),
      limit: budget.sets
    )
    desk = AnswerDesk(trial, view)
  }

  /// Two answers to one fact; that something is not there, and what it is like.
  private static func rivals(among answers: [PossibleAnswer], in dossier: Dossier) -> [PositionSet]
  {
    var rivals = Array(repeating: PositionSet(), count: answers.count)
    for (first, answer) in answers.enumerated() {
      let isAbsence = answer.isAbsence(in: dossier)
      let below = isAbsence ? dossier.tree.factsBelow(answer.fact) : 0..<0
      for (second, other) in answers.enumerated() where first != second {
        let isRuledOut = below.contains(Int(other.fact.index)) && !other.isAbsence(in: dossier)
        guard other.fact == answer.fact || isRuledOut else { continue }
        rivals[first].insert(second)
        rivals[second].insert(first)
      }
    }
    return rivals
  }

  /// The smallest sets of answers that reach a goal, fewest answers first.
  func ways(to goal: Certificate.Goal) -> Ways {
    let rule = trial.rule
    switch goal {
    case .violated:
      let applies = trial.subject.existence.map { existence($0, .yes) }
      let concerns = rule.when.map { [ways($0, .yes)] } ?? []
      let broken = ways(rule.condition, rule.isRequirement ? .no : .yes)
      return composer.all(applies + concerns + [broken])
    case .cleared:
      let missing = trial.subject.existence.map { existence($0, .no) }
      let passed = rule.when.map { [ways($0, .no)] } ?? []
      let kept = ways(rule.condition, rule.isRequirement ? .yes : .no)
      // To clear, an exception may still be proven; to violate, it counts as it stands.
      let excused = rule.exceptions.map { ways($0, .yes) }
      return composer.any(missing + passed + [kept] + excused)
    }
  }

  // MARK: Trees

  private func ways(_ condition: Condition, _ truth: Truth) -> Ways {
    switch condition {
    case .leaf(let leaf): return ways(leaf, truth)
    case .all(let parts):
      let ways = parts.map { self.ways($0, truth) }
      return truth == .yes ? composer.all(ways) : composer.any(ways)
    case .any(let parts):
      let ways = parts.map { self.ways($0, truth) }
      return truth == .yes ? composer.any(ways) : composer.all(ways)
    case .none(let parts): return ways(.any(parts), !truth)
    case .atLeast(let needed, let parts):
      let spare = parts.count - needed + 1
      return composer.reached(
        truth == .yes ? needed : spare,
        by: parts.map { ways($0, truth) }
      )
    }
  }

  // MARK: Conditions

  private func ways(_ leaf: Condition.Leaf, _ truth: Truth) -> Ways {
    if let outline = survey[leaf.program] { return ways(outline, truth, leaf.program) }
    return ways(.whole(leaf.program), truth, among: relevant(to: leaf.program))
  }

  private func ways(_ outline: Outline, _ truth: Truth, _ program: Program) -> Ways {
    switch outline {
    case .part(let part):
      return ways(.part(part, program), truth, among: relevant(to: program, part.facts))
    case .existence(let fact): return existence(fact, truth)
    case .value(let fact): return value(fact, truth)
    case .closure(let fact): return truth == .yes ? existence(fact, .yes) : .none
    case .settled(let isTrue): return Truth(isTrue) == truth ? .settled : .none
    case .not(let inner): return ways(inner, !truth, program)
    case .all(let parts), .any(let parts):
      let ways = parts.map { self.ways($0, truth, program) }
      var isAll = truth == .yes
      if case .any = outline { isAll.toggle() }
      return isAll ? composer.all(ways) : composer.any(ways)
    case .either(let met, let missed):
      return ways(truth == .yes ? met : missed, .yes, program)
    }
  }

  // MARK: Facts

  /// That an element is there, or a list whole; or that it is not.
  private func existence(_ fact: FactID, _ truth: Truth) -> Ways {
    guard view[fact] == .unknown else {
      return Truth(view[fact] == .known(.bool(true))) == truth ? .settled : .none
    }
    let wanted = FactView.State.known(.bool(truth == .yes))
    return single { $0.fact == fact && $0.value == wanted }
  }

  /// That a leaf has a value, or has none.
  private func value(_ fact: FactID, _ truth: Truth) -> Ways {
    guard view[fact] == .unknown else {
      return Truth(view[fact] != .absent) == truth ? .settled : .none
    }
    return single { $0.fact == fact && Truth($0.value != .absent) == truth }
  }

  /// Each of some answers settles it.
  private func single(_ isOne: (PossibleAnswer) -> Bool) -> Ways {
    Ways(sets: answers.indices.filter { isOne(answers[$0]) }.map { PositionSet([$0]) })
  }

  // MARK: Parts

  private func ways(
    _ question: AnsweredCondition.Question,
    _ truth: Truth,
    among relevant: PositionSet
  ) -> Ways {
    let positions = order.filter { relevant.contains($0) }
    let own = positions.map { answers[$0] }
    var condition = AnsweredCondition(question, own, on: desk)
    let known = condition.verdict()
    guard known == .unknown else { return known == truth ? .settled : .none }
    defer { condition.clear() }
    let isSingle = own.allSatisfy { $0.fact == own[0].fact }
    let (sets, isComplete) =
      isSingle
      ? settlingAlone(&condition, own.count, truth)
      : searched(&condition, positions, truth)
    return Ways(
      sets: sets.map { PositionSet($0.map { positions[$0] }) }.sorted(),
      isComplete: isComplete && condition.isConclusive
    )
  }

  /// Which of the answers to a single fact settle it.
  private func settlingAlone(
    _ condition: inout AnsweredCondition,
    _ count: Int,
    _ truth: Truth
  ) -> ([PositionSet], Bool) {
    let sets = (0..<count).map { PositionSet([$0]) }.filter { set in
      condition.verdicts(on: [set], of: set).truth(ofLane: 0) == truth
    }
    return (sets, true)
  }

  private func searched(
    _ condition: inout AnsweredCondition,
    _ positions: [Int],
    _ truth: Truth
  ) -> ([PositionSet], Bool) {
    let rivals = positions.map { answer in
      PositionSet(positions.indices.filter { composer.rivals[answer].contains(positions[$0]) })
    }
    let search = AnswerSearch(rivals: rivals, wanting: truth, within: budget, condition)
    condition = search.oracle
    return (search.reaching, search.isComplete)
  }

  /// The answers that may matter to a condition; where what it consults may not be all, those to
  /// all facts of the fields that it names.
  private func relevant(to program: Program) -> PositionSet {
    let reads = desk.reads(of: program, hiding: FactSet()).union(desk.reads(ofBlind: program))
    var relevant = relevant(to: program, reads)
    guard !program.consultsAllWhenBlind else { return relevant }
    for (position, answer) in answers.enumerated() {
      if let name = trial.dossier.fact(answer.fact).fieldName, program.fieldsRead.contains(name) {
        relevant.insert(position)
      }
    }
    return relevant
  }

  /// The answers that may matter to what consults some facts.
  private func relevant(to program: Program, _ reads: FactSet) -> PositionSet {
    let dossier = trial.dossier
    guard program.testsPresence || mayMeetLists(program, reads) else {
      // That a record is there does not say what is in it, and of one that is not, nothing is true.
      return PositionSet(
        answers.indices.filter { position in
          let fact = answers[position].fact
          return reads.contains(fact) && dossier.fact(fact).kind == .value
        }
      )
    }
    return PositionSet(dossier.positions(of: answers, lookedAtBy: reads))
  }

  /// Whether it looks at a list, or may as soon as a record is known to be there.
  private func mayMeetLists(_ program: Program, _ reads: FactSet) -> Bool {
    let kinds = reads.facts.map { trial.dossier.fact($0).kind }
    if kinds.contains(.closure) { return true }
    guard kinds.contains(.existence) else { return false }
    return program.fieldsRead.contains { name in
      let record = trial.dossier.vocabulary.record(name.record)
      guard case .list? = record?.fields.first(where: { $0.name == name.field })?.type else {
        return false
      }
      return true
    }
  }
}
