import Probity
import ProbityCEL
import ProbityText
import Testing

/// What the examples and suites of the shipped packs show of their rules.
@Suite struct ShippedCoverageTests {
  /// Conditions that can't decide so: they only ask whether something is answered, or name all the
  /// codes that another condition leaves.
  private static let unreachable: Set<String> = [
    "core/closed-capability-inventory: every capability is listed, with its kind and basis: false",
    "core/closed-capability-inventory: every trait it works out is named: false",
    "corporate/graph-disclosed: companies it is tied to are listed: false",
    "data/datasheet: its kind of source is known: false",
    "data/datasheet: where the people are from is known: false",
    "data/datasheet: who collected it is known: false",
    "uk/excluded-or-debarred: a ground of Schedule 6 applies: false",
  ]

  private static func suites(on bench: TestBench) throws -> [RuleTest] {
    var found = DiagnosticList()
    let tests = try ShippedFiles.texts(in: "rules").filter { $0.name.hasSuffix(".test.yaml") }
      .flatMap { SuiteReader.tests(in: SourceDocument($0), on: bench, into: &found) }
    #expect(found.sorted.map(\.message) == [])
    return tests
  }

  @Test func `every test of every suite passes`() throws {
    let bench = TestBench(try ShippedFiles.rulebook())
    let tests = try Self.suites(on: bench)
    #expect(!tests.isEmpty)
    for test in tests {
      #expect(bench.result(of: test).diagnostics.map(\.message) == [], "\(test.name)")
    }
  }

  /// A rule with a suite beside it is held to be complete; of others it is only told what is missing.
  @Test func `each answer to each condition decides in some test, where a rule has a suite`() throws
  {
    let book = try ShippedFiles.rulebook()
    let bench = TestBench(book)
    let suites = try Self.suites(on: bench)
    let complete = Set(suites.flatMap(\.expectations).map(\.rule))
    let tests = book.rules.flatMap { bench.examples(of: $0) } + suites
    var missing: Set<String> = []
    for coverage in bench.coverage(of: book.rules, by: tests) {
      let lacks = coverage.missing.map { obligation in
        let label = coverage.terms[obligation.term].leaf.label["en"]
        return "\(coverage.rule.id): \(label): \(obligation.answer)"
      }
      if complete.contains(coverage.rule.id) {
        missing.formUnion(lacks)
      } else if !lacks.isEmpty {
        print("coverage of \(coverage.rule.id): \(coverage.percent) of 100; no test shows:")
        for line in lacks { print("  " + line) }
      }
    }
    #expect(missing.subtracting(Self.unreachable) == [])
  }

  /// The control: without a single example something is missing.
  @Test func `no test, no coverage`() throws {
    let book = try ShippedFiles.rulebook()
    let coverage = TestBench(book).coverage(of: book.rules, by: [])
    #expect(coverage.allSatisfy { $0.percent == 0 && !$0.missing.isEmpty })
  }
}
