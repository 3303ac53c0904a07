package import Probity

/// What every output format tells of a decision: plain data, in one language, in a fixed order.
package struct DecisionReport: Sendable {
  package struct Pack: Sendable {
    package var id: String
    package var version: String
  }

  /// How many findings came out how.
  package struct Counts: Sendable {
    package var violated = 0
    package var undetermined = 0
    package var satisfied = 0
    package var notApplicable = 0
  }

  /// A document to ask for.
  package struct Advice: Sendable {
    package var document: String
    package var title: String
    package var definition: String?
    package var from: String
    package var rules: [String]
    package var settledCount: Int
    package var touchedCount: Int
  }

  /// A source that the verdict rests on.
  package struct Reliance: Sendable {
    package var source: SourceReport
    /// What the verdict would be if the source were not there.
    package var verdictWithout: Verdict
  }

  package var verdict: Verdict
  package var vendorID: String
  package var vendorName: String
  package var isFictional: Bool
  package var notice: String?
  package var profile: String
  package var asOf: String
  package var language: String
  package var packs: [Pack]
  package var counts = Counts()
  package var findings: [FindingReport]
  package var notInForce: [String]
  package var advice: [Advice]
  package var openFindingCount: Int
  private let decision: Decision

  /// Prepares a decision for output.
  package init(_ decision: Decision, language: String = "en") {
    let dossier = decision.dossier
    verdict = decision.verdict
    vendorID = dossier.vendor.vendorID
    vendorName = dossier.vendor.name
    isFictional = dossier.vendor.isFictional
    notice = dossier.vendor.notice?[language]
    profile = dossier.vendor.span?.source.name ?? ""
    asOf = decision.asOf.description
    self.language = language
    packs = decision.packs.map { Pack(id: $0.id, version: $0.version) }
    findings = decision.findings.map { FindingReport($0, language: language) }
    notInForce = decision.notInForce
    openFindingCount = decision.openFindings.count
    advice = decision.advice.map { advice in
      Advice(
        document: advice.document.id,
        title: advice.document.title[language],
        definition: advice.document.definition?[language],
        from: advice.document.from.rawValue,
        rules: advice.rules,
        settledCount: advice.settledCount,
        touchedCount: advice.touchedCount
      )
    }
    self.decision = decision
    for finding in findings { count(finding) }
  }

  /// The sources that the verdict rests on.
  ///
  /// - Complexity: one decision for each source that is cited, anew each time.
  package var reliance: [Reliance] {
    decision.reliance.map {
      Reliance(
        source: SourceReport(decision.dossier.sources[$0.source]),
        verdictWithout: $0.verdictWithout
      )
    }
  }

  /// Whether every definite finding has a reason that passed its own check.
  package var isExplained: Bool {
    findings.allSatisfy { $0.status == .undetermined || $0.reason != nil }
  }

  private mutating func count(_ finding: FindingReport) {
    switch finding.status {
    case .violated: counts.violated += 1
    case .undetermined: counts.undetermined += 1
    case .satisfied: counts.satisfied += 1
    case .notApplicable: counts.notApplicable += 1
    }
  }
}
