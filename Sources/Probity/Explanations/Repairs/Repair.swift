/// What would clear a finding: facts that somebody would have to change or to prove.
package struct Repair: Sendable {
  /// One fact, the value that it would have to have, and who would see to it.
  package struct Step: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// Nothing is established yet: evidence for the value is enough.
      case prove
      /// It is established to be otherwise: it would have to change, and the change be proven.
      case change
    }

    package var answer: PossibleAnswer
    package var kind: Kind
    package var actor: Vocabulary.Changer
    package var cost: Int

    package init(answer: PossibleAnswer, kind: Kind, actor: Vocabulary.Changer, cost: Int) {
      self.answer = answer
      self.kind = kind
      self.actor = actor
      self.cost = cost
    }
  }

  /// The steps; none can be spared.
  package var steps: [Step]

  /// The standard that the evidence for each step must reach.
  package var standard: StandardOfProof

  package var cost: Int { steps.reduce(0) { $0 + $1.cost } }

  /// Whether the vendor can do all of it.
  package var isUpToVendor: Bool { steps.allSatisfy { $0.actor == .vendor } }
}

/// The ways in which a finding could be cleared.
package struct Repairs: Sendable {
  /// The smallest sets of steps: those that cost least first, then the shortest, then those of the
  /// buyer before those of the vendor.
  package var repairs: [Repair] = []

  /// Whether there are no others, as far as the facts on file go.
  package var isComplete = true

  /// Whether an open list, in which something new may yet be entered, is among what was looked at.
  package var mayGrow = false

  /// Whether a proof failed when it was checked again: an internal fault.
  package var hasFailed = false

  /// Whether it is certain that nothing clears it that the vendor alone can change.
  package var isBeyondVendor: Bool {
    isComplete && !mayGrow && !repairs.contains(where: \.isUpToVendor)
  }
}

extension Finding {
  /// What would clear the finding; nothing for one that is cleared.
  ///
  /// Only what somebody can change is changed: what was established to have been is not undone.
  package func repairs(within budget: SearchBudget = .standard) -> Repairs {
    switch status {
    case .satisfied, .notApplicable: return Repairs()
    case .violated, .undetermined: break
    }
    guard subject.openList == nil else { return RepairSearch.closing(self) }
    return repairs(TrialSurvey(trial), within: budget)
  }

  func repairs(_ survey: TrialSurvey, within budget: SearchBudget) -> Repairs {
    RepairSearch(trial, survey).repairs(within: budget)
  }
}
