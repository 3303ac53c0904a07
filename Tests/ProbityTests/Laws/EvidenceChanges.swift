import Probity
import ProbityCEL

/// Changes to generated evidence whose effect a law limits.
extension EvidenceGenerator {
  /// More words of interested parties, unsigned and admitting nothing, about every fact.
  mutating func addingOwnWords(to dossier: Dossier) -> Dossier {
    var louder = dossier
    let speakers = dossier.affiliations.interestedGroup(of: "vendor").sorted()
    louder.sources += (0..<4).map { ownWord(id: "own\($0)", of: speakers) }
    let words = dossier.sources.count..<louder.sources.count
    for index in dossier.facts.indices where dossier.facts[index].ground == .evidence {
      for _ in 0..<1 + below(2) {
        let word = cited(words.lowerBound + below(words.count), pick([.value, .record]))
        louder.facts[index].claim(pick(values(of: dossier.facts[index], dossier)), by: word)
      }
    }
    return louder
  }

  /// More evidence for one value of every fact, and evidence that covers all values from above.
  ///
  /// Relations are left alone: to prove that there is no other one helps the vendor.
  mutating func accusing(_ dossier: Dossier) -> (dossier: Dossier, values: [FactView.State]) {
    var accused = dossier
    var values: [FactView.State] = []
    for index in dossier.facts.indices {
      let value = pick(self.values(of: dossier.facts[index], dossier))
      values.append(value)
      guard dossier.facts[index].ground == .evidence,
        !dossier.facts[index].path.contains("relations")
      else { continue }
      for _ in 0..<1 + below(2) {
        accused.facts[index].claim(value, by: citation(among: dossier.sources))
      }
      let cover = cited(below(dossier.sources.count), pick([.record, .inherited]))
      for claim in accused.facts[index].claims.indices {
        accused.facts[index].claims[claim].evidence.append(cover)
      }
    }
    return (accused, values)
  }

  /// The same claims, items and sources in another order; claims may also fall apart.
  mutating func shuffling(_ dossier: Dossier) -> Dossier {
    var shuffled = dossier
    let order = dossier.sources.indices.shuffled(using: &random)
    shuffled.sources = order.map { dossier.sources[$0] }
    shuffled.edges.shuffle(using: &random)
    for index in dossier.facts.indices where dossier.facts[index].ground == .evidence {
      var claims: [Claim] = []
      for claim in dossier.facts[index].claims {
        claims.append(Claim(claim.value))
        for item in claim.evidence {
          var moved = item
          moved.source = order.firstIndex(of: item.source) ?? 0
          claims.append(Claim(claim.value, evidence: [moved]))
        }
      }
      shuffled.facts[index].claims = claims.shuffled(using: &random)
    }
    return shuffled
  }
}

extension Dossier {
  /// The same with a tie of the vendor's to another company, on nobody's evidence.
  func alleging(_ tie: Affiliations.Edge.Tie, _ party: String) -> Dossier {
    var dossier = self
    var existence = facts[0]
    existence.id = FactID(facts.count)
    existence.kind = .existence
    existence.ground = .evidence
    existence.claims = []
    dossier.facts.append(existence)
    dossier.edges.append(
      Affiliations.Edge(subject: "vendor", tie: tie, party: party, existence: existence.id)
    )
    return dossier
  }

  /// The same without what interested parties publish unsigned, unless it admits something.
  func withoutOwnWords() -> Dossier {
    let affiliations = affiliations
    let ofVendor = affiliations.interestedGroup(of: "vendor")
    let speaksForItself = files.map { file in
      let group = ofVendor.union(affiliations.interestedGroup(of: file.vendorID))
      return sources.map { source in
        affiliations.party(of: source, vendor: file.vendorID).map(group.contains) ?? false
      }
    }
    var dossier = self
    for fact in dossier.facts.indices {
      let isOwn = speaksForItself[facts[fact].file]
      let mayAdmit = facts[fact].file == 0
      for claim in dossier.facts[fact].claims.indices {
        dossier.facts[fact].claims[claim].evidence.removeAll { item in
          isOwn[item.source] && !isSigned(item) && !(mayAdmit && isAdmission(item))
        }
      }
    }
    return dossier
  }

  private func isSigned(_ item: CitedEvidence) -> Bool {
    sources[item.source].kind == .attestation && sources[item.source].grading != nil
  }

  private func isAdmission(_ item: CitedEvidence) -> Bool {
    let source = sources[item.source]
    return item.admits && item.isPinpointed && item.placement != .inherited
      && source.grading != nil && source.publisher == "vendor"
  }
}

extension FactRecord {
  /// Adds an item to the claim of a value.
  mutating func claim(_ value: FactView.State, by item: CitedEvidence) {
    if let index = claims.firstIndex(where: { $0.value == value }) {
      claims[index].evidence.append(item)
    } else {
      claims.append(Claim(value, evidence: [item]))
    }
  }
}
