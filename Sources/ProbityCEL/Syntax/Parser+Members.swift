extension Parser {
  /// A primary with selections, calls and indices behind it.
  mutating func member() -> Syntax.ID {
    var operand = primary()
    while true {
      if isAt(.dot) {
        advance()
        operand = selection(from: operand)
      } else if isAt(.openBracket) {
        let anchor = token.range
        advance()
        let isOptional = take(.question)
        let index = expression()
        close(.closeBracket)
        operand = add(
          .index(operand, index, isOptional: isOptional),
          syntax[operand].range.lowerBound..<previousEnd,
          anchor: anchor,
          over: [operand, index]
        )
      } else if isAt(.openBrace), let name = qualifiedName(operand) {
        operand = record(name, from: syntax[operand].range.lowerBound)
      } else {
        return operand
      }
    }
  }

  private mutating func selection(from operand: Syntax.ID) -> Syntax.ID {
    let isOptional = take(.question)
    let anchor = token.range
    let start = syntax[operand].range.lowerBound
    let name: String
    switch token.kind {
    case .name(let field) where !["true", "false", "null", "in"].contains(field): name = field
    case .quotedName(let field): name = field
    default:
      unexpectedToken("a field name")
      return add(.invalid, start..<previousEnd, over: [operand])
    }
    advance()
    if !isOptional, isAt(.openParenthesis) {
      return call(name, anchor: anchor, target: operand, from: start)
    }
    return add(
      .select(operand, field: name, isOptional: isOptional),
      start..<previousEnd,
      anchor: anchor,
      over: [operand]
    )
  }

  /// The dotted name that an operand spells, if it is nothing else.
  private func qualifiedName(_ operand: Syntax.ID) -> String? {
    switch syntax[operand].kind {
    case .name(let name, _): return name
    case .select(let inner, let field, isOptional: false):
      return qualifiedName(inner).map { "\($0).\(field)" }
    case .literal, .has, .call, .unary, .binary, .arithmetic, .logic, .conditional, .index, .list,
      .map, .record, .comprehension, .bind, .block, .optionalMap, .invalid, .select:
      return nil
    }
  }

  private mutating func primary() -> Syntax.ID {
    let range = token.range
    switch token.kind {
    case .name(let name): return name == "in" ? missing() : word(name)
    case .int(let magnitude): return int(magnitude, isNegative: false, range)
    case .uint(let value): return literal(.uint(value), range)
    case .double(let value): return literal(.double(value), range)
    case .string(let value): return literal(.string(value), range)
    case .bytes(let value): return literal(.bytes(value), range)
    case .sign(.minus): return negativeNumber()
    case .sign(.dot): return rootedName()
    case .sign(.openParenthesis):
      advance()
      let inner = expression()
      close(.closeParenthesis)
      return inner
    case .sign(.openBracket): return list()
    case .sign(.openBrace): return map()
    case .invalid:
      unexpectedToken("a value")
      advance()
      return add(.invalid, range)
    case .sign, .quotedName, .end: return missing()
    }
  }

  private mutating func missing() -> Syntax.ID {
    unexpectedToken("a value")
    return add(.invalid, token.range)
  }

  private mutating func literal(_ value: Value, _ range: Range<Int>) -> Syntax.ID {
    advance()
    return add(.literal(value), range)
  }

  private mutating func negativeNumber() -> Syntax.ID {
    let start = token.range.lowerBound
    advance()
    let range = start..<token.range.upperBound
    switch token.kind {
    case .int(let magnitude): return int(magnitude, isNegative: true, range)
    case .double(let value): return literal(.double(-value), range)
    default:
      report("cel.number-range", "an unsigned number has no sign", range)
      advance()
      return add(.invalid, range)
    }
  }

  private mutating func int(
    _ magnitude: UInt64,
    isNegative: Bool,
    _ range: Range<Int>
  ) -> Syntax.ID {
    let value =
      isNegative
      ? (magnitude == 1 << 63 ? Int64.min : Int64(exactly: magnitude).map { 0 - $0 })
      : Int64(exactly: magnitude)
    if let value { return literal(.int(value), range) }
    report(
      "cel.number-range",
      "the number does not fit into an int",
      range,
      help: "an unsigned number ends in `u`"
    )
    advance()
    return add(.invalid, range)
  }

  private mutating func rootedName() -> Syntax.ID {
    let start = token.range.lowerBound
    advance()
    guard case .name(let name) = token.kind else { return missing() }
    advance()
    return add(.name(name, isRooted: true), start..<previousEnd)
  }

  private mutating func word(_ name: String) -> Syntax.ID {
    let range = token.range
    switch name {
    case "true": return literal(.bool(true), range)
    case "false": return literal(.bool(false), range)
    case "null": return literal(.null, range)
    default: break
    }
    advance()
    if isAt(.openParenthesis) {
      return call(name, anchor: range, target: nil, from: range.lowerBound)
    }
    if Token.reservedWords.contains(name) {
      report("cel.reserved-word", "`\(name)` is a reserved word and cannot be a name", range)
      return add(.invalid, range)
    }
    return add(.name(name, isRooted: false), range)
  }

  // MARK: Literals in brackets

  private mutating func list() -> Syntax.ID {
    let start = token.range.lowerBound
    advance()
    var elements: [Syntax.Element] = []
    if !take(.closeBracket) {
      repeat {
        let isOptional = take(.question)
        elements.append(Syntax.Element(value: expression(), isOptional: isOptional))
      } while separator(.closeBracket)
    }
    return add(.list(elements), start..<previousEnd, over: elements.map(\.value))
  }

  private mutating func map() -> Syntax.ID {
    let start = token.range.lowerBound
    advance()
    var entries: [Syntax.Entry] = []
    if !take(.closeBrace) {
      repeat {
        let isOptional = take(.question)
        let key = expression()
        if !take(.colon) { unexpectedToken("`:`") }
        let value = expression()
        entries.append(Syntax.Entry(key: key, value: value, isOptional: isOptional))
      } while separator(.closeBrace)
    }
    return add(
      .map(entries),
      start..<previousEnd,
      over: entries.flatMap { [$0.key, $0.value] }
    )
  }

  private mutating func record(_ name: String, from start: Int) -> Syntax.ID {
    let nameEnd = previousEnd
    advance()
    var members: [Syntax.Member] = []
    if !take(.closeBrace) {
      repeat {
        let isOptional = take(.question)
        let field = memberName()
        if !take(.colon) { unexpectedToken("`:`") }
        let value = expression()
        members.append(Syntax.Member(name: field, value: value, isOptional: isOptional))
      } while separator(.closeBrace)
    }
    return add(
      .record(name, members),
      start..<previousEnd,
      anchor: start..<nameEnd,
      over: members.map(\.value)
    )
  }

  private mutating func memberName() -> String {
    switch token.kind {
    case .name(let name), .quotedName(let name):
      advance()
      return name
    case .int, .uint, .double, .string, .bytes, .sign, .invalid, .end:
      unexpectedToken("a field name")
      return ""
    }
  }
}
