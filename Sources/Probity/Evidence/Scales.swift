import ProbityCEL

/// Weighs items of evidence about one company, as seen from one day.
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

    package init(
      _ direction: Direction,
      lookback: CalendarPeriod? = nil,
      clearWithin: CalendarPeriod? = nil
    ) {
      self.direction = direction
      self.lookback = lookback
      self.clearWithin = clearWithin
    }

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

  /// A question put to items in one role, with its stretches of time worked out.
  private struct Look {
    var question: Question
    var role: Role
    var live: LivenessWindow
    /// What was superseded stays so for as long as its successor may still accuse.
    var successorLive: LivenessWindow
  }

  package let clauses: Clauses
  private let asOf: CalendarDate
  private let knownBy: CalendarDate?
  private let provenance: Provenance
  private let repute: [Repute]
  /// Each source's publisher and who controls it, as alleged; and as established.
  private let allegedControl: LabelSets
  private let establishedControl: LabelSets
  /// Whether everyone with an interest is certain to be on file.
  package var knowsAllRelations = false

  /// Makes the scales for the facts of a company, whose word about itself is an admission.
  ///
  /// The people of the vendor on whom is decided have an interest in every fact.
  init(
    sources: [Source],
    provenance: Provenance,
    affiliations: Affiliations,
    established: Affiliations,
    company: String,
    vendor: String,
    asOf: CalendarDate,
    knownBy: CalendarDate?,
    clauses: Clauses = .all
  ) {
    self.asOf = asOf
    self.knownBy = knownBy
    self.clauses = clauses
    let ties = clauses.contains(.establishedTies) ? established : affiliations
    func group(_ ties: Affiliations) -> Set<String> {
      let group = ties.interestedGroup(of: vendor)
      return company == vendor ? group : group.union(ties.interestedGroup(of: company))
    }
    let (alleged, certain) = (group(affiliations), group(ties))
    let admitters = affiliations.controllers(of: company)
    var repute = provenance.reputes
    // Who controls a publisher, as alleged; and as established.
    var (control, firmControl) = (provenance.publisherLabels, provenance.publisherLabels)
    for index in repute.indices {
      repute[index].look(from: asOf, knownBy: knownBy)
      let publisher = provenance.publishers[index]
      guard
        let party = affiliations.party(sources[index].interest, by: publisher, vendor: company)
      else { continue }
      repute[index].mayAdmit = repute[index].isGraded && admitters.contains(party)
      repute[index].isAllegedParty = alleged.contains(party)
      repute[index].isEstablishedParty = certain.contains(party)
      control.add(affiliations.controllers(of: party), to: index)
      if !affiliations.isEmpty { firmControl.add(ties.controllers(of: party), to: index) }
    }
    self.provenance = provenance
    self.repute = repute
    allegedControl = control
    establishedControl = affiliations.isEmpty ? control : firmControl
  }

  private func look(_ question: Question, as role: Role) -> Look {
    let reach = question.direction == .adverse ? question.lookback : question.clearWithin
    return Look(
      question: question,
      role: role,
      live: LivenessWindow(asOf: asOf, reach: reach, knownBy: knownBy),
      successorLive: LivenessWindow(asOf: asOf, reach: question.lookback, knownBy: knownBy)
    )
  }

  // MARK: One item

  /// The weight of an item, 0 to 3; 0 does not count at all.
  package func weight(of item: CitedEvidence, _ question: Question, as role: Role) -> Int {
    weight(of: item, look(question, as: role))
  }

  private func weight(of item: CitedEvidence, _ look: Look) -> Int {
    let source = repute[item.source]
    guard isLive(item.source, look), !isWithdrawn(item.source, look) else { return 0 }
    let clears = look.question.direction == .clear
    var weight = isAdmission(item, look.question) ? 3 : source.weight
    weight = min(weight, source.cap)
    if look.role == .support {
      if clears || look.question.needsPinpoint, clauses.contains(.pinpoint),
        item.placement != .value || !item.isPinpointed
      {
        return 0
      }
      if clears, source.isUnexamined { return 0 }
    }
    guard clears, clauses.contains(.interestCap), isInterested(item.source, look) else {
      return weight
    }
    return min(weight, source.isAttested ? 2 : 1)
  }

  /// A party speaks here against itself, where the value stands, in words that can be looked up.
  private func isAdmission(_ item: CitedEvidence, _ question: Question) -> Bool {
    item.admits && question.direction == .adverse && item.isPinpointed
      && item.placement != .inherited && repute[item.source].mayAdmit
  }

  /// Whose interest is in doubt has one when clearing; an accuser's must be established.
  private func isInterested(_ index: Int, _ look: Look) -> Bool {
    let source = repute[index]
    guard look.question.direction == .clear else { return source.isEstablishedParty }
    if source.isAllegedParty || !source.isGradedDisinterested { return true }
    return look.role == .support && look.question.doubtsStrangers && !knowsAllRelations
  }

  private func isLive(_ index: Int, _ look: Look) -> Bool {
    let live = look.live.contains(provenance.dates[index])
    guard look.role == .support else { return live != .no }
    if look.question.direction == .clear, provenance.hasUndatedOrigin[index] { return false }
    return live == .yes
  }

  /// Whether a source fell; a fall that is possible already ends its support.
  private func isWithdrawn(_ index: Int, _ look: Look) -> Bool {
    guard repute[index].isGraded else { return false }
    var fallen = repute[index].isRetracted
    if let successor = provenance.successors[index] {
      fallen = fallen || look.successorLive.contains(provenance.dates[successor])
    }
    return look.role == .support ? fallen != .no : fallen == .yes
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
    if items.isEmpty { return Standing() }
    let look = look(question, as: role)
    if items.count == 1 {
      let weight = weight(of: items[0], look)
      if weight == 0 { return Standing() }
      return Standing(level: weight < 3 ? weight : 4, carriers: items)
    }
    let weights = items.map { weight(of: $0, look) }
    var heaviest = 0
    for index in items.indices where weights[index] > weights[heaviest] { heaviest = index }
    let top = weights[heaviest]
    guard top > 0, top < 3 else {
      return top == 0 ? Standing() : Standing(level: 4, carriers: [items[heaviest]])
    }
    // A pair of lesser items reaches no more than the heaviest does alone.
    let eligible = items.indices.filter { weights[$0] >= top }
    guard let (first, second) = independentPair(among: eligible.map { items[$0].source }, look)
    else { return Standing(level: top, carriers: [items[heaviest]]) }
    return Standing(level: top + 1, carriers: [items[eligible[first]], items[eligible[second]]])
  }

  /// The positions of two sources that confirm each other.
  private func independentPair(among sources: [Int], _ look: Look) -> (Int, Int)? {
    if sources.count < 2 { return nil }
    let eligible = sources.indices.filter { mayCorroborate(sources[$0], look) }
    for (index, first) in eligible.enumerated() {
      for second in eligible[(index + 1)...]
      where areIndependent(sources[first], sources[second], look) {
        return (first, second)
      }
    }
    return nil
  }

  /// An interested party's unattested word and an allegation corroborate nothing.
  private func mayCorroborate(_ index: Int, _ look: Look) -> Bool {
    guard clauses.contains(.corroboration) else { return true }
    if repute[index].isAllegation { return false }
    return repute[index].isAttested || !isInterested(index, look)
  }

  /// Disjoint origins and publishers under different control; doubt decides against support.
  private func areIndependent(_ first: Int, _ second: Int, _ look: Look) -> Bool {
    guard first != second, provenance.roots.areDisjoint(first, second) else { return false }
    let control = look.question.direction == .clear ? allegedControl : establishedControl
    guard control.areDisjoint(first, second) else { return false }
    guard look.role == .support else { return true }
    return provenance.hasKnownOrigin[first] && provenance.hasKnownOrigin[second]
      && repute[first].hasPublisher && repute[second].hasPublisher
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
    items.filter { item in
      let source = repute[item.source]
      let isOwn = ties == .alleged ? source.isAllegedParty : source.isEstablishedParty
      return !isOwn || source.isAttested || isAdmission(item, question)
    }
  }
}
