package import ProbityCEL

/// What of the sources on file is left out, to see what becomes of the verdict.
package enum Withheld: Sendable, Hashable {
  /// One source, by its position in the dossier.
  case source(Int)
  /// All sources of one publisher, by their positions.
  case publisher(String, sources: [Int])
}

/// A source or publisher without which the verdict would be another.
package struct Reliance: Sendable {
  package var withheld: Withheld
  package var verdictWithout: Verdict
}

/// How firmly a fact stands that a finding rests on.
package struct Support: Sendable {
  package var fact: FactID
  /// The finding that rests on it, as a position in the decision.
  package var finding: Int
  package var level: Int
  /// Sources without any one of which it would not be established.
  package var soleSources: [Int] = []
  /// Whether nobody but the vendor, or those with an interest as it has, says so.
  package var isVendorsWordAlone = false
}

/// What a decision rests on.
package struct Foundation: Sendable {
  /// The sources without which the verdict would be another, then the publishers of several.
  package var reliances: [Reliance] = []

  /// The facts that the decisive findings rest on, each as it stands for the first of them.
  package var supports: [Support] = []

  /// The fact with the lowest level; of several the first of the profile.
  package var weakest: Support? {
    supports.min { ($0.level, $0.fact) < ($1.level, $1.fact) }
  }
}

extension Decision {
  /// The sources that the verdict rests on: each is left out once, and all is decided anew.
  ///
  /// - Complexity: for each source that is cited, the facts that cite it and the rules that read them.
  package var reliance: [Reliance] { foundation(on: []).reliances }

  /// What the verdict rests on, and the facts among the reasons of its findings.
  ///
  /// What resolution makes of the evidence is no matter of masks: it is settled anew without each
  /// source that is cited, and without all sources of each publisher that has several.
  ///
  /// - Complexity: for each that is cited, the facts that cite it and the rules that read them.
  package func foundation(on reasons: [(finding: Int, reason: Reason)]) -> Foundation {
    foundation(on: reasons, verdictsWithheld)
  }

  /// What becomes of the decision without each source, and without each publisher of several.
  var verdictsWithheld: [(withheld: Withheld, outcome: WithheldDeciding.Outcome)] {
    let deciding = WithheldDeciding(self)
    return withheld(deciding.citedSources).map { ($0, deciding.outcome(without: $0.sources)) }
  }

  func foundation(
    on reasons: [(finding: Int, reason: Reason)],
    _ outcomes: [(withheld: Withheld, outcome: WithheldDeciding.Outcome)]
  ) -> Foundation {
    var result = Foundation()
    result.supports = supports(of: reasons)
    for (withheld, outcome) in outcomes {
      if outcome.verdict != verdict {
        result.reliances.append(Reliance(withheld: withheld, verdictWithout: outcome.verdict))
      }
      guard case .source(let source) = withheld else { continue }
      for index in result.supports.indices {
        let support = result.supports[index]
        let terms = findings[support.finding].restsOn.terms
        if outcome.changed[terms]?.contains(support.fact) == true {
          result.supports[index].soleSources.append(source)
        }
      }
    }
    return result
  }

  private func supports(of reasons: [(finding: Int, reason: Reason)]) -> [Support] {
    var seen = FactSet()
    let group = dossier.affiliations.interestedGroup(of: dossier.vendor.vendorID)
    return reasons.flatMap { finding, reason in
      reason.facts.compactMap { fact -> Support? in
        guard !seen.contains(fact), dossier.fact(fact).ground == .evidence else { return nil }
        seen.insert(fact)
        let outcome = reason.resolution.outcome(of: fact)
        return Support(
          fact: fact,
          finding: finding,
          level: outcome.level,
          // Against itself its word is an admission.
          isVendorsWordAlone: findings[finding].status != .violated
            && dossier.isWordOf(group, outcome.claim, fact)
        )
      }
    }
  }

  /// Each source that is cited, and each publisher of several of them.
  private func withheld(_ sources: [Int]) -> [Withheld] {
    let publishers = Dictionary(grouping: sources) { source in
      dossier.sources[source].publisher.map(foldedName)
    }
    let several = publishers.compactMap { name, sources -> Withheld? in
      guard name != nil, sources.count > 1, let first = dossier.sources[sources[0]].publisher
      else { return nil }
      return .publisher(first, sources: sources)
    }
    return sources.map(Withheld.source) + several.sorted { $0.sources[0] < $1.sources[0] }
  }
}

extension Withheld {
  /// The positions of what is left out.
  package var sources: [Int] {
    switch self {
    case .source(let source): [source]
    case .publisher(_, let sources): sources
    }
  }
}

extension Finding {
  /// The facts as they stand in the run that settled it.
  fileprivate var restsOn: Resolution { status == .violated ? trial.adverse : trial.clear }
}

extension Dossier {
  /// Whether all that is cited for a claim comes from some companies.
  fileprivate func isWordOf(_ group: Set<String>, _ claim: Int?, _ fact: FactID) -> Bool {
    let record = self.fact(fact)
    guard let claim, !record.claims[claim].evidence.isEmpty else { return false }
    let company = files[record.file].vendorID
    return record.claims[claim].evidence.allSatisfy { item in
      affiliations.party(of: sources[item.source], vendor: company).map(group.contains) ?? false
    }
  }
}
