import ProbityCEL

extension Dossier {
  /// The dossier as it could be known by a day: nothing in it rests on what came into hand later.
  ///
  /// What certainly came later is taken out with all that rests on it alone: claims, ties, replies,
  /// refusals, retractions. What may have come later stays, and is weighed as possible. Elements of
  /// lists keep their places, as something of which nothing is known. How sources were graded is
  /// kept as it is now: that says what they weigh, not what they tell.
  ///
  /// - Complexity: O(*facts* × *items of a fact*).
  package func asKnown(by day: CalendarDate) -> Dossier {
    let knowledge = Knowledge(of: self, by: day)
    var known = self
    known.knownBy = day
    known.sources = sources.map(knowledge.source)
    for index in facts.indices {
      let record = facts[index]
      if !record.claims.isEmpty { known.facts[index].claims = knowledge.claims(of: record) }
      if let declined = record.declined, knowledge.isLater(declined) {
        known.facts[index].declined = nil
      }
    }
    known.edges = edges.filter { edge in
      fact(edge.existence).claims.isEmpty || !known.fact(edge.existence).claims.isEmpty
    }
    for index in files.indices {
      known.files[index].replies = files[index].replies.compactMap(knowledge.reply)
    }
    return known
  }
}

/// What was in hand by a day.
private struct Knowledge {
  private let day: Int32
  /// For each source whether it certainly came later.
  private let comesLater: [Bool]

  init(of dossier: Dossier, by day: CalendarDate) {
    self.day = day.date.firstDay
    comesLater = dossier.sources.map { source in
      source.held.map { $0.firstDay > day.date.firstDay } ?? false
    }
  }

  func isLater(_ date: PartialDate) -> Bool { date.firstDay > day }

  /// A source as it stood: what was taken back later had not been taken back.
  func source(_ source: Source) -> Source {
    guard case .on(let date) = source.retraction, isLater(date) else { return source }
    var standing = source
    standing.retraction = .none
    return standing
  }

  /// Without what rests on later sources alone; what rests on nothing stays.
  func claims(of record: FactRecord) -> [Claim] {
    record.claims.compactMap { claim in
      guard claim.evidence.contains(where: { comesLater[$0.source] }) else { return claim }
      var known = claim
      known.evidence.removeAll { comesLater[$0.source] }
      return known.evidence.isEmpty ? nil : known
    }
  }

  func reply(_ reply: Dossier.Reply) -> Dossier.Reply? {
    if let source = reply.source, comesLater[source] { return nil }
    if let date = reply.noneFound, isLater(date) { return nil }
    var known = reply
    known.to.removeAll { comesLater[$0] }
    return known.to.isEmpty ? nil : known
  }
}
