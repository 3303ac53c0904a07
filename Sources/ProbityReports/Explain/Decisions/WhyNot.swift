package import Probity

/// Why a verdict is not another one: what stands in the way, and what would turn it.
package struct WhyNot: Sendable {
  private let report: DecisionReport
  private let wanted: Verdict
  private let decision: Decision
  private let words: ExplainWords

  /// Asks why a decision is not another one.
  package init(_ decision: Decision, wanted: Verdict, language: String) {
    self.decision = decision
    self.wanted = wanted
    report = DecisionReport(decision, language: language)
    words = ExplainWords(language)
  }

  /// Whether every definite finding has a reason, and every proof passed its own check.
  package var isExplained: Bool { report.isExplained }

  /// The findings that keep the verdict from being the one that was asked for.
  private var obstacles: [FindingReport] {
    guard wanted != decision.verdict else { return [] }
    let decisive = report.findings.filter { $0.severity != Severity.advise.rawValue }
    switch wanted {
    case .pass: return decisive.filter(\.blocks)
    case .undetermined: return decisive.filter { $0.status == .violated }
    case .fail: return decisive.filter { $0.status != .violated && $0.status != .notApplicable }
    }
  }

  // MARK: Text

  /// The answer as a terminal shows it.
  package func text(width: Int) -> String {
    var page = TextPage(width: width)
    page.line(words.standing(decision), indent: 0)
    page.line(summary, indent: 0)
    for finding in obstacles { write(finding, to: &page) }
    return page.text
  }

  private var summary: String {
    if wanted == decision.verdict { return words.itIs(wanted) }
    switch wanted {
    case .pass where obstacles.isEmpty: return words.nothingSatisfied
    case .pass: return words.inTheWay(obstacles.count)
    case .undetermined where decision.verdict == .fail:
      return words.violationsDecide(obstacles.count)
    case .undetermined: return words.nothingOpen
    case .fail: return words.nothingViolated
    }
  }

  private func write(_ finding: FindingReport, to page: inout TextPage) {
    page.blank()
    page.line("\(finding.rule)  \(finding.title)", indent: 2, note: words.status(finding.status))
    page.line(FindingText.subjectLine(finding), indent: 4)
    if let reason = finding.reason {
      page.line(words.forcedBy, indent: 6)
      for fact in reason.facts {
        let value = fact.kind == "value" ? ": \(fact.value ?? "?")" : ""
        page.line(fact.path + value, indent: 8, mark: "- ", note: "level \(fact.level)")
      }
    }
    ProofText.write(turning(finding), to: &page)
    if finding.status == .undetermined, ways(finding).isEmpty, !finding.proof.isComplete {
      page.line(words.notFound, indent: 6)
    }
    for fact in finding.open.prefix(4) where finding.proof.clearing.isEmpty {
      page.line("\(fact.path): \(fact.gap ?? "open")", indent: 6)
    }
  }

  /// The ways to turn an open finding to what was asked for.
  private func ways(_ finding: FindingReport) -> [[ProofReport.Answer]] {
    wanted == .fail ? finding.proof.violating : finding.proof.clearing
  }

  /// A finding with only those ways to turn it that lead to what was asked for.
  private func turning(_ finding: FindingReport) -> FindingReport {
    var finding = finding
    if wanted == .fail { finding.proof.clearing = [] } else { finding.proof.violating = [] }
    return finding
  }

  // MARK: JSON

  /// The answer for programs.
  package var json: JSONValue {
    .object([
      "schema": .string(Article.schema), "kind": .string("why_not"),
      "vendor": .string(decision.dossier.vendor.vendorID),
      "wanted": .string(wanted.rawValue), "verdict": .string(decision.verdict.rawValue),
      "as_of": .string(decision.asOf.description),
      "known_by": JSONValue(decision.knownBy?.description),
      "summary": .string(summary), "findings": .array(obstacles.map(\.json)),
    ])
  }
}
