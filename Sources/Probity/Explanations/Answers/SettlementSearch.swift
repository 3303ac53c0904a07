import ProbityCEL

/// Finds the smallest sets of answers that settle a trial one way, condition by condition.
struct SettlementSearch {
  private let trial: Trial
  private let view: FactView
  /// The same with nothing known.
  private let blind: FactView
  private let answers: [PossibleAnswer]
  /// Which answers are given first.
  private let order: [Int]
  private let budget: SearchBudget
  private let composer: WayComposer
  private var reader: Evaluator

  /// A search among some answers in a view that has none of them.
  init(
    _ trial: Trial,
    _ view: FactView,
    _ answers: [PossibleAnswer],
    order: [Int],
    within budget: SearchBudget
  ) {
    self.trial = trial
    self.view = view
    self.answers = answers
    self.order = order
    self.budget = budget
    blind = view.hidingAll(but: [])
    composer = WayComposer(
      rivals: Self.rivals(among: answers, in: trial.dossier),
      limit: budget.sets
    )
    reader = Evaluator(tree: trial.dossier.tree, bindings: trial.bindings)
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
  mutating func ways(to goal: Certificate.Goal) -> Ways {
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

  private mutating func ways(_ condition: Condition, _ truth: Truth) -> Ways {
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

  // MARK: Leaves

  private func existence(_ fact: FactID, _ truth: Truth) -> Ways {
    let known = view.existence(fact, in: trial.dossier.tree)
    guard known == .unknown else { return known == truth ? .settled : .none }
    let wanted = FactView.State.known(.bool(truth == .yes))
    let answer = answers.firstIndex { $0.fact == fact && $0.value == wanted }
    return answer.map { Ways(answer: $0) } ?? .none
  }

  private mutating func ways(_ leaf: Condition.Leaf, _ truth: Truth) -> Ways {
    reader.resetReads()
    let known = reader.evaluating(in: view) { $0.bareTruth(of: leaf.program) }
    guard known == .unknown else { return known == truth ? .settled : .none }
    // Where it stays open only a run that says what it waits for looks at everything.
    for view in [view, blind] {
      _ = reader.evaluating(in: view) { $0.truth(of: leaf.program) }
    }
    let relevant = relevant(to: leaf, reader.reads)
    let positions = order.filter { relevant.contains($0) }
    let search = AnswerSearch(
      rivals: positions.map { answer in
        PositionSet(
          positions.indices.filter { composer.rivals[answer].contains(positions[$0]) }
        )
      },
      wanting: truth,
      within: budget,
      AnsweredCondition(leaf, of: trial, view, positions.map { answers[$0] })
    )
    return Ways(
      sets: search.reaching.map { PositionSet($0.map { positions[$0] }) }.sorted(),
      isComplete: search.isComplete
    )
  }

  /// The answers that may matter to a condition; where what it consults may not be all, those to
  /// all facts of the fields that it names.
  private func relevant(to leaf: Condition.Leaf, _ reads: FactSet) -> PositionSet {
    let dossier = trial.dossier
    var relevant = PositionSet(dossier.positions(of: answers, lookedAtBy: reads))
    guard !leaf.program.consultsAllWhenBlind else { return relevant }
    let names = leaf.program.fieldsRead
    for (position, answer) in answers.enumerated() {
      if let name = dossier.fact(answer.fact).fieldName, names.contains(name) {
        relevant.insert(position)
      }
    }
    return relevant
  }
}
