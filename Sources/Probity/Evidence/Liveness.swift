package import ProbityCEL

/// When a source speaks for itself: from when it was known, and how old what it saw is.
package struct SourceDates: Sendable, Hashable {
  /// From when it could be known; nil if undated.
  package var known: PartialDate?

  /// The earliest date in its transitive origins, as an interval; nil if undated.
  package var age: PartialDate?

  /// From when it was in hand: the latest day on which it came out, was observed or was retrieved;
  /// nil if undated.
  package var held: PartialDate?

  /// The day that it is looked at from, if that is another than the decision's own.
  package var seenFrom: CalendarDate?

  package init(
    known: PartialDate?,
    age: PartialDate?,
    held: PartialDate? = nil,
    seenFrom: CalendarDate? = nil
  ) {
    self.known = known
    self.age = age
    self.held = held ?? known
    self.seenFrom = seenFrom
  }
}

/// The stretch of time in which evidence counts, seen from a day.
package struct LivenessWindow: Sendable, Hashable {
  private let today: Int32
  /// The first day that is not too old; nil if nothing is.
  private let cutoff: Int32?
  private let reach: CalendarPeriod?
  /// The last day by which a source must have been in hand; nil for any.
  private let knownBy: CalendarDate?

  /// Looks back from a day, as far as evidence may reach; nil for what does not go stale.
  ///
  /// With `knownBy`, what came into hand after that day does not count, whatever it tells of.
  package init(asOf: CalendarDate, reach: CalendarPeriod?, knownBy: CalendarDate? = nil) {
    today = asOf.date.firstDay
    cutoff = reach?.before(asOf)
    self.reach = reach
    self.knownBy = knownBy
  }

  /// Whether a source is live, with dates as intervals: unknown if undated or partly inside.
  package func contains(_ dates: SourceDates) -> Truth {
    guard dates.seenFrom == nil else { return containsFromElsewhere(dates) }
    guard let known = dates.known, let age = dates.age else { return .unknown }
    var isKnown = Self.isReached(known, by: today)
    if let knownBy {
      let isHeld = dates.held.map { Self.isReached($0, by: knownBy.date.firstDay) } ?? .unknown
      isKnown = isKnown && isHeld
    }
    guard let cutoff else { return isKnown }
    let isFresh: Truth =
      age.firstDay >= cutoff ? .yes : (age.lastDay >= cutoff ? .unknown : .no)
    return isKnown && isFresh
  }

  private static func isReached(_ date: PartialDate, by day: Int32) -> Truth {
    date.lastDay <= day ? .yes : (date.firstDay <= day ? .unknown : .no)
  }

  private func containsFromElsewhere(_ dates: SourceDates) -> Truth {
    guard let day = dates.seenFrom else { return contains(dates) }
    var dates = dates
    dates.seenFrom = nil
    return LivenessWindow(asOf: day, reach: reach, knownBy: knownBy).contains(dates)
  }
}
