package import ProbityCEL

/// Decides anew without some sources, only as far as these bear on anything.
///
/// What cites a source is settled anew; the rules that looked at a fact that became another are
/// asked again. What a decision from scratch would come to is the same, and a test says so.
package struct WithheldDeciding {
  /// What becomes of a decision.
  package struct Outcome: Sendable {
    package var verdict: Verdict
    /// The facts that are known to be something else, or no longer known, by the terms on which
    /// they stand.
    package var changed: [Resolution.Terms: FactSet]
  }

  /// How the facts stand with all sources.
  private struct Base {
    var resolution: Resolution
    var scales: [Scales]
  }

  private let decision: Decision
  private let resolver: Resolver
  private let bases: [Resolution.Terms: Base]
  /// The facts that cite each source.
  private let citing: [FactSet]
  /// The facts that say who is tied to whom: all evidence is weighed by them.
  private let ties: FactSet
  /// The facts that are computed, with those that they are computed from.
  private let derived: [(fact: FactID, parts: [FactID])]
  /// The findings of each rule, in the order of the rules.
  private let findings: [[Finding]]

  package init(_ decision: Decision) {
    self.decision = decision
    let dossier = decision.dossier
    let resolver = Resolver(dossier, asOf: decision.asOf)
    self.resolver = resolver
    var known: [Resolution.Terms: Resolution] = [:]
    for finding in decision.findings {
      known[finding.trial.adverse.terms] = finding.trial.adverse
      known[finding.trial.clear.terms] = finding.trial.clear
    }
    var bases: [Resolution.Terms: Base] = [:]
    for terms in decision.rules.flatMap(\.terms) where bases[terms] == nil {
      let resolution = known[terms] ?? resolver.resolution(terms)
      bases[terms] = Base(resolution: resolution, scales: resolver.scales(for: terms))
    }
    self.bases = bases
    var citing = Array(repeating: FactSet(), count: dossier.sources.count)
    var derived: [(FactID, [FactID])] = []
    for fact in dossier.facts {
      for item in fact.claims.lazy.flatMap(\.evidence) { citing[item.source].insert(fact.id) }
      if case .derived(let parts) = fact.ground { derived.append((fact.id, parts)) }
    }
    self.citing = citing
    self.derived = derived
    ties = FactSet(dossier.edges.map(\.existence) + dossier.relationLists.map(\.closure))
    let byRule = Dictionary(grouping: decision.findings, by: \.rule.id)
    findings = decision.rules.map { byRule[$0.id] ?? [] }
  }

  /// The sources that some fact cites.
  package var citedSources: [Int] { citing.indices.filter { !citing[$0].isEmpty } }

  package func outcome(without sources: [Int]) -> Outcome {
    let affected = sources.reduce(into: FactSet()) { $0.formUnion(citing[$1]) }
    let records = affected.facts.map { fact in
      decision.dossier.fact(fact).withholding(sources)
    }
    if !affected.intersection(ties).isEmpty {
      let without = decision.dossier.replacing(records)
      let resolver = Resolver(without, asOf: decision.asOf)
      guard resolver.weighsAlike(self.resolver, on: bases.keys) else {
        return outcomeFromScratch(without, resolver)
      }
    }
    var changed: [Resolution.Terms: FactSet] = [:]
    var resolutions: [Resolution.Terms: Resolution] = [:]
    for (terms, base) in bases {
      let changes = changes(of: records, base, terms)
      changed[terms] = FactSet(changes.keys)
      resolutions[terms] = changes.isEmpty ? base.resolution : base.resolution.replacing(changes)
    }
    return Outcome(
      verdict: verdict(of: decision.dossier, by: resolver, resolutions, changed),
      changed: changed
    )
  }

  // MARK: Facts

  /// Those of which something else is known now.
  private func changes(
    of records: [FactRecord],
    _ base: Base,
    _ terms: Resolution.Terms
  ) -> [FactID: Resolution.Outcome] {
    var changes: [FactID: Resolution.Outcome] = [:]
    func note(_ fact: FactID, _ outcome: Resolution.Outcome) {
      if outcome.state != base.resolution.view[fact] { changes[fact] = outcome }
    }
    for record in records where record.ground == .evidence {
      note(record.id, resolver.outcome(of: record, by: base.scales[record.file], terms))
    }
    if changes.isEmpty { return changes }
    for (fact, parts) in derived where parts.contains(where: { changes[$0] != nil }) {
      note(fact, Resolver.joined(parts.map { changes[$0] ?? base.resolution.outcome(of: $0) }))
    }
    return changes
  }

  // MARK: Rules

  private func verdict(
    of dossier: Dossier,
    by resolver: Resolver,
    _ resolutions: [Resolution.Terms: Resolution],
    _ changed: [Resolution.Terms: FactSet]
  ) -> Verdict {
    var deciding = Deciding(
      dossier,
      asOf: decision.asOf,
      resolver: resolver,
      resolutions: resolutions
    )
    let all = zip(decision.rules, findings).flatMap { rule, findings in
      mayChange(rule, findings, changed) ? deciding.findings(of: rule) : findings
    }
    return Decision.verdict(of: all)
  }

  private func mayChange(
    _ rule: Rule,
    _ findings: [Finding],
    _ changed: [Resolution.Terms: FactSet]
  ) -> Bool {
    let facts = rule.terms.reduce(into: FactSet()) { $0.formUnion(changed[$1] ?? FactSet()) }
    if facts.isEmpty { return false }
    // Which subjects there are hangs on lists that no finding may have looked at.
    let isScoped = !rule.scope.isEmpty
    if isScoped, facts.facts.contains(where: { decision.dossier.fact($0).kind == .closure }) {
      return true
    }
    return findings.contains { !$0.reads.intersection(facts).isEmpty }
  }

  /// Where ties between companies may be others, all evidence is weighed anew.
  private func outcomeFromScratch(_ without: Dossier, _ resolver: Resolver) -> Outcome {
    var resolutions: [Resolution.Terms: Resolution] = [:]
    var changed: [Resolution.Terms: FactSet] = [:]
    for (terms, base) in bases {
      let resolution = resolver.resolution(terms)
      resolutions[terms] = resolution
      changed[terms] = FactSet(
        without.facts.lazy.map(\.id).filter { resolution.view[$0] != base.resolution.view[$0] }
      )
    }
    return Outcome(
      verdict: verdict(of: without, by: resolver, resolutions, changed),
      changed: changed
    )
  }
}

extension Dossier {
  /// The same dossier with nothing that cites what is left out.
  package func withholding(_ withheld: Withheld) -> Dossier {
    replacing(facts.filter { !$0.claims.isEmpty }.map { $0.withholding(withheld.sources) })
  }

  /// The same dossier with some records instead of those of the same facts.
  fileprivate func replacing(_ records: [FactRecord]) -> Dossier {
    var dossier = self
    for record in records { dossier.facts[Int(record.id.index)] = record }
    return dossier
  }
}

extension FactRecord {
  fileprivate func withholding(_ sources: [Int]) -> FactRecord {
    var record = self
    for claim in record.claims.indices {
      record.claims[claim].evidence.removeAll { sources.contains($0.source) }
    }
    return record
  }
}
