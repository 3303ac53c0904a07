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
  package var isExact: Bool { splits.areAll && !isApproximate }

  package let splits: Splits
  private let isApproximate: Bool
  private var rule: MaskedRule

  init(
    _ trial: Trial,
    _ view: FactView,
    candidates: [FactID],
    splits: Splits,
    isApproximate: Bool
  ) {
    self.candidates = candidates
    self.splits = splits
    self.isApproximate = isApproximate
    rule = MaskedRule(trial, view, MaskPlanes(hidingAll: trial.dossier.facts.count))
  }

  /// Which choices force an outcome: a bit a choice, of at most 64.
  package mutating func forces(_ outcome: Outcome, _ choices: [PositionSet]) -> UInt64 {
    let lanes: UInt64 = choices.count >= 64 ? .max : 1 << UInt64(choices.count) - 1
    rule.masks.use(lanes: choices.count)
    for (position, fact) in candidates.enumerated() {
      rule.masks.setHidden(fact, inLanes: ~choices.lanes(with: position))
    }
    let forced =
      switch outcome {
      case .violated: settled { $0.violation() }.yes
      case .cleared: settled { $0.violation() }.no | rule.excuse().yes
      case .notApplicable: settled { $0.application() }.no
      case .holds(let leaf): settled { $0.answers(leaf) }.yes
      case .fails(let leaf): settled { $0.answers(leaf) }.no
      }
    return forced & lanes
  }

  // MARK: Facts that are read twice

  /// What an answer comes to in every way of filling in the facts that are split.
  private mutating func settled(_ answer: (inout MaskedRule) -> Planes) -> Planes {
    let plain = answer(&rule)
    let lanes = rule.masks.lanes
    guard !splits.facts.isEmpty, lanes & ~plain.definite != 0 else { return plain }
    let certain = splits.existences.reduce(lanes) { $0 & rule.existence(of: $1).yes }
    guard certain & ~plain.definite != 0 else { return plain }
    let states = splits.facts.map { rule.view[$0.fact] }
    let shown = splits.facts.map { ~rule.masks.words[Int($0.fact.index)] }
    for split in splits.facts { rule.masks.setHidden(split.fact, inLanes: 0) }
    var common = Planes(yes: .max, no: .max)
    for combination in splits.combinations where lanes & ~plain.definite & common.definite != 0 {
      var possible = lanes
      for (index, value) in combination.enumerated() {
        if states[index] != .unknown, states[index] != value { possible &= ~shown[index] }
        rule.view[splits.facts[index].fact] = value
      }
      let filled = answer(&rule)
      common = common.agreeing(with: Planes(yes: filled.yes | ~possible, no: filled.no | ~possible))
    }
    for (index, split) in splits.facts.enumerated() {
      rule.view[split.fact] = states[index]
      rule.masks.setHidden(split.fact, inLanes: ~shown[index])
    }
    // A value outside its domain leaves no way of filling in at all.
    let open = certain & ~plain.definite & ~(common.yes & common.no)
    return Planes(yes: plain.yes | common.yes & open, no: plain.no | common.no & open)
  }
}
