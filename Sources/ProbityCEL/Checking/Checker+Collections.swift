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
    guard let type = element(operand, operandType, at: index, indexType) else {
      let help: String? =
        if case .record = operandType { "a field is selected by `.`" } else { nil }
      return fault(
        "cel.operand-types",
        "`[…]` does not take \(operandType) and \(indexType)",
        at: id,
        range: syntax[id].anchor,
        help: help,
        notes: [operand, index].flatMap(declarationNotes)
      )
    }
    if !isOptional { return type }
    if case .optional = operandType { return type }
    return .optional(type)
  }

  private mutating func element(
    _ operand: Syntax.ID,
    _ type: CELType,
    at index: Syntax.ID,
    _ indexType: CELType
  ) -> CELType? {
    switch type {
    case .list(let element): accepts(indexType, as: .int) ? element : nil
    case .map(_, let value): isKey(index, indexType, ofMap: operand, type) ? value : nil
    case .dyn, .parameter: .dyn
    case .optional(let wrapped):
      element(operand, wrapped, at: index, indexType).map { .optional($0) }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .opaque:
      nil
    }
  }

  /// Whether a value may be looked up in a map.
  mutating func isKey(
    _ id: Syntax.ID,
    _ type: CELType,
    ofMap map: Syntax.ID,
    _ mapType: CELType
  ) -> Bool {
    guard case .map(let key, _) = mapType else { return false }
    guard case .map(let entries) = syntax[map].kind, case .enumeration = type, key != .dyn else {
      return accepts(adopted(id, type, beside: key), as: key)
    }
    // The keys of a map that is written out may be codes.
    for entry in entries { _ = adopted(entry.key, key, beside: type) }
    return accepts(type, as: key)
  }

  mutating func checkList(_ elements: [Syntax.Element]) -> CELType? {
    common(elements).map { .list($0) }
  }

  /// The type of a list's elements: dyn where they have none in common.
  private mutating func common(_ elements: [Syntax.Element]) -> CELType? {
    let known = elements.compactMap { element in
      check(element).map { Item(id: element.value, type: $0, isOptional: element.isOptional) }
    }
    if known.count < elements.count { return nil }
    var common: CELType?
    for type in adopted(known) {
      common = common.map { joined($0, type) ?? .dyn } ?? type
    }
    return common ?? substitution.fresh()
  }

  /// The type that an element adds to its list: an optional one that of its value.
  private mutating func check(_ element: Syntax.Element) -> CELType? {
    guard let type = check(element.value) else { return nil }
    return element.isOptional ? wrapped(by: element.value, type, "an element after `?`") : type
  }

  /// What an optional holds; reports what is none.
  private mutating func wrapped(
    by id: Syntax.ID,
    _ type: CELType,
    _ what: String
  ) -> CELType? {
    let wrapped = substitution.fresh()
    if accepts(type, as: .optional(wrapped)) {
      return type == .dyn ? .dyn : substitution.resolved(wrapped)
    }
    return fault(
      "cel.not-optional",
      "\(what) must be an optional, this is \(described(type))",
      at: id,
      notes: declarationNotes(of: id)
    )
  }

  mutating func checkMap(_ id: Syntax.ID, _ entries: [Syntax.Entry]) -> CELType? {
    let key = common(entries.map { Syntax.Element(value: $0.key, isOptional: false) })
    let value = common(
      entries.map { Syntax.Element(value: $0.value, isOptional: $0.isOptional) }
    )
    guard let key, let value else { return nil }
    return checkKey(key, id).map { .map(key: $0, value: value) }
  }

  private mutating func checkKey(_ key: CELType, _ id: Syntax.ID) -> CELType? {
    switch key {
    case .bool, .int, .uint, .string, .enumeration, .dyn, .parameter: key
    case .null, .double, .bytes, .timestamp, .duration, .date, .list, .map, .optional, .record,
      .type, .opaque:
      fault(
        "cel.operand-types",
        "the key of a map is a bool, int, uint or string, not \(described(key))",
        at: id
      )
    }
  }

  // MARK: Macros

  mutating func checkComprehension(_ id: Syntax.ID) -> CELType? {
    guard
      case .comprehension(let macro, let range, let variables, let condition, let result) =
        syntax[id].kind
    else { return nil }
    let items = check(range).flatMap { itemTypes(macro, $0, range) }
    let types = variables.count == 2 ? [items?.key, items?.value] : [items?.only]
    for (name, type) in zip(variables, types) { locals.append(Local(name: name, type: type)) }
    defer { locals.removeLast(variables.count) }
    if let condition {
      let type = check(condition)
      requireBool(condition, type, "the condition of `\(macro.rawValue)`")
    }
    let resultType = result.flatMap { check($0) }
    switch macro {
    case .all, .exists, .existsOne: return .bool
    case .filter: return items.map { .list($0.only) }
    case .map, .transformList: return resultType.map { .list($0) }
    case .transformMap:
      guard let items, let resultType else { return nil }
      return .map(key: items.key, value: resultType)
    case .transformMapEntry:
      guard let result, let resultType else { return nil }
      return checkEntry(result, resultType)
    }
  }

  private mutating func checkEntry(_ id: Syntax.ID, _ type: CELType) -> CELType? {
    switch type {
    case .map, .dyn: type
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .list,
      .optional, .record, .enumeration, .type, .opaque, .parameter:
      fault(
        "cel.operand-types",
        "the result of `transformMapEntry` must be a map, this is \(described(type))",
        at: id
      )
    }
  }

  /// What the variables of a macro are: one for the elements or keys, or two.
  private struct ItemTypes {
    var only: CELType
    var key: CELType
    var value: CELType
  }

  private mutating func itemTypes(
    _ macro: Syntax.Macro,
    _ type: CELType,
    _ range: Syntax.ID
  ) -> ItemTypes? {
    switch type {
    case .list(let element): return ItemTypes(only: element, key: .int, value: element)
    case .map(let key, let value): return ItemTypes(only: key, key: key, value: value)
    case .dyn, .parameter: return ItemTypes(only: .dyn, key: .dyn, value: .dyn)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .optional, .record, .enumeration, .type, .opaque:
      _ = fault(
        "cel.operand-types",
        "`\(macro.rawValue)` goes over a list or a map, this is \(described(type))",
        at: range,
        notes: declarationNotes(of: range)
      )
      return nil
    }
  }

  /// Values under names, each seen by the later ones and by the body.
  mutating func checkBlock(
    _ values: [(name: String, value: Syntax.ID)],
    _ body: Syntax.ID
  ) -> CELType? {
    for (name, value) in values {
      let type = check(value)
      locals.append(Local(name: name, type: type))
    }
    defer { locals.removeLast(values.count) }
    return check(body)
  }

  mutating func checkOptionalMap(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ variable: String,
    _ body: Syntax.ID,
    _ isFlat: Bool
  ) -> CELType? {
    let name = isFlat ? "optFlatMap" : "optMap"
    let type = check(operand).flatMap { wrapped(by: operand, $0, "what stands before `.\(name)`") }
    locals.append(Local(name: variable, type: type))
    defer { locals.removeLast() }
    guard let result = check(body) else { return nil }
    guard isFlat else { return .optional(result) }
    return wrapped(by: body, result, "the result of `optFlatMap`").map { .optional($0) }
  }
}
