package import Probity
import ProbityCEL
import ProbityText

/// What came of the tests of rules, as text and as JSON.
package struct TestReport: Sendable {
  private let run: RuleTestRun
  private let threshold: Int?
  private let words: TestWords

  package init(_ run: RuleTestRun, threshold: Int?, language: String) {
    self.run = run
    self.threshold = threshold
    words = TestWords(language)
  }

  // MARK: Text

  /// The report for a terminal; what failed stands first, with its place.
  package func text(width: Int) -> String {
    var page = TextPage(width: width)
    for rule in run.rules {
      let counts = run.counts(of: rule)
      let note = words.counts(passed: counts.passed, failed: counts.failed)
      page.line(rule.id, indent: 0, note: note)
    }
    if let coverage = run.coverage { write(coverage, to: &page) }
    page.blank()
    page.line(
      words.total(
        tests: run.results.count,
        passed: run.passedCount,
        failed: run.failedCount
      ),
      indent: 0
    )
    if let percent = run.percent {
      page.line(words.total(percent: percent, threshold: threshold), indent: 0)
    }
    return page.text
  }

  private func write(_ coverage: [RuleCoverage], to page: inout TextPage) {
    page.heading(words.coverage)
    for covered in coverage {
      let met = words.decided(covered.metCount, of: covered.obligations.count)
      page.line(covered.rule.id, indent: 2, note: "\(met)  \(words.percent(covered.percent))")
      for position in covered.terms.indices { write(covered, term: position, to: &page) }
    }
    let cases = coverage.filter { !(run.missing[$0.rule.id] ?? []).isEmpty }
    if !cases.isEmpty { page.heading(words.tests) }
    for covered in cases {
      page.blank()
      let suite = MissingCase.suite(of: covered.rule, run.missing[covered.rule.id] ?? [])
      page.verbatim(suite.split(separator: "\n").map(String.init), indent: 0)
    }
    let open = coverage.reduce(0) { count, covered in
      count + covered.missing.count - (run.missing[covered.rule.id]?.count ?? 0)
    }
    if open > 0 {
      page.blank()
      page.line(words.notFound(open), indent: 0)
    }
  }

  private func write(_ covered: RuleCoverage, term position: Int, to page: inout TextPage) {
    let missing = covered.missing.filter { $0.term == position }
    if missing.isEmpty { return }
    let term = covered.terms[position]
    let label = term.leaf.label[words.language]
    page.line("\(term.leaf.span): \(label)", indent: 4, mark: "- ")
    page.line(words.neverDecided(term.role, missing.map(\.answer)), indent: 6)
  }

  // MARK: JSON

  /// The report for programs; the same tests give the same bytes.
  package var json: JSONValue {
    .object([
      "format": .string("probity-tests/1"),
      "passed": .int(run.passedCount),
      "failed": .int(run.failedCount),
      "coverage": run.percent.map(JSONValue.int) ?? .null,
      "threshold": threshold.map(JSONValue.int) ?? .null,
      "good": .bool(run.isGood(threshold: threshold)),
      "rules": .array(run.rules.indices.map { json(ofRule: $0) }),
      "tests": .array(run.results.map(json)),
    ])
  }

  private func json(ofRule index: Int) -> JSONValue {
    let rule = run.rules[index]
    let counts = run.counts(of: rule)
    let covered = run.coverage?[index]
    return .object([
      "id": .string(rule.id),
      "passed": .int(counts.passed),
      "failed": .int(counts.failed),
      "outcomes": covered.map { JSONValue($0.outcomes.map(\.rawValue).sorted()) } ?? .null,
      "coverage": covered.map { .int($0.percent) } ?? .null,
      "decided": covered.map { .int($0.metCount) } ?? .null,
      "to_decide": covered.map { .int($0.obligations.count) } ?? .null,
      "missing": .array((covered?.missing ?? []).map { json($0, in: covered) }),
    ])
  }

  private func json(_ missing: RuleCoverage.Obligation, in covered: RuleCoverage?) -> JSONValue {
    guard let covered else { return .null }
    let term = covered.terms[missing.term]
    let found = run.missing[covered.rule.id]?.first { $0.obligation == missing }
    return .object([
      "role": .string(term.role.rawValue),
      "condition": .string(term.leaf.label[words.language]),
      "place": .string(term.leaf.span.description),
      "answer": .string(missing.answer.word),
      "test": found.map { .string($0.lines.joined(separator: "\n") + "\n") } ?? .null,
    ])
  }

  private func json(_ result: RuleTestResult) -> JSONValue {
    .object([
      "name": .string(result.test.name),
      "rules": JSONValue(result.test.expectations.map(\.rule)),
      "place": JSONValue(result.test.expectations.first?.span.description),
      "passed": .bool(result.hasPassed),
      "faults": JSONValue(result.diagnostics.map(\.message)),
    ])
  }
}

extension Truth {
  /// As reports for programs write it.
  fileprivate var word: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .unknown: "unknown"
    }
  }
}
