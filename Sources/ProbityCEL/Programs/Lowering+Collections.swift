extension Lowering {
  mutating func lowerList(_ id: Syntax.ID, _ elements: [Syntax.Element]) -> Int32 {
    var children: [Int32] = []
    var fails = false
    for element in elements {
      let child = lower(element.value)
      fails = fails || canFail(child) || (element.isOptional && isDynamic(element.value))
      children.append(element.isOptional ? ~child : child)
    }
    let range = operandRange(children)
    return emit(.list, id, range.start, range.count, canFail: fails)
  }

  mutating func lowerMap(_ id: Syntax.ID, _ entries: [Syntax.Entry]) -> Int32 {
    var children: [Int32] = []
    for entry in entries {
      let key = lower(entry.key)
      let value = lower(entry.value)
      children += [key, entry.isOptional ? ~value : value]
    }
    let range = operandRange(children)
    return emit(.map, id, range.start, range.count, canFail: true)
  }

  /// Lowers what sees further variables, of which the first has the place that is given.
  private mutating func withLocals<T>(
    _ count: Int,
    onPlanes: Bool = false,
    _ body: (inout Lowering, Int32) -> T
  ) -> T {
    let place = Int32(localsFail.count)
    localsFail += Array(repeating: false, count: count)
    localsOnPlanes += Array(repeating: onPlanes, count: count)
    result.localCount = max(result.localCount, localsFail.count)
    defer {
      localsFail.removeLast(count)
      localsOnPlanes.removeLast(count)
    }
    return body(&self, place)
  }

  mutating func lowerComprehension(_ id: Syntax.ID) -> Int32 {
    guard
      case .comprehension(let macro, let range, let variables, let condition, let value) =
        checker.syntax[id].kind
    else { return lowerName(id) }
    let source = lower(range)
    // An element is there, or its list would have failed as a whole.
    let onPlanes = variables.count == 1 && isListOnPlanes(range, source)
    return withLocals(variables.count, onPlanes: onPlanes) { lowering, place in
      let steps = [condition, value].map { $0.map { lowering.lower($0) } }
      let fails =
        lowering.canFail(source) || lowering.isDynamic(range)
        || steps.contains { $0.map { lowering.canFail($0) } ?? false }
        || (condition.map(lowering.isDynamic) ?? false) || macro == .transformMapEntry
      let body =
        value == nil
        ? steps[0] ?? -1 : lowering.operandRange(steps.map { $0 ?? -1 }).start
      let step = lowering.emit(
        Self.opcode(of: macro),
        id,
        source,
        body,
        place,
        canFail: fails,
        isPaired: variables.count == 2,
        onPlanes: onPlanes && lowering.isOnPlanes(macro, canFail: fails)
      )
      if let condition, value == nil, variables.count == 1 {
        lowering.result.unnamed[Int(step)] = lowering.unnamedOutcomes(
          of: condition,
          over: range,
          variable: Int(place)
        )
      }
      return step
    }
  }

  /// Whether a macro over a list of the tree is made on planes; a count that can fail is not.
  private func isOnPlanes(_ macro: Syntax.Macro, canFail: Bool) -> Bool {
    switch macro {
    case .all, .exists: true
    case .existsOne, .filter: !canFail
    case .map, .transformList, .transformMap, .transformMapEntry: false
    }
  }

  private static func opcode(of macro: Syntax.Macro) -> Instruction.Opcode {
    switch macro {
    case .all: .all
    case .exists: .exists
    case .existsOne: .existsOne
    case .filter: .filter
    case .map, .transformList: .transform
    case .transformMap: .transformMap
    case .transformMapEntry: .transformEntries
    }
  }

  mutating func lowerBlock(_ id: Syntax.ID, _ values: [Syntax.ID], _ body: Syntax.ID) -> Int32 {
    let first = Int32(localsFail.count)
    var children: [Int32] = []
    for value in values {
      let child = lower(value)
      children.append(child)
      localsFail.append(canFail(child))
      localsOnPlanes.append(false)
    }
    result.localCount = max(result.localCount, localsFail.count)
    children.append(lower(body))
    localsFail.removeLast(values.count)
    localsOnPlanes.removeLast(values.count)
    // A value that the body does not use cannot fail the whole.
    let fails = canFail(children[children.count - 1])
    let range = operandRange(children)
    return emit(.block, id, range.start, range.count, first, canFail: fails)
  }

  mutating func lowerOptionalMap(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ body: Syntax.ID,
    _ isFlat: Bool
  ) -> Int32 {
    let source = lower(operand)
    return withLocals(1) { lowering, place in
      let step = lowering.lower(body)
      let fails =
        lowering.canFail(source, step) || lowering.isDynamic(operand) || lowering.isDynamic(body)
      let opcode: Instruction.Opcode = isFlat ? .optionalFlatMap : .optionalMap
      return lowering.emit(opcode, id, source, step, place, canFail: fails)
    }
  }
}
