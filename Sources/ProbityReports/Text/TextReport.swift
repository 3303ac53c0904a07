import Probity

/// Writes a decision for people: what it is, why, and what to ask for next.
package struct TextReport {
  private let report: DecisionReport
  private var page: TextPage

  /// Open facts shown a finding; all of them are in the JSON.
  private static let shownOpenFacts = 6

  /// The text of a decision, wrapped at a width.
  package static func text(_ report: DecisionReport, width: Int = 80) -> String {
    var writer = TextReport(report: report, page: TextPage(width: width))
    writer.write()
    return writer.page.text
  }

  private mutating func write() {
    writeHead()
    writeSection("VIOLATED", of: .violated)
    writeSection("CANNOT BE DECIDED (treated as not passed)", of: .undetermined)
    if report.verdict == .pass { writeReliance() }
    writeSection("CLEARED", of: .satisfied)
    writeSection("DOES NOT APPLY", of: .notApplicable)
    writeAdvice()
  }

  private mutating func writeHead() {
    let counts = report.counts
    page.line(
      report.vendorName + (report.isFictional ? " (fictional)" : ""),
      indent: 0,
      mark: verdictWord + "  "
    )
    page.line(
      "\(counts.violated) findings violated, \(counts.undetermined) undetermined, "
        + "\(counts.satisfied) satisfied, \(counts.notApplicable) do not apply.",
      indent: 2
    )
    let packs = report.packs.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
    page.line("As of \(report.asOf), by rules: \(packs).", indent: 2)
    if !report.notInForce.isEmpty {
      page.line("Not in force then: \(report.notInForce.joined(separator: ", ")).", indent: 2)
    }
    if let notice = report.notice { page.line(notice, indent: 2) }
  }

  private var verdictWord: String {
    switch report.verdict {
    case .fail: "FAIL"
    case .undetermined: "UNDETERMINED"
    case .pass: "PASS"
    }
  }

  // MARK: Findings

  private mutating func writeSection(_ heading: String, of status: Finding.Status) {
    let findings = report.findings.filter { $0.status == status }
    guard !findings.isEmpty else { return }
    page.heading(heading)
    for finding in findings {
      switch status {
      case .violated, .undetermined: writeFull(finding)
      case .satisfied, .notApplicable: writeShort(finding)
      }
    }
  }

  private func mark(_ status: Finding.Status) -> String {
    switch status {
    case .violated: "x "
    case .undetermined: "? "
    case .satisfied: "+ "
    case .notApplicable: "- "
    }
  }

  private mutating func writeShort(_ finding: FindingReport) {
    page.line("\(finding.rule)  \(finding.title)", indent: 2, mark: mark(finding.status))
    page.line("on \(finding.subject)", indent: 4)
    guard let reason = finding.reason else { return }
    if let exception = reason.exception { page.line("because \(exception)", indent: 4) }
    for fact in reason.facts {
      let level = "level \(fact.level)"
      let value = fact.kind == "value" ? " is \(fact.value ?? "unknown")" : ""
      page.line(fact.path + value, indent: 6, note: level)
    }
  }

  private mutating func writeFull(_ finding: FindingReport) {
    page.blank()
    page.line("\(finding.rule)  \(finding.title)", indent: 2, mark: mark(finding.status))
    page.line(subjectLine(finding), indent: 4)
    page.line(
      "\(finding.severity); to find against: \(finding.adverseStandard), "
        + "to clear: \(finding.clearStandard)"
        + (finding.status == .undetermined && !finding.blocks ? "; does not block" : ""),
      indent: 4
    )
    writeConditions(finding)
    if let reason = finding.reason { writeReason(reason) }
    writeOpen(finding)
    for fault in finding.faults { page.line("fault: \(fault)", indent: 4) }
    writeLaw(finding)
  }

  private func subjectLine(_ finding: FindingReport) -> String {
    if finding.isUnnamedRest {
      return "on whatever else there may be in \(finding.subject): the list is not closed"
    }
    return finding.subject == "vendor" ? "on the vendor" : "on \(finding.subject)"
  }

  private mutating func writeConditions(_ finding: FindingReport) {
    if let condition = finding.condition {
      page.line(finding.isRequirement ? "required:" : "violated if:", indent: 4)
      write(condition, indent: 6)
    }
    guard !finding.exceptions.isEmpty else { return }
    page.line("unless (for the vendor to prove):", indent: 4)
    for exception in finding.exceptions {
      page.line(
        exception.label ?? "",
        indent: 6,
        note: exception.truth == "true" ? "proven" : "not proven"
      )
    }
  }

  private mutating func write(_ condition: FindingReport.Condition, indent: Int) {
    guard condition.kind != "leaf" else {
      page.line(condition.label ?? "", indent: indent, note: condition.truth)
      return
    }
    let words =
      switch condition.kind {
      case "all": "all of"
      case "any": "any of"
      case "none": "none of"
      default: "at least \(condition.needed ?? 0) of"
      }
    page.line(words, indent: indent, note: condition.truth)
    for part in condition.parts { write(part, indent: indent + 2) }
  }

  // MARK: Facts

  private mutating func writeReason(_ reason: FindingReport.Reason) {
    let count = reason.facts.count
    page.line(
      count == 1 ? "This one fact alone forces it:" : "These \(count) facts alone force it:",
      indent: 4
    )
    for (index, fact) in reason.facts.enumerated() {
      write(fact, mark: "\(index + 1). ")
    }
    if reason.needsNoException {
      page.line("... and no exception is proven on file", indent: 6)
    }
  }

  private mutating func write(_ fact: FactReport, mark: String) {
    page.line("\(fact.label): \(fact.value ?? "unknown")", indent: 6, mark: mark)
    let place = fact.place.map { "  \($0.file):\($0.line)" } ?? ""
    page.line(fact.path + place, indent: 9)
    page.line(
      "level \(fact.level) of 4, contradicted at \(fact.contradiction)"
        + (fact.meets.map { ": meets \($0), " } ?? ": ") + "the rule asks \(fact.standard)",
      indent: 9
    )
    for citation in fact.evidence { write(citation, indent: 9) }
    for denial in fact.denials {
      page.line("against it (\(denial.value)):", indent: 9)
      for citation in denial.evidence { write(citation, indent: 11) }
    }
    for reply in fact.replies { write(reply) }
  }

  private mutating func write(_ citation: CitationReport, indent: Int) {
    let source = citation.source
    let date = source.published ?? source.observed.map { "observed \($0)" } ?? "undated"
    var words = "\(source.publisher ?? "publisher not given") (\(source.kind)), \(date)"
    if let quote = citation.quote { words += ": \"\(quote)\"" }
    if let locator = citation.locator { words += " [\(locator)]" }
    words += "  {\(source.id)}"
    page.line(words, indent: indent, mark: citation.manner + ": ")
  }

  private mutating func write(_ reply: FactReport.Reply) {
    if let date = reply.noneFound {
      page.line("no reply found by \(date)", indent: 9, mark: "reply: ")
      return
    }
    let quote = reply.quote.map { ": \"\($0)\"" } ?? ""
    page.line(
      "\(reply.publisher ?? "the vendor"), \(reply.date ?? "undated")\(quote)",
      indent: 9,
      mark: "reply: "
    )
  }

  private mutating func writeOpen(_ finding: FindingReport) {
    guard !finding.open.isEmpty else { return }
    page.line("not answered well enough to clear it:", indent: 4)
    for fact in finding.open.prefix(Self.shownOpenFacts) {
      page.line("\(fact.path): \(fact.gap ?? "open")", indent: 6)
      if let claimed = fact.value { page.line("claimed: \(claimed)", indent: 8) }
      for citation in fact.evidence { write(citation, indent: 8) }
      for denial in fact.denials {
        page.line("against it (\(denial.value)):", indent: 8)
        for citation in denial.evidence { write(citation, indent: 10) }
      }
      for reply in fact.replies { write(reply) }
    }
    let more = finding.open.count - Self.shownOpenFacts
    if more > 0 { page.line("and \(more) more (all of them: --format json)", indent: 6) }
    if !finding.isExact {
      page.line("an answer may also turn out not to matter (not proven exact)", indent: 6)
    }
  }

  private mutating func writeLaw(_ finding: FindingReport) {
    let basis = finding.basis.map {
      "\($0.instrument) \($0.provision)" + ($0.isVerified ? "" : " (to be verified)")
    }
    page.line(basis.joined(separator: "; "), indent: 4, mark: "law: ")
    if let remedy = finding.vendorRemedy { page.line(remedy, indent: 4, mark: "vendor: ") }
    if let remedy = finding.buyerRemedy { page.line(remedy, indent: 4, mark: "buyer: ") }
    page.line(
      "\(finding.rulePlace.file):\(finding.rulePlace.line)",
      indent: 4,
      mark: "rule: "
    )
  }

  // MARK: What it rests on, and what to ask for

  private mutating func writeReliance() {
    page.heading("WHAT THIS RESTS ON")
    for reliance in report.reliance {
      let source = reliance.source
      let date = source.published ?? source.observed ?? "undated"
      page.line(
        "\(source.publisher ?? "publisher not given") (\(source.kind)), \(date)  {\(source.id)}",
        indent: 2,
        note: "without it: \(reliance.verdictWithout.rawValue)"
      )
    }
    let facts = report.findings.filter { $0.status == .satisfied }.flatMap {
      $0.reason?.facts ?? []
    }
    if let weakest = facts.min(by: { $0.level < $1.level }) {
      page.line("Weakest support: \(weakest.path), level \(weakest.level) of 4.", indent: 2)
    }
  }

  private mutating func writeAdvice() {
    guard report.verdict != .pass, let best = report.advice.first else { return }
    page.heading("WHAT TO ASK FOR")
    page.line(
      "The one document that could settle most is \(best.title): it could clear "
        + "\(best.settledCount) of the \(report.openFindingCount) open findings by itself and "
        + "bears on \(best.touchedCount).",
      indent: 2
    )
    if let definition = best.definition { page.line(definition, indent: 4) }
    for advice in report.advice.dropFirst() {
      page.line(
        "\(advice.title) (\(advice.from)): could clear \(advice.settledCount), "
          + "bears on \(advice.touchedCount)",
        indent: 2,
        mark: "then "
      )
    }
  }
}
