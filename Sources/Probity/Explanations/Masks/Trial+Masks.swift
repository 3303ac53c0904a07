package import ProbityCEL

extension Trial {
  /// The trial for hiding facts of a resolution, with the facts that an outcome may rest on.
  package func masked(
    _ resolution: Resolution,
    for outcome: Outcome,
    splittingAtMost cap: Int
  ) -> MaskedTrial {
    let reach = reach(of: outcome, in: resolution)
    let candidates = reach.facts.filter { resolution.outcome(of: $0).state != .unknown }
    return MaskedTrial(
      self,
      resolution.view,
      candidates: preferred(candidates, in: resolution),
      splits: Splits(reach.readTwice, in: dossier, resolution.view, atMost: cap),
      isApproximate: reach.isApproximate
    )
  }

  /// The facts that an outcome may rest on, known or not.
  package struct Reach {
    /// In the order of the profile.
    package var facts: [FactID]
    /// Facts that may be consulted more than once, but for those that are only asked in one
    /// direction.
    package var readTwice: FactSet
    /// Whether what stays open may be decided all the same, other than for these.
    var isApproximate: Bool

    var isExact: Bool { readTwice.isEmpty && !isApproximate }
  }

  /// The facts that are consulted, and those that are consulted where nothing is known, as then no
  /// condition ends early; where that may not be all, any others of the fields that are named.
  package func reach(of outcome: Outcome, in resolution: Resolution) -> Reach {
    let readings = [resolution.view, resolution.view.hidingAll(but: [])].flatMap {
      splitting(atMost: 0).readings(of: outcome, in: $0)
    }
    let reads = readings.reduce(into: FactSet()) { $0.formUnion($1.reads) }
    let others = leaves(of: outcome).filter { !$0.program.consultsAllWhenBlind }
    let named = others.isEmpty ? [] : facts(namedIn: others)
    return Reach(
      facts: reads.union(FactSet(named)).facts,
      readTwice: readings.reduce(into: FactSet()) { $0.formUnion($1.rereads) },
      isApproximate: readings.contains(where: \.isApproximate)
    )
  }

  /// All facts of the fields that conditions name, but for those of other subjects.
  private func facts(namedIn leaves: [Condition.Leaf]) -> [FactID] {
    let names = Set(leaves.flatMap(\.program.fieldsRead))
    let elsewhere = factsOfOtherSubjects(reading: names)
    return dossier.facts.indices.filter { index in
      guard let name = dossier.facts[index].fieldName, names.contains(name) else { return false }
      return !elsewhere.contains { $0.contains(index) }
    }.map { FactID($0) }
  }

  private func readings(of outcome: Outcome, in view: FactView) -> [Reading] {
    switch outcome {
    case .violated: [violation(in: view, exceptions: .no)]
    case .cleared:
      [violation(in: view, exceptions: .no)] + rule.exceptions.map { evaluation(of: $0, in: view) }
    case .notApplicable: [application(in: view)]
    case .holds(let leaf), .fails(let leaf): [evaluation(of: leaf, in: view)]
    }
  }

  /// The conditions that an outcome depends on.
  func leaves(of outcome: Outcome) -> [Condition.Leaf] {
    let when = rule.when.map { [$0] } ?? []
    return switch outcome {
    case .violated: rule.condition.leaves + when
    case .cleared: rule.condition.leaves + when + rule.exceptions
    case .notApplicable: when
    case .holds(let leaf), .fails(let leaf): [leaf]
    }
  }

  /// Whether somebody could answer it: not what is given or computed, nor what was declined.
  func mayBeAsked(_ fact: FactID) -> Bool {
    dossier.fact(fact).declined == nil && mayBeSettled(fact)
  }

  /// Whether evidence or a change could settle it: not what is given by a pack or computed.
  func mayBeSettled(_ fact: FactID) -> Bool {
    let record = dossier.fact(fact)
    guard record.field?.isIdentity != true else { return false }
    switch record.ground {
    case .evidence, .given: return true
    case .dated, .derived: return false
    }
  }

  /// The facts below what stands beside the subject in the lists that the rule runs over.
  ///
  /// Not of a list that the conditions name as well: they may look at all of it.
  private func factsOfOtherSubjects(reading names: Set<FieldName>) -> [Range<Int>] {
    guard subject.openList == nil else { return [] }
    return zip(rule.scope, subject.nodes).flatMap { step, node -> [Range<Int>] in
      let list = subject.list(of: step, in: dossier)
      if let closure = dossier.tree.node(list).fact, let name = dossier.fact(closure).fieldName,
        names.contains(name)
      {
        return []
      }
      return dossier.tree.children(of: list).filter { $0.node != node }
        .compactMap { $0.existence.map(dossier.tree.factsBelow) }
    }
  }

  // MARK: Which facts to show

  /// Those first that are hardest to contest: values before closures and existence, best
  /// established, undisputed, admitted or judged, then in the order of the profile.
  private func preferred(_ facts: [FactID], in resolution: Resolution) -> [FactID] {
    facts.map { (fact: $0, rank: rank(of: $0, in: resolution)) }
      .sorted { ($0.rank, $0.fact) < ($1.rank, $1.fact) }.map(\.fact)
  }

  private func rank(of fact: FactID, in resolution: Resolution) -> Int {
    let outcome = resolution.outcome(of: fact)
    let kind =
      switch dossier.fact(fact).kind {
      case .value: 0
      case .closure: 1
      case .existence: 2
      }
    let isBeyondDoubt = outcome.carriers.contains {
      $0.admits || dossier.sources[$0.source].kind == .judgment
    }
    let isGiven = outcome.carriers.isEmpty && outcome.level == 4
    return ((kind * 8 + 4 - outcome.level) * 8 + outcome.contradiction) * 2
      + (isBeyondDoubt || isGiven ? 0 : 1)
  }
}

extension FactRecord {
  /// The field as expressions name it.
  var fieldName: FieldName? {
    field.map { FieldName(record: record, field: $0.name) }
  }
}
