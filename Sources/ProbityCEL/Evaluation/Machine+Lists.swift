/// A list to go through, or the value that stands in its place.
enum ListReading {
  case list(ListValue)
  case other(Value)
}

/// How certainly an element is in a list of the tree.
enum Membership {
  case certain(Value)
  case possible(Value, FactSet)
  case none
}

extension Machine {
  /// The elements of a list of the tree or of the program; the keys of a map.
  mutating func listReading(_ value: Value) -> ListReading {
    switch value {
    case .list(let list): return .list(list)
    case .map(let map): return .list(ListValue(map.keys))
    case .node(let node) where tree.node(node).kind == .list:
      return doubts[node].map { .other(.unknown($0)) } ?? .list(list(at: node))
    default: return .other(value)
    }
  }

  mutating func list(at node: NodeID) -> ListValue {
    var list = ListValue()
    if let closure = tree.node(node).fact, !isClosed(closure) {
      list.openness = FactSet([closure])
    }
    for child in tree.children(of: node) {
      switch membership(of: child) {
      case .certain(let value): list.append(value)
      case .possible(let value, let doubt): list.append(value, doubt: doubt)
      case .none: break
      }
    }
    return list
  }

  /// What is in a record behind a field.
  mutating func membership(ofField child: FactTree.Child) -> Membership {
    guard let existence = child.existence else { return membership(of: child) }
    switch self.existence(ofField: existence) {
    case .yes: return .certain(.node(child.node))
    case .no: return .none
    case .unknown: return .possible(.node(child.node), FactSet([existence]))
    }
  }

  /// Leaves are there as far as their value is known, other elements as their existence says.
  mutating func membership(of child: FactTree.Child) -> Membership {
    var doubt: FactSet?
    if let existence = child.existence {
      switch self.existence(existence) {
      case .no: return .none
      case .unknown: doubt = FactSet([existence])
      case .yes: break
      }
    }
    var value = Value.node(child.node)
    let node = tree.node(child.node)
    if node.kind == .scalar, let fact = node.fact {
      switch state(of: fact) {
      case .known(let known): value = known
      case .absent: return .none
      case .unknown:
        value = .unknown(FactSet([fact]))
        doubt = (doubt ?? FactSet()).union(FactSet([fact]))
      }
    }
    return doubt.map { .possible(value, $0) } ?? .certain(value)
  }

  /// A list literal.
  ///
  /// A field that is none stays in it: it matters once it is looked at.
  mutating func list(_ instruction: Instruction) -> Value {
    var list = ListValue()
    var blocked: Answer = .no
    for operand in operands(instruction) {
      let step = operand < 0 ? ~operand : operand
      let value = value(step)
      let canFail = program.instructions[step].canFail
      blocked = stricter(blocked, blocking(value, canFail: canFail))
      if operand >= 0 {
        list.append(value)
      } else if let block = append(optional: value, to: &list) {
        blocked = stricter(blocked, .error(fault(block, step)))
      }
    }
    if case .no = blocked { return .list(list) }
    return ofResult(blocked.value)
  }

  /// Adds what an optional holds, if it holds something; the message if it is none.
  func append(optional value: Value, doubt: FactSet? = nil, to list: inout ListValue) -> String? {
    switch value {
    case .optional(nil): break
    case .optional(let wrapped?): list.append(wrapped, doubt: doubt)
    case .unknown(let facts):
      list.append(value, doubt: doubt.map { $0.union(facts) } ?? facts)
    case .error(let fault):
      list.append(value, doubt: doubt ?? FactSet())
      if doubt == nil { list.fault = list.fault ?? fault }
    default: return "only an optional may be left out"
    }
    return nil
  }

  /// Whether an element spoils its list: it failed, or is unknown and may yet fail.
  func blocking(_ value: Value, canFail: Bool) -> Answer {
    switch value {
    case .error(let fault) where canFail || !fault.isAbsence: .error(fault)
    case .unknown(let facts) where canFail: .unknown(facts)
    // A record that is none fails where it is looked at.
    case .node where canFail: doubt(of: value).map(Answer.unknown) ?? .no
    default: .no
    }
  }

  /// The blocks of two operands of a strict operation: errors over unknowns.
  func stricter(_ left: Answer, _ right: Answer) -> Answer {
    switch (left, right) {
    case (.error, _): left
    case (_, .error): right
    default: left || right
    }
  }

  mutating func map(_ instruction: Instruction, _ place: Int) -> Value {
    var map = MapValue()
    var blocked: Answer = .no
    let operands = operands(instruction)
    for position in stride(from: 0, to: operands.count - 1, by: 2) {
      let key = value(operands[position])
      let operand = operands[position + 1]
      let step = operand < 0 ? ~operand : operand
      var value = value(step)
      let canFail = operand < 0 || program.instructions[step].canFail
      let keyBlock = blocking(key, canFail: true)
      let valueBlock = blocking(value, canFail: canFail)
      blocked = stricter(blocked, stricter(keyBlock, valueBlock))
      if operand < 0, case .no = valueBlock {
        guard case .optional(let wrapped) = value else {
          blocked = stricter(blocked, .error(misfit("only an optional may be left out", step)))
          continue
        }
        guard let wrapped else { continue }
        value = wrapped
      }
      if case .no = keyBlock, !map.insert(value, for: key) {
        blocked = stricter(blocked, .error(fault("a key is repeated or is no key", place)))
      }
    }
    if case .no = blocked { return .map(map) }
    return ofResult(blocked.value)
  }

  /// The element at a place, or the entry of a key; unknown where the place is not certain.
  mutating func index(_ instruction: Instruction, _ place: Int) -> Value {
    let operands = [value(Int(instruction.first)), value(Int(instruction.second))]
    if let blocked = strict(operands) { return blocked }
    let isOptional = instruction.opcode == .optionalIndex
    return element(operands[1], of: operands[0], isOptional: isOptional, place)
  }

  private mutating func element(
    _ index: Value,
    of operand: Value,
    isOptional: Bool,
    _ place: Int
  ) -> Value {
    if case .optional(let wrapped) = operand {
      return wrapped.map { element(index, of: $0, isOptional: true, place) } ?? operand
    }
    if case .map = operand { return entry(index, of: operand, isOptional: isOptional, place) }
    guard case .list(let list) = listReading(operand) else {
      return mistyped("only a list or a map has elements", place)
    }
    guard let position = wholeNumber(index) else {
      return mistyped("a list is indexed by a whole number", place)
    }
    guard list.isOrdered else { return unplaced(list) }
    guard position >= 0, position < list.count else {
      return isOptional ? .optional(nil) : failed("the list has no element \(position)", place)
    }
    for earlier in 0...position where list.doubt(at: earlier) != nil {
      return unplaced(list)
    }
    let value = list.values[position]
    if case .unknown = value { return value }
    return isOptional ? .optional(value) : value
  }

  /// What stands in an element's place where it is not certain which one that is.
  func unplaced(_ list: ListValue) -> Value { Count(ofPlacesIn: list).openAnswer.value }

  private func wholeNumber(_ value: Value) -> Int? {
    switch value {
    case .int(let int): Int(exactly: int)
    case .uint(let uint): Int(exactly: uint)
    case .double(let double): Int(exactly: double)
    default: nil
    }
  }

  /// The facts that a record's or list's being there waits for.
  func doubt(of value: Value) -> FactSet? {
    guard !doubts.isEmpty, case .node(let node) = value else { return nil }
    return doubts[node]
  }

  /// What stands in place of a strict operation's result: an error, or all unknowns merged.
  func strict(_ operands: [Value]) -> Value? {
    var blocked: Answer = .no
    for operand in operands {
      let block = doubt(of: operand).map(Answer.unknown) ?? blocking(operand, canFail: true)
      blocked = stricter(blocked, block)
    }
    if case .no = blocked { return nil }
    return ofResult(blocked.value)
  }
}
