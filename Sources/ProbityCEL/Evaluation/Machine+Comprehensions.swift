extension Machine {
  /// `exists` and `all`: decisive over unknown over error, over all elements.
  mutating func quantified(_ instruction: Instruction, _ place: Int) -> Answer {
    let isAll = instruction.opcode == .all
    let items: Items
    switch range(instruction, place) {
    case .items(let found): items = found
    case .other(let value): return answer(of: value)
    }
    let list = items.list
    var result: Answer = .no
    for position in list.values.indices {
      enter(items, position, instruction)
      let answer = answer(Int(instruction.second))
      result = result || (isAll ? !answer : answer).doubted(by: list.doubt(at: position))
      if case .yes = result { break }
      if exhaustion != nil { return .error(exhausted(place)) }
    }
    if case .no = result, let openness = list.waitsForMore,
      !mayTurnOut(isAll ? .no : .yes, instruction, place, openness)
    {
      isApproximate = true
    }
    result = result.over(list)
    return isAll ? !result : result
  }

  private func answer(of value: Value) -> Answer {
    switch value {
    case .unknown(let facts): .unknown(facts)
    case .error(let fault): .error(fault)
    default: .no
    }
  }

  /// What a comprehension goes over: the elements of a list, or the keys of a map.
  struct Items {
    var list: ListValue
    /// The values of a map, for those who want them beside the keys.
    var entries: MapValue?

    /// The index of an element, which is certain if all before it are certainly there.
    func index(_ position: Int) -> Value {
      let isCertain =
        list.isOrdered && (0..<position).allSatisfy { list.doubt(at: $0) == nil }
      return isCertain ? .int(Int64(position)) : Count(ofPlacesIn: list).openAnswer.value
    }
  }

  enum Range {
    case items(Items)
    case other(Value)
  }

  /// What a comprehension goes over, or the unknown or error in its place.
  mutating func range(_ instruction: Instruction, _ place: Int) -> Range {
    let operand = value(Int(instruction.first))
    if case .map(let map) = operand {
      return .items(Items(list: ListValue(map.keys), entries: map))
    }
    switch listReading(operand) {
    case .list(let list): return .items(Items(list: list))
    case .other(.unknown(let facts)): return .other(.unknown(facts))
    case .other(.error(let fault)): return .other(.error(fault.ofResult))
    case .other: return .other(mistyped("only a list or a map has elements", place))
    }
  }

  /// Gives a comprehension's variables their values for one item.
  mutating func enter(_ items: Items, _ position: Int, _ instruction: Instruction) {
    let first = Int(instruction.third)
    localsUsed[first] = false
    guard instruction.isPaired else {
      locals[first] = items.list.values[position]
      return
    }
    locals[first] = items.entries?.keys[position] ?? approximated(items.index(position))
    localsUsed[first + 1] = false
    locals[first + 1] = items.entries?.values[position] ?? items.list.values[position]
  }

  mutating func exactlyOne(_ instruction: Instruction, _ place: Int) -> Answer {
    switch filtered(instruction, place, isCounted: true) {
    case .list(let list): return compared(count(of: list), .equal, Count(exactly: 1), place)
    case let other: return answer(of: other)
    }
  }

  /// `map` and `transformList`.
  mutating func transformed(_ instruction: Instruction, _ place: Int) -> Value {
    let steps = steps(of: instruction)
    let made = transformed(instruction, condition: steps.condition, steps.result, place)
    if case .list(let list) = made, list.openness != nil { isApproximate = true }
    return made
  }

  /// The condition, if there is one, and the result of a transformation.
  func steps(of instruction: Instruction) -> (condition: Int?, result: Int) {
    let pair = Int(instruction.second)
    let condition = Int(program.operands[pair])
    return (condition < 0 ? nil : condition, Int(program.operands[pair + 1]))
  }

  /// `filter`: what is left of a list that is not complete is only ever counted exactly.
  mutating func filtered(
    _ instruction: Instruction,
    _ place: Int,
    isCounted: Bool = false
  ) -> Value {
    let left = transformed(instruction, condition: Int(instruction.second), nil, place)
    if case .list(let list) = left, let openness = list.openness,
      !isCounted || !mayTurnOut(.yes, instruction, place, openness)
    {
      isApproximate = true
    }
    return left
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
    let items: Items
    switch range(instruction, place) {
    case .items(let found): items = found
    case .other(let value): return value
    }
    let list = items.list
    let canFail = [condition, result].contains { step in
      step.map { program.instructions[$0].canFail } ?? false
    }
    var collected = ListValue()
    collected.openness = list.openness
    collected.disorder = list.disorder
    collected.fault = list.fault
    var blocked: Answer = canFail ? list.waitsForMore.map(Answer.unknown) ?? .no : .no
    for position in list.values.indices {
      let element = list.values[position]
      enter(items, position, instruction)
      var item = collectedElement(element, condition, result)
      if exhaustion != nil { return .error(exhausted(place)) }
      if let further = list.doubt(at: position) {
        item.doubt = (item.doubt ?? FactSet()).union(further)
      }
      let block = blocking(item, canFail: canFail).doubted(by: list.doubt(at: position))
      blocked = stricter(blocked, block)
      if let value = item.value { collected.append(value, doubt: item.doubt) }
      // It is one for certain only if the element is there.
      if let fault = item.fault, list.doubt(at: position) == nil {
        collected.fault = collected.fault ?? fault
      }
    }
    switch (blocked, collected.fault) {
    case (.no, _): return .list(collected)
    // Nothing that could be learnt tells whether the element is in the list.
    case (.unknown(let facts), let fault?) where facts.isEmpty: return ofResult(.error(fault))
    default: return ofResult(approximated(blocked.value))
    }
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
