extension Machine {
  mutating func call(_ instruction: Instruction, _ place: Int) -> Value {
    let function = program.functions[Int(instruction.third)]
    var arguments: [Value] = []
    for operand in operands(instruction) { arguments.append(value(operand)) }
    if function == .orValue || function == .or {
      return fallback(function, arguments, place)
    }
    if function == .toDyn, let value = arguments.first { return value }
    if let blocked = strict(arguments) { return blocked }
    return apply(function, arguments, place)
  }

  /// `orValue` and `or`: the second operand counts only where the first has no value.
  private func fallback(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    guard arguments.count == 2 else { return failed("wrong arguments", place) }
    switch arguments[0] {
    case .optional(nil): return arguments[1]
    case .optional(let value?): return function == .or ? arguments[0] : value
    case .unknown(let facts):
      if case .unknown(let further) = arguments[1] { return .unknown(facts.union(further)) }
      return arguments[0]
    case .error: return arguments[0]
    default: return failed("only an optional has a value to replace", place)
    }
  }

  private mutating func apply(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    switch function {
    case .add where arguments.count == 2: return sum(arguments[0], arguments[1], place)
    case .subtract, .multiply, .divide, .remainder:
      guard arguments.count == 2 else { return failed("wrong arguments", place) }
      return value(arithmetic(function, arguments[0], arguments[1]), place)
    case .negate where arguments.count == 1: return value(negated(arguments[0]), place)
    case .size where arguments.count == 1: return size(of: arguments[0], place)
    case .toType where arguments.count == 1:
      return runtimeType(of: arguments[0]).map(Value.type) ?? failed("this has no type", place)
    case .toBool, .toInt, .toUint, .toDouble, .toString, .toBytes, .toTimestamp, .toDuration,
      .toDate:
      guard arguments.count == 1 else { return failed("wrong arguments", place) }
      return value(converted(function, arguments[0]), place)
    case .startsWith, .endsWith, .contains, .lowerAscii, .upperAscii:
      return ofText(function, arguments, place)
    case .optionalNone: return .optional(nil)
    case .optionalOf where arguments.count == 1: return .optional(arguments[0])
    case .hasValue:
      guard case .optional(let value)? = arguments.first else {
        return failed("only an optional may have a value", place)
      }
      return .bool(value != nil)
    default: return ofTime(function, arguments, place)
    }
  }

  private mutating func sum(_ left: Value, _ right: Value, _ place: Int) -> Value {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      let text = left.description + right.description
      return grown(text.utf8.count, place) ?? .string(text)
    case (.bytes(let left), .bytes(let right)):
      return grown(left.count + right.count, place) ?? .bytes(left + right)
    case (.list, _), (.node, _):
      guard case .list(var list) = listReading(left), case .list(let more) = listReading(right)
      else { return failed(EvaluationFailure.types.message, place) }
      guard list.count + more.count <= limits.listSize else {
        exceed("a list grows beyond \(limits.listSize) elements", place)
        return .error(exhausted(place))
      }
      list.append(contentsOf: more)
      return .list(list)
    default: return value(arithmetic(.add, left, right), place)
    }
  }

  /// The fault of a text that has become too long.
  private mutating func grown(_ size: Int, _ place: Int) -> Value? {
    guard size > limits.stringSize else { return nil }
    exceed("a text grows beyond \(limits.stringSize) bytes", place)
    return .error(exhausted(place))
  }

  private func ofText(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    guard case .string(let first)? = arguments.first else {
      return failed("`\(function.rawValue)` takes strings", place)
    }
    let bytes = first.description.utf8
    switch function {
    case .lowerAscii: return .string(mapped(bytes, from: UInt8(ascii: "A"), flip: 0x20))
    case .upperAscii: return .string(mapped(bytes, from: UInt8(ascii: "a"), flip: 0x20))
    default: break
    }
    guard arguments.count == 2, case .string(let second) = arguments[1] else {
      return failed("`\(function.rawValue)` takes strings", place)
    }
    let other = second.description.utf8
    switch function {
    case .startsWith: return .bool(bytes.starts(with: other))
    case .endsWith:
      return .bool(bytes.count >= other.count && bytes.suffix(other.count).elementsEqual(other))
    default: return .bool(occurs(Array(other), in: Array(bytes)))
    }
  }

  private func mapped(_ bytes: String.UTF8View, from first: UInt8, flip: UInt8) -> String {
    let letters = first...(first + 25)
    return String(decoding: bytes.map { letters.contains($0) ? $0 ^ flip : $0 }, as: UTF8.self)
  }

  private func occurs(_ part: [UInt8], in bytes: [UInt8]) -> Bool {
    guard part.count <= bytes.count else { return false }
    return (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
  }

  private func ofTime(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    switch (arguments.first, arguments.count > 1 ? arguments[1] : nil) {
    case (.date(let date)?, .int(let number)?):
      return shifted(date, function, number).map(Value.date)
        ?? failed("the date is out of range", place)
    case (.timestamp(let time)?, nil):
      return part(function, of: time, offset: 0).map(Value.int) ?? failed("no such part", place)
    case (.timestamp(let time)?, .string(let zone)?):
      guard let offset = zoneOffset(zone.description) else {
        return failed("a time zone is `UTC` or an offset such as `+02:00`", place)
      }
      return part(function, of: time, offset: offset).map(Value.int)
        ?? failed("no such part", place)
    case (.duration(let span)?, nil):
      return part(function, of: span).map(Value.int) ?? failed("no such part", place)
    default: return failed("`\(function.rawValue)` does not take these arguments", place)
    }
  }

  private func shifted(_ date: PartialDate, _ function: Function, _ number: Int64) -> PartialDate? {
    guard let number = Int(exactly: number), number != Int.min else { return nil }
    switch function {
    case .plusMonths: return date.adding(months: number)
    case .minusMonths: return date.adding(months: -number)
    case .plusDays: return date.adding(days: number)
    case .minusDays: return date.adding(days: -number)
    default: return nil
    }
  }
}
