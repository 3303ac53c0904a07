extension Machine {
  /// Values under names, then what uses them.
  mutating func block(_ instruction: Instruction) -> Value {
    let operands = operands(instruction)
    for (offset, operand) in operands.dropLast().enumerated() {
      locals[Int(instruction.third) + offset] = value(operand)
      localsUsed[Int(instruction.third) + offset] = false
    }
    return value(operands[operands.count - 1])
  }

  /// `optMap` and `optFlatMap`: an optional without value stays one.
  mutating func optionalMap(_ instruction: Instruction, _ place: Int) -> Value {
    switch value(Int(instruction.first)) {
    case .optional(nil): return .optional(nil)
    case .optional(let wrapped?):
      locals[Int(instruction.third)] = wrapped
      localsUsed[Int(instruction.third)] = false
      let result = value(Int(instruction.second))
      return mapped(result, isFlat: instruction.opcode == .optionalFlatMap, place)
    case .unknown(let facts): return .unknown(facts)
    case .error(let fault): return .error(fault.ofResult)
    default: return mistyped("only an optional has a value to map", place)
    }
  }

  private func mapped(_ result: Value, isFlat: Bool, _ place: Int) -> Value {
    switch result {
    case .unknown, .error: return result
    case .optional where isFlat: return result
    default:
      if isFlat { return mistyped("the result of `optFlatMap` is no optional", place) }
      return doubt(of: result).map(Value.unknown) ?? .optional(result)
    }
  }

  /// `transformMap` and `transformMapEntry`: a map whose keys are all certain, or no map at all.
  mutating func transformedMap(_ instruction: Instruction, _ place: Int) -> Value {
    let items: Items
    switch range(instruction, place) {
    case .items(let found): items = found
    case .other(let value): return value
    }
    var map = MapValue()
    var blocked = items.list.waitsForMore.map(Answer.unknown) ?? .no
    if let fault = items.list.fault { blocked = stricter(blocked, .error(fault)) }
    for position in items.list.values.indices {
      enter(items, position, instruction)
      let block = entry(instruction, place, into: &map)
      if exhaustion != nil { return .error(exhausted(place)) }
      blocked = stricter(blocked, block.doubted(by: items.list.doubt(at: position)))
      if let doubt = items.list.doubt(at: position) { blocked = stricter(blocked, .unknown(doubt)) }
    }
    if case .no = blocked { return .map(map) }
    return ofResult(blocked.value)
  }

  /// Adds what one item gives to a map; what keeps it from being added with certainty.
  private mutating func entry(
    _ instruction: Instruction,
    _ place: Int,
    into map: inout MapValue
  ) -> Answer {
    let steps = steps(of: instruction)
    switch steps.condition.map({ answer($0) }) ?? .yes {
    case .no: return .no
    case .yes: break
    case .unknown(let facts): return .unknown(facts)
    case .error(let fault): return .error(fault)
    }
    let result = value(steps.result)
    guard instruction.opcode == .transformEntries else {
      let key = locals[Int(instruction.third)]
      let block = blocking(result, canFail: program.instructions[steps.result].canFail)
      let keyBlock = blocking(key, canFail: true)
      if case .no = keyBlock, !map.insert(result, for: key) { return repeated(place) }
      return stricter(keyBlock, block)
    }
    switch result {
    case .map(let entries):
      for (key, value) in zip(entries.keys, entries.values) where !map.insert(value, for: key) {
        return repeated(place)
      }
      return .no
    case .unknown(let facts): return .unknown(facts)
    case .error(let fault): return .error(fault)
    default: return .error(misfit("the result of `transformMapEntry` is no map", place))
    }
  }

  private func repeated(_ place: Int) -> Answer {
    .error(fault("a key is repeated or is no key", place))
  }
}
