package import ProbityCEL

/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Sendable, Hashable {
  /// The day as the evaluator counts it.
  package let date: PartialDate

  /// The day so many days after 1970-01-01, as clocks in UTC count.
  public init(daysSince1970 days: Int) {
    let day = Int32(clamping: days)
    date = PartialDate(firstDay: day, lastDay: day)
  }

  /// A single day; nil for a month, a year or an interval.
  package init?(_ date: PartialDate) {
    guard date.isExact else { return nil }
    self.date = date
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`; nil for anything else and for days that no calendar has.
  public init?(_ description: String) {
    guard let date = PartialDate(description) else { return nil }
    self.init(date)
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String { date.description }
}

extension CalendarDate: Comparable {
  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.date.firstDay < right.date.firstDay
  }
}

/// A number of years, months or days, written as ISO 8601 does: `P5Y`, `P18M`, `P90D`.
package struct CalendarPeriod: Sendable, Hashable {
  package let months: Int
  package let days: Int

  package init(months: Int, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// Reads `P` and one number with `Y`, `M` or `D`; nil for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix("P"), let unit = text.last, let number = Int(text.dropFirst().dropLast()),
      number > 0, number <= 12_000
    else { return nil }
    switch unit {
    case "Y": self.init(months: 12 * number)
    case "M": self.init(months: number)
    case "D": self.init(months: 0, days: number)
    default: return nil
    }
  }

  /// The day this long before another, or the earliest day there is.
  package func before(_ date: CalendarDate) -> Int32 {
    let earlier = date.date.adding(months: -months)?.adding(days: -days)
    return earlier?.firstDay ?? Int32.min
  }

  /// Orders by length; a month counts 30 days.
  package static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
    left.months * 30 + left.days < right.months * 30 + right.days
  }
}

extension CalendarPeriod: CustomStringConvertible {
  package var description: String {
    if days > 0 { return "P\(days)D" }
    return months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M"
  }
}
