import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

@testable import Probity

/// Suites of tests: what they may say, and what is wrong with them.
@Suite struct SuiteTests {
  private static func world() throws -> CheckedWorld {
    try CheckedWorld(
      CheckedWorld.both,
      [
        (
          .violated,
          "a: \(proven("true")), b: \(proven("true")), things: [{name: x, bad: \(proven("true"))}]"
        ), (.satisfied, "a: \(proven("false"))"), (.undetermined, ""),
      ]
    )
  }

  private static func suite(_ test: String, head: String = "rule: tiny/rule") -> String {
    """
    probity: rule-tests/1
    suite: some
    \(head)
    tests:
    \(indented(test, by: 2))
    """
  }

  /// The outcomes of a suite's tests.
  private static func outcomes(_ test: String, head: String = "rule: tiny/rule") throws -> [String]
  {
    let world = try world()
    var found = DiagnosticList()
    let document = SourceDocument(SourceText(name: "x.test.yaml", suite(test, head: head)))
    let tests = SuiteReader.tests(in: document, on: world.bench, into: &found)
    #expect(found.sorted.map(\.message) == [])
    return tests.map { test in
      let result = world.bench.result(of: test)
      return result.hasPassed ? "passed" : result.failures[0].outcome.rawValue
    }
  }

  @Test(arguments: [
    ("- {name: t, example: case 0, expect: violated}", "passed"),
    ("- {name: t, example: case 0, expect: {tiny/rule: violated}}", "passed"),
    ("- {name: t, example: case 0, expect: satisfied}", "violated"),
    ("- {name: t, example: case 0, unset: [a], expect: undetermined}", "passed"),
    ("- {name: t, example: case 0, unset: [vendor.a], expect: undetermined}", "passed"),
    ("- {name: t, example: case 0, unset: [\"things[x].bad\"], expect: violated}", "passed"),
    ("- {name: t, example: case 0, unset: [\"things[x]\"], expect: violated}", "passed"),
    ("- {name: t, example: case 0, set: {a: \(proven("false"))}, expect: satisfied}", "passed"),
    ("- {name: t, example: case 2, set: {a: \(proven("false"))}, expect: satisfied}", "passed"),
    ("- {name: t, example: case 0, as_of: 2036-01-01, expect: violated}", "passed"),
    ("- {name: t, profile: {vendor: {id: v, name: V}}, expect: undetermined}", "passed"),
  ])
  func `a test is decided`(_ test: String, _ outcome: String) throws {
    #expect(try Self.outcomes(test) == [outcome])
  }

  @Test func `a suite may have a profile and a day of its own`() throws {
    let head = """
      rule: tiny/rule
      as_of: 2026-07-01
      profile: {vendor: {id: v, name: V, a: \(proven("true")), b: \(proven("true"))}}
      """
    let tests = """
      - {name: as it is, expect: violated}
      - {name: without an answer, unset: [b], expect: undetermined}
      """
    #expect(try Self.outcomes(tests, head: head) == ["passed", "passed"])
  }

  @Test(arguments: [
    ("- {name: t, example: ①case 9, expect: violated}", "test.unknown-example"),
    ("- {name: t, example: case 0, expect: {①tiny/rul: violated}}", "test.unknown-rule"),
    ("- {name: t, example: case 0, expect: ①violatd}", "yaml.wrong-type"),
    ("- ①{name: t, expect: violated}", "test.no-base"),
    ("- {name: t, example: case 0, unset: [①zzz], expect: violated}", "test.no-place"),
    ("- {name: t, example: case 0, unset: [①\"things[y]\"], expect: violated}", "test.no-place"),
    ("- {name: t, example: case 0, unset: [①a.b], expect: violated}", "test.no-place"),
    ("- {name: t, example: case 0, set: {①\"things[\": 1}, expect: violated}", "test.no-place"),
    ("- {name: t, example: case 0, ①expct: violated, expect: violated}", "yaml.unknown-field"),
  ])
  func `what is wrong with a test is said at its place`(_ test: String, _ id: String) throws {
    let marked = MarkedText(Self.suite(test), name: "x.test.yaml")
    var found = DiagnosticList()
    let world = try Self.world()
    _ = SuiteReader.tests(in: SourceDocument(marked.source), on: world.bench, into: &found)
    #expect(found.sorted.map(\.id) == [id])
    #expect(marked.mark(at: found.sorted.first?.span) == "①", "\(found.sorted)")
  }

  @Test func `what fails names the outcome, the place and what is open`() throws {
    let marked = MarkedText(
      Self.suite("- {name: t, example: case 0, unset: [a], expect: ①violated}"),
      name: "x.test.yaml"
    )
    let world = try Self.world()
    var found = DiagnosticList()
    let tests = SuiteReader.tests(
      in: SourceDocument(marked.source),
      on: world.bench,
      into: &found
    )
    let diagnostics = tests.flatMap { world.bench.result(of: $0).diagnostics }
    #expect(
      marked.lines(for: diagnostics) == [
        "① test.fails: test `t` of `tiny/rule` is undetermined, not violated"
      ]
    )
    #expect(diagnostics[0].notes.map(\.message) == ["vendor is undetermined (open: a)"])
  }

  @Test(arguments: [
    ("a", ["a"]), ("a.b", ["a", "b"]), ("a[x].b", ["a", "[x]", "b"]),
    ("a[x.y][0]", ["a", "[x.y]", "[0]"]), ("a[x#2]", ["a", "[x#2]"]),
  ])
  func `a path is read step by step`(_ text: String, _ steps: [String]) {
    let read = TestPath(text)?.steps.map { step in
      switch step {
      case .field(let name): name
      case .element(let name): "[\(name)]"
      }
    }
    #expect(read == steps)
  }

  @Test(arguments: ["", "[x]", "a[x", ".a", "["])
  func `what is no path is refused`(_ text: String) {
    #expect(TestPath(text) == nil)
  }
}
