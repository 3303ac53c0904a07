import ProbityCEL

/// Finds the reasons and pivots of one finding, and checks them.
struct ExplanationSearch {
  private let finding: Finding
  private let trial: Trial
  private let outcome: Outcome?
  private let resolution: Resolution

  /// Ways of filling in facts that are read twice: few first, all only where these do not do.
  private static let splitCaps = [64, 4096]

  init(_ finding: Finding) {
    self.finding = finding
    trial = finding.trial
    switch finding.status {
    case .violated: (outcome, resolution) = (.violated, trial.adverse)
    case .satisfied: (outcome, resolution) = (.cleared, trial.clear)
    case .notApplicable: (outcome, resolution) = (.notApplicable, trial.clear)
    case .undetermined: (outcome, resolution) = (nil, trial.clear)
    }
  }

  /// The preferred reason alone.
  var first: Reason? {
    guard let outcome else { return nil }
    guard finding.subject.emptyLists.isEmpty else {
      return Reason(facts: finding.subject.emptyLists, resolution: resolution)
    }
    for cap in Self.splitCaps {
      var masked = trial.masked(resolution, for: outcome, splittingAtMost: cap)
      let found = SetSearch.one(among: masked.candidates.count) { masked.forces(outcome, $0) }
      guard let found else { continue }
      var check = OutcomeCheck(trial, resolution, splits: masked.splits)
      let facts = found.positions.map { masked.candidates[$0] }
      guard check.isMinimalReason(facts, for: outcome) else { return nil }
      return reason(facts, &check)
    }
    return nil
  }

  func all(within budget: SearchBudget) -> Explanation {
    guard let outcome else { return Explanation() }
    guard finding.subject.emptyLists.isEmpty else { return ofEmptyLists }
    for cap in Self.splitCaps {
      var masked = trial.masked(resolution, for: outcome, splittingAtMost: cap)
      let found = SetSearch.all(among: masked.candidates.count, within: budget) {
        masked.forces(outcome, $0)
      }
      guard let found else { continue }
      return explanation(found, by: masked, of: outcome)
    }
    return Explanation(hasFailed: true)
  }

  /// That there is nothing to judge hangs on each of the lists' being complete.
  private var ofEmptyLists: Explanation {
    Explanation(
      reasons: [Reason(facts: finding.subject.emptyLists, resolution: resolution)],
      pivots: finding.subject.emptyLists.map { Pivot(facts: [$0]) }
    )
  }

  private func explanation(
    _ found: MinimalSets,
    by masked: MaskedTrial,
    of outcome: Outcome
  ) -> Explanation {
    var check = OutcomeCheck(trial, resolution, splits: masked.splits)
    var result = Explanation(isComplete: found.isComplete, isExact: masked.isExact)
    for set in found.holding {
      let facts = set.positions.map { masked.candidates[$0] }
      guard check.isMinimalReason(facts, for: outcome) else { return Explanation(hasFailed: true) }
      result.reasons.append(reason(facts, &check))
    }
    if result.reasons.contains(where: \.needsNoException) {
      result.pivots.append(Pivot(facts: [], isMissingException: true))
    }
    for set in found.opening {
      let facts = set.positions.map { masked.candidates[$0] }
      guard check.isMinimalPivot(facts, of: masked.candidates, for: outcome) else {
        return Explanation(hasFailed: true)
      }
      result.pivots.append(Pivot(facts: facts))
    }
    return result
  }

  /// Facts with what else the finding rests on besides: that nothing excuses it, or what does.
  private func reason(_ facts: [FactID], _ check: inout OutcomeCheck) -> Reason {
    var reason = Reason(facts: facts, resolution: resolution)
    switch finding.status {
    case .violated: reason.needsNoException = !trial.rule.exceptions.isEmpty
    case .satisfied: reason.exception = check.exception(provenBy: facts)
    case .notApplicable, .undetermined: break
    }
    return reason
  }
}

extension Trial {
  /// The preferred facts that force an outcome; nil if none do, or if these fail their check.
  func minimalFacts(for outcome: Outcome, in resolution: Resolution) -> [FactID]? {
    var masked = masked(resolution, for: outcome, splittingAtMost: 64)
    let found = SetSearch.one(among: masked.candidates.count) { masked.forces(outcome, $0) }
    guard let found else { return nil }
    let facts = found.positions.map { masked.candidates[$0] }
    var check = OutcomeCheck(self, resolution, splits: masked.splits)
    return check.isMinimalReason(facts, for: outcome) ? facts : nil
  }
}
