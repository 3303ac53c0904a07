/// All that explains a decision, worked out once.
package struct DecisionExplanation: Sendable {
  /// For each finding its reasons and pivots, in the order of the findings.
  package var findings: [Explanation]

  /// What would clear each finding that is not cleared, by its position.
  package var repairs: [Int: Repairs]

  /// The questions that are left.
  package var open: OpenQuestions

  /// What the verdict rests on.
  package var foundation: Foundation

  /// Whether a proof failed when it was checked again: an internal fault.
  package var hasFailed: Bool {
    findings.contains(where: \.hasFailed) || repairs.values.contains(where: \.hasFailed)
      || open.certificates.values.contains(where: \.hasFailed)
  }
}

extension Decision {
  /// Explains every finding, and the verdict.
  ///
  /// Findings are explained one by one: ways to combine their reasons multiply and tell nobody more.
  /// Nor are ways to answer and to mend searched to the last one, as a page shows the first few.
  ///
  /// A helper works out some of it at the same time.
  package func explanation(
    within budget: SearchBudget = .standard,
    helper: Helper = .none
  ) -> DecisionExplanation {
    let withheld = Forthcoming(helper) { verdictsWithheld }
    let accounts = findings.map { finding in
      Forthcoming(helper) { finding.account(within: budget) }
    }.values()
    let explanations = accounts.map(\.explanation)
    var repairs: [Int: Repairs] = [:]
    for (index, account) in accounts.enumerated() { repairs[index] = account.repairs }
    return DecisionExplanation(
      findings: explanations,
      repairs: repairs,
      open: openQuestions(by: accounts.map(\.certificates)),
      foundation: foundation(on: restingOn(explanations), withheld.value)
    )
  }

  /// The preferred reasons of the findings that make the verdict what it is.
  private func restingOn(_ explanations: [Explanation]) -> [(finding: Int, reason: Reason)] {
    let status: Finding.Status = verdict == .fail ? .violated : .satisfied
    return zip(findings.indices, explanations).compactMap { index, explanation in
      guard findings[index].rule.isDecisive, findings[index].status == status else { return nil }
      return explanation.reason.map { (index, $0) }
    }
  }
}

/// All that explains one finding.
private struct Account: Sendable {
  var explanation: Explanation
  var repairs: Repairs?
  var certificates: Certificates?
}

extension Finding {
  fileprivate func account(within budget: SearchBudget) -> Account {
    var account = Account(explanation: explanation(within: budget))
    if status == .satisfied || status == .notApplicable { return account }
    if subject.openList != nil {
      account.repairs = keepsFromPassing ? repairs() : nil
      account.certificates = certificates()
      return account
    }
    let survey = TrialSurvey(trial)
    if keepsFromPassing {
      account.repairs = repairs(survey, within: budget.limited(sets: 16, runs: 150))
    }
    if status == .undetermined {
      account.certificates = certificates(survey, within: budget.limited(sets: 64, runs: 250))
    }
    return account
  }

  /// Whether the vendor can't pass as long as it stands as it does.
  package var keepsFromPassing: Bool {
    switch status {
    case .violated: rule.isDecisive
    case .undetermined: blocks
    case .satisfied, .notApplicable: false
    }
  }
}
