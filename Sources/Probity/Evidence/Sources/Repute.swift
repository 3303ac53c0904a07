import ProbityCEL

/// What a source counts for, whatever is asked: its gradings boiled down.
struct Repute: Sendable {
  let isGraded: Bool
  /// By its kind; an ungraded source may call itself anything.
  let weight: Int
  /// The most that it weighs, by its reliability.
  let cap: Int
  let hasPublisher: Bool
  let isAttested: Bool
  let isAllegation: Bool
  /// Whether the publisher was graded to have no interest of its own.
  let isGradedDisinterested: Bool
  /// Nobody looked who it is, how reliable, or whether it stands: not enough to clear with.
  let isUnexamined: Bool
  /// When its publisher took it back; nil if that is not said.
  let retraction: PartialDate?
  /// The day that the source is looked at from, if that is another than the decision's own.
  private let seenFrom: CalendarDate?
  /// Whether its publisher took it back by the day.
  var isRetracted = Truth.no
  /// Whether its word against itself is an admission.
  var mayAdmit = false
  /// Whether it has an interest by the ties on file, as alleged; and as established.
  var isAllegedParty = false
  var isEstablishedParty = false

  init(of source: Source) {
    isGraded = source.grading != nil
    weight = isGraded ? source.kind.weight : min(1, source.kind.weight)
    cap = isGraded ? source.reliability?.cap ?? 3 : 3
    hasPublisher = source.publisher != nil
    isAttested = source.kind == .attestation && isGraded
    isAllegation = source.kind == .allegation
    isGradedDisinterested = isGraded && source.interest == Source.Interest.none
    isUnexamined =
      !hasPublisher || source.reliability == nil || source.retraction != .none
    if case .on(let date) = source.retraction { retraction = date } else { retraction = nil }
    seenFrom = source.seenFrom
  }

  /// Takes into account what happened by a day, and was known by another one.
  mutating func look(from day: CalendarDate, knownBy: CalendarDate?) {
    guard let retraction else { return }
    let window = LivenessWindow(asOf: seenFrom ?? day, reach: nil, knownBy: knownBy)
    isRetracted = window.contains(SourceDates(known: retraction, age: retraction))
  }
}
