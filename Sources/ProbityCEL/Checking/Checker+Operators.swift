import ProbityText

extension Checker {
  mutating func checkUnary(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ operand: Syntax.ID
  ) -> CELType? {
    guard let type = check(operand) else { return operation == .not ? .bool : nil }
    if operation == .not {
      return accepts(type, as: .bool) ? .bool : wrongOperands(id, operation, [operand])
    }
    return result(of: .negate, [type]) ?? wrongOperands(id, operation, [operand])
  }

  mutating func checkBinary(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) -> CELType? {
    let types = [check(left), check(right)]
    // A comparison is a bool whatever its operands: what stands around it can be checked.
    guard let leftType = types[0], let rightType = types[1] else { return .bool }
    let fits: Bool
    switch operation {
    case .equal, .notEqual: fits = comparable(left, leftType, right, rightType)
    case .in: fits = containable(left, leftType, right, rightType)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: fits = orderable(leftType, rightType)
    case .add, .subtract, .multiply, .divide, .remainder, .not, .negate: fits = false
    }
    return fits ? .bool : wrongOperands(id, operation, [left, right])
  }

  mutating func checkArithmetic(
    _ id: Syntax.ID,
    _ first: Syntax.ID,
    _ links: [Syntax.Link]
  ) -> CELType? {
    var type = check(first)
    var left = [first]
    for link in links {
      let operand = check(link.operand)
      if let known = type, let operand {
        let function = Function(rawValue: link.operation.rawValue)
        let overloads = Overload.all[link.operation.rawValue] ?? []
        let types = adopted(
          [left.first ?? first, link.operand],
          [known, operand],
          by: overloads.filter { $0.parameters.count == 2 }
        )
        type = function.flatMap { result(of: $0, types) }
        if type == nil {
          _ = wrongOperands(id, link.operation, left + [link.operand], [known], link.anchor)
        }
      } else {
        type = nil
      }
      left = []
    }
    return type
  }

  private mutating func result(of function: Function, _ types: [CELType]) -> CELType? {
    let overloads = Overload.all[function.rawValue] ?? []
    return result(of: overloads.filter { $0.parameters.count == types.count }, types)
  }

  /// The result type of those signatures that take the arguments; dyn if they disagree.
  ///
  /// A signature that repeats its last parameter takes any further arguments of that type.
  mutating func result(of overloads: [Overload], _ types: [CELType]) -> CELType? {
    var found: CELType?
    let before = substitution
    for overload in overloads {
      var attempt = before
      let instance = attempt.instance(of: overload)
      guard zip(types, instance.parameters).allSatisfy({ attempt.accepts($0, as: $1) }) else {
        continue
      }
      let result = attempt.resolved(instance.result)
      if let found, found != result { return .dyn }
      if found == nil { substitution = attempt }
      found = result
    }
    return found
  }

  private mutating func wrongOperands(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ operands: [Syntax.ID],
    _ leftType: [CELType] = [],
    _ anchor: Range<Int>? = nil
  ) -> CELType? {
    let known = operands.map { operand in self.types[operand].map(substitution.resolved) }
    let types = leftType.isEmpty ? known : leftType + [known.last ?? nil]
    let names = types.map { $0.map { substitution.resolved($0).description } ?? "?" }
    return fault(
      "cel.operand-types",
      "`\(operation.sign)` does not take \(names.joined(separator: " and "))",
      at: id,
      range: anchor ?? syntax[id].anchor,
      help: hint(types),
      notes: operands.flatMap(declarationNotes)
    )
  }

  private func hint(_ types: [CELType?]) -> String? {
    guard types.count == 2 else { return nil }
    switch (types[0], types[1]) {
    case (.enumeration?, .string?), (.string?, .enumeration?), (.enumeration?, .enumeration?):
      return "`string(…)` makes an ordinary string of a code"
    case (.null?, _?), (_?, .null?): return "`has(…)` asks whether a field has a value"
    case (.date?, .string?), (.string?, .date?), (.date?, .list(.string)?):
      return "`date('2020-12-31')` makes a date"
    default: return nil
    }
  }

  private mutating func orderable(_ left: CELType, _ right: CELType) -> Bool {
    // Codes have no order but that of their spelling, which nobody means.
    if holdsEnumeration(left) || holdsEnumeration(right) { return false }
    let ordered: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
    ]
    return ordered.contains { type in
      var attempt = substitution
      guard attempt.accepts(left, as: type), attempt.accepts(right, as: type) else { return false }
      substitution = attempt
      return true
    }
  }

  private mutating func comparable(
    _ left: Syntax.ID,
    _ leftType: CELType,
    _ right: Syntax.ID,
    _ rightType: CELType
  ) -> Bool {
    if holdsEnumeration(leftType) { return isCode(right, rightType, of: leftType) }
    if holdsEnumeration(rightType) { return isCode(left, leftType, of: rightType) }
    return accepts(leftType, as: rightType) || accepts(rightType, as: leftType)
  }

  private mutating func containable(
    _ left: Syntax.ID,
    _ leftType: CELType,
    _ right: Syntax.ID,
    _ rightType: CELType
  ) -> Bool {
    switch rightType {
    case .list(let element):
      if holdsEnumeration(leftType) { return isCode(right, rightType, of: .list(leftType)) }
      if holdsEnumeration(element) { return isCode(left, leftType, of: element) }
      return accepts(leftType, as: element) || accepts(element, as: leftType)
    case .map: return isKey(left, leftType, ofMap: right, rightType)
    case .dyn, .parameter: return true
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .optional, .record, .enumeration, .type, .opaque:
      return false
    }
  }

  mutating func checkLogic(_ isAnd: Bool, _ operands: [Syntax.ID]) -> CELType? {
    for operand in operands {
      let type = check(operand)
      requireBool(operand, type, "an operand of `\(isAnd ? "&&" : "||")`")
    }
    return .bool
  }

  mutating func checkConditional(
    _ id: Syntax.ID,
    _ condition: Syntax.ID,
    _ first: Syntax.ID,
    _ second: Syntax.ID
  ) -> CELType? {
    let type = check(condition)
    requireBool(condition, type, "what stands before `?`")
    let branches = [check(first), check(second)]
    guard let first = branches[0].map({ Item(id: first, type: $0) }),
      let second = branches[1].map({ Item(id: second, type: $0) })
    else { return nil }
    let types = adopted([first, second])
    let (firstType, secondType) = (types[0], types[1])
    if let type = joined(firstType, secondType) { return type }
    return fault(
      "cel.operand-types",
      "both branches of `?:` have one type, these are \(firstType) and \(secondType)",
      at: id,
      range: syntax[id].anchor,
      notes: [first.id, second.id].flatMap(declarationNotes)
    )
  }
}
