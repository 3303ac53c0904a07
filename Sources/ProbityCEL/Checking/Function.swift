/// A function or arithmetic operator, by the name that authors call it.
enum Function: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case negate = "-_"
  case size
  case startsWith
  case endsWith
  case contains
  case lowerAscii
  case upperAscii
  case toBool = "bool"
  case toInt = "int"
  case toUint = "uint"
  case toDouble = "double"
  case toString = "string"
  case toBytes = "bytes"
  case toType = "type"
  case toDyn = "dyn"
  case toTimestamp = "timestamp"
  case toDuration = "duration"
  case toDate = "date"
  case plusMonths
  case minusMonths
  case plusDays
  case minusDays
  case getFullYear
  case getMonth
  case getDate
  case getDayOfMonth
  case getDayOfWeek
  case getDayOfYear
  case getHours
  case getMinutes
  case getSeconds
  case getMilliseconds
  case optionalNone = "optional.none"
  case optionalOf = "optional.of"
  case hasValue
  case orValue
  case or

  /// Whether it gives a value for all arguments of its types: only then may an unknown argument
  /// stand for any value.
  var isTotal: Bool {
    switch self {
    case .size, .startsWith, .endsWith, .contains, .lowerAscii, .upperAscii, .toType, .toDyn,
      .optionalNone, .optionalOf, .hasValue, .orValue, .or:
      true
    case .add, .subtract, .multiply, .divide, .remainder, .negate, .toBool, .toInt, .toUint,
      .toDouble, .toString, .toBytes, .toTimestamp, .toDuration, .toDate, .plusMonths,
      .minusMonths, .plusDays, .minusDays, .getFullYear, .getMonth, .getDate, .getDayOfMonth,
      .getDayOfWeek, .getDayOfYear, .getHours, .getMinutes, .getSeconds, .getMilliseconds:
      false
    }
  }
}
