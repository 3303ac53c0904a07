import ProbityText

extension Machine {
  /// The field of a record, or of a map or optional around one.
  mutating func field(_ instruction: Instruction, _ place: Int) -> Value {
    let isOptional = instruction.opcode == .optionalField
    let operand = value(Int(instruction.first))
    if case .optional(let wrapped) = operand {
      guard let wrapped else { return operand }
      return optional(field(Int(instruction.second), of: wrapped, place))
    }
    let found = field(Int(instruction.second), of: operand, place)
    guard isOptional else { return found }
    if case .error(let fault) = operand, fault.isSelected { return .optional(nil) }
    return doubt(of: found).map(Value.unknown) ?? optional(found)
  }

  /// A field that is none is an optional without value; unknown stays unknown.
  private func optional(_ value: Value) -> Value {
    switch value {
    case .error(let fault): fault.isSelected ? .optional(nil) : value
    case .unknown: value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .list,
      .map, .type, .optional, .node:
      .optional(value)
    }
  }

  func absence(_ place: Int) -> Value {
    let range = program.ranges[place]
    let name = String(decoding: Array(source.text.utf8)[range], as: UTF8.self)
    return .error(fault("`\(name)` is none", place, isAbsence: true))
  }

  mutating func field(_ slot: Int, of operand: Value, _ place: Int) -> Value {
    switch operand {
    case .node(let node) where tree.node(node).kind == .record:
      guard slot < tree.children(of: node).count else {
        return mistyped("the record has no such field", place)
      }
      return read(tree.field(slot, of: node), below: node, place)
    case .unknown: return approximated(operand)
    case .error: return operand
    default: return mistyped("only a record has fields", place)
    }
  }

  private mutating func read(
    _ child: FactTree.Child,
    below record: NodeID,
    _ place: Int
  ) -> Value {
    var doubt = doubts[record]
    if let existence = child.existence {
      switch self.existence(ofField: existence) {
      case .no: return absence(place)
      case .unknown: doubt = (doubt ?? FactSet()).union(FactSet([existence]))
      case .yes: break
      }
    }
    let node = tree.node(child.node)
    guard node.kind == .scalar, let fact = node.fact else {
      if let doubt { doubts[child.node] = doubt }
      return .node(child.node)
    }
    switch state(of: fact) {
    case .known(let value): return value
    case .unknown: return .unknown(FactSet([fact]))
    case .absent: return absence(place)
    }
  }

  /// The entry of a map under a constant key.
  mutating func entry(_ instruction: Instruction, _ place: Int) -> Value {
    let operand = value(Int(instruction.first))
    let key = program.constants[Int(instruction.second)]
    let isOptional = instruction.opcode == .optionalKey
    if case .optional(let wrapped) = operand {
      return wrapped.map { entry(key, of: $0, isOptional: true, place) } ?? operand
    }
    return entry(key, of: operand, isOptional: isOptional, place)
  }

  func entry(_ key: Value, of operand: Value, isOptional: Bool, _ place: Int) -> Value {
    switch operand {
    case .map(let map):
      guard let found = map.value(for: key) else {
        if isOptional { return .optional(nil) }
        return failed("the map has no entry \(text(key).map { "`\($0)`" } ?? "of this key")", place)
      }
      if isOptional { return optional(found) }
      return found
    case .unknown, .error: return operand
    default: return mistyped("only a record or a map has entries", place)
    }
  }

  mutating func has(_ instruction: Instruction, _ place: Int) -> Answer {
    switch value(Int(instruction.first)) {
    case .unknown(let facts): return approximated(.unknown(facts))
    // What a record that is none would have had, it has not.
    case .error(let fault) where fault.isSelected: return .no
    case .error(let fault): return .error(fault)
    case .node(let node)
    where instruction.opcode == .hasField && tree.node(node).kind == .record
      && Int(instruction.second) < tree.children(of: node).count:
      return isThere(tree.field(Int(instruction.second), of: node), below: node)
    case .map(let map), .optional(.map(let map)?):
      return approximated(isThere(map.value(for: program.constants[Int(instruction.second)])))
    case .optional(.node(let node)?) where instruction.opcode == .hasField:
      return isThere(tree.field(Int(instruction.second), of: node), below: node)
    case .optional(nil): return .no
    default: return .error(misfit("only a record or a map has fields", place))
    }
  }

  /// An entry that nobody answered may turn out to be none, as a field may.
  private func isThere(_ entry: Value?) -> Answer {
    if case .unknown(let facts)? = entry { return .unknown(facts) }
    return Answer(entry != nil)
  }

  private mutating func isThere(_ child: FactTree.Child, below record: NodeID) -> Answer {
    if let existence = child.existence {
      switch self.existence(ofField: existence) {
      case .no: return .no
      case .unknown: return .unknown(FactSet([existence]))
      case .yes: break
      }
    }
    let node = tree.node(child.node)
    switch node.kind {
    case .record: return Answer.yes.doubted(by: doubts[record])
    case .list: return approximated(isAnswered(child.node).doubted(by: doubts[record]))
    case .scalar:
      guard let fact = node.fact else { return .no }
      switch state(of: fact) {
      case .known: return .yes
      case .absent: return .no
      case .unknown: return defect == .unansweredIsNotThere ? .no : .unknown(FactSet([fact]))
      }
    }
  }

  /// Whether a list was answered: it is complete, or something is certainly in it.
  private mutating func isAnswered(_ node: NodeID) -> Answer {
    guard let closure = tree.node(node).fact else { return .yes }
    if isClosed(closure) { return .yes }
    var waitsFor = FactSet([closure])
    for child in tree.children(of: node) {
      switch membership(of: child) {
      case .certain: return .yes
      case .possible(_, let doubt): waitsFor.formUnion(doubt)
      case .none: break
      }
    }
    return .unknown(waitsFor)
  }

  /// `record.leaf == constant` and `record.leaf in constants`, without going through lists.
  mutating func leaf(_ instruction: Instruction, _ place: Int) -> Answer {
    let operand = value(Int(instruction.first))
    let found = field(Int(instruction.second), of: operand, place)
    if instruction.opcode == .fieldEquals {
      return equality(found, program.constants[Int(instruction.third)])
    }
    return isElement(found, ofSet: Int(instruction.third))
  }

  /// Whether a value is among constant texts, of which there is at least one.
  func isElement(_ value: Value, ofSet place: Int) -> Answer {
    switch value {
    case .string(let text): Answer(program.sets[place].contains(text))
    case .unknown(let facts): .unknown(facts)
    case .error(let fault): .error(fault)
    default: .no
    }
  }
}
