package import ProbityCEL

/// What is otherwise on another day, and what made it so.
package struct DecisionComparison: Sendable {
  /// A source, rule, parameter or the day, with what becomes of it.
  package struct Cause: Sendable {
    package var influence: Influence
    /// What becomes of a source, for the rule of the finding.
    package var turns: [SourceTurn] = []
  }

  /// A fact that stands otherwise once the causes are moved, in the run that tells.
  package struct FactChange: Sendable {
    package var fact: FactID
    package var before: Resolution.Outcome
    package var after: Resolution.Outcome
    package var terms: Resolution.Terms
  }

  /// One finding that is another one on the other day; nil where there is no such finding.
  package struct Change: Sendable {
    package var key: FindingKey
    package var before: Finding?
    package var after: Finding?
    /// What turns the finding with everything else left as it was: each of these by itself or, if
    /// none does so alone, all of them together, of which none can be spared.
    package var causes: [Cause]
    package var isEachEnough: Bool
    package var facts: [FactChange]
  }

  package var before: Decision
  package var after: Decision
  /// In the order of the findings, those that vanish last.
  package var changes: [Change]
  /// Whether a cause failed when it was evaluated again: an internal fault.
  package var hasFailed = false
}

extension Rulebook {
  /// Compares the decisions of two days and finds what made each finding another one.
  ///
  /// Every source, rule and parameter that stands otherwise on the second day is moved there by
  /// itself, with all others left on the first, and everything is decided anew.
  ///
  /// - Complexity: one decision for each that stands otherwise, and for each set of these that has
  ///   to be tried where none does it alone.
  package func comparison(
    on profile: Profile,
    from: CalendarDate,
    to: CalendarDate,
    knownBy: CalendarDate? = nil,
    packs chosen: [String]? = nil
  ) -> DecisionComparison {
    let before = decision(on: profile, asOf: from, knownBy: knownBy, packs: chosen)
    let after = decision(on: profile, asOf: to, knownBy: knownBy, packs: chosen)
    let rules = rules.filter { rule in before.packs.contains { $0.id == rule.pack } }
    var search = ComparisonSearch(before, after, rules: rules)
    return search.comparison()
  }
}

/// Looks for what turned each finding.
private struct ComparisonSearch {
  private let before: Decision
  private let after: Decision
  private let sourceTurns: SourceTurns
  private let rulesByID: [String: Rule]
  private let influences: [Influence]
  private var mix: DayMix

  init(_ before: Decision, _ after: Decision, rules: [Rule]) {
    self.before = before
    self.after = after
    sourceTurns = SourceTurns(before.dossier, from: before.asOf, to: after.asOf)
    rulesByID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    mix = DayMix(before.dossier, rules: rules, from: before.asOf, to: after.asOf)
    influences = mix.influences
  }

  mutating func comparison() -> DecisionComparison {
    var comparison = DecisionComparison(before: before, after: after, changes: [])
    let (old, new) = (Self.byKey(before), Self.byKey(after))
    let moved = mix.findings(moving: Set(influences))
    // A mix of all or nothing must be what was decided without it.
    guard Self.statuses(mix.findings(moving: [])) == Self.statuses(old),
      Self.statuses(moved) == Self.statuses(new)
    else {
      comparison.hasFailed = true
      return comparison
    }
    let keys = before.findings.map(FindingKey.init)
    let further = after.findings.map(FindingKey.init).filter { old[$0] == nil }
    for key in keys + further where old[key]?.status != new[key]?.status {
      guard let change = change(of: key, old[key], new[key]) else {
        comparison.hasFailed = true
        continue
      }
      comparison.changes.append(change)
    }
    return comparison
  }

  private static func byKey(_ decision: Decision) -> [FindingKey: Finding] {
    Dictionary(
      decision.findings.map { (FindingKey($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func statuses(_ findings: [FindingKey: Finding]) -> [FindingKey: Finding.Status] {
    findings.mapValues(\.status)
  }

  // MARK: One finding

  private mutating func change(
    of key: FindingKey,
    _ old: Finding?,
    _ new: Finding?
  ) -> DecisionComparison.Change? {
    let wanted = new?.status
    var change = DecisionComparison.Change(
      key: key,
      before: old,
      after: new,
      causes: [],
      isEachEnough: true,
      facts: []
    )
    var causes: [Influence] = []
    for influence in influences where turns(key, [influence], to: wanted) {
      causes.append(influence)
    }
    if causes.isEmpty {
      causes = together(key, to: wanted)
      change.isEachEnough = false
      guard isMinimal(key, causes, to: wanted) else { return nil }
    }
    let sets = change.isEachEnough ? causes.map { [$0] } : [causes]
    for moved in sets {
      let turned = mix.findings(moving: Set(moved))[key]
      for fact in facts(of: old, turned)
      where !change.facts.contains(where: { $0.fact == fact.fact }) {
        change.facts.append(fact)
      }
    }
    change.causes = causes.map { cause in
      DecisionComparison.Cause(influence: cause, turns: turns(of: cause, key))
    }
    return change
  }

  private mutating func turns(
    _ key: FindingKey,
    _ moved: [Influence],
    to wanted: Finding.Status?
  ) -> Bool {
    mix.findings(moving: Set(moved))[key]?.status == wanted
  }

  /// A set of influences that turns the finding, from which none can be taken away.
  ///
  /// To move more is not monotone, so that what is left is looked through until nothing goes.
  private mutating func together(_ key: FindingKey, to wanted: Finding.Status?) -> [Influence] {
    var kept = influences
    var shrinks = true
    while shrinks {
      shrinks = false
      for influence in kept {
        let fewer = kept.filter { $0 != influence }
        if turns(key, fewer, to: wanted) {
          kept = fewer
          shrinks = true
        }
      }
    }
    return kept
  }

  private mutating func isMinimal(
    _ key: FindingKey,
    _ causes: [Influence],
    to wanted: Finding.Status?
  ) -> Bool {
    guard turns(key, causes, to: wanted) else { return false }
    for cause in causes where turns(key, causes.filter({ $0 != cause }), to: wanted) {
      return false
    }
    return true
  }

  private func turns(of cause: Influence, _ key: FindingKey) -> [SourceTurn] {
    guard case .source(let source) = cause, let rule = rulesByID[key.rule] else { return [] }
    return sourceTurns.turns(of: source, for: rule)
  }

  /// The facts that one of two findings rests on and that stand otherwise in the other.
  private func facts(of old: Finding?, _ new: Finding?) -> [DecisionComparison.FactChange] {
    guard let old, let new else { return [] }
    var seen = FactSet()
    return [old, new].flatMap { finding -> [DecisionComparison.FactChange] in
      guard let reason = finding.reason else { return [] }
      let isAdverse = reason.resolution.terms.direction == .adverse
      let (before, after) =
        isAdverse ? (old.trial.adverse, new.trial.adverse) : (old.trial.clear, new.trial.clear)
      return reason.facts.compactMap { fact in
        guard before.view[fact] != after.view[fact], !seen.contains(fact) else { return nil }
        seen.insert(fact)
        return DecisionComparison.FactChange(
          fact: fact,
          before: before.outcome(of: fact),
          after: after.outcome(of: fact),
          terms: reason.resolution.terms
        )
      }
    }
  }
}
