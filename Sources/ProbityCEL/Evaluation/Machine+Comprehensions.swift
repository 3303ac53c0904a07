extension Machine {
  /// `exists` and `all`: decisive over unknown over error, over all elements.
  mutating func quantified(_ instruction: Instruction, _ place: Int) -> Answer {
    let isAll = instruction.opcode == .all
    let list: ListValue
    switch range(instruction, place) {
    case .list(let found): list = found
    case .other(let value): return answer(of: value)
    }
    var result: Answer = .no
    for position in list.values.indices {
      locals[Int(instruction.third)] = list.values[position]
      let answer = answer(Int(instruction.second))
      result = result || (isAll ? !answer : answer).doubted(by: list.doubt(at: position))
      if case .yes = result { break }
      if exhaustion != nil { return .error(exhausted(place)) }
    }
    if let openness = list.openness { result = result || .unknown(openness) }
    if let fault = list.fault { result = result || .error(fault) }
    return isAll ? !result : result
  }

  private func answer(of value: Value) -> Answer {
    switch value {
    case .unknown(let facts): .unknown(facts)
    case .error(let fault): .error(fault)
    default: .no
    }
  }

  /// The elements that a comprehension goes over, or the unknown or error in their place.
  private mutating func range(_ instruction: Instruction, _ place: Int) -> ListReading {
    let reading = listReading(value(Int(instruction.first)))
    switch reading {
    case .list, .other(.unknown), .other(.error): return reading
    case .other: return .other(failed("only a list or a map has elements", place))
    }
  }

  mutating func exactlyOne(_ instruction: Instruction, _ place: Int) -> Answer {
    switch filtered(instruction, place) {
    case .list(let list): return compared(count(of: list), .equal, Count(exactly: 1), place)
    case let other: return answer(of: other)
    }
  }

  /// `filter` and `map`.
  mutating func transformed(_ instruction: Instruction, _ place: Int) -> Value {
    switch instruction.opcode {
    case .filter: return filtered(instruction, place)
    case .transform: return transformed(instruction, condition: nil, Int(instruction.second), place)
    default:
      let pair = Int(instruction.second)
      let condition = Int(program.operands[pair])
      return transformed(instruction, condition: condition, Int(program.operands[pair + 1]), place)
    }
  }

  private mutating func filtered(_ instruction: Instruction, _ place: Int) -> Value {
    transformed(instruction, condition: Int(instruction.second), nil, place)
  }

  /// The elements that meet a condition, each as its result; an element whose condition is
  /// unknown is possibly in the list.
  ///
  /// Where a step can fail, an unknown may yet become a failure of the whole: then nothing about
  /// the list is known.
  private mutating func transformed(
    _ instruction: Instruction,
    condition: Int?,
    _ result: Int?,
    _ place: Int
  ) -> Value {
    let list: ListValue
    switch range(instruction, place) {
    case .list(let found): list = found
    case .other(let value): return value
    }
    let canFail = [condition, result].contains { step in
      step.map { program.instructions[$0].canFail } ?? false
    }
    var collected = ListValue()
    collected.openness = list.openness
    collected.fault = list.fault
    var blocked: Answer = canFail ? list.openness.map(Answer.unknown) ?? .no : .no
    for position in list.values.indices {
      let element = list.values[position]
      locals[Int(instruction.third)] = element
      var item = collectedElement(element, condition, result)
      if exhaustion != nil { return .error(exhausted(place)) }
      if let further = list.doubt(at: position) {
        item.doubt = (item.doubt ?? FactSet()).union(further)
      }
      let block = blocking(item, canFail: canFail).doubted(by: list.doubt(at: position))
      blocked = stricter(blocked, block)
      if let value = item.value { collected.append(value, doubt: item.doubt) }
      if let fault = item.fault { collected.fault = collected.fault ?? fault }
    }
    if case .no = blocked { return .list(collected) }
    return blocked.value
  }

  private struct Item {
    /// Nil if the element is certainly left out.
    var value: Value?
    var doubt: FactSet?
    var fault: EvaluationFault?
  }

  private mutating func collectedElement(_ element: Value, _ condition: Int?, _ result: Int?)
    -> Item
  {
    var item = Item()
    if let condition {
      switch answer(condition) {
      case .no: return item
      case .yes: break
      case .unknown(let facts): item.doubt = facts
      case .error(let fault):
        item.doubt = FactSet()
        item.fault = fault
      }
    }
    item.value = result.map { value($0) } ?? element
    return item
  }

  private func blocking(_ item: Item, canFail: Bool) -> Answer {
    guard let value = item.value else { return .no }
    var blocked = blocking(value, canFail: canFail)
    if let fault = item.fault {
      blocked = stricter(blocked, blocking(.error(fault), canFail: canFail))
    } else if let doubt = item.doubt {
      // The value of an element that may be left out cannot fail the whole for certain.
      blocked = blocked.doubted(by: doubt)
      if canFail { blocked = stricter(blocked, .unknown(doubt)) }
    }
    return blocked
  }
}
