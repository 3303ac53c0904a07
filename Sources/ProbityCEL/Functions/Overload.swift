/// One signature of a function; a name may have several.
struct Overload: Sendable {
  /// Nil for a function that is only declared.
  var function: Function?
  /// The first parameter stands before the dot.
  var isMember: Bool
  var parameters: [CELType]
  var result: CELType
}

extension Overload {
  /// All signatures, by function name.
  static let all: [String: [Overload]] = Dictionary(
    grouping: arithmetic + conversions + texts + numbers + lists + times + optionals,
    by: { $0.function?.rawValue ?? "" }
  )

  static func function(
    _ function: Function,
    _ parameters: [CELType],
    _ result: CELType
  ) -> Overload {
    Overload(function: function, isMember: false, parameters: parameters, result: result)
  }

  static func member(
    _ function: Function,
    _ parameters: [CELType],
    _ result: CELType
  ) -> Overload {
    Overload(function: function, isMember: true, parameters: parameters, result: result)
  }

  private static let arithmetic: [Overload] = {
    let item = CELType.parameter(0)
    var overloads: [Overload] = [
      function(.add, [.string, .string], .string), function(.add, [.bytes, .bytes], .bytes),
      function(.add, [.list(item), .list(item)], .list(item)),
      function(.add, [.timestamp, .duration], .timestamp),
      function(.add, [.duration, .timestamp], .timestamp),
      function(.add, [.duration, .duration], .duration),
      function(.add, [.date, .duration], .date), function(.add, [.duration, .date], .date),
      function(.subtract, [.timestamp, .timestamp], .duration),
      function(.subtract, [.timestamp, .duration], .timestamp),
      function(.subtract, [.duration, .duration], .duration),
      function(.subtract, [.date, .duration], .date),
      function(.subtract, [.date, .date], .duration), function(.negate, [.int], .int),
      function(.negate, [.double], .double), function(.remainder, [.int, .int], .int),
      function(.remainder, [.uint, .uint], .uint),
    ]
    for type in [CELType.int, .uint, .double] {
      for operation in [Function.add, .subtract, .multiply, .divide] {
        overloads.append(function(operation, [type, type], type))
      }
    }
    return overloads
  }()

  private static let conversions: [Overload] = {
    let sources: [(Function, CELType, [CELType])] = [
      (.toBool, .bool, [.bool, .string]),
      (.toInt, .int, [.int, .uint, .double, .string, .timestamp]),
      (.toUint, .uint, [.uint, .int, .double, .string]),
      (.toDouble, .double, [.double, .int, .uint, .string]),
      (
        .toString, .string,
        [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration, .date]
      ),
      (.toBytes, .bytes, [.bytes, .string]),
      (.toTimestamp, .timestamp, [.timestamp, .string, .int]),
      (.toDuration, .duration, [.duration, .string]),
      (.toDate, .date, [.date, .string, .timestamp]), (.encodeBase64, .string, [.bytes]),
      (.decodeBase64, .bytes, [.string]),
    ]
    var overloads = [
      function(.toType, [.parameter(0)], .type), function(.toDyn, [.parameter(0)], .dyn),
    ]
    for (conversion, result, types) in sources {
      overloads += types.map { function(conversion, [$0], result) }
    }
    return overloads
  }()

  private static let times: [Overload] = {
    let shifts: [Function] = [
      .plusYears, .minusYears, .plusMonths, .minusMonths, .plusDays, .minusDays,
    ]
    let calendar: [Function] = [
      .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear,
    ]
    let clock: [Function] = [.getHours, .getMinutes, .getSeconds, .getMilliseconds]
    return [function(.days, [.int], .duration)] + shifts.map { member($0, [.date, .int], .date) }
      + calendar.map { member($0, [.date], .int) }
      + (calendar + clock).flatMap {
        [member($0, [.timestamp], .int), member($0, [.timestamp, .string], .int)]
      } + clock.map { member($0, [.duration], .int) }
  }()

  private static let optionals: [Overload] = {
    let item = CELType.parameter(0)
    let optionals = CELType.list(.optional(item))
    return [
      function(.optionalNone, [], .optional(item)),
      function(.optionalOf, [item], .optional(item)),
      function(.optionalOfNonZero, [item], .optional(item)),
      function(.unwrap, [optionals], .list(item)),
      member(.unwrapOptionals, [optionals], .list(item)),
      member(.hasValue, [.optional(item)], .bool), member(.value, [.optional(item)], item),
      member(.orValue, [.optional(item), item], item),
      member(.or, [.optional(item), .optional(item)], .optional(item)),
    ]
  }()
}
