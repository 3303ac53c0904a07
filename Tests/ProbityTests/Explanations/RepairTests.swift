import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What would clear a finding, on generated rules and on every shipped rule with random facts.
@Suite struct RepairTests {
  /// The finding after some steps: both runs know what was done.
  private func status(of finding: Finding, after steps: [Repair.Step]) -> Finding.Status {
    finding.answering(steps.map(\.answer)).trial.splitting(atMost: 0).finding(alleged: nil).status
  }

  private func isCleared(_ status: Finding.Status) -> Bool {
    status == .satisfied || status == .notApplicable
  }

  /// Whether the vocabulary has such a value.
  private func isAdmissible(_ answer: PossibleAnswer, _ dossier: Dossier) -> Bool {
    let record = dossier.fact(answer.fact)
    switch (record.kind, answer.value) {
    case (.closure, let state): return state == .known(.bool(true))
    case (.existence, .known(.bool)): return true
    case (.existence, _), (.value, .unknown): return false
    case (.value, .absent): return record.field?.allowsNone == true
    case (.value, .known(let value)):
      return dossier.domain(of: answer.fact)?.contains(value) ?? true
    }
  }

  @Test(arguments: ProofTests.worlds, ProofTests.seeds)
  func `property 6: a repair clears, needs each step, and changes only what somebody can change`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    var counts = (violated: 0, changes: 0, none: 0)
    let failure = try ProofTests.world(name).counterexample(seed: seed, findings: 40) { finding in
      guard finding.status == .violated || finding.status == .undetermined,
        finding.subject.openList == nil
      else { return nil }
      let found = finding.repairs()
      if found.hasFailed { return "its own check failed" }
      counts.none += found.repairs.isEmpty ? 1 : 0
      for repair in found.repairs.prefix(6) {
        counts.violated += finding.status == .violated ? 1 : 0
        if !isCleared(status(of: finding, after: repair.steps)) {
          return "\(repair) does not clear"
        }
        for spared in repair.steps.indices {
          var fewer = repair.steps
          fewer.remove(at: spared)
          if isCleared(status(of: finding, after: fewer)) { return "\(repair) has a step to spare" }
        }
        for step in repair.steps where !isAdmissible(step.answer, finding.trial.dossier) {
          return "\(step) has a value that there is not"
        }
        for step in repair.steps where step.kind == .change {
          counts.changes += 1
          let fact = finding.trial.dossier.fact(step.answer.fact)
          if step.actor == .nobody || fact.field?.changer == .nobody { return "\(fact.path)" }
        }
      }
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(counts.violated > 1 && counts.changes > 0, "\(counts)")
  }

  @Test(arguments: ProofTests.worlds)
  func `property 6, control: without a step a repair no longer clears`(_ name: String) throws {
    let failure = try ProofTests.world(name).counterexample(seed: 35, findings: 6) { finding in
      guard finding.status == .violated, let repair = finding.repairs().repairs.first else {
        return nil
      }
      let fewer = Array(repair.steps.dropLast())
      return .some(isCleared(status(of: finding, after: fewer)) ? "\(repair)" : nil)
    }
    #expect(failure == nil)
  }

  @Test func `a change that nobody can make is not proposed, and that none is left is said`()
    throws
  {
    var rule = TinyRule.violated(if: "vendor.a")
    rule.unless = "vendor.b"
    let world = try TinyWorld(rule)
    let violated = try world.decision("\(TinyWorld.closedRelations)\na: \(proven("true"))")
    let repairs = try #require(violated.findings.first).repairs()
    #expect(repairs.repairs.map { $0.steps.map(\.kind) } == [[.prove], [.change]])
    #expect(!repairs.isBeyondVendor)
    let incident = try TinyWorld(.violated(if: "vendor.incidents.exists(i, i.grave)"))
    let past = try incident.decision(
      "\(TinyWorld.closedRelations)\nincidents: [{grave: \(proven("true"))}]"
    )
    let finding = try #require(past.findings.first)
    #expect(finding.status == .violated)
    #expect(finding.repairs().repairs.isEmpty)
  }
}
