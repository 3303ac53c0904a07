package import ProbityCEL

/// When a source speaks for itself: from when it was known, and how old what it saw is.
package struct SourceDates: Sendable, Hashable {
  /// From when it could be known; nil if undated.
  package var known: PartialDate?

  /// The earliest date in its transitive origins, as an interval; nil if undated.
  package var age: PartialDate?

  package init(known: PartialDate?, age: PartialDate?) {
    self.known = known
    self.age = age
  }
}

/// The stretch of time in which evidence counts, seen from a day.
package struct LivenessWindow: Sendable, Hashable {
  private let today: Int32
  /// The first day that is not too old; nil if nothing is.
  private let cutoff: Int32?

  /// Looks back from a day, as far as evidence may reach; nil for what does not go stale.
  package init(asOf: CalendarDate, reach: CalendarPeriod?) {
    today = asOf.date.firstDay
    cutoff = reach?.before(asOf)
  }

  /// Whether a source is live, with dates as intervals: unknown if undated or partly inside.
  package func contains(_ dates: SourceDates) -> Truth {
    guard let known = dates.known, let age = dates.age else { return .unknown }
    let isKnown: Truth =
      known.lastDay <= today ? .yes : (known.firstDay <= today ? .unknown : .no)
    guard let cutoff else { return isKnown }
    let isFresh: Truth =
      age.firstDay >= cutoff ? .yes : (age.lastDay >= cutoff ? .unknown : .no)
    return isKnown && isFresh
  }
}
