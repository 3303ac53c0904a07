extension Parser {
  /// A call whose name has been read; macros become nodes of their own.
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
    if target == nil, name == "has" { return has(arguments, range, anchor) }
    if let target, let macro = Syntax.Macro(rawValue: name == "existsOne" ? "exists_one" : name) {
      return comprehension(macro, over: target, arguments, range, anchor)
    }
    return add(
      .call(name, target: target, arguments: arguments),
      range,
      anchor: anchor,
      over: arguments + (target.map { [$0] } ?? [])
    )
  }

  private mutating func has(
    _ arguments: [Syntax.ID],
    _ range: Range<Int>,
    _ anchor: Range<Int>
  ) -> Syntax.ID {
    if arguments.count == 1,
      case .select(let operand, let field, isOptional: false) = syntax[arguments[0]].kind
    {
      let name = syntax[arguments[0]].anchor
      return add(.has(operand, field: field), range, anchor: name, over: [operand])
    }
    if !arguments.contains(where: isInvalid) {
      report("cel.bad-macro", "`has` takes one field, such as `has(product.name)`", anchor)
    }
    return add(.invalid, range)
  }

  private mutating func comprehension(
    _ macro: Syntax.Macro,
    over target: Syntax.ID,
    _ arguments: [Syntax.ID],
    _ range: Range<Int>,
    _ anchor: Range<Int>
  ) -> Syntax.ID {
    let isMapWithCondition = macro == .map && arguments.count == 3
    guard arguments.count == 2 || isMapWithCondition,
      case .name(let variable, isRooted: false) = syntax[arguments[0]].kind
    else {
      if !arguments.contains(where: isInvalid), !isInvalid(target) {
        badComprehension(macro, anchor)
      }
      return add(.invalid, range)
    }
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

  private mutating func badComprehension(_ macro: Syntax.Macro, _ anchor: Range<Int>) {
    let second = macro == .map ? "a result" : "a condition"
    report(
      "cel.bad-macro",
      "`\(macro.rawValue)` takes a name and \(second), such as `\(macro.rawValue)(x, …)`",
      anchor
    )
  }

  private func isInvalid(_ id: Syntax.ID) -> Bool {
    if case .invalid = syntax[id].kind { return true }
    return false
  }
}
