extension Timestamp {
  /// Reads RFC 3339: `2020-12-16T08:00:00Z`, with a fraction and an offset if there are any.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let year = number(bytes[0..<4]),
      let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), hour < 24, minute < 60, second < 60,
      let date = PartialDate(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    var rest = bytes[19...]
    guard let nanoseconds = takeFraction(from: &rest), let offset = Self.offset(rest) else {
      return nil
    }
    let seconds = Int64(date.firstDay) * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
    if rest.count == 1, let last = rest.first, last | 0x20 == UInt8(ascii: "z") { return 0 }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    return zoneOffset(String(decoding: rest, as: UTF8.self))
  }
}

/// Takes `.123` off the front as nanoseconds; 0 where there is no point, nil for a bad fraction.
private func takeFraction(from rest: inout ArraySlice<UInt8>) -> Int32? {
  guard rest.first == UInt8(ascii: ".") else { return 0 }
  let digits = rest.dropFirst().prefix(while: isDigit)
  guard (1...9).contains(digits.count) else { return nil }
  rest = rest.dropFirst(1 + digits.count)
  var value = number(digits) ?? 0
  for _ in digits.count..<9 { value *= 10 }
  return Int32(value)
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with as many digits of a second as it has.
  package var description: String {
    let (day, second) = local(offset: 0)
    let date = civil(Int32(truncatingIfNeeded: day))
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T"
      + padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
      + fraction(Int(nanoseconds)) + "Z"
  }
}

private func fraction(_ nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = padded(nanoseconds, 9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

extension TimeSpan: CustomStringConvertible {
  /// Seconds, such as `5400s` or `-0.5s`.
  package var description: String {
    let (whole, rest) = towardsZero
    let sign = whole < 0 || rest < 0 ? "-" : ""
    return sign + String(whole.magnitude) + fraction(Int(rest.magnitude)) + "s"
  }

  /// Reads `1h30m`, `-1.5s`, `90ms`: units `h m s ms us ns`, each with a number.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return nil }
    var seconds: Int64 = 0
    var nanoseconds: Int64 = 0
    if rest.elementsEqual("0".utf8) { rest = [] }
    while !rest.isEmpty {
      guard let (wholeSeconds, part) = Self.term(from: &rest) else { return nil }
      let (sum, overflow) = seconds.addingReportingOverflow(wholeSeconds)
      guard !overflow else { return nil }
      seconds = sum
      nanoseconds += part
      seconds += nanoseconds / billion
      nanoseconds %= billion
    }
    guard seconds <= 315_576_000_000 else { return nil }
    if isNegative, nanoseconds > 0 {
      self.init(seconds: -seconds - 1, nanoseconds: Int32(billion - nanoseconds))
    } else {
      self.init(seconds: isNegative ? -seconds : seconds, nanoseconds: Int32(nanoseconds))
    }
  }

  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("ms", 1_000_000), ("us", 1000), ("µs", 1000), ("ns", 1), ("h", 3600 * billion),
    ("m", 60 * billion), ("s", billion),
  ]

  /// Takes one number with its unit off the front.
  private static func term(
    from rest: inout ArraySlice<UInt8>
  ) -> (seconds: Int64, nanoseconds: Int64)? {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    var decimals = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      decimals = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + decimals.count)
    }
    guard digits.count + decimals.count > 0,
      let whole = digits.isEmpty ? 0 : number(digits),
      let unit = units.first(where: { rest.starts(with: $0.name.utf8) })
    else { return nil }
    rest = rest.dropFirst(unit.name.utf8.count)
    return length(whole, decimals, unit.nanoseconds)
  }

  private static func length(
    _ whole: Int64,
    _ decimals: ArraySlice<UInt8>,
    _ unit: Int64
  ) -> (seconds: Int64, nanoseconds: Int64)? {
    let (high, low) = whole.multipliedFullWidth(by: unit)
    guard high < billion / 2 else { return nil }
    let (seconds, nanoseconds) = billion.dividingFullWidth((high, low))
    var rest: Int64 = 0
    var scale = unit
    for digit in decimals {
      scale /= 10
      rest += Int64(digit - UInt8(ascii: "0")) * scale
    }
    return (seconds, nanoseconds + rest)
  }
}

private let billion: Int64 = 1_000_000_000
