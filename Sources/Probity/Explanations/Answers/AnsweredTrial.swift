import ProbityCEL

/// A trial with some of its open facts answered, many choices of answers at a time.
///
/// Choices are sets of positions among `answers`; those of one call have at most one answer to each
/// fact between them.
struct AnsweredTrial {
  let answers: [PossibleAnswer]

  /// For each answer those that can't be given with it.
  let rivals: [PositionSet]

  private let goal: Certificate.Goal
  private let base: FactView
  private var rule: MaskedRule
  /// The answer that the view has to a fact, if it has one.
  private var given: [FactID: Int] = [:]
  private let facts: [FactID]
  private let existences: PositionSet

  init(_ trial: Trial, _ goal: Certificate.Goal, _ view: FactView, _ answers: [PossibleAnswer]) {
    self.goal = goal
    base = view
    self.answers = answers
    let dossier = trial.dossier
    rule = MaskedRule(trial, view, MaskPlanes(laneCount: 64, factCount: dossier.facts.count))
    facts = answers.map(\.fact).withoutRepeats
    existences = PositionSet(
      answers.indices.filter { dossier.fact(answers[$0].fact).kind == .existence }
    )
    rivals = Self.rivals(among: answers, in: dossier)
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

  /// Whether each choice of answers reaches the goal (yes) or rules it out for good (no).
  ///
  /// All choices are parts of one whole without rivals.
  mutating func verdicts(on choices: [PositionSet], of whole: PositionSet) -> Planes {
    let positions = whole.positions
    for position in positions
    where !existences.contains(position) && given[answers[position].fact] != position {
      given[answers[position].fact] = position
      rule.view[answers[position].fact] = answers[position].value
    }
    // An existence that is hidden would still be implied by what is known below: it is taken back.
    var result = Planes(yes: 0, no: 0)
    for group in lanes(of: choices, by: whole) {
      for position in existences where !group.choice.contains(position) {
        rule.view[answers[position].fact] = .unknown
      }
      for position in group.choice {
        rule.view[answers[position].fact] = answers[position].value
      }
      hide(choices, of: positions)
      let planes = verdict
      result = Planes(
        yes: result.yes | planes.yes & group.lanes,
        no: result.no | planes.no & group.lanes
      )
    }
    return result
  }

  /// The choices, sorted by what they say of existences.
  private func lanes(
    of choices: [PositionSet],
    by whole: PositionSet
  ) -> [(choice: PositionSet, lanes: UInt64)] {
    let inQuestion = whole.intersection(existences)
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

  private var verdict: Planes {
    mutating get {
      let violation = rule.violation()
      // To clear, an exception may still be proven; to violate, it counts as it stands.
      return goal == .violated ? violation : (!violation).or(rule.excuse())
    }
  }

  // MARK: Searching

  /// The smallest sets of answers that reach the goal; `order` says which are given first.
  func search(order: [Int], within budget: SearchBudget) -> AnswerSearch {
    var answered = self
    return AnswerSearch(
      rivals: rivals,
      order: order,
      within: budget,
      looksAt: { answered.answersRead(with: $0) },
      verdicts: { choices, whole in
        let planes = answered.verdicts(on: choices, of: whole)
        return (planes.yes, planes.no)
      }
    )
  }

  /// The answers to facts that an evaluation consults once some are given, or that would show that
  /// a record is there.
  private func answersRead(with choice: PositionSet) -> PositionSet {
    let view = base.answering(choice.map { answers[$0] })
    let trial = rule.trial
    let reads = trial.splitting(atMost: 0).reads(of: goal.outcome, in: view)
    let below = reads.facts.filter { trial.dossier.fact($0).kind == .existence }
      .map(trial.dossier.tree.factsBelow)
    return PositionSet(
      answers.indices.filter { position in
        let fact = answers[position].fact
        return reads.contains(fact) || below.contains { $0.contains(Int(fact.index)) }
      }
    )
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
