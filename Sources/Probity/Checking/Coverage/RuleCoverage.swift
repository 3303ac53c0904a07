package import ProbityCEL

/// Which answers to which conditions decided the outcome of a rule in at least one test.
///
/// This is modified condition/decision coverage with *unknown* as a third value: an answer counts
/// only where another answer to this condition alone would have changed what comes of the rule.
package struct RuleCoverage: Sendable {
  /// An answer to a term that a test must show deciding.
  package struct Obligation: Sendable, Hashable {
    package var term: Int
    package var answer: Truth
  }

  package let rule: Rule
  package let terms: [Term]
  /// The outcomes that any test came to.
  package private(set) var outcomes: Set<Finding.Status> = []
  private(set) var met: Set<Obligation> = []

  /// Nothing tested yet.
  init(of rule: Rule) {
    self.rule = rule
    terms = rule.conditions
  }

  /// All that tests must show, term by term.
  package var obligations: [Obligation] {
    terms.enumerated().flatMap { position, term in
      term.answers.map { Obligation(term: position, answer: $0) }
    }
  }

  /// What no test shows.
  package var missing: [Obligation] { obligations.filter { !met.contains($0) } }

  package var metCount: Int { obligations.count - missing.count }

  /// How many of a hundred obligations are met, rounded down.
  package var percent: Int { Self.percent(metCount, of: obligations.count) }

  /// So many of a number as parts of a hundred, rounded down; all of nothing.
  package static func percent(_ count: Int, of total: Int) -> Int {
    total == 0 ? 100 : count * 100 / total
  }

  /// Takes in what a test came to.
  mutating func note(_ findings: [Finding]) {
    outcomes.insert(ExampleRunner.outcome(of: findings))
    for finding in findings { met.formUnion(Self.decided(by: finding, terms)) }
  }

  /// The answers that decided a finding.
  static func decided(by finding: Finding, _ terms: [Term]) -> [Obligation] {
    let rule = finding.rule
    // Where two answers together settle what each leaves open, no single one decided.
    guard let answers = TermAnswers(finding), answers.status(of: rule) == finding.status else {
      return []
    }
    return terms.enumerated().flatMap { position, term in
      term.answers.filter { answer in
        answers.has(answer, at: position)
          && answers.decides(answer, at: position, of: rule)
      }.map { Obligation(term: position, answer: $0) }
    }
  }
}

extension TestBench {
  /// The coverage of each rule by some tests, in the order of the rules.
  package func coverage(of rules: [Rule], by tests: [RuleTest]) -> [RuleCoverage] {
    rules.map { rule in
      var coverage = RuleCoverage(of: rule)
      for test in tests where test.expectations.contains(where: { $0.rule == rule.id }) {
        if let findings = findings(of: rule, in: test) { coverage.note(findings) }
      }
      return coverage
    }
  }
}
