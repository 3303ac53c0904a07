package import ProbityCEL

/// Sees whether some facts force an outcome, in another way than the search that found them.
///
/// One choice at a time, as decisions are made: nothing is shown that fails here.
package struct OutcomeCheck {
  private let trial: Trial
  private let view: FactView
  private let splits: Splits
  private var evaluator: Evaluator

  /// Checks what was found by a search that filled in the same facts.
  package init(_ trial: Trial, _ resolution: Resolution, splits: Splits) {
    self.trial = trial
    self.splits = splits
    view = resolution.view
    evaluator = Evaluator(tree: trial.dossier.tree, bindings: trial.bindings)
  }

  /// Whether facts force an outcome with all others hidden, and none of them can be spared.
  package mutating func isMinimalReason(_ facts: [FactID], for outcome: Outcome) -> Bool {
    guard forces(facts, outcome) else { return false }
    for spared in facts where forces(facts.filter { $0 != spared }, outcome) { return false }
    return true
  }

  /// Whether an outcome is lost with some facts hidden, and comes back with each that is shown.
  package mutating func isMinimalPivot(
    _ facts: [FactID],
    of candidates: [FactID],
    for outcome: Outcome
  ) -> Bool {
    let rest = candidates.filter { !facts.contains($0) }
    guard !forces(rest, outcome) else { return false }
    for fact in facts where !forces(rest + [fact], outcome) { return false }
    return true
  }

  /// Whether facts force an outcome with all others hidden.
  package mutating func forces(_ facts: [FactID], _ outcome: Outcome) -> Bool {
    var view = view.hidingAll(but: facts)
    let truth = truth(of: outcome, in: view, mayBeExcused: true)
    guard truth == .unknown, !splits.facts.isEmpty else { return truth == .yes }
    let tree = trial.dossier.tree
    guard splits.existences.allSatisfy({ view.existence($0, in: tree) == .yes }) else {
      return false
    }
    let known = splits.facts.map { view.state(of: $0.fact) }
    for split in splits.facts { view.hidden.remove(split.fact) }
    var isFilledIn = false
    for combination in splits.combinations
    where zip(known, combination).allSatisfy({ $0 == .unknown || $0 == $1 }) {
      for (split, value) in zip(splits.facts, combination) { view[split.fact] = value }
      guard self.truth(of: outcome, in: view, mayBeExcused: false) == .yes else { return false }
      isFilledIn = true
    }
    return isFilledIn
  }

  /// The exception that facts prove and that clears; nil if they clear without one.
  package mutating func exception(provenBy facts: [FactID]) -> Condition.Leaf? {
    let trial = trial
    let view = view.hidingAll(but: facts)
    return evaluator.evaluating(in: view) { session in
      guard trial.bareViolation(in: view, &session) != .no else { return nil }
      return trial.rule.exceptions.first { session.bareTruth(of: $0.program) == .yes }
    }
  }

  private mutating func truth(
    of outcome: Outcome,
    in view: FactView,
    mayBeExcused: Bool
  ) -> Truth {
    let trial = trial
    return evaluator.evaluating(in: view) { session in
      switch outcome {
      case .violated: return trial.bareViolation(in: view, &session)
      case .cleared:
        if mayBeExcused, trial.isExcused(&session) { return .yes }
        return !trial.bareViolation(in: view, &session)
      case .notApplicable: return !trial.bareApplication(in: view, &session)
      case .holds(let leaf): return session.bareTruth(of: leaf.program)
      case .fails(let leaf): return !session.bareTruth(of: leaf.program)
      }
    }
  }
}

extension Trial {
  /// Whether the rule is violated as long as nothing excuses it, without what an open answer
  /// waits for.
  func bareViolation(in view: FactView, _ session: inout Evaluator.Session) -> Truth {
    let applies = bareApplication(in: view, &session)
    guard applies != .no else { return .no }
    let truth = rule.condition.truth { session.bareTruth(of: $0.program) }
    return applies && (rule.isRequirement ? !truth : truth)
  }

  func bareApplication(in view: FactView, _ session: inout Evaluator.Session) -> Truth {
    var truth = Truth.yes
    for fact in subject.existence { truth = truth && view.existence(fact, in: dossier.tree) }
    guard let when = rule.when, truth != .no else { return truth }
    return truth && session.bareTruth(of: when.program)
  }

  func isExcused(_ session: inout Evaluator.Session) -> Bool {
    rule.exceptions.contains { session.bareTruth(of: $0.program) == .yes }
  }
}
