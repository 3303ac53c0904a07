import ProbityCEL
import ProbityText
import ProbityYAML

/// Looks for tests that no author wrote: examples of a rule with one or two answers changed.
///
/// What is tried: to leave an answer out; to take it from another example; to turn it into another
/// value, with the evidence that examples give elsewhere. Whatever is found was decided by the
/// engine, so that it is right by construction.
package struct CaseSearch {
  /// How many changed examples are decided at most for one rule.
  package static let trialLimit = 2_000

  private let bench: TestBench
  let rule: Rule
  private let terms: [Term]
  private let bases: [Base]
  private let donors: Donors
  /// Examples with one answer changed already, for what needs two changes; made when needed.
  private var changedBases: [Base]?
  private var trials = 0

  /// An example that can be changed, or was.
  private struct Base {
    var test: RuleTest
    var changes: [TestChange] = []
    var material: TestMaterial
    var answers: [TermAnswers]
    var sites: AnswerSites
  }

  /// Prepares a search among the examples of a rule.
  package init(_ rule: Rule, on bench: TestBench) {
    self.bench = bench
    self.rule = rule
    terms = rule.conditions
    let vocabulary = bench.rulebook.vocabulary
    bases = bench.examples(of: rule).map { test in
      let material = TestMaterial(test.material)
      let findings = bench.findings(of: rule, in: test) ?? []
      return Base(
        test: test,
        material: material,
        answers: findings.compactMap { TermAnswers($0) },
        sites: AnswerSites(material, vocabulary)
      )
    }
    donors = Donors(bases.map(\.sites), terms, vocabulary)
  }

  /// A test for each obligation that some change of an example meets.
  package mutating func cases(for missing: [RuleCoverage.Obligation]) -> [MissingCase] {
    missing.compactMap { missingCase(for: $0) }
  }

  private mutating func missingCase(for obligation: RuleCoverage.Obligation) -> MissingCase? {
    if let found = missingCase(for: obligation, among: bases) { return found }
    guard trials < Self.trialLimit else { return nil }
    let changed = changedBases ?? changedOnce()
    changedBases = changed
    return missingCase(for: obligation, among: changed)
  }

  private mutating func missingCase(
    for obligation: RuleCoverage.Obligation,
    among bases: [Base]
  ) -> MissingCase? {
    let term = terms[obligation.term]
    for base in bases where isReady(base, for: obligation) {
      for change in donors.changes(to: base.sites, reading: term, wanting: obligation.answer)
      where !base.changes.contains(where: { $0.overlaps(change) }) {
        guard trials < Self.trialLimit else { return nil }
        guard let findings = changed(base, by: change)?.findings,
          findings.contains(where: { RuleCoverage.decided(by: $0, terms).contains(obligation) })
        else { continue }
        return MissingCase(
          obligation: obligation,
          status: ExampleRunner.outcome(of: findings),
          term: term,
          example: base.test.name,
          changes: base.changes + [change]
        )
      }
    }
    return nil
  }

  /// Whether the answer would decide, if only the term had it.
  private func isReady(_ base: Base, for obligation: RuleCoverage.Obligation) -> Bool {
    base.answers.contains { $0.decides(obligation.answer, at: obligation.term, of: rule) }
  }

  /// Each example with each answer to each term changed that shows something new.
  private mutating func changedOnce() -> [Base] {
    var found: [Base] = []
    var seen = Set(bases.map(\.answers))
    for base in bases {
      for change in terms.flatMap({ donors.changes(to: base.sites, reading: $0, wanting: .no) }) {
        guard trials < Self.trialLimit / 2 else { return found }
        guard let (material, findings) = changed(base, by: change) else { continue }
        let answers = findings.compactMap { TermAnswers($0) }
        guard seen.insert(answers).inserted else { continue }
        var next = base
        next.changes = [change]
        next.material = material
        next.answers = answers
        next.sites = AnswerSites(material, bench.rulebook.vocabulary)
        found.append(next)
      }
    }
    return found
  }

  /// The answers of examples, as they are and with one answer changed.
  mutating func answersOfChanges() -> [TermAnswers] {
    let changed = changedBases ?? changedOnce()
    changedBases = changed
    return (bases + changed).flatMap(\.answers)
  }

  /// What an example comes to with one more change; nil if that can't be read.
  private mutating func changed(
    _ base: Base,
    by change: TestChange
  ) -> (material: TestMaterial, findings: [Finding])? {
    trials += 1
    var material = base.material
    guard material.apply(change, bench.rulebook.vocabulary) else { return nil }
    var faults = DiagnosticList()
    var test = base.test
    test.material = material.documents(named: "case", into: &faults)
    guard faults.isFreeOfErrors else { return nil }
    return bench.findings(of: rule, in: test).map { (material, $0) }
  }
}
