import Probity
import ProbityCEL

/// What follows from some facts of a finding, worked out without the code of explanations.
struct FindingOracle {
  let finding: Finding
  let outcome: Outcome
  let resolution: Resolution
  /// The facts that the search chooses among.
  let candidates: [FactID]
  let isSplit: Bool
  private let everything: FactSet

  init?(_ finding: Finding) {
    guard finding.subject.openList == nil, finding.subject.emptyLists.isEmpty else { return nil }
    switch finding.status {
    case .violated: (outcome, resolution) = (.violated, finding.trial.adverse)
    case .satisfied: (outcome, resolution) = (.cleared, finding.trial.clear)
    case .notApplicable: (outcome, resolution) = (.notApplicable, finding.trial.clear)
    case .undetermined: return nil
    }
    self.finding = finding
    let masked = finding.trial.masked(resolution, for: outcome, splittingAtMost: 4096)
    candidates = masked.candidates
    isSplit = !masked.splits.facts.isEmpty
    everything = FactSet(finding.trial.dossier.facts.map(\.id))
  }

  /// Whether facts at these positions force the finding with all others hidden.
  func forces(_ set: PositionSet) -> Bool { forces(set.positions.map { candidates[$0] }) }

  func forces(_ kept: [FactID]) -> Bool {
    var view = resolution.view
    view.hidden = everything.subtracting(FactSet(kept))
    return forces(in: view)
  }

  func forces(in view: FactView) -> Bool {
    let trial = finding.trial
    switch outcome {
    case .violated: return trial.violation(in: view, exceptions: .no).evaluation.truth == .yes
    case .cleared:
      if trial.rule.exceptions.contains(where: { trial.holds($0, in: view) }) { return true }
      return trial.violation(in: view, exceptions: .no).evaluation.truth == .no
    case .notApplicable: return trial.application(in: view).evaluation.truth == .no
    case .holds, .fails: return false
    }
  }

  /// Facts as positions among the candidates; nil for one that is no candidate.
  func positions(of facts: [FactID]) -> PositionSet? {
    let positions = facts.compactMap { candidates.firstIndex(of: $0) }
    return positions.count == facts.count ? PositionSet(positions) : nil
  }

  /// The reasons as positions.
  func reasons(of explanation: Explanation) -> [PositionSet] {
    explanation.reasons.compactMap { positions(of: $0.facts) }
  }

  func pivots(of explanation: Explanation) -> [PositionSet] {
    explanation.pivots.filter { !$0.isMissingException }.compactMap { positions(of: $0.facts) }
  }

  /// What is wrong with an explanation, or nothing.
  ///
  /// Up to 8 candidates every subset is tried; beyond, each set by itself.
  func fault(of explanation: Explanation) -> String? {
    if explanation.hasFailed { return "its own check failed" }
    let (reasons, pivots) = (reasons(of: explanation), pivots(of: explanation))
    if reasons.count != explanation.reasons.count { return "a reason names other facts" }
    let isExact = explanation.isExact || !isSplit
    let opens = { (set: PositionSet) in
      !forces(PositionSet(candidates.indices).subtracting(set))
    }
    for reason in reasons where !forces(reason) || isExact && !SetOracles.isMinimal(reason, forces)
    {
      return "the reason \(reason.positions) is not minimal"
    }
    for pivot in pivots where isExact && !SetOracles.isMinimal(pivot, opens) {
      return "the pivot \(pivot.positions) is not minimal"
    }
    // With fewer facts filled in than could be, a set may be smaller than the search can tell.
    guard candidates.count <= 8, isExact else { return nil }
    let all = SetOracles.minimalSets(among: candidates.count, forces)
    let allPivots = SetOracles.hittingSets(of: Array(all), among: candidates.count)
    guard explanation.isComplete else { return nil }
    if Set(reasons) != all {
      let paths = candidates.map { "\(finding.trial.dossier.fact($0).path) \(resolution.view[$0])" }
      return "\(reasons.map(\.positions)) of \(all.map(\.positions)) \(paths)"
    }
    if Set(pivots) != allPivots, all != [PositionSet()] {
      return "pivots \(pivots.map(\.positions)) of \(allPivots.map(\.positions))"
    }
    return nil
  }
}

/// Reasons by another road: put together bottom-up along the condition, as provenance is in
/// databases.
///
/// What decides a disjunction is a reason of any part; what excludes it, one of each part together.
enum Provenance {
  typealias Sets = Set<PositionSet>

  static func reasons(of oracle: FindingOracle) -> Sets? {
    let rule = oracle.finding.trial.rule
    let (applies, excludes) = application(oracle)
    guard let broken = condition(rule.condition, oracle) else { return nil }
    let (violates, clears) =
      rule.isRequirement ? (broken.no, broken.yes) : (broken.yes, broken.no)
    switch oracle.outcome {
    case .violated: return both(applies, violates)
    case .cleared:
      let excuses = rule.exceptions.map { leaf($0, oracle).yes }
      return excuses.reduce(either(excludes, clears), either)
    case .notApplicable: return excludes
    case .holds, .fails: return nil
    }
  }

  private static func application(_ oracle: FindingOracle) -> (yes: Sets, no: Sets) {
    let trial = oracle.finding.trial
    var result: (yes: Sets, no: Sets) = ([PositionSet()], [])
    for fact in trial.subject.existence {
      let part = sets(of: oracle) { $0.existence(fact, in: trial.dossier.tree) }
      result = (both(result.yes, part.yes), either(result.no, part.no))
    }
    guard let when = trial.rule.when else { return result }
    let part = leaf(when, oracle)
    return (both(result.yes, part.yes), either(result.no, part.no))
  }

  private static func condition(
    _ condition: Condition,
    _ oracle: FindingOracle
  ) -> (yes: Sets, no: Sets)? {
    switch condition {
    case .leaf(let leaf): return self.leaf(leaf, oracle)
    case .all(let parts):
      return parts.reduce(([PositionSet()], [])) { result, part in
        guard let result, let part = self.condition(part, oracle) else { return nil }
        return (both(result.yes, part.yes), either(result.no, part.no))
      }
    case .any(let parts):
      return parts.reduce(([], [PositionSet()])) { result, part in
        guard let result, let part = self.condition(part, oracle) else { return nil }
        return (either(result.yes, part.yes), both(result.no, part.no))
      }
    case .none(let parts):
      return self.condition(.any(parts), oracle).map { ($0.no, $0.yes) }
    case .atLeast: return nil
    }
  }

  private static func leaf(
    _ leaf: Condition.Leaf,
    _ oracle: FindingOracle
  ) -> (yes: Sets, no: Sets) {
    sets(of: oracle) { view in
      oracle.finding.trial.splitting(atMost: 0).evaluation(of: leaf, in: view).evaluation.truth
    }
  }

  private static func sets(
    of oracle: FindingOracle,
    _ truth: (FactView) -> Truth
  ) -> (yes: Sets, no: Sets) {
    func sets(_ wanted: Truth) -> Sets {
      SetOracles.minimalSets(among: oracle.candidates.count) { kept in
        var view = oracle.resolution.view
        view.hidden = FactSet(oracle.finding.trial.dossier.facts.map(\.id))
        for position in kept.positions { view.hidden.remove(oracle.candidates[position]) }
        return truth(view) == wanted
      }
    }
    return (sets(.yes), sets(.no))
  }

  private static func either(_ left: Sets, _ right: Sets) -> Sets { absorbed(left.union(right)) }

  private static func both(_ left: Sets, _ right: Sets) -> Sets {
    absorbed(Set(left.flatMap { first in right.map { first.union($0) } }))
  }

  private static func absorbed(_ sets: Sets) -> Sets {
    sets.filter { set in !sets.contains { $0 != set && $0.isSubset(of: set) } }
  }
}
