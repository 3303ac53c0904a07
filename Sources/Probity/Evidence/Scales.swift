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
  private let dates: [SourceDates]
  private let roots: [Set<String>]
  private let parties: [String?]
  private let asOf: CalendarDate
  /// Companies whose word about themselves is an admission.
  private let admitters: Set<String>
  private let interested: Set<String>
  /// Groups under one control, as alleged; and as established.
  private let allegedControl: [String: String]
  private let establishedControl: [String: String]
  /// Whether everyone with an interest is certain to be on file.
  package var knowsAllRelations = false

  package init(
    sources: [Source],
    affiliations: Affiliations,
    established: Affiliations,
    vendor: String,
    asOf: CalendarDate
  ) {
    self.sources = sources
    self.asOf = asOf
    let positions = Dictionary(
      sources.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    dates = sources.map { sourceDates(of: $0, among: sources, positions) }
    roots = sources.map { transitiveOrigins(of: $0, among: sources, positions) }
    parties = sources.map { affiliations.party(of: $0, vendor: vendor) }
    admitters = affiliations.controllers(of: vendor)
    interested = affiliations.interestedGroup(of: vendor)
    allegedControl = controlGroups(of: parties, in: affiliations)
    establishedControl = controlGroups(of: parties, in: established)
  }

  // MARK: One item

  /// The weight of an item, 0 to 3; 0 does not count at all.
  package func weight(of item: CitedEvidence, _ question: Question, as role: Role) -> Int {
    let source = sources[item.source]
    guard isLive(item.source, question, as: role), !isWithdrawn(source, question, as: role) else {
      return 0
    }
    let isGraded = source.grading != nil
    var weight = isGraded ? source.kind.weight : min(1, source.kind.weight)
    if isAdmission(item, question) { weight = 3 }
    if isGraded, let reliability = source.reliability { weight = min(weight, reliability.cap) }
    if role == .support, question.direction == .clear || question.needsPinpoint {
      guard item.placement == .value, item.isPinpointed else { return 0 }
    }
    guard question.direction == .clear else { return weight }
    if role == .support, isUnexamined(source) { return 0 }
    guard isInterested(item.source, question, as: role) else { return weight }
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

  private func isInterested(_ index: Int, _ question: Question, as role: Role) -> Bool {
    if let party = parties[index], interested.contains(party) { return true }
    guard question.direction == .clear else { return false }
    let source = sources[index]
    guard source.grading != nil, source.interest == Source.Interest.none else { return true }
    return role == .support && question.doubtsStrangers && !knowsAllRelations
  }

  private func isLive(_ index: Int, _ question: Question, as role: Role) -> Bool {
    let reach = question.direction == .adverse ? question.lookback : question.clearWithin
    let live = LivenessWindow(asOf: asOf, reach: reach).contains(dates[index])
    return role == .support ? live == .yes : live != .no
  }

  /// Whether a source fell; a fall that is possible already ends its support.
  private func isWithdrawn(_ source: Source, _ question: Question, as role: Role) -> Bool {
    guard source.grading != nil else { return false }
    var fallen: Truth = .no
    if case .on(let date) = source.retraction {
      fallen =
        fallen
        || LivenessWindow(asOf: asOf, reach: nil).contains(
          SourceDates(known: date, age: date)
        )
    }
    if let successor = source.supersededBy,
      let index = sources.firstIndex(where: { $0.id == successor })
    {
      let reach = question.direction == .adverse ? question.lookback : question.clearWithin
      fallen = fallen || LivenessWindow(asOf: asOf, reach: reach).contains(dates[index])
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
    guard first != second, roots[first].isDisjoint(with: roots[second]) else { return false }
    let control = direction == .clear ? allegedControl : establishedControl
    let firstPublisher = publisher(of: first, control)
    let secondPublisher = publisher(of: second, control)
    if let firstPublisher, firstPublisher == secondPublisher { return false }
    guard role == .support else { return true }
    return hasKnownOrigin(first) && hasKnownOrigin(second)
      && firstPublisher != nil && secondPublisher != nil
  }

  private func hasKnownOrigin(_ index: Int) -> Bool {
    sources[index].grading != nil && !sources[index].origins.isEmpty
  }

  private func publisher(of index: Int, _ control: [String: String]) -> String? {
    if let party = parties[index] { return control[party] ?? party }
    return sources[index].publisher?.lowercased()
  }
}

/// One name for each group of companies under one control.
private func controlGroups(
  of parties: [String?],
  in affiliations: Affiliations
) -> [String: String] {
  var groups: [String: String] = [:]
  for party in parties.compactMap(\.self) where groups[party] == nil {
    var members: Set<String> = []
    for controller in affiliations.controllers(of: party) {
      members.formUnion(affiliations.controlled(by: controller))
    }
    groups[party] = members.min() ?? party
  }
  return groups
}

private func sourceDates(
  of source: Source,
  among sources: [Source],
  _ positions: [String: Int]
) -> SourceDates {
  var age = source.observed ?? source.published
  for origin in transitiveOrigins(of: source, among: sources, positions).sorted() {
    guard let position = positions[origin] else { continue }
    guard let date = sources[position].observed ?? sources[position].published else { continue }
    age = age.map {
      PartialDate(
        firstDay: min($0.firstDay, date.firstDay),
        lastDay: min($0.lastDay, date.lastDay)
      )
    }
  }
  return SourceDates(known: source.published ?? source.observed, age: age)
}

/// The source itself, its origins and theirs: two sources that share one of these are one.
private func transitiveOrigins(
  of source: Source,
  among sources: [Source],
  _ positions: [String: Int]
) -> Set<String> {
  var reached: Set = [source.id]
  var waiting = [source]
  while let next = waiting.popLast() {
    for origin in next.origins where reached.insert(origin).inserted {
      if let position = positions[origin] { waiting.append(sources[position]) }
    }
  }
  return reached
}
