import Probity

/// Writes what else follows of a finding: what would do as well, what it hangs on, what would
/// change it.
struct ProofText {
  /// Sets shown of each kind; all of them are in the JSON.
  private static let shown = 3

  private let subject: String
  private var page: TextPage

  static func write(_ finding: FindingReport, to page: inout TextPage) {
    var writer = ProofText(subject: finding.subject, page: page)
    if finding.status == .violated {
      writer.writeViolated(finding.proof)
    } else {
      writer.writeOpen(finding.proof)
    }
    page = writer.page
  }

  private mutating func writeViolated(_ proof: ProofReport) {
    write(proof.otherReasons.map(words), "Also enough alone:", proof.isComplete)
    write(proof.pivots.map(words), "It would be open without each of these:", proof.isComplete)
    writeRepairs(proof)
  }

  private mutating func writeOpen(_ proof: ProofReport) {
    let (clearing, violating) = (proof.clearing.map(words), proof.violating.map(words))
    write(clearing, "What would clear it, whatever the rest says:", proof.isComplete)
    write(violating, "What would violate it, whatever the rest says:", proof.isComplete)
    if proof.isBeyondVendor {
      page.line("Nothing that the vendor alone can change clears it.", indent: 6)
    }
  }

  private mutating func writeRepairs(_ proof: ProofReport) {
    if proof.repairs.isEmpty, proof.isBeyondVendor {
      page.line("Nothing that the vendor can change alters this.", indent: 6)
    }
    write(proof.repairs.map(words), "What would change it:", proof.isComplete)
    if !proof.repairs.isEmpty, proof.isBeyondVendor {
      page.line("None of it is for the vendor alone.", indent: 8)
    }
  }

  private mutating func write(_ lines: [String], _ heading: String, _ isComplete: Bool) {
    guard !lines.isEmpty else { return }
    page.line(heading, indent: 6)
    for line in lines.prefix(Self.shown) { page.line(line, indent: 8, mark: "- ") }
    let more = lines.count - Self.shown
    if more > 0 { page.line("and \(more) more (all of them: --format json)", indent: 8) }
    if !isComplete { page.line("and possibly others, which were not searched for", indent: 8) }
  }

  // MARK: Words

  private func words(for set: ProofReport.Facts) -> String {
    if set.paths.isEmpty { return "that no exception is proven" }
    let facts = set.paths.map(shortened).joined(separator: " with ")
    return set.exception.map { "\(facts): \($0)" } ?? facts
  }

  private func words(for repair: ProofReport.Repair) -> String {
    let steps = repair.steps.map { step in
      let isChange = step.kind == "change"
      let act = isChange ? "sees to it, and proves," : "proves"
      return "\(name(of: step.actor)) \(act) that \(words(for: step.answer, isChange: isChange))"
    }
    return steps.joined(separator: "; ") + " (at \(repair.standard))"
  }

  /// Answers side by side; which texts were made up does not matter, only which are the same.
  private func words(for answers: [ProofReport.Answer]) -> String {
    var invented: [String] = []
    return answers.map { answer in
      guard answer.isInvented else { return words(for: answer) }
      let isFirst = invented.isEmpty
      let isSame = invented.contains(answer.value)
      invented.append(answer.value)
      let text = isSame ? "the same text" : isFirst ? "some text" : "another text"
      return "\(shortened(answer.path)) is \(text)"
    }.joined(separator: "; ")
  }

  private func words(for answer: ProofReport.Answer, isChange: Bool = false) -> String {
    let path = shortened(answer.path)
    switch answer.kind {
    case "complete": return "\(path.dropping(" (complete)")) is the whole list"
    case "exists":
      let name = path.dropping(" (exists)")
      if answer.value != "false" { return "\(name) exists" }
      return isChange ? "\(name) no longer exists" : "\(name) does not exist"
    default: return "\(path) is \(answer.value)" + (answer.isExample ? ", for example" : "")
    }
  }

  private func name(of actor: String) -> String {
    switch actor {
    case "vendor": "the vendor"
    case "buyer": "the buyer"
    default: "a third party"
    }
  }

  /// What lies below the subject of the finding, without the subject.
  private func shortened(_ path: String) -> String {
    path.hasPrefix(subject + ".") ? "its " + path.dropFirst(subject.count + 1) : path
  }
}

extension String {
  /// The text without an ending that it may have.
  fileprivate func dropping(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
