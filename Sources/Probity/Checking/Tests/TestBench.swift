import ProbityCEL
import ProbityText
import ProbityYAML

/// Decides tests by the rules of a rulebook; what packs lend to their examples is read once.
package struct TestBench: Sendable {
  package let rulebook: Rulebook
  private let grounds: [String: Ground]
  private let rules: [String: Rule]

  /// What the tests of one pack have in common.
  private struct Ground: Sendable {
    var head: PackHead
    var shared: DossierReader.SharedSources
    var provenance: Provenance
  }

  package init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    rules = Dictionary(rulebook.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    grounds = Dictionary(
      rulebook.packs.map { head in
        let ground = Ground(
          head: head,
          shared: DossierReader.SharedSources(head.exampleSources),
          provenance: Provenance(of: head.exampleSources)
        )
        return (head.id, ground)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package func rule(_ id: String) -> Rule? { rules[id] }

  func head(of pack: String) -> PackHead? { grounds[pack]?.head }

  /// The examples of a rule as tests; those that can't be read are left out, as loading refused
  /// them.
  package func examples(of rule: Rule) -> [RuleTest] {
    rule.exampleNodes.compactMap { node in
      guard let name = node["name"]?.scalar?.text, let expect = node["expect"],
        let status = expect.scalar.flatMap({ Finding.Status(rawValue: $0.text) }),
        let profile = node["profile"], let day = day(of: node, in: rule.pack)
      else { return nil }
      return RuleTest(
        name: name,
        expectations: [RuleTest.Expectation(rule: rule.id, status: status, span: expect.span)],
        day: day,
        pack: rule.pack,
        material: RuleTest.Material(
          profile: profile,
          parties: profile["parties"]?.items ?? node["parties"]?.items ?? [],
          procurement: node["procurement"]
        ),
        origin: RuleTest.Origin(rule: rule.id, example: name)
      )
    }
  }

  private func day(of node: Node, in pack: String) -> CalendarDate? {
    guard let written = node["as_of"] else { return head(of: pack)?.exampleDate }
    return written.scalar.flatMap { CalendarDate($0.text) }
  }

  /// Runs a test.
  package func result(of test: RuleTest) -> RuleTestResult {
    var result = RuleTestResult(test: test)
    var found = DiagnosticList()
    let dossier = dossier(of: test, into: &found)
    result.faults = found.sorted
    guard let dossier else { return result }
    for expectation in test.expectations {
      guard let rule = rules[expectation.rule] else { continue }
      let findings = findings(of: rule, on: dossier, of: test)
      let outcome = ExampleRunner.outcome(of: findings)
      guard outcome != expectation.status else { continue }
      result.failures.append(
        RuleTestResult.Failure(
          expectation: expectation,
          outcome: outcome,
          notes: findings.map { $0.testNote(in: dossier) }
        )
      )
    }
    return result
  }

  /// What a rule finds in a test; nil where its documents can't be read.
  func findings(of rule: Rule, in test: RuleTest) -> [Finding]? {
    var found = DiagnosticList()
    return dossier(of: test, into: &found).map { findings(of: rule, on: $0, of: test) }
  }

  private func findings(of rule: Rule, on dossier: Dossier, of test: RuleTest) -> [Finding] {
    guard let ground = grounds[test.pack] else { return [] }
    let citesOnlyShared = dossier.sources.count == ground.head.exampleSources.count
    var deciding =
      citesOnlyShared
      ? Deciding(dossier, asOf: test.day, provenance: ground.provenance)
      : Deciding(dossier, asOf: test.day)
    return deciding.findings(of: rule)
  }

  private func dossier(of test: RuleTest, into diagnostics: inout DiagnosticList) -> Dossier? {
    guard let ground = grounds[test.pack] else { return nil }
    var found = DiagnosticList()
    let dossier = DossierReader.read(
      test.material.profile,
      parties: test.material.parties,
      procurement: test.material.procurement,
      parameters: [test.pack: ground.head.parameters],
      shared: ground.shared,
      vocabulary: rulebook.vocabulary,
      into: &found
    )
    diagnostics.append(contentsOf: found)
    return found.isFreeOfErrors ? dossier : nil
  }
}

extension Finding {
  /// Where it stands and what it waits for, for whoever wonders why a test fails.
  func testNote(in dossier: Dossier) -> String {
    let paths = waitsFor.facts.map { dossier.fact($0).path }
    let words = (paths + faults.map(\.message)).prefix(8).joined(separator: ", ")
    return "\(subjectPath) is \(status.rawValue)" + (words.isEmpty ? "" : " (open: \(words))")
  }
}
