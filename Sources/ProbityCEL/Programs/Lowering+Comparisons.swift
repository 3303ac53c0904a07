extension Lowering {
  mutating func lowerBinary(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) -> Int32 {
    if let fused = fusedComparison(id, operation, left, right) { return fused }
    guard let opcode = Self.opcodes[operation] else { return lowerName(id) }
    let isOrder = operation != .equal && operation != .notEqual
    let first = lower(left)
    let second = lower(right)
    let fails =
      canFail(first, second)
      || (isOrder && (isDynamic(right) || (operation != .in && isDynamic(left))))
    if operation != .in, isCount(first) || isCount(second),
      checker.resolvedType(of: left) == .int, checker.resolvedType(of: right) == .int
    {
      let third = Int32(opcode.rawValue)
      return emit(.compareCounts, id, first, second, third, canFail: fails)
    }
    return emit(opcode, id, first, second, canFail: fails)
  }

  private static let opcodes: [Syntax.Operator: Instruction.Opcode] = [
    .equal: .equal, .notEqual: .notEqual, .in: .contains, .less: .less,
    .lessOrEqual: .lessOrEqual, .greater: .greater, .greaterOrEqual: .greaterOrEqual,
  ]

  private func isCount(_ place: Int32) -> Bool {
    let instruction = result.instructions[Int(place)]
    return instruction.opcode == .call && result.functions[Int(instruction.third)] == .size
  }

  /// `record.leaf == constant` and `record.leaf in constants` as one instruction.
  private mutating func fusedComparison(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) -> Int32? {
    guard case .select(let operand, _, isOptional: false) = checker.syntax[left].kind,
      case .field(let slot, let type) = checker.resolutions[left], isLeaf(type),
      case .record? = checker.resolvedType(of: operand)
    else { return nil }
    if operation == .equal, case .literal(let value) = checker.syntax[right].kind {
      let child = lower(operand)
      let place = constant(value)
      return emit(.fieldEquals, left, child, Int32(slot), place, canFail: canFail(child))
    }
    guard operation == .in, let texts = constantTexts(right) else { return nil }
    let child = lower(operand)
    result.sets.append(texts)
    let place = Int32(result.sets.count - 1)
    return emit(.fieldIn, left, child, Int32(slot), place, canFail: canFail(child))
  }

  private func isLeaf(_ type: CELType) -> Bool {
    switch type {
    case .bool, .int, .string, .enumeration: true
    default: false
    }
  }

  /// The elements of a list that holds nothing but constant strings.
  private func constantTexts(_ id: Syntax.ID) -> Set<Text>? {
    var values: [Value]
    if case .constant(.list(let list)) = checker.resolutions[id] {
      guard list.isPlain else { return nil }
      values = list.values
    } else if case .list(let elements) = checker.syntax[id].kind {
      values = []
      for element in elements {
        guard case .literal(let value) = checker.syntax[element.value].kind, !element.isOptional
        else { return nil }
        values.append(value)
      }
    } else {
      return nil
    }
    // In an empty list nothing is found, even where there is no answer to look for.
    if values.isEmpty { return nil }
    var texts: Set<Text> = []
    for value in values {
      guard case .string(let text) = value else { return nil }
      texts.insert(text)
    }
    return texts
  }
}
