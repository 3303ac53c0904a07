/// One signature of a function; a name may have several.
struct Overload: Sendable {
  var function: Function
  /// The first parameter stands before the dot.
  var isMember: Bool
  var parameters: [CELType]
  var result: CELType
}

extension Overload {
  /// All signatures, by function name.
  static let all: [String: [Overload]] = Dictionary(
    grouping: arithmetic + conversions + texts + times + optionals,
    by: \.function.rawValue
  )

  private static func function(
    _ function: Function,
    _ parameters: [CELType],
    _ result: CELType
  ) -> Overload {
    Overload(function: function, isMember: false, parameters: parameters, result: result)
  }

  private static func member(
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
      function(.subtract, [.timestamp, .timestamp], .duration),
      function(.subtract, [.timestamp, .duration], .timestamp),
      function(.subtract, [.duration, .duration], .duration), function(.negate, [.int], .int),
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
      (.toDate, .date, [.date, .string]),
    ]
    var overloads = [
      function(.toType, [.parameter(0)], .type), function(.toDyn, [.parameter(0)], .dyn),
    ]
    for (conversion, result, types) in sources {
      overloads += types.map { function(conversion, [$0], result) }
    }
    return overloads
  }()

  private static let texts: [Overload] = {
    let sized: [CELType] = [
      .string, .bytes, .list(.parameter(0)), .map(key: .parameter(0), value: .parameter(1)),
    ]
    return sized.flatMap { [function(.size, [$0], .int), member(.size, [$0], .int)] }
      + [Function.startsWith, .endsWith, .contains].map { member($0, [.string, .string], .bool) }
      + [Function.lowerAscii, .upperAscii].map { member($0, [.string], .string) }
  }()

  private static let times: [Overload] = {
    let shifts: [Function] = [.plusMonths, .minusMonths, .plusDays, .minusDays]
    let parts: [Function] = [
      .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getHours,
      .getMinutes, .getSeconds, .getMilliseconds,
    ]
    let lengths: [Function] = [.getHours, .getMinutes, .getSeconds, .getMilliseconds]
    return shifts.map { member($0, [.date, .int], .date) }
      + parts.flatMap {
        [member($0, [.timestamp], .int), member($0, [.timestamp, .string], .int)]
      } + lengths.map { member($0, [.duration], .int) }
  }()

  private static let optionals: [Overload] = {
    let item = CELType.parameter(0)
    return [
      function(.optionalNone, [], .optional(item)),
      function(.optionalOf, [item], .optional(item)),
      member(.hasValue, [.optional(item)], .bool),
      member(.orValue, [.optional(item), item], item),
      member(.or, [.optional(item), .optional(item)], .optional(item)),
    ]
  }()
}
