import ProbityCEL

/// A trial with some of its open facts answered, many choices of answers at a time.
///
/// Choices are sets of positions among `answers`; those of one call have at most one answer to each
/// fact between them.
struct AnsweredTrial {
  let answers: [PossibleAnswer]

  /// For each answer those that can't be given with it.
  let rivals: [PositionSet]

  private let trial: Trial
  private let goal: Certificate.Goal
  private var view: FactView
  private var evaluator: PlaneEvaluator
  private var masks: MaskPlanes
  /// The answer that the view has to a fact, if it has one.
  private var given: [FactID: Int] = [:]
  private let facts: [FactID]
  private let existences: PositionSet

  init(_ trial: Trial, _ goal: Certificate.Goal, _ view: FactView, _ answers: [PossibleAnswer]) {
    self.trial = trial
    self.goal = goal
    self.view = view
    self.answers = answers
    let dossier = trial.dossier
    evaluator = PlaneEvaluator(tree: dossier.tree, bindings: trial.bindings)
    masks = MaskPlanes(laneCount: 64, factCount: dossier.facts.count)
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
      view[answers[position].fact] = answers[position].value
    }
    // An existence that is hidden would still be implied by what is known below: it is taken back.
    var result = Planes(yes: 0, no: 0)
    for group in lanes(of: choices, by: whole) {
      for position in existences.positions where !group.choice.contains(position) {
        view[answers[position].fact] = .unknown
      }
      for position in group.choice.positions {
        view[answers[position].fact] = answers[position].value
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
    let inQuestion = whole.subtracting(whole.subtracting(existences))
    var groups: [(choice: PositionSet, lanes: UInt64)] = []
    for (lane, choice) in choices.enumerated() {
      let said =
        inQuestion.isEmpty ? inQuestion : choice.subtracting(choice.subtracting(inQuestion))
      if let index = groups.firstIndex(where: { $0.choice == said }) {
        groups[index].lanes |= 1 << UInt64(lane)
      } else {
        groups.append((said, 1 << UInt64(lane)))
      }
    }
    return groups
  }

  private mutating func hide(_ choices: [PositionSet], of positions: [Int]) {
    masks.use(lanes: choices.count)
    for fact in facts { masks.setHidden(fact, inLanes: .max) }
    for position in positions where !existences.contains(position) {
      var shown: UInt64 = 0
      for (lane, choice) in choices.enumerated() where choice.contains(position) {
        shown |= 1 << UInt64(lane)
      }
      masks.setHidden(answers[position].fact, inLanes: ~shown)
    }
    for position in existences.positions { masks.setHidden(answers[position].fact, inLanes: 0) }
  }

  private var verdict: Planes {
    mutating get {
      let violation = violation()
      // To clear, an exception may still be proven; to violate, it counts as it stands.
      if goal == .violated { return violation }
      let excuse = trial.rule.exceptions.reduce(Planes.never) { $0.or(answers($1)) }
      return violation.negated.or(excuse)
    }
  }

  private mutating func violation() -> Planes {
    var applies = Planes.always
    for fact in trial.subject.existence {
      applies = applies.and(evaluator.existence(of: fact, in: view, hiding: masks))
    }
    if let when = trial.rule.when { applies = applies.and(answers(when)) }
    let broken = trial.rule.condition.planes { answers($0) }
    return applies.and(trial.rule.isRequirement ? broken.negated : broken)
  }

  private mutating func answers(_ leaf: Condition.Leaf) -> Planes {
    evaluator.answers(of: leaf.program, in: view, hiding: masks)
  }

  // MARK: One choice

  /// The view with some answers and no others.
  func view(with choice: PositionSet, over base: FactView) -> FactView {
    var view = base
    for position in choice.positions { view[answers[position].fact] = answers[position].value }
    return view
  }
}

extension PossibleAnswer {
  /// Whether it says that something is not there.
  func isAbsence(in dossier: Dossier) -> Bool {
    dossier.fact(fact).kind == .existence && value == .known(.bool(false))
  }
}
