import ProbityCEL
package import ProbityText

/// Looks for what is wrong with rules that load: by evaluating them, not by their looks.
package struct RuleLinter {
  private let bench: TestBench
  private var found = DiagnosticList()

  /// Everything that is odd about some rules, with tests of suites beside their examples.
  package static func lint(
    _ rules: [Rule],
    suites: [RuleTest],
    on bench: TestBench,
    into diagnostics: inout DiagnosticList
  ) {
    var linter = RuleLinter(bench: bench)
    for rule in rules {
      let tests =
        bench.examples(of: rule)
        + suites.filter { test in
          test.expectations.contains { $0.rule == rule.id }
        }
      linter.lint(rule, tests)
    }
    linter.refuseConflicts(among: rules)
    diagnostics.append(contentsOf: linter.found)
  }

  private init(bench: TestBench) { self.bench = bench }

  private mutating func lint(_ rule: Rule, _ tests: [RuleTest]) {
    found.append(contentsOf: RuleTextLint.faults(of: rule))
    let findings = tests.compactMap { bench.findings(of: rule, in: $0) }
    let constants = constants(of: rule)
    for (position, truth) in constants.sorted(by: { $0.key < $1.key }) {
      refuseConstant(rule.conditions[position], truth, in: rule)
    }
    refuseMissingOutcomes(rule, findings, isExplained: !constants.isEmpty)
    refuseOpenPasses(rule, findings.flatMap(\.self))
    refuseIdleTerms(rule, findings.flatMap(\.self), constants: Set(constants.keys))
  }

  // MARK: Conditions that are constant

  /// The conditions that come out the same whatever anybody answers, by what they come to.
  private func constants(of rule: Rule) -> [Int: Truth] {
    guard let head = bench.head(of: rule.pack) else { return [:] }
    let day = head.exampleDate ?? rule.inForce.from
    let trial = Trial.onNothing(
      rule,
      vocabulary: bench.rulebook.vocabulary,
      parameters: [head.id: head.parameters],
      asOf: day
    )
    var constants: [Int: Truth] = [:]
    for (position, term) in rule.conditions.enumerated() {
      let truth = trial.evaluation(of: term.leaf, in: trial.adverse.view).evaluation.truth
      if truth.isDefinite { constants[position] = truth }
    }
    return constants
  }

  private mutating func refuseConstant(_ term: Term, _ truth: Truth, in rule: Rule) {
    let word = truth == .yes ? "true" : "false"
    switch (term.role, truth) {
    case (.exception, .no), (.exception, .unknown):
      found.error(
        "lint.impossible-exception",
        "nobody can meet this exception of `\(rule.id)`: it is false whatever a vendor answers",
        at: term.leaf.span,
        help: "correct it, or take it out"
      )
    case (.application, _), (.condition, _), (.exception, .yes):
      found.error(
        "lint.constant-condition",
        "this condition of `\(rule.id)` is \(word) whatever a vendor answers",
        at: term.leaf.span,
        help: "make it depend on the profile, or take it out"
      )
    }
  }

  // MARK: Rules that never come out one way

  private mutating func refuseMissingOutcomes(
    _ rule: Rule,
    _ findings: [[Finding]],
    isExplained: Bool
  ) {
    let statuses = Set(findings.flatMap(\.self).map(\.status))
    for (status, id, words) in [
      (Finding.Status.violated, "lint.never-violated", "violated"),
      (.satisfied, "lint.never-satisfied", "satisfied"),
    ] where !statuses.contains(status) {
      var search = CaseSearch(rule, on: bench)
      guard !search.canReach(status) else { continue }
      found.error(
        id,
        "rule `\(rule.id)` is never \(words): not in its examples, nor with any answer of them "
          + "changed",
        at: rule.span,
        help: isExplained ? "see the condition that is constant" : nil
      )
    }
  }

  // MARK: Rules that decide without an answer

  /// With every answer hidden, only the pack's own parameters known, nothing may be decided.
  private mutating func refuseOpenPasses(_ rule: Rule, _ findings: [Finding]) {
    for finding in findings where finding.subject.openList == nil {
      guard finding.subject.emptyLists.isEmpty else { continue }
      let trial = finding.trial
      let given = trial.dossier.facts.filter { fact in
        if case .dated = fact.ground { true } else { false }
      }.map(\.id)
      let view = trial.clear.view.hidingAll(but: given)
      guard trial.violation(in: view, exceptions: .no).evaluation.truth == .no else { continue }
      found.error(
        "lint.open-passes",
        "rule `\(rule.id)` is satisfied by a vendor that answers nothing",
        at: rule.span,
        help: "without an answer a condition must stay open; look at parameters that decide alone"
      )
      return
    }
  }

  // MARK: Conditions that never decide

  /// A condition that could be replaced by a constant without anything coming out otherwise.
  private mutating func refuseIdleTerms(
    _ rule: Rule,
    _ findings: [Finding],
    constants: Set<Int>
  ) {
    let answers = findings.compactMap { TermAnswers($0) }
    let idle = rule.conditions.enumerated().flatMap { position, term -> [(Int, Truth)] in
      if constants.contains(position) { return [] }
      return term.constants.filter { constant in
        !answers.contains { $0.differs(with: constant, at: position, of: rule) }
      }.map { (position, $0) }
    }
    guard !idle.isEmpty else { return }
    var search = CaseSearch(rule, on: bench)
    var told: Set<Int> = []
    for (position, constant) in idle where !told.contains(position) {
      guard !search.finds(aDifferenceFrom: constant, at: position) else { continue }
      told.insert(position)
      warn(of: rule.conditions[position], in: rule)
    }
  }

  private mutating func warn(of term: Term, in rule: Rule) {
    switch term.role {
    case .exception:
      found.warning(
        "lint.unmet-exception",
        "no example of `\(rule.id)` meets this exception, nor does one with two answers changed",
        at: term.leaf.span,
        help: "add an example in which it excuses, or take it out"
      )
    case .application, .condition:
      found.warning(
        "lint.never-decides",
        "this condition never decides what comes of `\(rule.id)`: not in its examples, nor with "
          + "two answers of them changed",
        at: term.leaf.span,
        help: "add an example in which it decides, or take it out"
      )
    }
  }

  // MARK: Rules in conflict

  /// Two rules of which each is violated wherever the other is satisfied leave no way to pass.
  private mutating func refuseConflicts(among rules: [Rule]) {
    var satisfied: [String: [RuleTest]] = [:]
    for rule in rules {
      satisfied[rule.id] = bench.examples(of: rule).filter { test in
        test.expectations.contains { $0.status == .satisfied }
      }
    }
    for (position, rule) in rules.enumerated() where rule.isDecisive {
      for other in rules[(position + 1)...] where other.isDecisive && other.pack == rule.pack {
        guard !rule.fieldsRead.isDisjoint(with: other.fieldsRead),
          refuses(rule, all: satisfied[other.id]), refuses(other, all: satisfied[rule.id])
        else { continue }
        found.error(
          "lint.conflict",
          "whatever satisfies `\(rule.id)` violates `\(other.id)`, and the other way round",
          at: rule.span,
          notes: [Diagnostic.Note("the other rule is here", at: other.span)]
        )
      }
    }
  }

  private func refuses(_ rule: Rule, all tests: [RuleTest]?) -> Bool {
    guard let tests, !tests.isEmpty else { return false }
    return tests.allSatisfy { test in
      bench.findings(of: rule, in: test).map(ExampleRunner.outcome) == .violated
    }
  }
}

extension Term {
  /// What it may be replaced by to see whether it matters: an exception only by its never holding.
  fileprivate var constants: [Truth] { role == .exception ? [.no] : [.yes, .no] }
}

extension TermAnswers {
  /// Whether the rule would come out otherwise if a term always had one answer.
  func differs(with constant: Truth, at term: Int, of rule: Rule) -> Bool {
    status(of: rule, with: constant, at: term) != status(of: rule)
  }
}

extension CaseSearch {
  /// Whether an example with one answer changed comes to an outcome.
  mutating func canReach(_ status: Finding.Status) -> Bool {
    answersOfChanges().contains { $0.status(of: rule) == status }
  }

  /// Whether an example with one or two answers changed comes out otherwise than if a term always
  /// had one answer.
  mutating func finds(aDifferenceFrom constant: Truth, at term: Int) -> Bool {
    if answersOfChanges().contains(where: { $0.differs(with: constant, at: term, of: rule) }) {
      return true
    }
    return !cases(for: [RuleCoverage.Obligation(term: term, answer: !constant)]).isEmpty
  }
}
