package import ProbityCEL

/// Facts that force a finding, whatever all other facts may be.
package struct Reason: Sendable {
  /// The facts, most firmly established first; none can be spared.
  package var facts: [FactID]
  /// The facts as they stand for this finding.
  package var resolution: Resolution
  /// Whether the finding also rests on no exception being proven.
  package var needsNoException = false
  /// The exception that is proven, if it is what clears.
  package var exception: Condition.Leaf?
}

/// Facts that a finding hangs on: were all of these unknown, it would be open.
package struct Pivot: Sendable {
  /// The facts; with any one of them known again, the finding stands.
  package var facts: [FactID]
  /// Whether it is no fact, but that no exception is proven.
  package var isMissingException = false
}

/// Why a finding is what it is, as proofs: each was checked again by another way.
package struct Explanation: Sendable {
  /// The smallest sets of facts that force the finding, the one hardest to contest first.
  ///
  /// None for an undetermined finding.
  package var reasons: [Reason] = []

  /// The smallest sets of facts that it hangs on; single facts first.
  package var pivots: [Pivot] = []

  /// Whether these are all reasons and pivots there are.
  package var isComplete = true

  /// Whether they are exact: no reason could be smaller, and every pivot can turn the finding, if
  /// what is hidden were known to be otherwise.
  ///
  /// Without it they are sound all the same.
  package var isExact = true

  /// Whether a proof failed when it was checked again: an internal fault, so that nothing of this
  /// may be shown.
  package var hasFailed = false

  /// The reason to show first.
  package var reason: Reason? { reasons.first }

  /// The facts without any one of which the finding would be open, as they stand in every reason.
  package var indispensable: [FactID] {
    pivots.flatMap { $0.facts.count == 1 ? $0.facts : [] }
  }
}

extension Finding {
  /// The paths of the facts that force the finding, none of which can be spared.
  ///
  /// Empty for an undetermined finding.
  public var decidingFacts: [String] {
    (reason?.facts ?? []).map { trial.dossier.fact($0).path }
  }

  /// The paths of the facts that an undetermined finding waits for.
  public var openFacts: [String] {
    waitsFor.facts.map { trial.dossier.fact($0).path }
  }

  /// The one reason that is hardest to contest, checked again before it is handed out.
  ///
  /// Nil for an undetermined finding; for a definite one nil is an internal fault.
  package var reason: Reason? { ExplanationSearch(self).first }

  /// All reasons and pivots of a definite finding, within a budget.
  package func explanation(within budget: SearchBudget = .standard) -> Explanation {
    ExplanationSearch(self).all(within: budget)
  }
}
