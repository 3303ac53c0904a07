import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// A pack of one rule over the tiny vocabulary, with sources that its examples share.
struct CheckedWorld {
  let rulebook: Rulebook
  let bench: TestBench

  /// Reads a rule with examples; each example is `outcome: lines of the vendor`.
  init(_ rule: TinyRule, _ examples: [(Finding.Status, String)], pack: String = "") throws {
    var rule = rule
    rule.examples = Self.examples(examples)
    rulebook = try Rulebook([TinyWorld.vocabulary, Self.pack([rule], pack)])
    bench = TestBench(rulebook)
  }

  var rule: Rule { rulebook.rules[0] }

  var coverage: RuleCoverage { bench.coverage(of: [rule], by: bench.examples(of: rule))[0] }

  /// What no example shows, as `term answer`.
  var missing: [String] { coverage.missing.map { "\($0.term) \($0.answer)" } }

  static func examples(_ examples: [(Finding.Status, String)]) -> String {
    let texts = examples.enumerated().map { index, example in
      "{name: case \(index), expect: \(example.0.rawValue), profile: {vendor: {id: v, name: V, "
        + TinyWorld.closedRelations + (example.1.isEmpty ? "" : ", " + example.1) + "}}}"
    }
    return "[" + texts.joined(separator: ",\n    ") + "]"
  }

  static func pack(_ rules: [TinyRule], _ more: String = "") -> SourceText {
    SourceText(
      name: "tiny.yaml",
      """
      probity: rule-pack/1
      pack: {id: tiny, version: 1.0.0, vocabulary: tiny/1, title: {en: Tiny}}
      example_as_of: \(TinyWorld.today)
      example_sources:
      \(indented(TinyWorld.sources, by: 2))
      \(more)
      rules:
      \(rules.map(\.yaml).joined())
      """
    )
  }

  /// Two conditions of which both must hold.
  static let both: TinyRule = {
    var rule = TinyRule()
    rule.condition = """
      violated_if:
        all:
          - {label: {en: it is a}, cel: vendor.a}
          - {label: {en: it is b}, cel: vendor.b}
      """
    return rule
  }()
}
