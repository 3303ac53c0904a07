package import Probity
import ProbityCEL

/// One finding, with all that explains it.
package struct FindingReport: Sendable {
  /// A condition with its answer; groups hold their parts.
  package struct Condition: Sendable {
    /// `leaf`, `all`, `any`, `none` or `at_least`.
    package var kind: String
    /// The number of `at_least`.
    package var needed: Int?
    package var label: String?
    /// `true`, `false` or `unknown`.
    package var truth: String
    /// What makes the answer so, or what it waits for, as fact paths.
    package var facts: [String]
    package var parts: [Condition]
  }

  package struct Reason: Sendable {
    package var facts: [FactReport]
    /// Whether it also rests on no exception being proven.
    package var needsNoException: Bool
    /// The words of the exception that clears, if one does.
    package var exception: String?
  }

  package struct Provision: Sendable {
    package var instrument: String
    package var provision: String
    package var url: String?
    package var isVerified: Bool
  }

  package struct Place: Sendable {
    package var file: String
    package var line: Int
    package var column: Int
  }

  package var rule: String
  package var title: String
  package var rulePlace: Place
  package var subject: String
  package var status: Finding.Status
  package var blocks: Bool
  package var severity: String
  package var burden: String
  package var mechanism: String
  package var adverseStandard: String
  package var clearStandard: String
  package var isRequirement: Bool
  /// Whether this stands for elements that an open list does not name.
  package var isUnnamedRest: Bool
  package var when: Condition?
  package var condition: Condition?
  package var exceptions: [Condition]
  package var reason: Reason?
  /// Everything else that follows: other reasons, what it hangs on, what would change it.
  package var proof: ProofReport
  package var open: [FactReport]
  package var isExact: Bool
  package var faults: [String]
  package var basis: [Provision]
  package var vendorRemedy: String?
  package var buyerRemedy: String?

  /// Prepares one finding by itself.
  package init(_ finding: Finding, language: String) {
    let open = finding.status == .undetermined
    self.init(
      finding,
      finding.explanation(),
      finding.keepsFromPassing ? finding.repairs() : nil,
      open ? finding.certificates() : nil,
      language: language
    )
  }

  init(
    _ finding: Finding,
    _ explanation: Explanation,
    _ repairs: Repairs?,
    _ certificates: Certificates?,
    language: String
  ) {
    let rule = finding.rule
    proof = ProofReports(finding.trial.dossier, language: language)
      .report(explanation, repairs, certificates)
    let facts = FactReports(finding.trial.dossier, language: language)
    self.rule = rule.id
    title = rule.title[language]
    rulePlace = Place(rule.span)
    subject = finding.subjectPath
    status = finding.status
    blocks = finding.blocks
    severity = rule.severity.rawValue
    burden = rule.burden.rawValue
    mechanism = rule.mechanism
    adverseStandard = rule.adverseStandard.rawValue
    clearStandard = rule.clearStandard.rawValue
    isRequirement = rule.isRequirement
    isUnnamedRest = finding.subject.openList != nil
    let hasSubject = !isUnnamedRest && finding.subject.emptyLists.isEmpty
    when =
      hasSubject
      ? finding.whenAccount.map { Condition($0, facts, language) } : nil
    condition = hasSubject ? Condition(finding.account, facts, language) : nil
    exceptions =
      hasSubject
      ? finding.exceptionAccounts.map { Condition($0, facts, language) } : []
    reason = explanation.reason.map { reason in
      Reason(
        facts: reason.facts.map { facts.report($0, reason.resolution) },
        needsNoException: reason.needsNoException,
        exception: reason.exception?.label[language]
      )
    }
    open = finding.waitsFor.facts.map {
      facts.openReport($0, adverse: finding.trial.adverse, clear: finding.trial.clear)
    }
    isExact = finding.isExact
    faults = finding.faults.map { "\($0.span): \($0.message)" }
    basis = rule.basis.map {
      Provision(
        instrument: $0.instrument,
        provision: $0.provision,
        url: $0.url,
        isVerified: $0.isVerified
      )
    }
    vendorRemedy = rule.vendorRemedy?[language]
    buyerRemedy = rule.buyerRemedy?[language]
  }
}

extension FindingReport.Place {
  package init(_ span: SourceSpan) {
    let start = span.start
    self.init(file: span.source.name, line: start.line, column: start.column)
  }
}

extension FindingReport.Condition {
  init(_ account: ConditionAccount, _ facts: FactReports, _ language: String) {
    needed = nil
    switch account.kind {
    case .leaf: kind = "leaf"
    case .all: kind = "all"
    case .any: kind = "any"
    case .none: kind = "none"
    case .atLeast(let number):
      kind = "at_least"
      needed = number
    }
    label = account.label?[language]
    truth = account.truth.description
    self.facts = account.facts.map { facts.path(of: $0) }
    parts = account.parts.map { FindingReport.Condition($0, facts, language) }
  }
}
