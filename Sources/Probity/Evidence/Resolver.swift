import ProbityCEL

/// Settles the claims of each fact of a dossier: evidence in, facts out.
///
/// This stratum is not monotone (a contradiction can undo a value), so masks never run here.
package struct Resolver: Sendable {
  private let dossier: Dossier
  /// One for each profile, in the order of the dossier's files.
  package let scalesByFile: [Scales]
  private let asOf: CalendarDate
  /// Everyone with an interest by the ties on file, however weakly they are alleged.
  private let interested: Set<String>
  /// The ties that hold, of all that are alleged.
  private let established: [Affiliations.Edge]

  package init(_ dossier: Dossier, asOf: CalendarDate, clauses: Clauses = .all) {
    self.init(
      dossier,
      asOf: asOf,
      provenance: Provenance(of: dossier.sources),
      clauses: clauses
    )
  }

  init(_ dossier: Dossier, asOf: CalendarDate, provenance: Provenance, clauses: Clauses = .all) {
    self.dossier = dossier
    self.asOf = asOf
    let affiliations = dossier.affiliations
    interested = affiliations.interestedGroup(of: dossier.vendor.vendorID)
    func scales(_ established: Affiliations) -> [Scales] {
      dossier.files.map { file in
        Scales(
          sources: dossier.sources,
          provenance: provenance,
          affiliations: affiliations,
          established: established,
          company: file.vendorID,
          vendor: dossier.vendor.vendorID,
          asOf: asOf,
          knownBy: dossier.knownBy,
          clauses: clauses
        )
      }
    }
    // No tie may help to establish another one by weakening who denies it.
    let strict = scales(affiliations.keeping { _ in false })
    let established = affiliations.keeping { edge in
      Resolver.isEstablished(edge.existence, in: dossier, by: strict)
    }
    scalesByFile = established.isEmpty ? strict : scales(established)
    self.established = established.edges
  }

  /// Whether evidence weighs on some terms as it does by another resolver of the same sources.
  func weighsAlike(_ other: Resolver, on terms: some Sequence<Resolution.Terms>) -> Bool {
    established == other.established
      && terms.allSatisfy { knowsAllRelations($0) == other.knowsAllRelations($0) }
  }

  /// Whether a relation holds at the weakest standard that clears.
  private static func isEstablished(
    _ existence: FactID,
    in dossier: Dossier,
    by scales: [Scales]
  ) -> Bool {
    let fact = dossier.fact(existence)
    var question = Scales.Question(.clear)
    question.doubtsStrangers = false
    let outcome = settle(fact, by: scales[fact.file], question, at: .balance)
    return outcome.state == .known(.bool(true))
  }

  /// The facts as they stand on these terms.
  ///
  /// - Complexity: O(*facts* × *items of a fact*²).
  package func resolution(_ terms: Resolution.Terms) -> Resolution {
    let scalesByFile = scales(for: terms)
    let facts = dossier.facts
    var derived: [Int] = []
    var outcomes: [Resolution.Outcome] = []
    outcomes.reserveCapacity(facts.count)
    for index in facts.indices {
      if case .derived = facts[index].ground { derived.append(index) }
      outcomes.append(
        // Most facts are not answered: nothing of them has to be looked at.
        Resolver.unclaimed(facts[index])
          ?? outcome(of: facts[index], by: scalesByFile[facts[index].file], terms)
      )
    }
    for index in derived {
      guard case .derived(let parts) = facts[index].ground else { continue }
      outcomes[index] = Resolver.joined(parts.map { outcomes[Int($0.index)] })
    }
    return Resolution(outcomes, of: dossier.tree, terms: terms)
  }

  /// What weighs evidence on these terms, one for each profile.
  func scales(for terms: Resolution.Terms) -> [Scales] {
    let relationsKnown = knowsAllRelations(terms)
    var scalesByFile = scalesByFile
    for file in scalesByFile.indices { scalesByFile[file].knowsAllRelations = relationsKnown }
    return scalesByFile
  }

  /// The outcome of a fact that waits for evidence and of which nobody claims anything.
  private static func unclaimed(_ fact: borrowing FactRecord) -> Resolution.Outcome? {
    guard fact.claims.isEmpty, case .evidence = fact.ground else { return nil }
    return Resolution.Outcome(
      state: .unknown,
      gap: fact.declined.map(Resolution.Gap.declined) ?? .notAnswered
    )
  }

  private func knowsAllRelations(_ terms: Resolution.Terms) -> Bool {
    interested.allSatisfy { party in
      guard let file = dossier.files.firstIndex(where: { $0.vendorID == party }),
        dossier.files[file].hasProfile
      else { return false }
      return dossier.relationLists.filter { $0.file == file }.allSatisfy { list in
        let fact = dossier.fact(list.closure)
        var question = question(for: fact, terms)
        question.doubtsStrangers = false
        let outcome = Resolver.settle(fact, by: scalesByFile[file], question, at: terms.standard)
        return outcome.state == .known(.bool(true))
      }
    }
  }

  private func question(for fact: FactRecord, _ terms: Resolution.Terms) -> Scales.Question {
    var question = Scales.Question(
      terms.direction,
      lookback: fact.isEvent ? nil : terms.lookback,
      clearWithin: terms.clearWithin
    )
    question.needsPinpoint = fact.kind == .closure
    return question
  }

  /// How a fact stands on these terms, if it is not computed from others.
  func outcome(
    of fact: FactRecord,
    by scales: Scales,
    _ terms: Resolution.Terms
  ) -> Resolution.Outcome {
    switch fact.ground {
    case .evidence: break
    case .given, .derived: return Resolver.given(fact)
    case .dated(let series): return inForce(series)
    }
    let question = question(for: fact, terms)
    var outcome = Resolver.settle(fact, by: scales, question, at: terms.standard)
    let mayBeStale = question.lookback != nil || question.clearWithin != nil
    if mayBeStale, case .belowStandard = outcome.gap {
      var ageless = question
      ageless.lookback = nil
      ageless.clearWithin = nil
      let timeless = Resolver.settle(fact, by: scales, ageless, at: terms.standard)
      if timeless.state != .unknown { outcome.gap = .stale }
    }
    return outcome
  }

  /// The parameter's value on the day; without one it is unknown.
  private func inForce(_ series: [DatedValue]) -> Resolution.Outcome {
    guard let current = series.filter({ $0.from <= asOf }).max(by: { $0.from < $1.from }) else {
      return Resolution.Outcome(state: .unknown, gap: .notAnswered)
    }
    return Resolution.Outcome(state: .known(current.value), level: 4)
  }

  private static func given(_ fact: FactRecord) -> Resolution.Outcome {
    guard let claim = fact.claims.first else {
      return Resolution.Outcome(state: .unknown, gap: .notAnswered)
    }
    return Resolution.Outcome(state: claim.value, claim: 0, level: 4)
  }

  /// A computed fact holds if all its parts hold, and fails if one of them fails.
  static func joined(_ parts: [Resolution.Outcome]) -> Resolution.Outcome {
    let truths = parts.map { part -> Truth in
      switch part.state {
      case .unknown: .unknown
      case .absent, .known(.bool(false)): .no
      case .known: .yes
      }
    }
    let weakest = parts.min { $0.level < $1.level }
    switch truths.reduce(.yes, &&) {
    case .yes:
      return Resolution.Outcome(
        state: .known(.bool(true)),
        level: weakest?.level ?? 4,
        contradiction: parts.map(\.contradiction).max() ?? 0,
        carriers: weakest?.carriers ?? []
      )
    case .no: return Resolution.Outcome(state: .known(.bool(false)), level: 4)
    case .unknown:
      return Resolution.Outcome(
        state: .unknown,
        gap: parts.compactMap(\.gap).first ?? .notAnswered
      )
    }
  }

  /// The one value of a fact that meets the standard, or why there is none.
  private static func settle(
    _ fact: FactRecord,
    by scales: Scales,
    _ question: Scales.Question,
    at standard: StandardOfProof
  ) -> Resolution.Outcome {
    let rivals = Resolver.rivalClaims(fact)
    guard !rivals.isEmpty else {
      let gap = fact.declined.map(Resolution.Gap.declined) ?? .notAnswered
      return Resolution.Outcome(state: .unknown, gap: gap)
    }
    let contested = question.facing(question.direction.opposite)
    let weighed = rivals.map { rival -> Resolution.Outcome in
      let standing = scales.standing(of: rival.evidence, question, as: .support)
      var contradiction = 0
      if rivals.count > 1, scales.clauses.contains(.contradiction) {
        let others = rivals.filter { $0.claim != rival.claim }.flatMap(\.evidence)
        contradiction = scales.standing(of: others, contested, as: .contradiction).level
      }
      return Resolution.Outcome(
        state: rival.value,
        claim: rival.claim,
        level: standing.level,
        contradiction: contradiction,
        carriers: standing.carriers
      )
    }
    let met = weighed.filter { standard.isMet(level: $0.level, contradiction: $0.contradiction) }
    if let prevailing = prevailing(among: met, of: rivals, by: scales, question, at: standard) {
      return prevailing
    }
    guard var best = strongest(of: met.isEmpty ? weighed : met) else {
      return Resolution.Outcome(state: .unknown, gap: .notAnswered)
    }
    best.state = .unknown
    best.gap =
      met.count > 1
      ? .conflicting : .belowStandard(level: best.level, contradiction: best.contradiction)
    return best
  }

  /// The one value that reaches the standard, or the one that does so by other words than those
  /// of interested parties: what a vendor publishes does not make a conflict with an accuser.
  private static func prevailing(
    among met: [Resolution.Outcome],
    of rivals: [Rival],
    by scales: Scales,
    _ question: Scales.Question,
    at standard: StandardOfProof
  ) -> Resolution.Outcome? {
    guard met.count > 1, scales.clauses.contains(.conflict) else { return met.first }
    guard scales.clauses.contains(.idleDenial) else { return nil }
    for ties in Scales.Ties.allCases {
      let firm = met.compactMap { outcome -> Resolution.Outcome? in
        guard let rival = rivals.first(where: { $0.claim == outcome.claim }) else { return nil }
        let items = scales.withoutOwnWords(rival.evidence, question, by: ties)
        let standing = scales.standing(of: items, question, as: .support)
        guard standard.isMet(level: standing.level, contradiction: outcome.contradiction) else {
          return nil
        }
        var firm = outcome
        firm.level = standing.level
        firm.carriers = standing.carriers
        return firm
      }
      if firm.count == 1 { return firm.first }
    }
    return nil
  }

  /// The highest level, with the least against it; the order of the claims decides nothing else.
  private static func strongest(of outcomes: [Resolution.Outcome]) -> Resolution.Outcome? {
    outcomes.max { left, right in
      (left.level, right.contradiction) < (right.level, left.contradiction)
    }
  }

  /// A value of a fact with all evidence of the claims that make it, and the first of these.
  private typealias Rival = (value: FactView.State, claim: Int, evidence: [CitedEvidence])

  /// The distinct values of a fact, each with all evidence of the claims that make it.
  private static func rivalClaims(_ fact: FactRecord) -> [Rival] {
    if fact.claims.count == 1 {
      return [(fact.claims[0].value, 0, fact.claims[0].evidence)]
    }
    var rivals: [Rival] = []
    for (position, claim) in fact.claims.enumerated() {
      if let known = rivals.firstIndex(where: { $0.value == claim.value }) {
        rivals[known].evidence += claim.evidence
      } else {
        rivals.append((claim.value, position, claim.evidence))
      }
    }
    return rivals
  }
}
