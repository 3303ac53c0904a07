import ProbityCEL

/// A condition of a trial with some of its open facts answered, many choices of answers at a time.
///
/// Choices are sets of positions among `answers`; those of one call have at most one answer to each
/// fact between them.
struct AnsweredCondition: AnswerOracle {
  private let leaf: Condition.Leaf
  private let answers: [PossibleAnswer]
  private let dossier: Dossier
  private var rule: MaskedRule
  private var reader: Evaluator
  /// The answer that the view has to a fact, if it has one.
  private var given: [FactID: Int] = [:]
  private let facts: [FactID]
  private let existences: PositionSet

  init(_ leaf: Condition.Leaf, of trial: Trial, _ view: FactView, _ answers: [PossibleAnswer]) {
    self.leaf = leaf
    self.answers = answers
    dossier = trial.dossier
    rule = MaskedRule(trial, view, MaskPlanes(laneCount: 64, factCount: dossier.facts.count))
    reader = Evaluator(tree: dossier.tree, bindings: trial.bindings)
    facts = answers.map(\.fact).withoutRepeats
    existences = PositionSet(
      answers.indices.filter { [dossier] in dossier.fact(answers[$0].fact).kind == .existence }
    )
  }

  // MARK: What becomes of it

  mutating func verdicts(on choices: [PositionSet], of whole: PositionSet) -> Planes {
    let positions = whole.positions
    give(positions.filter { !existences.contains($0) })
    var result = Planes(yes: 0, no: 0)
    for group in lanes(of: choices, by: whole) {
      say(group.choice)
      hide(choices, of: positions)
      let planes = rule.answers(leaf)
      result = Planes(
        yes: result.yes | planes.yes & group.lanes,
        no: result.no | planes.no & group.lanes
      )
    }
    return result
  }

  private mutating func give(_ positions: [Int]) {
    for position in positions where given[answers[position].fact] != position {
      given[answers[position].fact] = position
      rule.view[answers[position].fact] = answers[position].value
    }
  }

  /// An existence that is hidden would still be implied by what is known below: it is taken back.
  private mutating func say(_ choice: PositionSet) {
    for position in existences where !choice.contains(position) {
      rule.view[answers[position].fact] = .unknown
    }
    for position in choice where existences.contains(position) {
      rule.view[answers[position].fact] = answers[position].value
    }
  }

  /// The choices, sorted by what they say of existences.
  private func lanes(
    of choices: [PositionSet],
    by whole: PositionSet
  ) -> [(choice: PositionSet, lanes: UInt64)] {
    let inQuestion = whole.intersection(existences)
    guard !inQuestion.isEmpty else { return [(PositionSet(), .max)] }
    var groups: [(choice: PositionSet, lanes: UInt64)] = []
    for (lane, choice) in choices.enumerated() {
      let said = choice.intersection(inQuestion)
      if let index = groups.firstIndex(where: { $0.choice == said }) {
        groups[index].lanes |= 1 << UInt64(lane)
      } else {
        groups.append((said, 1 << UInt64(lane)))
      }
    }
    return groups
  }

  private mutating func hide(_ choices: [PositionSet], of positions: [Int]) {
    rule.masks.use(lanes: choices.count)
    for fact in facts { rule.masks.setHidden(fact, inLanes: .max) }
    for position in positions where !existences.contains(position) {
      rule.masks.setHidden(answers[position].fact, inLanes: ~choices.lanes(with: position))
    }
    for position in existences { rule.masks.setHidden(answers[position].fact, inLanes: 0) }
  }

  // MARK: What it looks at

  /// The answers to facts that it consults, or that would show that a record is there.
  mutating func looksAt(_ choice: PositionSet) -> PositionSet {
    give(choice.filter { !existences.contains($0) })
    say(choice)
    var view = rule.view
    view.hidden = FactSet(facts)
    for position in choice { view.hidden.remove(answers[position].fact) }
    for position in existences { view.hidden.remove(answers[position].fact) }
    reader.resetReads()
    // Where it stays open only a run that says what it waits for looks at everything.
    _ = reader.evaluating(in: view) { [leaf] in $0.truth(of: leaf.program) }
    return PositionSet(dossier.positions(of: answers, lookedAtBy: reader.reads))
  }
}

extension Dossier {
  /// The answers to facts that are consulted, or that would show that a record is there.
  func positions(of answers: [PossibleAnswer], lookedAtBy reads: FactSet) -> [Int] {
    let below = reads.facts.filter { fact($0).kind == .existence }.map(tree.factsBelow)
    return answers.indices.filter { position in
      let fact = answers[position].fact
      return reads.contains(fact) || below.contains { $0.contains(Int(fact.index)) }
    }
  }
}

extension FactView {
  /// The view with some facts answered.
  func answering(_ answers: [PossibleAnswer]) -> FactView {
    var view = self
    for answer in answers { view[answer.fact] = answer.value }
    return view
  }
}

extension Certificate.Goal {
  var outcome: Outcome {
    switch self {
    case .cleared: .cleared
    case .violated: .violated
    }
  }
}

extension PossibleAnswer {
  /// Whether it says that something is not there.
  func isAbsence(in dossier: Dossier) -> Bool {
    dossier.fact(fact).kind == .existence && value == .known(.bool(false))
  }
}
