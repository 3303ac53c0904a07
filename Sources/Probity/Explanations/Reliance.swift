import ProbityCEL

/// A source without which the verdict would be another.
package struct Reliance: Sendable {
  /// The source's position in the dossier.
  package var source: Int
  package var verdictWithout: Verdict
}

extension Decision {
  /// The sources that the verdict rests on: each is left out once, and all is decided anew.
  ///
  /// - Complexity: one decision for each source that is cited.
  package var reliance: [Reliance] {
    dossier.sources.indices.compactMap { source in
      let without = dossier.withholding(source: source)
      guard without.citationCount < dossier.citationCount else { return nil }
      var deciding = Deciding(without, asOf: asOf)
      let verdict = deciding.decision(by: rules, of: packs).verdict
      return verdict == self.verdict ? nil : Reliance(source: source, verdictWithout: verdict)
    }
  }
}

extension Dossier {
  /// The same dossier with nothing that cites a source.
  package func withholding(source: Int) -> Dossier {
    var dossier = self
    for fact in dossier.facts.indices {
      for claim in dossier.facts[fact].claims.indices {
        dossier.facts[fact].claims[claim].evidence.removeAll { $0.source == source }
      }
    }
    return dossier
  }

  fileprivate var citationCount: Int {
    facts.reduce(0) { $0 + $1.claims.reduce(0) { $0 + $1.evidence.count } }
  }
}
