extension Parser {
  /// A call whose name has been read; a macro in its proper form becomes a node of its own.
  mutating func call(
    _ name: String,
    anchor: Range<Int>,
    target: Syntax.ID?,
    from start: Int
  ) -> Syntax.ID {
    advance()
    var arguments: [Syntax.ID] = []
    if !take(.closeParenthesis) {
      repeat { arguments.append(expression()) } while separator(.closeParenthesis)
    }
    let range = start..<previousEnd
    if target == nil, name == "has", arguments.count == 1,
      case .select(let operand, let field, isOptional: false) = syntax[arguments[0]].kind
    {
      let selected = syntax[arguments[0]].anchor
      return add(.has(operand, field: field), range, anchor: selected, over: [operand])
    }
    if let target, let macro = Syntax.Macro(name: name),
      let node = comprehension(macro, over: target, arguments, range, anchor)
    {
      return node
    }
    return add(
      .call(name, target: target, arguments: arguments),
      range,
      anchor: anchor,
      over: arguments + (target.map { [$0] } ?? [])
    )
  }

  private mutating func comprehension(
    _ macro: Syntax.Macro,
    over target: Syntax.ID,
    _ arguments: [Syntax.ID],
    _ range: Range<Int>,
    _ anchor: Range<Int>
  ) -> Syntax.ID? {
    let isMapWithCondition = macro == .map && arguments.count == 3
    guard arguments.count == 2 || isMapWithCondition,
      case .name(let variable, isRooted: false) = syntax[arguments[0]].kind
    else { return nil }
    let last = arguments[arguments.count - 1]
    return add(
      .comprehension(
        macro,
        over: target,
        variable: variable,
        condition: macro == .map ? (isMapWithCondition ? arguments[1] : nil) : last,
        result: macro == .map ? last : nil
      ),
      range,
      anchor: anchor,
      over: [target] + arguments.dropFirst()
    )
  }
}
