import Probity
import ProbityTestSupport
import Testing

/// Design, section 3.3: the holes that a careless engine leaves open.
///
/// Each test names the line that it guards: without it the test fails.
@Suite struct HoleTests {
  private let closed = TinyWorld.closedRelations

  private func statuses(_ decision: Decision) -> [String] {
    decision.findings.map { "\($0.subjectPath) \($0.status.rawValue)" }
  }

  private func things(_ items: String, closedBy closing: String? = nil) -> String {
    let complete = closing.map { ", complete: {evidence: [{source: \($0), quote: all}]}" } ?? ""
    return "\(closed)\nthings: {items: [\(items)]\(complete)}"
  }

  private static let eachThing: TinyRule = {
    var rule = TinyRule.violated(if: "thing.bad")
    rule.forEach = "{thing: vendor.things}"
    return rule
  }()

  // MARK: Open lists

  /// Guards `rest.openList = closure` in `SubjectSearch.walk`.
  @Test(
    arguments: [
      (nil, false), ("word", false), ("paper", false), ("forum", false), ("lab", true),
      ("oath", true),
    ] as [(String?, Bool)]
  )
  func `a list that is not closed has an unnamed rest, which is undetermined`(
    _ closing: String?,
    _ isClosed: Bool
  ) throws {
    let world = try TinyWorld(Self.eachThing)
    // What closes a list must know of what stands in it.
    let cited = "[{source: lab, quote: q}, \(closing ?? "lab")]"
    let good = "{name: x, evidence: \(cited), bad: \(proven("false"))}"
    let decision = try world.decision(things(good, closedBy: closing))
    let rest = isClosed ? [] : ["things undetermined"]
    #expect(statuses(decision) == ["things[x] satisfied"] + rest)
    #expect(decision.verdict == (isClosed ? .pass : .undetermined))
  }

  /// Guards the same line where nothing at all is named.
  @Test func `an empty list that nobody closed is undetermined`() throws {
    let world = try TinyWorld(Self.eachThing)
    for vendor in [closed, things(""), "\(closed)\nthings: unknown"] {
      #expect(statuses(try world.decision(vendor)) == ["things undetermined"])
    }
    // A list closed as empty clears the rule, and is no pass by itself.
    let decision = try world.decision(things("", closedBy: "lab"))
    #expect(decision.findings.map(\.status) == [.notApplicable])
    #expect(decision.verdict == .undetermined)
  }

  /// Guards `if let openList` in `Trial.finding`: of what is not named nothing is established.
  @Test(arguments: ["true", "false"])
  func `the unnamed rest is undetermined even where the vendor's answers would decide`(
    _ answer: String
  ) throws {
    var rule = TinyRule()
    rule.forEach = "{thing: vendor.things}"
    let decision = try TinyWorld(rule).decision("\(closed)\na: \(proven(answer))")
    #expect(statuses(decision) == ["things undetermined"])
  }

  /// Guards that the rest is added beside the named elements, not instead of them.
  @Test func `a known violation is found though the list is open`() throws {
    let world = try TinyWorld(Self.eachThing)
    let decision = try world.decision(
      things("{name: x, bad: {is: true, evidence: [gazette]}}, {name: y}")
    )
    #expect(
      statuses(decision)
        == ["things[x] violated", "things[y] undetermined", "things undetermined"]
    )
    #expect(decision.verdict == .fail)
  }

  // MARK: Conditions of application

  /// Guards `applies(in:)`, which reads `when` at the standard of the run that it is in.
  @Test(arguments: [
    ("{is: false, evidence: [{source: word, quote: q}]}", "undetermined"),
    ("{is: false, evidence: [{source: paper, quote: q}]}", "undetermined"),
    ("{is: false, evidence: [lab]}", "undetermined"), (proven("false"), "not_applicable"),
    ("{is: true, evidence: [{source: word, quote: q}]}", "undetermined"),
    ("{is: true, evidence: [paper]}", "violated"), ("unknown", "undetermined"),
  ])
  func `when must be excluded to be not applicable, and established to be violated`(
    _ answer: String,
    _ status: String
  ) throws {
    var rule = TinyRule()
    rule.when = "vendor.b"
    let decision = try TinyWorld(rule).decision("\(closed)\na: \(proven("true"))\nb: \(answer)")
    #expect(decision.findings.map(\.status.rawValue) == [status])
    #expect(decision.verdict == (status == "violated" ? .fail : .undetermined))
  }

  // MARK: Verdicts

  /// Guards the last line of `Decision.verdict(of:)`.
  @Test func `nothing open and nothing satisfied is no pass`() throws {
    var other = TinyRule.violated(if: "vendor.c")
    other.id = "tiny/advice"
    other.severity = "advise"
    var rule = TinyRule()
    rule.when = "vendor.b"
    let answers = "\(closed)\na: \(proven("true"))\nb: \(proven("false"))\nc: \(proven("false"))"
    let decision = try TinyWorld(rule, other).decision(answers)
    #expect(decision.findings.map(\.status) == [.notApplicable, .satisfied])
    #expect(decision.verdict == .undetermined)
    rule.when = nil
    let cleared = try TinyWorld(rule, other).decision("\(closed)\na: \(proven("false"))")
    #expect(cleared.verdict == .pass)
  }

  /// Guards `Decision.verdict(of:)` against advice that decides.
  @Test(arguments: ["a: {is: true, evidence: [court]}", "a: unknown"])
  func `advice decides nothing`(_ answer: String) throws {
    var advice = TinyRule()
    advice.severity = "advise"
    var rule = TinyRule.violated(if: "vendor.b")
    rule.id = "tiny/other"
    let decision = try TinyWorld(advice, rule).decision(
      "\(closed)\n\(answer)\nb: \(proven("false"))"
    )
    #expect(decision.verdict == .pass)
  }

  /// Guards `binding` in `Deciding.decision(by:of:)`.
  @Test(arguments: [
    ("{from: 2026-07-01}", false), ("{from: 2026-06-30}", true),
    ("{from: 2020-01-01, to: 2026-06-30}", true), ("{from: 2020-01-01, to: 2026-06-29}", false),
  ])
  func `a rule that is not in force has no finding`(_ inForce: String, _ binds: Bool) throws {
    var rule = TinyRule()
    rule.inForce = inForce
    let decision = try TinyWorld(rule).decision("a: {is: true, evidence: [court]}")
    #expect(decision.findings.map(\.status) == (binds ? [.violated] : []))
    #expect(decision.notInForce == (binds ? [] : ["tiny/rule"]))
    #expect(decision.verdict == (binds ? .fail : .undetermined))
  }

  // MARK: Exceptions

  /// Guards `Trial.exceptions`, which reads the clear view alone, and as yes or no.
  @Test(arguments: [
    ("unknown", "violated"), ("{is: true, evidence: [{source: word, quote: q}]}", "violated"),
    ("{is: true, evidence: [{source: paper, quote: q}]}", "violated"),
    ("{is: true, evidence: [lab]}", "violated"),
    ("{is: true, evidence: [{source: paper, admits: true, quote: q}]}", "violated"),
    ("{is: true, evidence: [{source: lab, quote: q}]}", "satisfied"),
    ("{is: true, evidence: [{source: oath, quote: q}]}", "satisfied"),
    (proven("false"), "violated"),
  ])
  func `an exception holds only if somebody else proves it`(
    _ answer: String,
    _ status: String
  ) throws {
    var rule = TinyRule()
    rule.unless = "vendor.b"
    let decision = try TinyWorld(rule).decision("\(closed)\na: \(proven("true"))\nb: \(answer)")
    #expect(decision.findings.map(\.status.rawValue) == [status])
  }

  /// Guards `guard … exceptions != .yes` in `Trial.violation`.
  @Test func `an unproven exception leaves an open rule open`() throws {
    var rule = TinyRule()
    rule.unless = "vendor.b"
    #expect(try TinyWorld(rule).decision(closed).findings.map(\.status) == [.undetermined])
  }

  // MARK: Burdens

  /// Guards `isAlleged` in `Trial.blocks`.
  @Test(arguments: [
    ("vendor", "unknown", true), ("shared", "unknown", true), ("buyer", "unknown", false),
    ("buyer", "{is: true, evidence: [forum]}", true),
    ("buyer", "{is: false, evidence: [forum]}", false),
    ("vendor", "{is: false, evidence: [forum]}", true),
  ])
  func `with the burden on the buyer an open rule blocks once something is alleged`(
    _ burden: String,
    _ answer: String,
    _ blocks: Bool
  ) throws {
    var rule = TinyRule()
    rule.burden = burden
    var other = TinyRule.violated(if: "vendor.b")
    other.id = "tiny/other"
    let decision = try TinyWorld(rule, other)
      .decision("\(closed)\na: \(answer)\nb: \(proven("false"))")
    #expect(decision.findings[0].status == .undetermined)
    #expect(decision.findings[0].blocks == blocks)
    #expect(decision.verdict == (blocks ? .undetermined : .pass))
  }

  // MARK: Parameters

  /// Guards `Resolver.inForce`.
  @Test(arguments: [
    ("2019-12-31", "undetermined"), ("2020-01-01", "satisfied"), ("2024-12-31", "satisfied"),
    ("2025-01-01", "violated"),
  ])
  func `a parameter has its value of the day, and none before the first`(
    _ day: String,
    _ status: String
  ) throws {
    let world = try TinyWorld(
      .violated(if: "params.limit > 1"),
      pack: """
        parameters:
          limit:
            type: int
            title: {en: limit}
            values: [{from: 2025-01-01, is: 2}, {from: 2020-01-01, is: 1}]
        """
    )
    #expect(try world.decision(closed, asOf: day).findings.map(\.status.rawValue) == [status])
  }
}
