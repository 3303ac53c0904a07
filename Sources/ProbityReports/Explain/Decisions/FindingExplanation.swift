package import Probity

/// One finding with all that explains it, and the values in its conditions.
package struct FindingExplanation: Sendable {
  private let report: FindingReport
  private let diagrams: [ConditionDiagram]
  private let words: ExplainWords

  /// Prepares a finding of a decision.
  package init(_ finding: Finding, of decision: Decision, language: String) {
    report = FindingReport(finding, language: language)
    diagrams = finding.diagrams(packs: decision.packs)
    words = ExplainWords(language)
  }

  /// Whether it has a reason if it is definite, and every proof passed its own check.
  package var isExplained: Bool {
    !report.proof.hasFailed && (report.status == .undetermined || report.reason != nil)
  }

  // MARK: Text

  /// Several findings of one decision as a terminal shows them.
  package static func text(
    _ findings: [FindingExplanation],
    of decision: Decision,
    language: String,
    width: Int
  ) -> String {
    var page = TextPage(width: width)
    let words = ExplainWords(language)
    page.line(words.standing(decision), indent: 0)
    for finding in findings { finding.write(to: &page) }
    return page.text
  }

  private func write(to page: inout TextPage) {
    page.blank()
    page.line("\(report.rule)  \(report.title)", indent: 0, note: words.status(report.status))
    FindingText.writeFull(report, to: &page)
    if !diagrams.isEmpty { page.heading(words.values) }
    for diagram in diagrams { write(diagram, to: &page) }
    page.blank()
    FindingText.writeLaw(report, to: &page)
  }

  private func write(_ diagram: ConditionDiagram, to page: inout TextPage) {
    page.blank()
    page.line(
      words.heading(of: diagram),
      indent: 2,
      note: words.run(diagram.terms)
    )
    page.verbatim(
      DiagramText.lines(of: diagram.diagram, width: page.width - 4, language: words.language),
      indent: 4
    )
  }

  // MARK: JSON

  /// The findings for programs: as `probity check` gives them, with `values` beside.
  package static func json(
    _ findings: [FindingExplanation],
    of decision: Decision,
    language: String
  ) -> JSONValue {
    .object([
      "schema": .string(Article.schema), "kind": .string("findings"),
      "vendor": .string(decision.dossier.vendor.vendorID),
      "verdict": .string(decision.verdict.rawValue), "as_of": .string(decision.asOf.description),
      "known_by": JSONValue(decision.knownBy?.description), "language": .string(language),
      "findings": .array(
        findings.map { finding in
          .object([
            "finding": finding.report.json, "values": .array(finding.diagrams.map(finding.json)),
          ])
        }
      ),
    ])
  }

  private func json(_ diagram: ConditionDiagram) -> JSONValue {
    .object([
      "role": .string(diagram.role.rawValue), "label": .string(diagram.label[words.language]),
      "standard": .string(diagram.terms.standard.rawValue),
      "run": .string(diagram.terms.direction == .adverse ? "adverse" : "clear"),
      "text": .string(diagram.diagram.text.text),
      "settled_by_cases": .bool(diagram.diagram.isSettledByCases),
      "parts": .array(diagram.diagram.parts.map { Self.json($0, diagram.diagram) }),
    ])
  }

  private static func json(_ part: ValueDiagram.Part, _ diagram: ValueDiagram) -> JSONValue {
    let text = String(decoding: Array(diagram.text.text.utf8)[part.range], as: UTF8.self)
    let place = diagram.text.span(part.anchor).start
    var members = [
      JSONValue.Member(name: "text", value: .string(text)),
      JSONValue.Member(name: "line", value: .int(place.line)),
      JSONValue.Member(name: "column", value: .int(place.column)),
    ]
    switch part.label {
    case .value(let value): members.append(JSONValue.Member(name: "value", value: .string(value)))
    case .none: members.append(JSONValue.Member(name: "none", value: .bool(true)))
    case .failed(let message):
      members.append(JSONValue.Member(name: "error", value: .string(message)))
    case .unknown(let gap, let facts):
      members.append(JSONValue.Member(name: "unknown", value: .string(gap.rawValue)))
      members.append(JSONValue.Member(name: "facts", value: .int(facts)))
    }
    return .object(members)
  }
}
