/// A function or arithmetic operator, by the name that authors call it.
enum Function: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case negate = "-_"
  case size

  // Conversions.
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
  case encodeBase64 = "base64.encode"
  case decodeBase64 = "base64.decode"

  // Strings.
  case startsWith
  case endsWith
  case contains
  case matches
  case lowerAscii
  case upperAscii
  case charAt
  case indexOf
  case lastIndexOf
  case join
  case replace
  case split
  case substring
  case trim
  case reverse
  case format
  case quote = "strings.quote"

  // Numbers.
  case greatest = "math.greatest"
  case least = "math.least"
  case ceil = "math.ceil"
  case floor = "math.floor"
  case round = "math.round"
  case truncate = "math.trunc"
  case squareRoot = "math.sqrt"
  case absolute = "math.abs"
  case sign = "math.sign"
  case isNaN = "math.isNaN"
  case isInfinite = "math.isInf"
  case isFinite = "math.isFinite"
  case bitAnd = "math.bitAnd"
  case bitOr = "math.bitOr"
  case bitXor = "math.bitXor"
  case bitNot = "math.bitNot"
  case shiftLeft = "math.bitShiftLeft"
  case shiftRight = "math.bitShiftRight"

  // Lists.
  case distinct
  case sort
  case flatten
  case first
  case last
  case setContains = "sets.contains"
  case setIntersects = "sets.intersects"
  case setEquivalent = "sets.equivalent"

  // Times.
  case days
  case plusYears
  case minusYears
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

  // Optionals.
  case optionalNone = "optional.none"
  case optionalOf = "optional.of"
  case optionalOfNonZero = "optional.ofNonZeroValue"
  case unwrap = "optional.unwrap"
  case unwrapOptionals = "unwrapOpt"
  case hasValue
  case value
  case orValue
  case or

  /// Whether it goes from a day to another one: to any, as long as day or distance is open.
  var isShift: Bool {
    switch self {
    case .plusYears, .minusYears, .plusMonths, .minusMonths, .plusDays, .minusDays: true
    default: false
    }
  }

  private static let total: Set<Function> = [
    .size, .toType, .toDyn, .encodeBase64, .startsWith, .endsWith, .contains, .lowerAscii,
    .upperAscii, .join, .trim, .reverse, .quote, .ceil, .floor, .round, .truncate, .squareRoot,
    .sign, .isNaN, .isInfinite, .isFinite, .bitAnd, .bitOr, .bitXor, .bitNot, .distinct, .first,
    .last, .setContains, .setIntersects, .setEquivalent, .optionalNone, .optionalOf,
    .optionalOfNonZero, .unwrap, .unwrapOptionals, .hasValue, .orValue, .or,
  ]

  /// Whether it gives a value for all arguments of its types: only then may an unknown argument
  /// stand for any value.
  var isTotal: Bool { Self.total.contains(self) }
}
