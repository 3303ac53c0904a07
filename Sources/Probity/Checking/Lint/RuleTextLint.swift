import ProbityText

/// What is missing from a rule that people read: languages, provisions, names that differ.
enum RuleTextLint {
  /// The languages of titles, and those of whatever else is shown with a finding.
  private static let languages = (titles: ["en", "fr", "es"], others: ["en", "fr"])

  static func faults(of rule: Rule) -> DiagnosticList {
    var found = DiagnosticList()
    require(languages.titles, of: rule.title, "the title of `\(rule.id)`", rule.span, &found)
    for term in rule.conditions where term.role != .application {
      let words = "the label of a condition of `\(rule.id)`"
      require(languages.others, of: term.leaf.label, words, term.leaf.span, &found)
    }
    for (remedy, words) in [(rule.vendorRemedy, "vendor"), (rule.buyerRemedy, "buyer")] {
      guard let remedy else { continue }
      let words = "the remedy for the \(words) in `\(rule.id)`"
      require(languages.others, of: remedy, words, rule.span, &found)
    }
    if rule.basis.isEmpty {
      found.warning(
        "lint.no-basis",
        "rule `\(rule.id)` rests on no provision",
        at: rule.span,
        help: "name instrument and provision under `basis`"
      )
    }
    if let to = rule.inForce.to, to < rule.inForce.from {
      found.error(
        "lint.never-in-force",
        "rule `\(rule.id)` ends on \(to), before it begins on \(rule.inForce.from)",
        at: rule.span
      )
    }
    refuseRepeats(in: rule, into: &found)
    return found
  }

  private static func require(
    _ languages: [String],
    of text: LocalizedText,
    _ words: String,
    _ span: SourceSpan,
    _ found: inout DiagnosticList
  ) {
    let missing = languages.filter { text.texts[$0] == nil }
    guard !missing.isEmpty else { return }
    found.warning(
      "lint.missing-translation",
      "\(words) is not there in " + missing.map { "`\($0)`" }.joined(separator: ", "),
      at: span
    )
  }

  private static func refuseRepeats(in rule: Rule, into found: inout DiagnosticList) {
    var seen: [String: SourceSpan] = [:]
    for example in rule.examples {
      guard let first = seen[example.name] else {
        seen[example.name] = example.span
        continue
      }
      found.warning(
        "lint.name-twice",
        "two examples of `\(rule.id)` are called `\(example.name)`",
        at: example.span,
        notes: [Diagnostic.Note("the first is here", at: first)]
      )
    }
  }
}
