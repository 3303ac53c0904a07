import ProbityText

extension Checker {
  mutating func checkIndex(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ index: Syntax.ID,
    _ isOptional: Bool
  ) -> CELType? {
    let types = [check(operand), check(index)]
    guard let operandType = types[0], let indexType = types[1] else { return nil }
    guard let type = element(of: operandType, at: indexType) else {
      let help: String? =
        if case .record = operandType { "a field is selected by `.`" } else { nil }
      return fault(
        "cel.operand-types",
        "`[…]` does not take \(operandType) and \(indexType)",
        at: id,
        range: syntax[id].anchor,
        help: help
      )
    }
    if !isOptional { return type }
    if case .optional = type { return type }
    return .optional(type)
  }

  private mutating func element(of type: CELType, at index: CELType) -> CELType? {
    switch type {
    case .list(let element): accepts(index, as: .int) ? element : nil
    case .map(let key, let value): accepts(index, as: key) ? value : nil
    case .dyn, .parameter: .dyn
    case .optional(let wrapped): element(of: wrapped, at: index).map { .optional($0) }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type:
      nil
    }
  }

  mutating func checkList(
    _ id: Syntax.ID,
    _ elements: [Syntax.ID],
    _ hasOptionals: Bool
  ) -> CELType? {
    if hasOptionals { return optionalElements(id, elements) }
    return common(elements).map { .list($0) }
  }

  /// The type of a list's elements: dyn where they have none in common.
  private mutating func common(_ elements: [Syntax.ID]) -> CELType? {
    var common: CELType?
    var isFaulty = false
    for element in elements {
      guard let type = check(element) else {
        isFaulty = true
        continue
      }
      if let known = common { common = joined(known, type) ?? .dyn } else { common = type }
    }
    if isFaulty { return nil }
    return common ?? substitution.fresh()
  }

  private mutating func optionalElements(_ id: Syntax.ID, _ children: [Syntax.ID]) -> CELType? {
    for child in children { check(child) }
    resolutions[id] = .failure("optional elements are not supported")
    return fault("cel.unsupported", "optional elements `?` are not supported", at: id)
  }

  mutating func checkMap(
    _ id: Syntax.ID,
    _ entries: [Syntax.Entry],
    _ hasOptionals: Bool
  ) -> CELType? {
    if hasOptionals { return optionalElements(id, entries.flatMap { [$0.key, $0.value] }) }
    let key = common(entries.map(\.key))
    let value = common(entries.map(\.value))
    guard let key, let value else { return nil }
    switch key {
    case .bool, .int, .uint, .string, .enumeration, .dyn, .parameter:
      return .map(key: key, value: value)
    case .null, .double, .bytes, .timestamp, .duration, .date, .list, .map, .optional, .record,
      .type:
      return fault(
        "cel.operand-types",
        "the key of a map is a bool, int, uint or string, not \(described(key))",
        at: id
      )
    }
  }

  mutating func checkComprehension(_ id: Syntax.ID) -> CELType? {
    guard
      case .comprehension(let macro, let range, let variable, let condition, let result) =
        syntax[id].kind
    else { return nil }
    let rangeType = check(range)
    let element = rangeType.flatMap { elementType(id, macro, $0, range) }
    locals.append(Local(name: variable, type: element))
    defer { locals.removeLast() }
    if let condition {
      let type = check(condition)
      requireBool(condition, type, "the condition of `\(macro.rawValue)`")
    }
    let resultType = result.flatMap { check($0) }
    switch macro {
    case .all, .exists, .existsOne: return .bool
    case .map: return resultType.map { .list($0) }
    case .filter: return element.map { .list($0) }
    }
  }

  private mutating func elementType(
    _ id: Syntax.ID,
    _ macro: Syntax.Macro,
    _ type: CELType,
    _ range: Syntax.ID
  ) -> CELType? {
    switch type {
    case .list(let element): return element
    case .map(let key, _): return key
    case .dyn, .parameter: return .dyn
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .optional, .record, .enumeration, .type:
      return fault(
        "cel.operand-types",
        "`\(macro.rawValue)` goes over a list or a map, this is \(described(type))",
        at: range,
        notes: declarationNotes(of: range)
      )
    }
  }
}
