import Probity

/// Writes one finding: conditions with their marks, the facts that force it, what is open.
enum FindingText {
  /// Open facts shown a finding; all of them are in the JSON.
  private static let shownOpenFacts = 8

  /// A cleared finding: what it ran on and which facts clear it.
  static func writeBrief(_ finding: FindingReport, to page: inout TextPage) {
    page.line(subjectLine(finding), indent: 4)
    guard let reason = finding.reason else { return }
    if let exception = reason.exception { page.line("because \(exception)", indent: 6) }
    for fact in reason.facts {
      let value = fact.kind == "value" ? " is \(fact.value ?? "unknown")" : ""
      page.line(fact.path + value, indent: 6, note: "level \(fact.level)")
    }
  }

  static func writeFull(_ finding: FindingReport, to page: inout TextPage) {
    page.line(
      subjectLine(finding) + (isReportedOnly(finding) ? " (reported, does not block)" : ""),
      indent: 4
    )
    writeConditions(finding, to: &page)
    if let reason = finding.reason { write(reason, to: &page) }
    ProofText.write(finding, to: &page)
    writeOpen(finding, to: &page)
    for fault in finding.faults { page.line("fault: \(fault)", indent: 6) }
    writeReplies(finding, to: &page)
  }

  /// What all findings of a rule share: the law, the remedies, where the rule stands.
  static func writeLaw(_ finding: FindingReport, to page: inout TextPage) {
    page.line(
      "\(finding.severity); \(finding.adverseStandard) to find against, "
        + "\(finding.clearStandard) to clear; burden: \(finding.burden)",
      indent: 4,
      mark: "proof: "
    )
    let basis = finding.basis.map {
      "\($0.instrument) \($0.provision)" + ($0.isVerified ? "" : " (to be verified)")
    }
    page.line(basis.joined(separator: "; "), indent: 4, mark: "law: ")
    if let remedy = finding.vendorRemedy { page.line(remedy, indent: 4, mark: "vendor: ") }
    if let remedy = finding.buyerRemedy { page.line(remedy, indent: 4, mark: "buyer: ") }
    page.line("\(finding.rulePlace.file):\(finding.rulePlace.line)", indent: 4, mark: "rule: ")
  }

  private static func isReportedOnly(_ finding: FindingReport) -> Bool {
    finding.status == .undetermined && !finding.blocks
  }

  static func subjectLine(_ finding: FindingReport) -> String {
    if finding.isUnnamedRest {
      return "on whatever else there may be in \(finding.subject): the list is not closed"
    }
    return finding.subject == "vendor" ? "on the vendor" : "on \(finding.subject)"
  }

  // MARK: Conditions

  private static func writeConditions(_ finding: FindingReport, to page: inout TextPage) {
    if let condition = finding.condition {
      page.line(finding.isRequirement ? "required:" : "violated if:", indent: 6)
      write(condition, indent: 8, to: &page)
    }
    guard !finding.exceptions.isEmpty else { return }
    page.line("unless (for the vendor to prove):", indent: 6)
    for exception in finding.exceptions {
      page.line(
        exception.label ?? "",
        indent: 8,
        note: exception.truth == "true" ? "proven" : "not proven"
      )
    }
  }

  private static func write(
    _ condition: FindingReport.Condition,
    indent: Int,
    to page: inout TextPage
  ) {
    guard condition.kind != "leaf" else {
      page.line(condition.label ?? "", indent: indent, note: condition.truth)
      return
    }
    page.line(words(for: condition), indent: indent, note: condition.truth)
    for part in condition.parts { write(part, indent: indent + 2, to: &page) }
  }

  private static func words(for group: FindingReport.Condition) -> String {
    switch group.kind {
    case "all": "all of"
    case "any": "any of"
    case "none": "none of"
    default: "at least \(group.needed ?? 0) of"
    }
  }

  // MARK: Facts

  private static func write(_ reason: FindingReport.Reason, to page: inout TextPage) {
    let count = reason.facts.count
    page.line(
      count == 1 ? "This one fact alone forces it:" : "These \(count) facts alone force it:",
      indent: 6
    )
    for (index, fact) in reason.facts.enumerated() {
      write(fact, mark: "\(index + 1). ", to: &page)
    }
    if reason.needsNoException {
      page.line("... and no exception is proven on file", indent: 8)
    }
  }

  private static func write(_ fact: FactReport, mark: String, to page: inout TextPage) {
    page.line("\(fact.label): \(fact.value ?? "unknown")", indent: 8, mark: mark)
    page.line(fact.path, indent: 11)
    if let place = fact.place { page.line("\(place.file):\(place.line)", indent: 11) }
    let standing = "level \(fact.level) of 4, contradicted at \(fact.contradiction)"
    let meets = fact.meets.map { ", meets \($0)" } ?? ""
    page.line("\(standing)\(meets) (asked: \(fact.standard))", indent: 11)
    writeEvidence(fact, indent: 11, to: &page)
  }

  private static func writeEvidence(_ fact: FactReport, indent: Int, to page: inout TextPage) {
    for citation in fact.evidence { write(citation, indent: indent, to: &page) }
    for denial in fact.denials {
      page.line("against it, that it is \(denial.value):", indent: indent)
      for citation in denial.evidence { write(citation, indent: indent + 2, to: &page) }
    }
  }

  private static func write(_ citation: CitationReport, indent: Int, to page: inout TextPage) {
    let source = citation.source
    let date = source.published ?? source.observed.map { "observed \($0)" } ?? "undated"
    var words = "\(source.publisher ?? "publisher not given") (\(source.kind)), \(date)"
    if let quote = citation.quote { words += ": \"\(quote)\"" }
    if let locator = citation.locator { words += " [\(locator)]" }
    page.line(words + "  {\(source.id)}", indent: indent, mark: citation.manner + ": ")
  }

  private static func writeOpen(_ finding: FindingReport, to page: inout TextPage) {
    guard !finding.open.isEmpty else { return }
    page.line("open, and so not cleared:", indent: 6)
    let shown = finding.open.filter { $0.kind != "exists" }
    let facts = shown.isEmpty ? finding.open : shown
    for fact in facts.prefix(shownOpenFacts) {
      page.line("\(fact.path): \(fact.gap ?? "open")", indent: 8)
      if let claimed = fact.value, fact.kind == "value" {
        page.line("claimed: \(claimed)", indent: 10)
      }
      writeEvidence(fact, indent: 10, to: &page)
    }
    let more = facts.count - shownOpenFacts
    if more > 0 { page.line("and \(more) more (all of them: --format json)", indent: 8) }
  }

  /// The replies to all that the finding cites, each once.
  private static func writeReplies(_ finding: FindingReport, to page: inout TextPage) {
    let all = ((finding.reason?.facts ?? []) + finding.open).flatMap(\.replies)
    guard !all.isEmpty else { return }
    page.line("The reply to these reports:", indent: 6)
    var told: Set<String> = []
    for reply in all where reply.noneFound == nil {
      let line = words(of: reply)
      if told.insert(line).inserted { page.line(line, indent: 8) }
    }
    let days = Set(all.compactMap(\.noneFound)).sorted()
    for day in days {
      let unanswered = Set(all.filter { $0.noneFound == day }.flatMap(\.to)).sorted()
      let sources = unanswered.map { "{\($0)}" }.joined(separator: ", ")
      page.line("none found by \(day) to \(sources)", indent: 8)
    }
  }

  /// Who replied, when, and what: in quotation marks, or what is known of it without.
  private static func words(of reply: FactReport.Reply) -> String {
    let said = reply.quote.map { ": \"\($0)\"" } ?? reply.gist.map { ": \($0)" } ?? ""
    let source = reply.source.map { "  {\($0)}" } ?? ""
    return "\(reply.publisher ?? "the vendor"), \(reply.date ?? "undated")\(said)\(source)"
  }
}
