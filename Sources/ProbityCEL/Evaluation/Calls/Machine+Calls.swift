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
    let result = apply(function, arguments, place)
    if case .list(let list) = result, !list.isPlain { isApproximate = true }
    return result
  }

  /// Operators of one rank, from left to right.
  mutating func chain(_ instruction: Instruction, _ place: Int) -> Value {
    let operands = operands(instruction)
    var result = value(operands[0])
    for (offset, operand) in operands.dropFirst().enumerated() {
      let right = value(operand)
      let function = program.functions[Int(instruction.third) + offset]
      result = strict([result, right]) ?? apply(function, [result, right], place)
    }
    return result
  }

  /// `orValue` and `or`: the second operand counts only where the first has no value.
  private func fallback(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    guard arguments.count == 2 else { return mistyped("wrong arguments", place) }
    switch arguments[0] {
    case .optional(nil): return arguments[1]
    case .optional(let value?): return function == .or ? arguments[0] : value
    case .unknown(let facts):
      if case .unknown(let further) = arguments[1] { return .unknown(facts.union(further)) }
      return arguments[0]
    case .error: return arguments[0]
    default: return mistyped("only an optional has a value to replace", place)
    }
  }

  private mutating func apply(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    switch function {
    case .add where arguments.count == 2: return sum(arguments[0], arguments[1], place)
    case .subtract, .multiply, .divide, .remainder:
      guard arguments.count == 2 else { return mistyped("wrong arguments", place) }
      return value(arithmetic(function, arguments[0], arguments[1]), place)
    case .negate where arguments.count == 1: return value(negated(arguments[0]), place)
    case .size where arguments.count == 1: return size(of: arguments[0], place)
    case .toType where arguments.count == 1:
      return runtimeType(of: arguments[0]).map(Value.type) ?? mistyped("this has no type", place)
    case .toBool, .toInt, .toUint, .toDouble, .toString, .toBytes, .toTimestamp, .toDuration,
      .toDate, .encodeBase64, .decodeBase64:
      guard arguments.count == 1 else { return mistyped("wrong arguments", place) }
      return value(converted(function, arguments[0]), place)
    default: return applyToKind(function, arguments, place)
    }
  }

  /// A function by what its first argument is.
  private mutating func applyToKind(
    _ function: Function,
    _ arguments: [Value],
    _ place: Int
  ) -> Value {
    switch (function, arguments.first) {
    case (.optionalNone, _), (.optionalOf, _), (.optionalOfNonZero, _), (.hasValue, _), (.value, _):
      return ofOptional(function, arguments, place)
    case (.greatest, _), (.least, _): return extremum(function, arguments, place)
    case (.matches, _): return matched(arguments, place)
    case (.quote, .string(let text)?): return .string(quoted(text.description))
    case (_, .string(let text)?): return ofText(function, text.description, arguments, place)
    case (.setContains, _), (.setIntersects, _), (.setEquivalent, _):
      return ofSets(function, arguments, place)
    case (_, .list?), (_, .node?): return ofList(function, arguments, place)
    case (_, .timestamp?), (_, .date?), (_, .duration?), (.days, _):
      return ofTime(function, arguments, place)
    default: return value(mathematics(function, arguments), place)
    }
  }

  private mutating func sum(_ left: Value, _ right: Value, _ place: Int) -> Value {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      let text = left.description + right.description
      return grown(text.utf8.count, place) ?? .string(text)
    case (.bytes(let left), .bytes(let right)):
      return grown(left.count + right.count, place) ?? .bytes(left + right)
    case (.list, .list), (.list, .node), (.node, .list), (.node, .node):
      guard case .list(var list) = listReading(left), case .list(let more) = listReading(right)
      else { return value(.failure(.types), place) }
      if let exceeded = lengthened(list.count + more.count, place) { return exceeded }
      list.append(contentsOf: more)
      return .list(list)
    default: return value(arithmetic(.add, left, right), place)
    }
  }

  /// The fault of a text that has become too long.
  mutating func grown(_ size: Int, _ place: Int) -> Value? {
    guard size > limits.stringSize else { return nil }
    exceed("a text grows beyond \(limits.stringSize) bytes", place)
    return .error(exhausted(place))
  }

  /// The fault of a list that has become too long.
  mutating func lengthened(_ count: Int, _ place: Int) -> Value? {
    guard count > limits.listSize else { return nil }
    exceed("a list grows beyond \(limits.listSize) elements", place)
    return .error(exhausted(place))
  }

  private mutating func ofOptional(
    _ function: Function,
    _ arguments: [Value],
    _ place: Int
  ) -> Value {
    guard function != .optionalNone else { return .optional(nil) }
    guard let argument = arguments.first else { return mistyped("wrong arguments", place) }
    switch (function, argument) {
    case (.optionalOf, _): return .optional(argument)
    case (.optionalOfNonZero, _): return nonZero(argument, place)
    case (.hasValue, .optional(let value)): return .bool(value != nil)
    case (.value, .optional(let value?)): return value
    case (.value, .optional(nil)): return failed("the optional has no value", place)
    default: return mistyped("only an optional may have a value", place)
    }
  }

  /// An optional with the value, or without one if the value is nothing, zero or empty.
  private mutating func nonZero(_ value: Value, _ place: Int) -> Value {
    let isZero: Answer
    switch value {
    case .null, .optional(nil): isZero = .yes
    case .bool(let value): isZero = Answer(!value)
    case .int, .uint, .double: isZero = equality(value, .int(0))
    case .string(let text): isZero = Answer(text.description.utf8.isEmpty)
    case .bytes(let bytes): isZero = Answer(bytes.isEmpty)
    case .duration(let span): isZero = Answer(span.seconds == 0 && span.nanoseconds == 0)
    case .list, .map, .node:
      guard case .list(let list) = listReading(value) else { return .optional(value) }
      isZero = compared(count(of: list), .equal, Count(exactly: 0), place)
    case .date, .timestamp, .type, .optional, .unknown, .error: isZero = .no
    }
    switch isZero {
    case .yes: return .optional(nil)
    case .no: return .optional(value)
    case .unknown, .error: return isZero.value
    }
  }

  /// A test of a text against another, or against a pattern that the program spells out.
  mutating func textTest(_ instruction: Instruction, _ place: Int) -> Answer {
    let operands = [value(Int(instruction.first)), value(Int(instruction.second))]
    if let blocked = strict(operands) { return approximated(answer(from: blocked, place)) }
    guard case .string(let text) = operands[0], case .string(let part) = operands[1] else {
      return .error(misfit("a text is tested against a text", place))
    }
    switch instruction.opcode {
    case .startsWith: return Answer(holds(.startsWith, text, part))
    case .endsWith: return Answer(holds(.endsWith, text, part))
    case .containsText: return Answer(holds(.contains, text, part))
    default:
      do {
        let pattern = program.patterns[Int(instruction.third)]
        return Answer(try pattern.isFound(in: text.description))
      } catch {
        return .error(fault("the pattern is no regular expression: \(error.reason)", place))
      }
    }
  }

  /// `matches`: a pattern that is not spelled out in the program is compiled when it is needed.
  private mutating func matched(_ arguments: [Value], _ place: Int) -> Value {
    guard arguments.count == 2, case .string(let text) = arguments[0],
      case .string(let spelling) = arguments[1]
    else { return mistyped("`matches` takes strings", place) }
    do {
      return .bool(try pattern(spelling).isFound(in: text.description))
    } catch {
      return failed("the pattern is no regular expression: \(error.reason)", place)
    }
  }

  private mutating func pattern(_ spelling: Text) throws(Pattern.Refusal) -> Pattern {
    if let known = patterns[spelling] { return known }
    let pattern = try Pattern(spelling.description)
    // Texts of a profile could be patterns without number.
    if patterns.count >= 64 { patterns = [:] }
    patterns[spelling] = pattern
    return pattern
  }
}
