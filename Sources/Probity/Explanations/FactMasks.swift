package import ProbityCEL

/// Hides facts of a resolution and sees what still follows from the rest.
package struct FactMasks {
  private let resolution: Resolution
  private let dossier: Dossier

  package init(_ resolution: Resolution, dossier: Dossier) {
    self.resolution = resolution
    self.dossier = dossier
  }

  /// A minimal set of known facts that makes a reading come out so with all others hidden.
  ///
  /// Facts of the named fields are tried beside those that were consulted: a reading stops at the
  /// first witness, which need not be the best established one. Nil if the reading does not come
  /// out so at all, or if the result fails its own check.
  package func minimal(
    coming wanted: Truth,
    over fields: Set<FieldName>,
    _ read: (FactView) -> Trial.Reading
  ) -> [FactID]? {
    let first = read(resolution.view)
    guard first.evaluation.truth == wanted else { return nil }
    func holds(_ kept: [FactID]) -> Bool {
      read(view(keeping: kept)).evaluation.truth == wanted
    }
    let candidates = dossier.facts.filter { fact in
      first.reads.contains(fact.id) || fact.fieldName.map(fields.contains) ?? false
    }
    let minimal = MinimalSet.search(
      among: preferred(candidates.map(\.id).filter(isKnown)),
      for: holds
    )
    guard let minimal, MinimalSet.isMinimal(minimal, for: holds) else { return nil }
    return minimal
  }

  /// The resolution with all facts hidden but some.
  package func view(keeping kept: [FactID]) -> FactView {
    var view = resolution.view
    view.hidden = FactSet(dossier.facts.map(\.id)).subtracting(FactSet(kept))
    return view
  }

  private func isKnown(_ fact: FactID) -> Bool {
    resolution.outcome(of: fact).state != .unknown
  }

  /// Best established first, undisputed before disputed, values before closures and existence.
  private func preferred(_ facts: [FactID]) -> [FactID] {
    facts.map { (fact: $0, key: preference($0)) }.sorted { left, right in
      left.key == right.key
        ? left.fact < right.fact : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.fact)
  }

  private func preference(_ fact: FactID) -> [Int] {
    let outcome = resolution.outcome(of: fact)
    let kind =
      switch dossier.fact(fact).kind {
      case .value: 0
      case .closure: 1
      case .existence: 2
      }
    return [kind, -outcome.level, outcome.contradiction]
  }
}

extension FactRecord {
  /// The field as expressions name it.
  fileprivate var fieldName: FieldName? {
    field.map { FieldName(record: record, field: $0.name) }
  }
}
