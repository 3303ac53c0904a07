package import ProbityCEL

/// The conditions of a rule with their answers for one finding, in the shape of the rule.
package struct ConditionAccount: Sendable {
  package enum Kind: Sendable, Hashable {
    case leaf
    case all
    case any
    case none
    case atLeast(Int)
  }

  package var kind: Kind
  /// The words of a leaf.
  package var label: LocalizedText?
  package var truth: Truth
  /// The facts that make a leaf's answer what it is; for an open one those it waits for.
  package var facts: [FactID] = []
  /// How the facts stand for this answer.
  package var resolution: Resolution
  package var parts: [ConditionAccount] = []

  /// The leaves in the order of the text.
  package var leaves: [ConditionAccount] {
    kind == .leaf ? [self] : parts.flatMap(\.leaves)
  }
}

extension Finding {
  /// The rule's condition with its answers.
  package var account: ConditionAccount { account(of: rule.condition) }

  /// The answer to `when`; nil if the rule has none.
  package var whenAccount: ConditionAccount? {
    rule.when.map { leafAccount($0, in: resolutions) }
  }

  /// The exceptions with their answers, at the standard of clearing.
  package var exceptionAccounts: [ConditionAccount] {
    rule.exceptions.map { leafAccount($0, in: [trial.clear]) }
  }

  /// Where answers are looked for: both ways only as long as nothing is settled.
  private var resolutions: [Resolution] {
    switch status {
    case .violated: [trial.adverse]
    case .satisfied, .notApplicable: [trial.clear]
    case .undetermined: [trial.clear, trial.adverse]
    }
  }

  private func account(of condition: Condition) -> ConditionAccount {
    switch condition {
    case .leaf(let leaf): leafAccount(leaf, in: resolutions)
    case .all(let parts): group(.all, parts, of: condition)
    case .any(let parts): group(.any, parts, of: condition)
    case .none(let parts): group(.none, parts, of: condition)
    case .atLeast(let number, let parts): group(.atLeast(number), parts, of: condition)
    }
  }

  private func group(
    _ kind: ConditionAccount.Kind,
    _ parts: [Condition],
    of condition: Condition
  ) -> ConditionAccount {
    let accounts = parts.map { account(of: $0) }
    var truths = accounts.flatMap(\.leaves).map(\.truth)[...]
    let truth = condition.truth { _ in truths.popFirst() ?? .unknown }
    return ConditionAccount(kind: kind, truth: truth, resolution: trial.clear, parts: accounts)
  }

  /// A leaf's answer where it is certain, with the facts that make it so; else what it waits for.
  private func leafAccount(
    _ leaf: Condition.Leaf,
    in resolutions: [Resolution]
  ) -> ConditionAccount {
    for resolution in resolutions {
      let truth = trial.evaluation(of: leaf, in: resolution.view).evaluation.truth
      guard truth.isDefinite else { continue }
      let facts = trial.minimalFacts(
        for: truth == .yes ? .holds(leaf) : .fails(leaf),
        in: resolution
      )
      return ConditionAccount(
        kind: .leaf,
        label: leaf.label,
        truth: truth,
        facts: facts ?? [],
        resolution: resolution
      )
    }
    let open = trial.evaluation(of: leaf, in: resolutions[0].view).evaluation
    return ConditionAccount(
      kind: .leaf,
      label: leaf.label,
      truth: .unknown,
      facts: open.waitsFor.facts,
      resolution: resolutions[0]
    )
  }
}
