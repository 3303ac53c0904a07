package import Probity
import ProbityCEL

extension Article {
  /// A rule by itself: what it asks, why, of whom, and what comes of it.
  package init(_ rule: Rule, in rulebook: Rulebook, language: String) {
    let words = ExplainWords(language)
    self.init("rule", rule.id, rule.title[language], language)
    let mechanism = rulebook.vocabulary.enumeration("mechanism")?
      .codes.first { $0.code == rule.mechanism }
    add(
      "bears",
      words.severityHeading,
      [words.severity(rule.severity), words.burden(rule.burden)]
        + [mechanism.map { "\($0.code): \($0.label[language])" } ?? rule.mechanism]
    )
    add("for_each", words.runsOver, rule.scope.map { "\($0.variable): \($0.path)" })
    add("when", words.when, [rule.when?.program.text.text])
    add(
      rule.isRequirement ? "required" : "violated_if",
      rule.isRequirement ? words.required : words.violatedIf,
      Self.lines(of: rule.condition, words, indent: 0),
      isVerbatim: true
    )
    add(
      "unless",
      words.unless,
      rule.exceptions.flatMap { Self.lines(of: .leaf($0), words, indent: 0) },
      isVerbatim: true
    )
    add("standard", words.proof, Self.standards(of: rule, words))
    add("time", words.time, Self.time(of: rule, words))
    add(
      "law",
      words.law,
      rule.basis.map { "\($0.instrument) \($0.provision)" + ($0.isVerified ? "" : words.toVerify) }
    )
    add(
      "remedy",
      words.remedy,
      [
        rule.vendorRemedy.map { words.actor(.vendor) + ": " + $0[language] },
        rule.buyerRemedy.map { words.actor(.buyer) + ": " + $0[language] },
      ]
    )
    add("waiver", words.waiver, [words.waiver(rule.waiver)])
    add("reads", words.reads, Self.fields(of: rule))
    add(
      "examples",
      words.examples,
      rule.examples.map { "\($0.expected): \($0.name) (\($0.span))" }
    )
    add("at", words.place, ["\(rule.span)"])
  }

  /// A condition's tree: the words of each leaf, and its expression below them.
  private static func lines(
    of condition: Condition,
    _ words: ExplainWords,
    indent: Int
  ) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    switch condition {
    case .leaf(let leaf):
      let text = leaf.program.text.text.split(separator: "\n").map { blanks + "  " + $0 }
      return [blanks + "- " + leaf.label[words.language]] + text
    case .all(let parts): return group(words.allOf, parts, words, blanks, indent)
    case .any(let parts): return group(words.anyOf, parts, words, blanks, indent)
    case .none(let parts): return group(words.noneOf, parts, words, blanks, indent)
    case .atLeast(let number, let parts):
      return group(words.atLeast(number), parts, words, blanks, indent)
    }
  }

  private static func group(
    _ heading: String,
    _ parts: [Condition],
    _ words: ExplainWords,
    _ blanks: String,
    _ indent: Int
  ) -> [String] {
    [blanks + heading] + parts.flatMap { lines(of: $0, words, indent: indent + 2) }
  }

  private static func standards(of rule: Rule, _ words: ExplainWords) -> [String] {
    [
      words.toFindAgainst + ": " + rule.adverseStandard.rawValue,
      words.toClear + ": " + rule.clearStandard.rawValue,
    ]
  }

  private static func time(of rule: Rule, _ words: ExplainWords) -> [String?] {
    let end = rule.inForce.to.map { " – \($0)" } ?? ""
    return [
      words.inForce + ": \(rule.inForce.from)" + end,
      rule.lookback.map { words.lookback + ": \($0)" },
      rule.clearWithin.map { words.clearWithin + ": \($0)" },
    ]
  }

  private static func fields(of rule: Rule) -> [String] {
    rule.fieldsRead.map { "\($0.record).\($0.field)" }.sorted()
  }
}
