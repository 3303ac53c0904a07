import Probity
import ProbityTestSupport
import Testing

/// What is otherwise on another day, and what made it so.
@Suite struct ComparisonTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func comparison(
    _ vendor: String,
    sources: String,
    _ rules: TinyRule...,
    pack: String = "",
    from: String,
    to: String,
    knownBy: String? = nil
  ) throws -> DecisionComparison {
    let rules = rules.map { rule in
      var rule = rule
      rule.condition += "\nlookback: P5Y\nclear_within: P3Y"
      return rule
    }
    let world = try TinyWorld(rules, pack: pack, except: ["rule.missing-example"])
    return world.rulebook.comparison(
      on: try world.profile(vendor, sources: sources),
      from: try day(from),
      to: try day(to),
      knownBy: try knownBy.map(day)
    )
  }

  /// A source that came out on a day.
  private func source(_ id: String, _ kind: String, _ published: String) -> String {
    "\(id): {kind: \(kind), publisher: The \(id), interest: none, published: \(published), "
      + "origins: [\(id)-files], reliability: A, retracted: none}"
  }

  private func told(_ comparison: DecisionComparison) -> [String] {
    let sources = comparison.before.dossier.sources
    return comparison.changes.map { change in
      let causes = change.causes.map { cause in
        switch cause.influence {
        case .source(let position):
          "\(sources[position].id) " + cause.turns.map { "\($0)" }.joined(separator: " ")
        case .rule(let id): "rule \(id)"
        case .parameter(let fact): "parameter \(comparison.before.dossier.fact(fact).path)"
        case .day: "day"
        }
      }
      let way = change.isEachEnough ? "each" : "together"
      let facts = change.facts.map { comparison.before.dossier.fact($0.fact).path }
      return "\(status(change.before)) to \(status(change.after)) by \(way) "
        + causes.joined(separator: ", ") + " on " + facts.joined(separator: ", ")
    }
  }

  private func status(_ finding: Finding?) -> String { finding?.status.rawValue ?? "none" }

  @Test func `a source that comes out turns a finding`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2026-02-01"),
      TinyRule(),
      from: "2026-01-31",
      to: "2026-02-01"
    )
    #expect(told(found) == ["undetermined to violated by each lab \(SourceTurn.comesOut) on a"])
    #expect(!found.hasFailed)
  }

  @Test func `a source that grows too old leaves a finding open`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2020-01-01"),
      TinyRule(),
      from: "2024-12-31",
      to: "2025-01-02"
    )
    let turn = SourceTurn.tooOldToAccuse(try #require(CalendarPeriod("P5Y")))
    #expect(told(found) == ["violated to undetermined by each lab \(turn) on a"])
  }

  @Test func `two sources of which either suffices are named together where both go`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab, gazette]}",
      sources: source("lab", "test", "2020-01-01") + "\n"
        + source("gazette", "investigation", "2020-01-01"),
      TinyRule(),
      from: "2024-12-31",
      to: "2025-01-02"
    )
    #expect(found.changes.map(\.isEachEnough) == [false])
    #expect(found.changes.first?.causes.count == 2)
  }

  @Test func `of two sources that come out, each is named if each is enough`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab, gazette]}",
      sources: source("lab", "test", "2026-01-01") + "\n"
        + source("gazette", "investigation", "2026-01-01"),
      TinyRule(),
      from: "2025-12-31",
      to: "2026-01-02"
    )
    #expect(found.changes.map(\.isEachEnough) == [true])
    #expect(found.changes.first?.causes.count == 2)
  }

  @Test func `a rule that comes into force makes findings`() throws {
    var rule = TinyRule()
    rule.inForce = "{from: 2026-03-01}"
    let found = try comparison(
      "a: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2026-01-01"),
      rule,
      from: "2026-02-28",
      to: "2026-03-01"
    )
    #expect(told(found) == ["none to violated by each rule tiny/rule on "])
    #expect(found.before.verdict == .undetermined)
    #expect(found.after.verdict == .fail)
  }

  @Test func `a parameter that changes turns a finding`() throws {
    let pack = """
      parameters:
        most:
          type: int
          title: {en: most}
          values: [{from: 2020-01-01, is: 5}, {from: 2026-03-01, is: 0}]
      """
    let found = try comparison(
      "things: {items: [{name: one}], complete: {evidence: [{source: court, locator: p. 1}]}}",
      sources: TinyWorld.sources,
      .violated(if: "params.most < 1 && vendor.a || params.most < 1"),
      pack: pack,
      from: "2026-02-28",
      to: "2026-03-01"
    )
    #expect(
      told(found).map { $0.prefix(52) } == [
        "satisfied to violated by each parameter params.most "
      ]
    )
  }

  @Test func `the day itself turns a finding that reads it`() throws {
    let found = try comparison(
      "b: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2026-01-01"),
      .violated(if: "vendor.b && as_of >= date(\"2026-03-01\")"),
      from: "2026-02-28",
      to: "2026-03-01"
    )
    #expect(told(found).map { $0.hasPrefix("satisfied to violated by each day on") } == [true])
  }

  @Test func `what was not known by then turns nothing`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2026-02-01"),
      TinyRule(),
      from: "2026-01-31",
      to: "2026-02-01",
      knownBy: "2026-01-15"
    )
    #expect(found.changes.isEmpty)
    #expect(found.after.knownBy?.description == "2026-01-15")
  }

  @Test func `on one and the same day nothing differs`() throws {
    let found = try comparison(
      "a: {is: true, evidence: [lab]}",
      sources: source("lab", "test", "2026-02-01"),
      TinyRule(),
      from: "2026-06-30",
      to: "2026-06-30"
    )
    #expect(found.changes.isEmpty)
    #expect(!found.hasFailed)
  }
}
