/// The tests of some rules, run: what failed, and what no test shows.
package struct RuleTestRun: Sendable {
  /// The rules, in their order.
  package let rules: [Rule]
  /// The examples rule by rule, then the tests of suites.
  package let results: [RuleTestResult]
  /// One a rule; nil if nobody asked.
  package let coverage: [RuleCoverage]?
  /// Tests that would show what none does, by rule; not for everything is one found.
  package let missing: [String: [MissingCase]]

  package var passedCount: Int { results.count { $0.hasPassed } }
  package var failedCount: Int { results.count - passedCount }

  /// How many of a hundred obligations of all rules are met, rounded down; nil if nobody asked.
  package var percent: Int? {
    coverage.map { coverage in
      RuleCoverage.percent(
        coverage.reduce(0) { $0 + $1.metCount },
        of: coverage.reduce(0) { $0 + $1.obligations.count }
      )
    }
  }

  /// Whether all tests passed, and enough is covered where a threshold was given.
  package func isGood(threshold: Int?) -> Bool {
    failedCount == 0 && (threshold.map { (percent ?? 100) >= $0 } ?? true)
  }

  /// How many tests of a rule passed, and how many did not.
  package func counts(of rule: Rule) -> (passed: Int, failed: Int) {
    let own = results.filter { result in
      result.test.expectations.contains { $0.rule == rule.id }
    }
    let failed = own.count { result in
      !result.faults.isEmpty || result.failures.contains { $0.expectation.rule == rule.id }
    }
    return (own.count - failed, failed)
  }
}

extension TestBench {
  /// Runs the examples of some rules and the tests of suites.
  ///
  /// With coverage it also looks for the tests that are missing, which takes a second or so a rule.
  package func run(
    _ rules: [Rule],
    suites: [RuleTest],
    measuringCoverage: Bool,
    writingMissing: Bool
  ) -> RuleTestRun {
    let chosen = Set(rules.map(\.id))
    let ofSuites = suites.filter { test in
      test.expectations.contains { chosen.contains($0.rule) }
    }
    let tests = rules.flatMap { examples(of: $0) } + ofSuites
    let coverage = measuringCoverage ? coverage(of: rules, by: tests) : nil
    var missing: [String: [MissingCase]] = [:]
    for covered in writingMissing ? coverage ?? [] : [] where !covered.missing.isEmpty {
      var search = CaseSearch(covered.rule, on: self)
      missing[covered.rule.id] = search.cases(for: covered.missing)
    }
    return RuleTestRun(
      rules: rules,
      results: tests.map { result(of: $0) },
      coverage: coverage,
      missing: missing
    )
  }
}
