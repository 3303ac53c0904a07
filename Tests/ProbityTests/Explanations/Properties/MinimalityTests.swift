import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Property 3: each element of a reason and of a pivot is needed; deletion, QuickXplain and brute
/// force find the same.
@Suite struct MinimalityTests {
  /// What is wrong with the first reason, or with the pivot that deletion finds, or nothing.
  private func fault(_ oracle: FindingOracle, _ explanation: Explanation) -> String? {
    let size = oracle.candidates.count
    guard let reason = explanation.reason.flatMap({ oracle.positions(of: $0.facts) }) else {
      return "no reason"
    }
    if !SetOracles.isMinimal(reason, oracle.forces) { return "\(reason.positions) is not minimal" }
    let deleted = SetOracles.deletion(among: size, oracle.forces)
    let halved = SetOracles.quickXplain(among: size, oracle.forces)
    if deleted != halved {
      return "\(deleted.positions) by deletion, \(halved.positions) by halves"
    }
    if explanation.reasons.count == 1, reason != deleted { return "not \(deleted.positions)" }
    let everything = PositionSet(0..<size)
    let opens = { (set: PositionSet) in !oracle.forces(everything.subtracting(set)) }
    let pivots = oracle.pivots(of: explanation)
    if let pivot = pivots.first(where: { !SetOracles.isMinimal($0, opens) }) {
      return "the pivot \(pivot.positions) is not minimal"
    }
    // What needs no fact hangs on none.
    guard explanation.isComplete, opens(everything) else { return nil }
    let pivot = SetOracles.deletion(among: size, opens)
    if pivot != SetOracles.quickXplain(among: size, opens) { return "two ways to a pivot differ" }
    return pivots.contains(pivot) ? nil : "the pivot \(pivot.positions) is missing"
  }

  /// What is wrong with some finding's explanation, which may be spoilt first.
  private func fault(
    _ name: String,
    seed: UInt64,
    findings: Int,
    spoiling spoil: (inout Explanation, FindingOracle) -> Bool = { _, _ in true }
  ) throws -> String? {
    try ProofTests.world(name).counterexample(seed: seed, findings: findings) { finding in
      var explanation = finding.explanation()
      // Facts that a search can't fill in one by one are another matter: property 2.
      guard let oracle = FindingOracle(finding), explanation.isExact || !oracle.isSplit,
        spoil(&explanation, oracle)
      else { return nil }
      return .some(fault(oracle, explanation))
    }
  }

  @Test(arguments: ProofTests.worlds, ProofPlan.seeds)
  func `property 3: deletion, QuickXplain and the search find what needs each of its facts`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    #expect(try fault(name, seed: seed, findings: 60 * ProofPlan.factor) == nil)
  }

  @Test(arguments: ProofTests.worlds)
  func `property 3, control: a fact to spare and a pivot that is missing are told`(
    _ name: String
  ) throws {
    let spare = try fault(name, seed: 1, findings: 60) { explanation, oracle in
      guard let reason = explanation.reason,
        let other = oracle.candidates.first(where: { !reason.facts.contains($0) })
      else { return false }
      explanation.reasons[0].facts.append(other)
      return true
    }
    #expect(spare != nil)
    let missing = try fault(name, seed: 1, findings: 60) { explanation, oracle in
      explanation.pivots = []
      return explanation.reason?.facts.isEmpty == false
    }
    #expect(missing != nil)
  }
}
