import ProbityTestSupport
import ProbityText
import Testing

/// Rules that would decide without looking, or never: all of them are refused when they load.
@Suite struct RefusedRuleTests {
  private func complaints(_ change: (inout TinyRule) -> Void) -> [String] {
    var rule = TinyRule()
    rule.examples = Self.examples
    change(&rule)
    return TinyWorld.complaints(about: rule)
  }

  private static let examples = """
    [{name: so, expect: violated, profile: {vendor: {id: v, name: V, \
    a: {is: true, evidence: [s]}}, sources: {s: {kind: judgment, published: 2026-01-01, \
    graded: {by: R, on: 2026-01-01}}}}}, \
    {name: not so, expect: satisfied, profile: {vendor: {id: v, name: V, \
    a: {is: false, evidence: [{source: s, quote: q}]}, relations: {items: [], \
    complete: {evidence: [{source: s, quote: q}]}}}, sources: {s: {kind: judgment, \
    publisher: C, interest: none, reliability: A, retracted: none, published: 2026-01-01, \
    graded: {by: R, on: 2026-01-01}}}}}, \
    {name: open, expect: undetermined, profile: {vendor: {id: v, name: V}}}]
    """

  @Test func `a sound rule with its three examples is read`() {
    #expect(complaints { _ in } == [])
  }

  /// Guards `refuseConstant` in `ExampleRunner`.
  @Test(arguments: [
    "1 < 2", "false", "vendor.a || !vendor.a", "vendor.a && !vendor.a", "as_of < as_of",
    "true || vendor.a",
  ])
  func `a rule that is definite on nothing is refused`(_ cel: String) {
    #expect(
      complaints { $0.condition = TinyRule.violated(if: cel).condition }.contains("rule.constant")
    )
  }

  /// An exception that always holds is found by the example that ought to be violated.
  @Test(arguments: ["true", "1 < 2", "as_of == as_of"])
  func `a rule whose exception is certain is refused`(_ cel: String) {
    #expect(complaints { $0.unless = cel }.contains("rule.example-fails"))
  }

  /// Guards the two errors of `RuleReader.group`, and the one of `readExceptions`.
  @Test(arguments: [
    ("{all: []}", "rule.empty-group"), ("{any: []}", "rule.empty-group"),
    ("{none: []}", "rule.empty-group"), ("{at_least: {n: 1, of: []}}", "rule.empty-group"),
    ("{at_least: {n: 0, of: [LEAF]}}", "rule.impossible-number"),
    ("{at_least: {n: -1, of: [LEAF]}}", "rule.impossible-number"),
    ("{at_least: {n: 2, of: [LEAF]}}", "rule.impossible-number"),
    ("{all: [{any: []}]}", "rule.empty-group"),
  ])
  func `an empty group or an impossible number is refused`(_ condition: String, _ id: String) {
    let leaf = "{label: {en: so}, cel: vendor.a}"
    let tree = condition.split(separator: "LEAF", omittingEmptySubsequences: false)
      .joined(separator: leaf)
    #expect(complaints { $0.condition = "violated_if: \(tree)" } == [id])
    #expect(complaints { $0.condition = "required: \(tree)" } == [id])
  }

  @Test func `a list of no exceptions is refused`() {
    let condition = TinyRule().condition + "\nunless: []"
    #expect(complaints { $0.condition = condition } == ["rule.empty-group"])
  }

  /// Guards `RuleReader.readStandards`.
  @Test(arguments: [
    ("alleged", "balance"), ("reasonable_grounds", "reasonable_grounds"),
    ("reasonable_grounds", "alleged"), ("clear_and_convincing", "balance"),
    ("conclusive", "clear_and_convincing"), ("alleged", "conclusive"),
  ])
  func `standards that would clear more easily than accuse are refused`(
    _ adverse: String,
    _ clear: String
  ) {
    let ids = complaints { rule in
      rule.adverse = adverse
      rule.clear = clear
    }
    #expect(Set(ids) == ["rule.weak-standard"])
  }

  /// Guards `ExampleRun.finish`.
  @Test(arguments: ["violated", "satisfied", "undetermined"])
  func `a rule without an example of each outcome is refused`(_ missing: String) {
    let examples = Self.examples.dropFirst().dropLast().split(separator: ", {name")
      .enumerated().map { $0 == 0 ? String($1) : "{name" + $1 }
      .filter { !$0.contains("expect: \(missing),") }
    #expect(examples.count == 2)
    let ids = complaints { $0.examples = "[\(examples.joined(separator: ", "))]" }
    #expect(ids == ["rule.missing-example"])
  }
}
