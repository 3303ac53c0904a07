extension Machine {
  func ofTime(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    switch (arguments.first, arguments.count > 1 ? arguments[1] : nil) {
    case (.int(let number)?, nil) where function == .days:
      return days(number).map(Value.duration) ?? failed("the time is out of range", place)
    case (.date(let date)?, .int(let number)?):
      return shifted(date, function, number).map(Value.date)
        ?? failed("the date is out of range", place)
    case (.date(let date)?, nil):
      return part(function, of: date) ?? mistyped("no such part", place)
    case (.timestamp(let time)?, nil):
      return part(function, of: time, offset: 0).map(Value.int) ?? mistyped("no such part", place)
    case (.timestamp(let time)?, .string(let zone)?):
      guard let offset = zones.seconds(zone.description, at: time) else {
        return failed("a time zone is `UTC` or an offset such as `+02:00`", place)
      }
      return part(function, of: time, offset: offset).map(Value.int)
        ?? mistyped("no such part", place)
    case (.duration(let span)?, nil):
      return part(function, of: span).map(Value.int) ?? mistyped("no such part", place)
    default: return mistyped("`\(function.rawValue)` does not take these arguments", place)
    }
  }

  private func days(_ number: Int64) -> TimeSpan? {
    let (seconds, overflow) = number.multipliedReportingOverflow(by: 86_400)
    return overflow ? nil : TimeSpan(seconds: seconds)
  }

  private func shifted(_ date: PartialDate, _ function: Function, _ number: Int64) -> PartialDate? {
    guard let number = Int(exactly: number), number > -4_000_000, number < 4_000_000 else {
      return nil
    }
    switch function {
    case .plusYears: return date.adding(months: 12 * number)
    case .minusYears: return date.adding(months: -12 * number)
    case .plusMonths: return date.adding(months: number)
    case .minusMonths: return date.adding(months: -number)
    case .plusDays: return date.adding(days: number)
    case .minusDays: return date.adding(days: -number)
    default: return nil
    }
  }
}
