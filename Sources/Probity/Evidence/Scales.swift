import ProbityCEL

/// Weighs items of evidence about one vendor, as seen from one day.
///
/// The rules are those of the design, section 3.2. Support must be certain, contradiction need
/// only be possible: what is not stated about a source counts for whoever is accused of less.
package struct Scales: Sendable {
  /// Whether an item carries a value or speaks against one.
  package enum Role: Sendable {
    case support
    case contradiction
  }

  /// What weighing a fact's evidence depends on beside the item itself.
  package struct Question: Sendable, Hashable {
    package var direction: Direction
    /// How old adverse evidence may be; nil for events, which do not go stale.
    package var lookback: CalendarPeriod?
    package var clearWithin: CalendarPeriod?
    /// Whether a quote or locator on the value itself is needed whatever the direction.
    package var needsPinpoint = false
    /// Whether open relation lists leave it in doubt who is disinterested.
    package var doubtsStrangers = true

    package func facing(_ direction: Direction) -> Question {
      var question = self
      question.direction = direction
      return question
    }
  }

  /// A level, and the item or the pair that reaches it.
  package struct Standing: Sendable {
    package var level = 0
    package var carriers: [CitedEvidence] = []
  }

  package let sources: [Source]
  package let clauses: Clauses
  private let provenance: Provenance
  private let parties: [String?]
  private let asOf: CalendarDate
  /// Companies whose word about themselves is an admission.
  private let admitters: Set<String>
  /// Companies with an interest by the ties on file, as alleged; and as established.
  private let allegedGroup: Set<String>
  private let establishedGroup: Set<String>
  /// Who controls each source's publisher, itself included, as alleged; and as established.
  private let allegedControl: [Set<String>]
  private let establishedControl: [Set<String>]
  /// Whether everyone with an interest is certain to be on file.
  package var knowsAllRelations = false

  package init(
    sources: [Source],
    affiliations: Affiliations,
    established: Affiliations,
    vendor: String,
    asOf: CalendarDate,
    clauses: Clauses = .all
  ) {
    self.sources = sources
    self.asOf = asOf
    self.clauses = clauses
    provenance = Provenance(of: sources)
    parties = sources.map { affiliations.party(of: $0, vendor: vendor) }
    admitters = affiliations.controllers(of: vendor)
    let ties = clauses.contains(.establishedTies) ? established : affiliations
    allegedGroup = affiliations.interestedGroup(of: vendor)
    establishedGroup = ties.interestedGroup(of: vendor)
    let publishers = zip(parties, sources).map { $0 ?? $1.publisher.map(foldedName) }
    allegedControl = publishers.map { $0.map(affiliations.controllers) ?? [] }
    establishedControl = publishers.map { $0.map(ties.controllers) ?? [] }
  }

  // MARK: One item

  /// The weight of an item, 0 to 3; 0 does not count at all.
  package func weight(of item: CitedEvidence, _ question: Question, as role: Role) -> Int {
    let source = sources[item.source]
    guard isLive(item.source, question, as: role), !isWithdrawn(item.source, question, as: role)
    else {
      return 0
    }
    let isGraded = source.grading != nil
    var weight = isGraded ? source.kind.weight : min(1, source.kind.weight)
    if isAdmission(item, question) { weight = 3 }
    if isGraded, let reliability = source.reliability { weight = min(weight, reliability.cap) }
    if role == .support, question.direction == .clear || question.needsPinpoint,
      clauses.contains(.pinpoint)
    {
      guard item.placement == .value, item.isPinpointed else { return 0 }
    }
    guard question.direction == .clear else { return weight }
    if role == .support, isUnexamined(source) { return 0 }
    guard clauses.contains(.interestCap), isInterested(item.source, question, as: role) else {
      return weight
    }
    return min(weight, isAttested(source) ? 2 : 1)
  }

  /// A party speaks here against itself, on the value, in words that can be looked up.
  private func isAdmission(_ item: CitedEvidence, _ question: Question) -> Bool {
    guard question.direction == .adverse, item.admits, item.isPinpointed,
      item.placement != .inherited, sources[item.source].grading != nil,
      let party = parties[item.source]
    else { return false }
    return admitters.contains(party)
  }

  private func isAttested(_ source: Source) -> Bool {
    source.kind == .attestation && source.grading != nil
  }

  /// To clear, somebody must have looked at how reliable the source is and whether it stands.
  private func isUnexamined(_ source: Source) -> Bool {
    source.publisher == nil || source.reliability == nil || source.retraction != .none
  }

  /// Whose interest is in doubt has one when clearing; an accuser's must be established.
  private func isInterested(_ index: Int, _ question: Question, as role: Role) -> Bool {
    guard question.direction == .clear else {
      return parties[index].map(establishedGroup.contains) ?? false
    }
    if let party = parties[index], allegedGroup.contains(party) { return true }
    let source = sources[index]
    guard source.grading != nil, source.interest == Source.Interest.none else { return true }
    return role == .support && question.doubtsStrangers && !knowsAllRelations
  }

  private func isLive(_ index: Int, _ question: Question, as role: Role) -> Bool {
    let reach = question.direction == .adverse ? question.lookback : question.clearWithin
    let live = LivenessWindow(asOf: asOf, reach: reach).contains(provenance.dates[index])
    guard role == .support else { return live != .no }
    if question.direction == .clear, provenance.hasUndatedOrigin[index] { return false }
    return live == .yes
  }

  /// Whether a source fell; a fall that is possible already ends its support.
  ///
  /// What was superseded stays so for as long as its successor may still accuse.
  private func isWithdrawn(_ index: Int, _ question: Question, as role: Role) -> Bool {
    let source = sources[index]
    guard source.grading != nil else { return false }
    var fallen: Truth = .no
    if case .on(let date) = source.retraction {
      let dates = SourceDates(known: date, age: date)
      fallen = LivenessWindow(asOf: asOf, reach: nil).contains(dates)
    }
    if let successor = provenance.successors[index] {
      let window = LivenessWindow(asOf: asOf, reach: question.lookback)
      fallen = fallen || window.contains(provenance.dates[successor])
    }
    return role == .support ? fallen != .no : fallen == .yes
  }

  // MARK: Several items

  /// The level that items reach together, 0 to 4, and what carries it.
  ///
  /// - Complexity: O(n²) in the number of items.
  package func standing(
    of items: [CitedEvidence],
    _ question: Question,
    as role: Role
  ) -> Standing {
    let weighed = items.map { (item: $0, weight: weight(of: $0, question, as: role)) }
      .filter { $0.weight > 0 }
    guard let heaviest = weighed.max(by: { $0.weight < $1.weight }) else { return Standing() }
    if heaviest.weight >= 3 { return Standing(level: 4, carriers: [heaviest.item]) }
    for weight in [2, 1] where weight <= heaviest.weight {
      let candidates = weighed.filter { $0.weight >= weight }.map(\.item)
      if let pair = independentPair(among: candidates, question, as: role) {
        return Standing(level: weight + 1, carriers: pair)
      }
      if heaviest.weight == weight { break }
    }
    return Standing(level: heaviest.weight, carriers: [heaviest.item])
  }

  private func independentPair(
    among items: [CitedEvidence],
    _ question: Question,
    as role: Role
  ) -> [CitedEvidence]? {
    let eligible = items.filter { mayCorroborate($0, question, as: role) }
    for (index, first) in eligible.enumerated() {
      for second in eligible[(index + 1)...]
      where areIndependent(first.source, second.source, question.direction, as: role) {
        return [first, second]
      }
    }
    return nil
  }

  /// An interested party's unattested word and an allegation corroborate nothing.
  private func mayCorroborate(
    _ item: CitedEvidence,
    _ question: Question,
    as role: Role
  ) -> Bool {
    guard clauses.contains(.corroboration) else { return true }
    let source = sources[item.source]
    if source.kind == .allegation { return false }
    return isAttested(source) || !isInterested(item.source, question, as: role)
  }

  /// Disjoint origins and publishers under different control; doubt decides against support.
  private func areIndependent(
    _ first: Int,
    _ second: Int,
    _ direction: Direction,
    as role: Role
  ) -> Bool {
    let roots = provenance.roots
    guard first != second, roots[first].isDisjoint(with: roots[second]) else { return false }
    let control = direction == .clear ? allegedControl : establishedControl
    guard control[first].isDisjoint(with: control[second]) else { return false }
    guard role == .support else { return true }
    return [first, second].allSatisfy { provenance.hasKnownOrigin[$0] && !control[$0].isEmpty }
  }

  // MARK: Denials

  /// How an interest has to be known for its holder's words to be set aside.
  package enum Ties: Sendable, CaseIterable {
    case alleged
    case established
  }

  /// The items without the unattested words of interested parties that admit nothing.
  package func withoutOwnWords(
    _ items: [CitedEvidence],
    _ question: Question,
    by ties: Ties
  ) -> [CitedEvidence] {
    let group = ties == .alleged ? allegedGroup : establishedGroup
    return items.filter { item in
      guard let party = parties[item.source], group.contains(party) else { return true }
      return isAttested(sources[item.source]) || isAdmission(item, question)
    }
  }
}
