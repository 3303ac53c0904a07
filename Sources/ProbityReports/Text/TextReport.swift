import Probity

/// Writes a decision for people: what it is, why, and what to ask for next.
package struct TextReport {
  private let report: DecisionReport
  private var page: TextPage

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
    if report.verdict != .undetermined { writeFoundation() }
    writeSection("CLEARED", of: .satisfied)
    writeSection("DOES NOT APPLY", of: .notApplicable)
    writeAdvice()
    writeQuestions()
  }

  private mutating func writeHead() {
    let counts = report.counts
    page.line(
      report.vendorName
        + (report.isFictional && !report.vendorName.contains("(fictional)") ? " (fictional)" : ""),
      indent: 0,
      mark: verdictWord + "  "
    )
    page.line(
      "\(counts.violated) findings violated, \(counts.undetermined) undetermined, "
        + "\(counts.satisfied) satisfied, \(counts.notApplicable) do not apply.",
      indent: 2
    )
    let packs = report.packs.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
    let known = report.knownBy.map { ", as known by \($0)" } ?? ""
    page.line("As of \(report.asOf)\(known), by rules: \(packs).", indent: 2)
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
    for rule in findings.map(\.rule).withoutRepeats {
      let group = findings.filter { $0.rule == rule }
      guard let first = group.first else { continue }
      let isBrief = status == .satisfied || status == .notApplicable
      if !isBrief { page.blank() }
      page.line("\(rule)  \(first.title)", indent: 2, mark: mark(status))
      for finding in group {
        if isBrief {
          FindingText.writeBrief(finding, to: &page)
        } else {
          FindingText.writeFull(finding, to: &page)
        }
      }
      if !isBrief { FindingText.writeLaw(first, to: &page) }
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

  // MARK: What it rests on, and what to ask for

  private mutating func writeFoundation() {
    page.heading("WHAT THIS RESTS ON")
    for reliance in report.reliance {
      page.line(
        words(for: reliance),
        indent: 2,
        note: "without it: \(reliance.verdictWithout.rawValue)"
      )
    }
    if report.reliance.isEmpty {
      page.line("No single source or publisher: without any one of them it stands.", indent: 2)
    }
    writeSupports()
  }

  private func words(for reliance: DecisionReport.Reliance) -> String {
    if let publisher = reliance.publisher {
      return "all \(reliance.sources.count) sources of \(publisher)"
    }
    guard let source = reliance.sources.first else { return "" }
    let date = source.published ?? source.observed ?? "undated"
    return "\(source.publisher ?? "publisher not given") (\(source.kind)), \(date)  {\(source.id)}"
  }

  private mutating func writeSupports() {
    if let weakest = report.supports.min(by: { $0.level < $1.level }) {
      page.line("Weakest support: \(weakest.path), level \(weakest.level) of 4.", indent: 2)
    }
    let single = report.supports.filter { !$0.soleSources.isEmpty }
    if !report.supports.isEmpty {
      page.line(
        "\(single.count) of the \(report.supports.count) facts that decide fall with one source.",
        indent: 2
      )
    }
    for support in report.supports where support.isVendorsWordAlone {
      page.line("The vendor's word alone: \(support.path), level \(support.level).", indent: 2)
    }
  }

  // MARK: Questions

  /// Questions shown; all of them are in the JSON.
  private static let shownQuestions = 5

  private mutating func writeQuestions() {
    guard !report.questions.isEmpty else { return }
    let first = report.questions.count { $0.isInFirstRound }
    page.heading("QUESTIONS LEFT")
    page.line(
      "\(report.questions.count) can still change a finding; \(first) are in a shortest way to "
        + "clear one. Those first that settle soonest:",
      indent: 2
    )
    for (index, question) in report.questions.prefix(Self.shownQuestions).enumerated() {
      write(question, number: index + 1)
    }
    let more = report.questions.count - Self.shownQuestions
    if more > 0 { page.line("and \(more) more (all of them: --format json)", indent: 2) }
    if !report.irrelevant.isEmpty {
      page.line(
        "\(report.irrelevant.count) open facts do not matter, whatever is answered.",
        indent: 2
      )
    }
  }

  private mutating func write(_ question: DecisionReport.Question, number: Int) {
    page.line(question.question ?? question.label, indent: 2, mark: "\(number). ")
    page.line("\(question.path) (\(question.askedOf))", indent: 5)
    if !question.violatesAlone.isEmpty {
      page.line(
        "An answer alone can violate \(question.violatesAlone.joined(separator: ", ")).",
        indent: 5
      )
    }
    if !question.clearsAlone.isEmpty {
      page.line(
        "An answer alone can clear \(question.clearsAlone.joined(separator: ", ")).",
        indent: 5
      )
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

extension [String] {
  /// Each text once, in the order of first appearance.
  var withoutRepeats: [String] {
    var kept: [String] = []
    for text in self where !kept.contains(text) { kept.append(text) }
    return kept
  }
}
