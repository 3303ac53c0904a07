private let billion: Int64 = 1_000_000_000

private let timeRange = EvaluationFailure(message: "the time is out of range")

/// Sums and differences of times and spans of time.
func timeArithmetic(
  _ function: Function,
  _ left: Value,
  _ right: Value
) -> Result<Value, EvaluationFailure> {
  let sum: Value?
  switch (function, left, right) {
  case (.add, .timestamp(let time), .duration(let span)),
    (.add, .duration(let span), .timestamp(let time)):
    sum = time.shifted(by: span.parts).map(Value.timestamp)
  case (.subtract, .timestamp(let time), .duration(let span)):
    sum = time.shifted(by: span.negatedParts).map(Value.timestamp)
  case (.add, .duration(let left), .duration(let right)):
    sum = TimeSpan(left.parts, plus: right.parts).map(Value.duration)
  case (.add, .date(let date), .duration(let span)), (.add, .duration(let span), .date(let date)):
    return shifted(date, by: span, sign: 1)
  case (.subtract, .date(let date), .duration(let span)):
    return shifted(date, by: span, sign: -1)
  case (.subtract, .date(let left), .date(let right)): sum = days(from: right, to: left)
  case (.subtract, .duration(let left), .duration(let right)):
    sum = TimeSpan(left.parts, plus: right.negatedParts).map(Value.duration)
  case (.subtract, .timestamp(let left), .timestamp(let right)):
    let earlier = (-right.seconds, -Int64(right.nanoseconds))
    sum = TimeSpan((left.seconds, Int64(left.nanoseconds)), plus: earlier).flatMap(difference)
  default: return .failure(.types)
  }
  return sum.map(Result.success) ?? .failure(timeRange)
}

private func shifted(
  _ date: PartialDate,
  by span: TimeSpan,
  sign: Int
) -> Result<Value, EvaluationFailure> {
  guard span.seconds % 86_400 == 0, span.nanoseconds == 0 else {
    return .failure(EvaluationFailure(message: "a date is shifted by whole days"))
  }
  let shifted = date.adding(days: sign * Int(span.seconds / 86_400))
  return shifted.map { .success(.date($0)) } ?? .failure(timeRange)
}

/// The time between two dates, which only two exact ones tell.
private func days(from earlier: PartialDate, to later: PartialDate) -> Value? {
  guard earlier.isExact, later.isExact else { return .unknown(FactSet()) }
  return TimeSpan(seconds: (Int64(later.firstDay) - Int64(earlier.firstDay)) * 86_400)
    .map(Value.duration)
}

/// The specification's tests want the difference of two times to fit into 64 bits of nanoseconds.
private func difference(_ span: TimeSpan) -> Value? {
  let limit = Int64.max / billion
  return (-limit...limit).contains(span.seconds) ? .duration(span) : nil
}

/// Brings nanoseconds into 0 to 999,999,999; the sums of two times are far from overflowing.
private func normalised(_ seconds: Int64, _ nanoseconds: Int64) -> (Int64, Int32) {
  let carry = nanoseconds >= 0 ? nanoseconds / billion : (nanoseconds - billion + 1) / billion
  return (seconds + carry, Int32(truncatingIfNeeded: nanoseconds - carry * billion))
}

extension Timestamp {
  fileprivate func shifted(by parts: (Int64, Int64)) -> Timestamp? {
    let (seconds, nanoseconds) = normalised(seconds + parts.0, Int64(nanoseconds) + parts.1)
    return Timestamp(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The day and the second in it, some seconds east of Greenwich.
  func local(offset: Int64) -> (day: Int, second: Int) {
    let shifted = seconds + offset
    let day = shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400
    return (Int(day), Int(shifted - day * 86_400))
  }
}

extension TimeSpan {
  fileprivate init?(_ left: (Int64, Int64), plus right: (Int64, Int64)) {
    let (seconds, nanoseconds) = normalised(left.0 + right.0, left.1 + right.1)
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  fileprivate var parts: (Int64, Int64) { (seconds, Int64(nanoseconds)) }
  fileprivate var negatedParts: (Int64, Int64) { (-seconds, -Int64(nanoseconds)) }

  /// Whole seconds towards zero, and the rest with the same sign.
  var towardsZero: (seconds: Int64, nanoseconds: Int64) {
    seconds < 0 && nanoseconds > 0
      ? (seconds + 1, Int64(nanoseconds) - billion) : (seconds, Int64(nanoseconds))
  }
}

/// A part of a timestamp, in UTC or some seconds east of it.
func part(_ function: Function, of time: Timestamp, offset: Int64) -> Int64? {
  let (day, second) = time.local(offset: offset)
  guard let dayNumber = Int32(exactly: day) else { return nil }
  let date = civil(dayNumber)
  switch function {
  case .getFullYear: return Int64(date.year)
  case .getMonth: return Int64(date.month - 1)
  case .getDate: return Int64(date.day)
  case .getDayOfMonth: return Int64(date.day - 1)
  // 1970-01-01 was a Thursday, and Sunday counts as 0.
  case .getDayOfWeek: return Int64(((day + 4) % 7 + 7) % 7)
  case .getDayOfYear:
    // West of Greenwich the first hours of the year 1 lie in the year before it.
    // That one is no year that dates have.
    let firstYear = Int64(ProbityCEL.dayNumber(year: 1, month: 1, day: 1))
    guard date.year > 0 else { return Int64(day) - (firstYear - 366) }
    return Int64(day) - Int64(ProbityCEL.dayNumber(year: date.year, month: 1, day: 1))
  case .getHours: return Int64(second / 3600)
  case .getMinutes: return Int64(second / 60 % 60)
  case .getSeconds: return Int64(second % 60)
  case .getMilliseconds: return Int64(time.nanoseconds / 1_000_000)
  default: return nil
  }
}

/// A part of a date; unknown where the days that may be meant do not share it.
func part(_ function: Function, of date: PartialDate) -> Value? {
  let first = civil(date.firstDay)
  let last = civil(date.lastDay)
  let isCertain: Bool
  switch function {
  case .getFullYear: isCertain = first.year == last.year
  case .getMonth: isCertain = first.year == last.year && first.month == last.month
  default: isCertain = date.isExact
  }
  guard let start = Timestamp(seconds: Int64(date.firstDay) * 86_400),
    let number = part(function, of: start, offset: 0)
  else { return nil }
  return isCertain ? .int(number) : .unknown(FactSet())
}

/// A span of time in whole hours, minutes or seconds; of milliseconds the part below a second.
func part(_ function: Function, of span: TimeSpan) -> Int64? {
  let (seconds, nanoseconds) = span.towardsZero
  switch function {
  case .getHours: return seconds / 3600
  case .getMinutes: return seconds / 60
  case .getSeconds: return seconds
  case .getMilliseconds: return nanoseconds / 1_000_000
  default: return nil
  }
}

/// The seconds east of Greenwich that `UTC`, `+02:00`, `02:00` or `-02:30` name.
///
/// Zone names would make an answer depend on a machine's zone tables.
func zoneOffset(_ name: String) -> Int64? {
  if name.isEmpty || name == "UTC" { return 0 }
  var bytes = Array(name.utf8)
  let isWest = bytes.first == UInt8(ascii: "-")
  if isWest || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
    let hours = number(bytes[0..<2]), let minutes = number(bytes[3..<5]), hours < 24, minutes < 60
  else { return nil }
  let seconds = hours * 3600 + minutes * 60
  return isWest ? -seconds : seconds
}

/// The number that digits spell; nil for anything else, and for more than 18 digits.
func number(_ digits: some Collection<UInt8>) -> Int64? {
  guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy(isDigit) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
}
