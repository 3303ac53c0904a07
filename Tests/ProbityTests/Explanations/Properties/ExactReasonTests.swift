import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// Property 2 of explanations: where they are called exact, no reason could be smaller and every
/// pivot leaves two worlds that differ.
@Suite struct ExactReasonTests {
  /// Views in which a finding must be open if its explanation is exact.
  private func lesserViews(_ finding: Finding, _ explanation: Explanation) -> [FactView] {
    let view = (finding.status == .violated ? finding.trial.adverse : finding.trial.clear).view
    let candidates = FindingOracle(finding)?.candidates ?? []
    var views: [FactView] = []
    for reason in explanation.reasons.prefix(3) {
      for spared in reason.facts {
        views.append(view.hidingAll(but: reason.facts.filter { $0 != spared }))
      }
    }
    for pivot in explanation.pivots.prefix(4) where !pivot.isMissingException {
      views.append(view.hidingAll(but: candidates.filter { !pivot.facts.contains($0) }))
    }
    return views
  }

  private func told(_ finding: Finding, _ explanation: Explanation, _ view: FactView) -> String {
    let dossier = finding.trial.dossier
    let reasons = explanation.reasons.map { $0.facts.map { dossier.fact($0).path } }
    return "\(finding.status) for \(reasons); \(finding.trial.told(view))"
  }

  /// An explanation that calls itself exact and is not; `claims` says whether it does.
  private func fault(
    seed: UInt64,
    findings: Int,
    claims: (Explanation) -> Bool
  ) throws -> (failure: String?, views: Int, unclear: Int) {
    let setting = try ExactnessTests.setting("generated")
    let dossier = setting.world.dossier
    var random = SeededGenerator(seed: seed)
    var (views, unclear) = (0, 0)
    let failure = setting.world.counterexample(seed: seed, trials: findings) { drawn, _ in
      guard drawn.rule.exceptions.isEmpty,
        !drawn.subject.existence.contains(where: setting.spare.contains)
      else { return nil }
      let trial = drawn.replacing(
        adverse: ExactnessTests.isMissing(drawn.adverse, setting.spare, dossier),
        clear: ExactnessTests.isMissing(drawn.clear, setting.spare, dossier)
      )
      let finding = trial.finding(alleged: nil)
      guard finding.status == .violated || finding.status == .satisfied else { return nil }
      let explanation = finding.explanation()
      guard claims(explanation) else { return nil }
      for view in lesserViews(finding, explanation) {
        guard let completions = Completions(trial, view, spare: setting.spare) else { continue }
        views += 1
        let verdict = completions.verdict(&random) {
          trial.splitting(atMost: 0).violation(in: $0, exceptions: .no).evaluation.truth
        }
        switch verdict {
        case .open: continue
        case .unclear: unclear += 1
        case .always(let truth):
          return .some("it is always \(truth): \(told(finding, explanation, view))")
        }
      }
      return .some(nil)
    }
    return (failure, views, unclear)
  }

  @Test(arguments: ProofPlan.seeds)
  func `property 2: an explanation that is called exact has nothing to spare`(
    _ seed: UInt64
  ) throws {
    let found = try fault(seed: seed, findings: 150 * ProofPlan.factor, claims: \.isExact)
    #expect(found.failure == nil)
    // Where too many worlds agree to try them all, nothing is proven.
    #expect(found.views > 100 && found.unclear * 10 < found.views, "\(found)")
  }

  @Test func `property 2, control: explanations that all call themselves exact are told`() throws {
    #expect(try fault(seed: 1, findings: 800) { _ in true }.failure != nil)
  }
}
