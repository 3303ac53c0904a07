extension Lowering {
  mutating func lowerBinary(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) -> Int32 {
    noteRange(of: operation, left, right)
    if let fused = fusedComparison(id, operation, left, right)
      ?? fusedMembership(id, operation, left, right)
    {
      return fused
    }
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
      return lowerCounts(id, opcode, (left, first), (right, second), canFail: fails)
    }
    let onPlanes =
      operation == .in
      ? isPlain(left) && runsOnPlanes(first) && isListOnPlanes(right, second)
      : isPlain(left) && isPlain(right) && runsOnPlanes(first) && runsOnPlanes(second)
    return emit(opcode, id, first, second, canFail: fails, onPlanes: onPlanes)
  }

  /// A comparison of sizes; on planes if one is that of a list of the tree and the other a small
  /// constant, which then stands on the right.
  private mutating func lowerCounts(
    _ id: Syntax.ID,
    _ opcode: Instruction.Opcode,
    _ left: (id: Syntax.ID, place: Int32),
    _ right: (id: Syntax.ID, place: Int32),
    canFail fails: Bool
  ) -> Int32 {
    let isTurned = isSmallConstant(left.place) && isCountOnPlanes(right.id, right.place)
    let onPlanes =
      isTurned || (isSmallConstant(right.place) && isCountOnPlanes(left.id, left.place))
    let sides = isTurned ? (right.place, left.place) : (left.place, right.place)
    if onPlanes {
      // The count is made within the comparison.
      result.instructions[Int(sides.0)].runsOnPlanes = true
    }
    let comparison = isTurned ? Self.turned[opcode] ?? opcode : opcode
    return emit(
      .compareCounts,
      id,
      sides.0,
      sides.1,
      Int32(comparison.rawValue),
      canFail: fails,
      onPlanes: onPlanes
    )
  }

  private static let turned: [Instruction.Opcode: Instruction.Opcode] = [
    .less: .greater, .greater: .less, .lessOrEqual: .greaterOrEqual, .greaterOrEqual: .lessOrEqual,
  ]

  private func isSmallConstant(_ place: Int32) -> Bool {
    let instruction = result.instructions[Int(place)]
    guard instruction.opcode == .constant,
      case .int(let number) = result.constants[Int(instruction.first)]
    else { return false }
    return (0...Int64(Tally.largestBound)).contains(number)
  }

  /// Whether a step is the size of a list of the tree, or of what a filter leaves of one.
  private func isCountOnPlanes(_ id: Syntax.ID, _ place: Int32) -> Bool {
    guard isCount(place), case .call(_, let target, let arguments) = checker.syntax[id].kind,
      case .function(_, let isMember) = checker.resolutions[id],
      let counted = isMember ? target : arguments.first
    else { return false }
    let range = result.operands[Int(result.instructions[Int(place)].first)]
    let step = result.instructions[Int(range)]
    return (step.opcode == .filter && step.runsOnPlanes) || isListOnPlanes(counted, range)
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
      return emit(
        .fieldEquals,
        left,
        child,
        Int32(slot),
        place,
        canFail: canFail(child),
        onPlanes: runsOnPlanes(child) && result.cells[Int(place)].kind != .other
      )
    }
    guard operation == .in, let texts = constantTexts(right) else { return nil }
    let child = lower(operand)
    let place = keep(texts)
    return emit(
      .fieldIn,
      left,
      child,
      Int32(slot),
      place,
      canFail: canFail(child),
      onPlanes: runsOnPlanes(child)
    )
  }

  /// `variable in constants` as one instruction.
  private mutating func fusedMembership(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) -> Int32? {
    guard operation == .in, case .local = checker.resolutions[left], isPlain(left),
      let texts = constantTexts(right)
    else { return nil }
    let child = lower(left)
    let place = keep(texts)
    return emit(
      .elementOf,
      id,
      child,
      0,
      place,
      canFail: canFail(child),
      onPlanes: runsOnPlanes(child)
    )
  }

  private func isLeaf(_ type: CELType) -> Bool {
    switch type {
    case .bool, .int, .string, .enumeration: true
    default: false
    }
  }

  /// The elements of a list that holds nothing but constant strings.
  func constantTexts(_ id: Syntax.ID) -> Set<Text>? {
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
