import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 5: a reason is sufficient and minimal.
@Suite struct ReasonTests {
  /// All twelve facts, answered alike and proven.
  private func answers(_ value: String, except others: [Character: String] = [:]) -> String {
    "abcdefghijkl".map { "\($0): \(proven(others[$0] ?? value))" }
      .reduce(TinyWorld.closedRelations) { "\($0)\n\($1)" }
  }

  private func reason(_ rule: TinyRule, _ answers: String) throws -> (Finding.Status, [String]) {
    let decision = try TinyWorld(rule).decision(answers)
    let finding = try #require(decision.findings.first)
    let facts = finding.reason?.facts.map { finding.trial.dossier.fact($0).path } ?? []
    return (finding.status, facts.sorted())
  }

  private static let cel = "(vendor.a && vendor.b) || (vendor.c && vendor.d && vendor.e)"

  @Test func `a rule that needs 2 of 12 facts to be violated shows exactly these 2`() throws {
    let (status, facts) = try reason(
      .violated(if: Self.cel),
      answers("true", except: ["d": "false"])
    )
    #expect(status == .violated)
    #expect(facts == ["a", "b"])
  }

  @Test func `a rule that needs 2 of 12 facts to be satisfied shows exactly these 2`() throws {
    let others: [Character: String] = ["b": "false", "e": "false"]
    let (status, facts) = try reason(.violated(if: Self.cel), answers("true", except: others))
    #expect(status == .satisfied)
    #expect(facts == ["b", "e"])
  }

  @Test func `at least 2 of 12 shows 2, and the contrary 11`() throws {
    var rule = TinyRule()
    let leaves = "abcdefghijkl".map { "{label: {en: \($0)}, cel: vendor.\($0)}" }
    rule.condition = "violated_if: {at_least: {n: 2, of: [\(leaves.joined(separator: ", "))]}}"
    let (violated, two) = try reason(rule, answers("false", except: ["c": "true", "k": "true"]))
    #expect(violated == .violated)
    #expect(two == ["c", "k"])
    let (satisfied, eleven) = try reason(rule, answers("false", except: ["c": "true"]))
    #expect(satisfied == .satisfied)
    #expect(eleven.count == 11)
    #expect(!eleven.contains("c"))
  }

  @Test func `a violation that an exception could excuse says that none is proven`() throws {
    var rule = TinyRule()
    rule.unless = "vendor.b"
    let world = try TinyWorld(rule)
    let violated = try world.decision("\(TinyWorld.closedRelations)\na: \(proven("true"))")
    #expect(violated.findings.first?.reason?.needsNoException == true)
    let excused = try world.decision(answers("true"))
    let reason = try #require(excused.findings.first?.reason)
    #expect(reason.exception != nil)
    #expect(reason.facts.map { excused.dossier.fact($0).path } == ["b"])
  }

  @Test func `an undetermined finding has no reason and names what it waits for`() throws {
    let decision = try TinyWorld(.violated(if: "vendor.a && vendor.b"))
      .decision("\(TinyWorld.closedRelations)\na: \(proven("true"))")
    let finding = try #require(decision.findings.first)
    #expect(finding.status == .undetermined)
    #expect(finding.reason == nil)
    #expect(finding.waitsFor.facts.map { decision.dossier.fact($0).path } == ["b"])
  }

  /// On generated rules and evidence: the facts force the finding, and none can be spared.
  @Test func `every reason forces its finding and holds nothing to spare`() throws {
    var generator = RuleGenerator(seed: LawBench.seed)
    let rules = generator.rules(40) + generator.rules(20, withExceptions: true).map(Self.renamed)
    let world = try TinyWorld(rules, except: ["rule.missing-example", "rule.constant"])
    let bench = try LawBench(world, vendor: "id: vendor\nname: vendor\nrelations: []")
    var reasons = 0
    let failure = bench.counterexample(sets: 3_000) { dossier, _ in
      var deciding = Deciding(dossier, asOf: bench.asOf)
      for finding in deciding.decision(by: world.rulebook.rules, of: []).findings
      where finding.status != .undetermined {
        guard let reason = finding.reason else { return "\(finding.rule.id) has no reason" }
        reasons += 1
        for kept in [reason.facts]
          + reason.facts.map({ spared in reason.facts.filter { $0 != spared } })
        {
          let holds = self.holds(finding, reason, reason.resolution.view.hidingAll(but: kept))
          if holds != (kept.count == reason.facts.count) {
            return
              "\(finding.rule.id) \(finding.status) with \(kept.count) of \(reason.facts.count)"
          }
        }
      }
      return nil
    }
    #expect(failure == nil)
    #expect(reasons > 300)
  }

  private static func renamed(_ rule: TinyRule) -> TinyRule {
    var rule = rule
    rule.id += "-excused"
    return rule
  }

  /// Whether a finding comes out the same from a view, worked out without the reason's own code.
  private func holds(_ finding: Finding, _ reason: Reason, _ view: FactView) -> Bool {
    let trial = finding.trial
    if let exception = reason.exception {
      return trial.holds(exception, in: view)
    }
    if !finding.subject.emptyLists.isEmpty {
      return finding.subject.emptyLists.allSatisfy { view.isClosed($0) }
    }
    switch finding.status {
    case .violated: return trial.violation(in: view, exceptions: .no).evaluation.truth == .yes
    case .satisfied: return trial.violation(in: view, exceptions: .no).evaluation.truth == .no
    case .notApplicable: return trial.application(in: view).evaluation.truth == .no
    case .undetermined: return false
    }
  }
}
