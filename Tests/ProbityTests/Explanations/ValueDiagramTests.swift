import Probity
import ProbityTestSupport
import Testing

/// The values under the conditions of findings, on small profiles.
@Suite struct ValueDiagramTests {
  /// The labels under the parts of a rule's only condition, by the part's text.
  private func labels(
    _ cel: String,
    _ vendor: String,
    standard: String = "balance"
  ) throws -> [String: ValueDiagram.Label] {
    let diagrams = try diagrams(.violated(if: cel), vendor, standard: standard)
    #expect(diagrams.count == 1)
    let diagram = try #require(diagrams.first).diagram
    let bytes = Array(diagram.text.text.utf8)
    return Dictionary(
      diagram.parts.map { (String(decoding: bytes[$0.range], as: UTF8.self), $0.label) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func diagrams(
    _ rule: TinyRule,
    _ vendor: String,
    standard: String = "balance"
  ) throws -> [ConditionDiagram] {
    var rule = rule
    rule.clear = standard
    let decision = try TinyWorld(rule).decision(TinyWorld.closedRelations + "\n" + vendor)
    return try #require(decision.findings.first).diagrams(packs: decision.packs)
  }

  @Test func `a known value is told as the language writes it`() throws {
    let found = try labels(
      "vendor.a && vendor.mode == \"shown\"",
      "a: \(proven("true"))\nmode: \(proven("shown"))"
    )
    #expect(found["vendor.a"] == .value("true"))
    #expect(found["vendor.mode"] == .value("\"shown\""))
    #expect(found["vendor"] == .value("vendor"))
    #expect(found["vendor.a && vendor.mode == \"shown\""] == .value("true"))
  }

  @Test func `what is unknown is told with its cause`() throws {
    let vendor = """
      b: {declined: 2026-02-01}
      c: {is: true, evidence: [word]}
      d: {claims: [{is: true, evidence: [{source: lab, locator: p}]}, {is: false, evidence: [{source: authority, locator: p}]}]}
      """
    for (field, gap) in [
      ("a", .notAnswered), ("b", .declined), ("c", .belowStandard), ("d", .belowStandard),
    ] as [(String, ValueDiagram.Gap)] {
      #expect(try labels("vendor.\(field)", vendor)["vendor.\(field)"] == .unknown(gap, facts: 1))
    }
  }

  @Test func `what was not needed has no value`() throws {
    let found = try labels("vendor.a && vendor.b", "a: \(proven("false"))")
    #expect(found["vendor.a"] == .value("false"))
    #expect(found["vendor.b"] == nil)
  }

  @Test func `lists are told by what their elements are called`() throws {
    let things = "things: [{name: one, bad: \(proven("true"))}, {name: two}]"
    let found = try labels("vendor.things.exists(t, t.bad)", things)
    #expect(found["vendor.things"] == .value("[one, two?, ...]"))
    #expect(found["t"] == .value("things[one]"))
    #expect(found["t.bad"] == .value("true"))
  }

  @Test func `the whole comes to what all ways to fill in open facts lead to`() throws {
    let either = "vendor.a && vendor.b || !vendor.a && vendor.b"
    let diagram = try #require(
      diagrams(.violated(if: either), "b: \(proven("true"))").first
    ).diagram
    #expect(diagram.isSettledByCases)
    #expect(diagram.parts.last?.label == .value("true"))
    #expect(diagram.parts.last?.isWhole == true)
  }

  @Test func `a rule's other conditions have diagrams, too`() throws {
    var rule = TinyRule.violated(if: "vendor.a")
    rule.when = "vendor.b"
    rule.unless = "vendor.c"
    let found = try diagrams(rule, "a: \(proven("true"))\nb: \(proven("true"))")
    #expect(found.map(\.role) == [.when, .condition, .exception])
    #expect(found.map(\.terms.direction) == [.adverse, .adverse, .clear])
  }

  @Test func `where there is no subject there is nothing to show`() throws {
    var rule = TinyRule.violated(if: "t.bad")
    rule.forEach = "{t: vendor.things}"
    #expect(try diagrams(rule, "a: true").isEmpty)
  }
}
