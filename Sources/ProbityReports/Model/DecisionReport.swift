package import Probity
import ProbityCEL

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

  /// A source, or all of a publisher's, that the verdict rests on.
  package struct Reliance: Sendable {
    package var sources: [SourceReport]
    /// Named if all its sources are left out.
    package var publisher: String?
    /// What the verdict would be if the source were not there.
    package var verdictWithout: Verdict
  }

  /// How firmly a fact stands that the verdict rests on.
  package struct Support: Sendable {
    package var path: String
    package var rule: String
    package var level: Int
    /// Sources without any one of which it falls.
    package var soleSources: [String]
    package var isVendorsWordAlone: Bool
  }

  /// A question whose answer can still change a finding.
  package struct Question: Sendable {
    package var path: String
    package var label: String
    package var question: String?
    package var askedOf: String
    package var document: String?
    package var isInFirstRound: Bool
    package var bearsOn: [String]
    package var clearsAlone: [String]
    package var violatesAlone: [String]
  }

  package var verdict: Verdict
  package var vendorID: String
  package var vendorName: String
  package var isFictional: Bool
  package var notice: String?
  package var profile: String
  package var asOf: String
  /// The day by which sources had to be in hand; nil if it was not asked.
  package var knownBy: String?
  package var language: String
  package var packs: [Pack]
  package var counts = Counts()
  package var findings: [FindingReport]
  package var notInForce: [String]
  package var advice: [Advice]
  package var openFindingCount: Int
  package var reliance: [Reliance]
  package var supports: [Support]
  package var questions: [Question]
  /// Facts that findings wait for and that do not matter whatever is answered.
  package var irrelevant: [String]
  /// Whether no question is missing.
  package var hasAllQuestions: Bool

  /// Prepares a decision for output; a helper works out some of it at the same time.
  package init(_ decision: Decision, language: String = "en", helper: Helper = .none) {
    let dossier = decision.dossier
    verdict = decision.verdict
    vendorID = dossier.vendor.vendorID
    vendorName = dossier.vendor.name
    isFictional = dossier.vendor.isFictional
    notice = dossier.vendor.notice?[language]
    profile = dossier.vendor.span?.source.name ?? ""
    asOf = decision.asOf.description
    knownBy = decision.knownBy?.description
    self.language = language
    packs = decision.packs.map { Pack(id: $0.id, version: $0.version) }
    let explanation = decision.explanation(helper: helper)
    findings = decision.findings.enumerated().map { index, finding in
      FindingReport(
        finding,
        explanation.findings[index],
        explanation.repairs[index],
        explanation.open.certificates[index],
        language: language
      )
    }
    let words = DecisionWords(decision, language: language)
    reliance = explanation.foundation.reliances.map(words.reliance)
    supports = explanation.foundation.supports.map(words.support)
    questions = explanation.open.questions.map(words.question)
    irrelevant = explanation.open.irrelevant.map(words.path)
    hasAllQuestions = explanation.open.isComplete
    notInForce = decision.notInForce
    openFindingCount = decision.openFindings.count
    advice = decision.advice(by: explanation.open.certificates).map { advice in
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
    for finding in findings { count(finding) }
  }

  /// Whether every definite finding has a reason, and every proof passed its own check.
  package var isExplained: Bool {
    findings.allSatisfy { finding in
      !finding.proof.hasFailed && (finding.status == .undetermined || finding.reason != nil)
    }
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

/// Puts what explains a decision into words.
private struct DecisionWords {
  private let decision: Decision
  private let language: String
  private let facts: FactReports

  init(_ decision: Decision, language: String) {
    self.decision = decision
    self.language = language
    facts = FactReports(decision.dossier, language: language)
  }

  func path(_ fact: FactID) -> String { facts.path(of: fact) }

  func reliance(_ reliance: Probity.Reliance) -> DecisionReport.Reliance {
    var publisher: String?
    if case .publisher(let name, _) = reliance.withheld { publisher = name }
    return DecisionReport.Reliance(
      sources: reliance.withheld.sources.map { SourceReport(decision.dossier.sources[$0]) },
      publisher: publisher,
      verdictWithout: reliance.verdictWithout
    )
  }

  func support(_ support: Probity.Support) -> DecisionReport.Support {
    DecisionReport.Support(
      path: path(support.fact),
      rule: decision.findings[support.finding].rule.id,
      level: support.level,
      soleSources: support.soleSources.map { decision.dossier.sources[$0].id },
      isVendorsWordAlone: support.isVendorsWordAlone
    )
  }

  func question(_ question: OpenQuestion) -> DecisionReport.Question {
    let field = decision.dossier.fact(question.fact).field
    return DecisionReport.Question(
      path: path(question.fact),
      label: field?.label[language] ?? "",
      question: field?.question?[language],
      askedOf: question.askedOf.rawValue,
      document: field?.document,
      isInFirstRound: question.isInFirstRound,
      bearsOn: rules(question.bearsOn),
      clearsAlone: rules(question.clearsAlone),
      violatesAlone: rules(question.violatesAlone)
    )
  }

  /// The rules of findings, each once.
  private func rules(_ findings: [Int]) -> [String] {
    findings.map { decision.findings[$0].rule.id }.withoutRepeats
  }
}
