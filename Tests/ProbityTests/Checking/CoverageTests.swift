import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity

/// Which answers to which conditions decide, and the tests that would show the others.
@Suite struct CoverageTests {
  private static let three: [(Finding.Status, String)] = [
    (.violated, "a: \(proven("true")), b: \(proven("true"))"),
    (.satisfied, "a: \(proven("false")), b: \(proven("true"))"), (.undetermined, ""),
  ]

  @Test func `an answer decides where another one alone would change the outcome`() throws {
    let world = try CheckedWorld(CheckedWorld.both, Self.three)
    #expect(world.missing == ["1 false"])
    #expect(world.coverage.percent == 83)
    #expect(world.coverage.outcomes == [.violated, .satisfied, .undetermined])
  }

  /// A condition that is no and yet never decides is untested: both are no here.
  @Test func `what is true or false beside what decides is not covered`() throws {
    var examples = Self.three
    examples[1].1 = "a: \(proven("false")), b: \(proven("false"))"
    let world = try CheckedWorld(CheckedWorld.both, examples)
    #expect(world.missing == ["0 false", "1 false"])
  }

  @Test func `the missing test is found, decided and written as it can be pasted`() throws {
    let world = try CheckedWorld(CheckedWorld.both, Self.three)
    var search = CaseSearch(world.rule, on: world.bench)
    let cases = search.cases(for: world.coverage.missing)
    #expect(cases.map(\.status) == [.satisfied])
    let suite = MissingCase.suite(of: world.rule, cases)
    var found = DiagnosticList()
    let tests = SuiteReader.tests(
      in: SourceDocument(SourceText(name: "x.test.yaml", suite)),
      on: world.bench,
      into: &found
    )
    #expect(found.sorted.map(\.message) == [])
    #expect(tests.map(\.name) == ["it is b: no"])
    #expect(tests.allSatisfy { world.bench.result(of: $0).hasPassed })
    let all = world.bench.examples(of: world.rule) + tests
    #expect(world.bench.coverage(of: [world.rule], by: all)[0].percent == 100)
  }

  /// Where two answers have to change, one search step is not enough.
  @Test func `tests are found that differ from every example in two answers`() throws {
    var rule = CheckedWorld.both
    rule.condition = """
      violated_if:
        any:
          - all:
              - {label: {en: it is a}, cel: vendor.a}
              - {label: {en: it is b}, cel: vendor.b}
          - {label: {en: it is c}, cel: vendor.c}
      """
    let examples: [(Finding.Status, String)] = [
      (.violated, "a: \(proven("false")), b: \(proven("false")), c: \(proven("true"))"),
      (.satisfied, "a: \(proven("false")), b: \(proven("false")), c: \(proven("false"))"),
      (.undetermined, "a: \(proven("false")), b: \(proven("false"))"),
    ]
    let world = try CheckedWorld(rule, examples)
    #expect(world.missing == ["0 true", "0 false", "0 unknown", "1 true", "1 false", "1 unknown"])
    var search = CaseSearch(world.rule, on: world.bench)
    #expect(search.cases(for: world.coverage.missing).count == 6)
  }

  @Test func `an exception is asked for yes and for no, never for unknown`() throws {
    var rule = TinyRule()
    rule.unless = "vendor.b"
    let world = try CheckedWorld(
      rule,
      [
        (.violated, "a: \(proven("true"))"),
        (.satisfied, "a: \(proven("true")), b: \(proven("true"))"), (.undetermined, ""),
        (.satisfied, "a: \(proven("false"))"),
      ]
    )
    #expect(world.coverage.obligations.count == 5)
    #expect(world.missing == [])
    #expect(world.rule.conditions.map(\.role) == [.condition, .exception])
  }

  @Test func `whether a rule applies decides as well`() throws {
    var rule = TinyRule()
    rule.when = "vendor.b"
    let world = try CheckedWorld(
      rule,
      [
        (.violated, "a: \(proven("true")), b: \(proven("true"))"),
        (.satisfied, "a: \(proven("false")), b: \(proven("true"))"), (.undetermined, ""),
        (.notApplicable, "a: \(proven("true")), b: \(proven("false"))"),
      ]
    )
    #expect(world.missing == [])
    #expect(world.coverage.terms.map(\.role) == [.application, .condition])
  }

  @Test(arguments: [(0, 0, 100), (1, 3, 33), (2, 3, 66), (299, 300, 99), (3, 3, 100), (0, 3, 0)])
  func `parts of a hundred are rounded down`(_ count: Int, _ total: Int, _ percent: Int) {
    #expect(RuleCoverage.percent(count, of: total) == percent)
  }

  /// The oracle: the status by answers is that of the engine, on every example of every rule.
  @Test func `the outcome by answers alone is that of the engine`() throws {
    let book = try ShippedFiles.rulebook()
    let bench = TestBench(book)
    var count = 0
    for rule in book.rules {
      for test in bench.examples(of: rule) {
        for finding in try #require(bench.findings(of: rule, in: test)) {
          guard let answers = TermAnswers(finding) else { continue }
          count += 1
          #expect(answers.status(of: rule) == finding.status, "\(rule.id): \(test.name)")
        }
      }
    }
    #expect(count > 20)
  }
}
