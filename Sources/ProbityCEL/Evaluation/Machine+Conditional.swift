extension Machine {
  /// Where the condition is unknown, the value that both branches agree on.
  ///
  /// Not if the condition can fail: then it may yet turn out to have no value at all.
  mutating func conditional(_ instruction: Instruction, _ place: Int) -> Value {
    let condition = answer(Int(instruction.first))
    switch condition {
    case .yes: return value(Int(instruction.second))
    case .no: return value(Int(instruction.third))
    case .error(let fault) where !fault.isAbsence: return .error(fault)
    case .unknown, .error: break
    }
    let open = ofResult(condition.value)
    let canFail = program.instructions[Int(instruction.first)].canFail
    if canFail, case .error = condition { return open }
    let branches = [value(Int(instruction.second)), value(Int(instruction.third))]
    let isSame = branches[0] == branches[1] && isSettled(branches[0])
    if !canFail, isSame { return branches[0] }
    var facts = FactSet()
    for branch in branches { facts.formUnion(openFacts(in: branch)) }
    switch condition {
    case .unknown(let further): facts.formUnion(further)
    // The branches may yet turn out to agree.
    case .error where !facts.isEmpty && !branches.contains(where: isFailure): break
    case .yes, .no, .error: return open
    }
    // Conditions turn out either way; of other values most comparisons need not.
    isApproximate = isApproximate || isSame || !instruction.runsOnPlanes
    return .unknown(facts)
  }

  /// What stands in a result's place for want of something that went into it.
  func ofResult(_ value: Value) -> Value {
    if case .error(let fault) = value { return .error(fault.ofResult) }
    return value
  }

  /// The facts that a value, or what is in it, waits for.
  private func openFacts(in value: Value) -> FactSet {
    switch value {
    case .unknown(let facts): facts
    case .node: doubt(of: value) ?? FactSet()
    case .list(let list):
      list.values.reduce(list.waitsForPlaces) { $0.union(openFacts(in: $1)) }
    case .map(let map): map.values.reduce(FactSet()) { $0.union(openFacts(in: $1)) }
    case .optional(let value?): openFacts(in: value)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .optional(nil), .error:
      FactSet()
    }
  }

  private func isFailure(_ value: Value) -> Bool {
    if case .error = value { return true }
    return false
  }

  /// Whether nothing in a value is open or failed: two that look the same are then the same.
  private func isSettled(_ value: Value) -> Bool {
    switch value {
    case .unknown, .error: false
    case .node: doubt(of: value) == nil
    case .list(let list): list.isPlain && list.fault == nil && list.values.allSatisfy(isSettled)
    case .map(let map): map.values.allSatisfy(isSettled)
    case .optional(let value?): isSettled(value)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .optional(nil):
      true
    }
  }
}
