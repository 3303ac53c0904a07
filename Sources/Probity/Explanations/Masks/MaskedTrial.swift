package import ProbityCEL

/// A trial with all facts hidden but some, 64 choices of them at a time.
///
/// Choices are sets of positions among `candidates`. Where Kleene logic leaves a choice open, facts
/// that the rule reads twice are given each of their values, the same facts for every choice: so
/// what holds of a choice holds of every larger one.
package struct MaskedTrial {
  /// Known facts that the rule may look at, the preferred ones first.
  package let candidates: [FactID]

  /// Whether an open answer is certain to be one: two ways of filling it in differ.
  package var isExact: Bool { splits.areAll }

  private let trial: Trial
  package let splits: Splits
  private var view: FactView
  private var evaluator: PlaneEvaluator
  private var masks: MaskPlanes

  init(_ trial: Trial, _ view: FactView, candidates: [FactID], splits: Splits) {
    self.trial = trial
    self.view = view
    self.candidates = candidates
    self.splits = splits
    evaluator = PlaneEvaluator(tree: trial.dossier.tree, bindings: trial.bindings)
    masks = MaskPlanes(hidingAll: trial.dossier.facts.count)
  }

  /// Which choices force an outcome: a bit a choice, of at most 64.
  package mutating func forces(_ outcome: Outcome, _ choices: [PositionSet]) -> UInt64 {
    let lanes: UInt64 = choices.count >= 64 ? .max : 1 << UInt64(choices.count) - 1
    hideAll(but: choices)
    let forced =
      switch outcome {
      case .violated: settled(choices) { $0.violation() }.yes
      case .cleared: settled(choices) { $0.violation() }.no | excused()
      case .notApplicable: settled(choices) { $0.application() }.no
      case .holds(let leaf): settled(choices) { $0.answers(leaf) }.yes
      case .fails(let leaf): settled(choices) { $0.answers(leaf) }.no
      }
    return forced & lanes
  }

  private mutating func hideAll(but choices: [PositionSet]) {
    masks.use(lanes: choices.count)
    for (position, fact) in candidates.enumerated() {
      var shown: UInt64 = 0
      for (lane, choice) in choices.enumerated() where choice.contains(position) {
        shown |= 1 << UInt64(lane)
      }
      masks.setHidden(fact, inLanes: ~shown)
    }
  }

  // MARK: The rule

  private mutating func violation() -> Planes {
    let applies = application()
    let broken = trial.rule.condition.planes { answers($0) }
    return applies.and(trial.rule.isRequirement ? broken.negated : broken)
  }

  private mutating func application() -> Planes {
    var applies = Planes.always
    for fact in trial.subject.existence {
      applies = applies.and(evaluator.existence(of: fact, in: view, hiding: masks))
    }
    if let when = trial.rule.when { applies = applies.and(answers(when)) }
    return applies
  }

  private mutating func excused() -> UInt64 {
    trial.rule.exceptions.reduce(0) { $0 | answers($1).yes }
  }

  private mutating func answers(_ leaf: Condition.Leaf) -> Planes {
    evaluator.answers(of: leaf.program, in: view, hiding: masks)
  }

  // MARK: Facts that are read twice

  /// What an answer comes to in every way of filling in the facts that are split.
  private mutating func settled(
    _ choices: [PositionSet],
    _ answer: (inout MaskedTrial) -> Planes
  ) -> Planes {
    let plain = answer(&self)
    let lanes = masks.lanes
    guard !splits.facts.isEmpty, lanes & ~plain.definite != 0 else { return plain }
    let states = splits.facts.map { view[$0.fact] }
    let shown = splits.facts.map { ~masks.words[Int($0.fact.index)] }
    for split in splits.facts { masks.setHidden(split.fact, inLanes: 0) }
    var common = Planes(yes: .max, no: .max)
    for combination in splits.combinations where lanes & ~plain.definite & (common.definite) != 0 {
      var possible = lanes
      for (index, value) in combination.enumerated() {
        if states[index] != .unknown, states[index] != value { possible &= ~shown[index] }
        view[splits.facts[index].fact] = value
      }
      let filled = answer(&self)
      common = common.agreeing(with: Planes(yes: filled.yes | ~possible, no: filled.no | ~possible))
    }
    for (index, split) in splits.facts.enumerated() {
      view[split.fact] = states[index]
      masks.setHidden(split.fact, inLanes: ~shown[index])
    }
    // A value outside its domain leaves no way of filling in at all.
    let open = lanes & ~plain.definite & ~(common.yes & common.no)
    return Planes(yes: plain.yes | common.yes & open, no: plain.no | common.no & open)
  }
}
