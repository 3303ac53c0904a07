/// A day, a month or a year of the Gregorian calendar: an interval of days, without a time zone.
///
/// `2020-12` is some day of that month; comparing it with a day inside it has no answer.
package struct PartialDate: Sendable, Hashable, BitwiseCopyable {
  /// The first day that may be meant, in days since 1970-01-01.
  package let firstDay: Int32

  /// The last day that may be meant.
  package let lastDay: Int32

  /// A range of days, for results of calendar arithmetic.
  package init(firstDay: Int32, lastDay: Int32) {
    self.firstDay = firstDay
    self.lastDay = max(firstDay, lastDay)
  }

  /// A day, a month (`day` nil) or a year; nil where the calendar has no such date (0001…9999).
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map((1...12).contains) ?? (day == nil) else {
      return nil
    }
    let firstMonth = month ?? 1
    let lastMonth = month ?? 12
    if let day {
      guard (1...daysIn(month: firstMonth, of: year)).contains(day) else { return nil }
    }
    firstDay = dayNumber(year: year, month: firstMonth, day: day ?? 1)
    lastDay = dayNumber(
      year: year,
      month: lastMonth,
      day: day ?? daysIn(month: lastMonth, of: year)
    )
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(String(decoding: part, as: UTF8.self))
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0],
      month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil
    )
  }

  /// Whether a single day is meant.
  package var isExact: Bool { firstDay == lastDay }

  /// Whether it lies before another: unknown where the intervals overlap.
  package func isBefore(_ other: PartialDate) -> Truth {
    if lastDay < other.firstDay { return .yes }
    return firstDay >= other.lastDay ? .no : .unknown
  }

  /// Whether both are the same day: known only where both are exact or cannot meet.
  package func isSameDay(as other: PartialDate) -> Truth {
    if lastDay < other.firstDay || other.lastDay < firstDay { return .no }
    return isExact && other.isExact ? .yes : .unknown
  }

  /// The date some months later, or earlier for a negative number.
  ///
  /// A day that the month does not have becomes its last. Nil outside the years 1 to 9999.
  package func adding(months: Int) -> PartialDate? {
    guard let first = shifted(firstDay, byMonths: months),
      let last = shifted(lastDay, byMonths: months)
    else { return nil }
    return PartialDate(firstDay: first, lastDay: last)
  }

  /// The date some days later, or earlier for a negative number; nil outside the years 1 to 9999.
  package func adding(days: Int) -> PartialDate? {
    let (first, overflow) = Int(firstDay).addingReportingOverflow(days)
    let (last, overflowLast) = Int(lastDay).addingReportingOverflow(days)
    let range = Int(earliestDay)...Int(latestDay)
    guard !overflow, !overflowLast, range.contains(first), range.contains(last) else { return nil }
    return PartialDate(firstDay: Int32(first), lastDay: Int32(last))
  }
}

extension PartialDate: CustomStringConvertible {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; any other interval as `from/to`.
  package var description: String {
    let first = civil(firstDay)
    let last = civil(lastDay)
    let year = padded(first.year, 4)
    if isExact { return "\(year)-\(padded(first.month, 2))-\(padded(first.day, 2))" }
    if first.year == last.year, first.day == 1, last.day == daysIn(month: last.month, of: last.year)
    {
      if first.month == last.month { return "\(year)-\(padded(first.month, 2))" }
      if first.month == 1, last.month == 12 { return year }
    }
    return "\(PartialDate(firstDay: firstDay, lastDay: firstDay))/"
      + "\(PartialDate(firstDay: lastDay, lastDay: lastDay))"
  }
}

private let earliestDay = dayNumber(year: 1, month: 1, day: 1)
private let latestDay = dayNumber(year: 9999, month: 12, day: 31)

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func shifted(_ day: Int32, byMonths months: Int) -> Int32? {
  let date = civil(day)
  let (total, overflow) = (date.year * 12 + date.month - 1).addingReportingOverflow(months)
  guard !overflow, (12..<120_000).contains(total) else { return nil }
  let month = total % 12 + 1
  let year = total / 12
  return dayNumber(year: year, month: month, day: min(date.day, daysIn(month: month, of: year)))
}

private func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 2: isLeap(year) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Days since 1970-01-01, counting years from March so that the leap day comes last.
func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
  let shiftedYear = month > 2 ? year : year - 1
  let era = shiftedYear / 400
  let yearOfEra = shiftedYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return Int32(era * 146_097 + dayOfEra - 719_468)
}

func civil(_ dayNumber: Int32) -> (year: Int, month: Int, day: Int) {
  let days = Int(dayNumber) + 719_468
  let era = days / 146_097
  let dayOfEra = days - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}
