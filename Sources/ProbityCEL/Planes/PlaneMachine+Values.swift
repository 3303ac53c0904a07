extension PlaneMachine {
  /// The value of a step in some lanes.
  mutating func reading(_ place: Int, _ lanes: UInt64) -> Reading {
    let instruction = program.instructions[place]
    #if !PROBITY_UNMETERED
    guard spend() else { return .open }
    #endif
    switch instruction.opcode {
    case .constant:
      return Reading(cell: program.constants[Int(instruction.first)], present: lanes)
    case .local: return within(lanes, locals[Int(instruction.first)])
    case .variable:
      let slot = Int(instruction.first)
      return slot < bindings.count ? within(lanes, bindings[slot]) : .open
    case .field:
      let operand = reading(Int(instruction.first), lanes)
      return field(Int(instruction.second), of: operand, lanes)
    default: preconditionFailure("a step that gives no value on planes")
    }
  }

  @inline(__always)
  private func within(_ lanes: UInt64, _ reading: Reading) -> Reading {
    var reading = reading
    reading.present &= lanes
    reading.doubt &= lanes
    reading.absent &= lanes
    return reading
  }

  /// The child at a slot of a record; nil for what is no record or has no such slot.
  func child(_ slot: Int, of operand: Reading) -> FactTree.Child? {
    guard operand.cell.kind == .node else { return nil }
    let node = tree.nodes[Int(operand.cell.bits)]
    guard node.kind == .record, slot < Int(node.childCount) else { return nil }
    return tree.children[Int(operand.cell.low) + slot]
  }

  /// The field of a record; leaves that are known can be read even if it may not be there.
  func field(_ slot: Int, of operand: Reading, _ lanes: UInt64) -> Reading {
    guard let child = child(slot, of: operand) else {
      return Reading(cell: .open, present: 0, absent: operand.absent)
    }
    var result = operand
    if let existence = child.existence {
      let planes = self.existence(ofField: existence, operand.present)
      result.absent |= planes.no
      result.present &= ~planes.no
      result.doubt = (result.doubt | ~planes.yes) & result.present
    }
    let node = tree.nodes[Int(child.node.index)]
    guard node.kind == .scalar, let fact = node.fact else {
      result.cell = FactCell(child.node, firstChild: node.firstChild)
      return result
    }
    let known = seen(fact, result.present)
    result.cell = cells[Int(fact.index)]
    result.doubt = 0
    switch result.cell.kind {
    case .open: result.present = 0
    case .absent:
      result.absent |= known
      result.present = 0
    default: result.present = known
    }
    return result
  }

  /// How certainly a child of a list is in it, and what it is.
  func element(_ child: FactTree.Child, _ lanes: UInt64) -> Element {
    var element = Element(certain: lanes, possible: 0, reading: .open)
    if let existence = child.existence {
      let planes = self.existence(ofElement: existence, lanes)
      element.certain = planes.yes
      element.possible = lanes & ~(planes.yes | planes.no)
    }
    let node = tree.nodes[Int(child.node.index)]
    guard node.kind == .scalar, let fact = node.fact else {
      let cell = FactCell(child.node, firstChild: node.firstChild)
      element.reading = Reading(cell: cell, present: element.certain | element.possible)
      return element
    }
    let known = seen(fact, element.certain | element.possible)
    let cell = cells[Int(fact.index)]
    switch cell.kind {
    case .open: element.doubt(element.certain)
    case .absent:
      element.certain &= ~known
      element.possible &= ~known
      element.doubt(element.certain)
    default:
      element.doubt(element.certain & ~known)
      element.reading = Reading(cell: cell, present: known)
    }
    return element
  }

  struct Element {
    /// The lanes in which it certainly is in the list.
    var certain: UInt64
    /// The lanes in which it may be.
    var possible: UInt64
    var reading: Reading

    @inline(__always)
    mutating func doubt(_ lanes: UInt64) {
      certain &= ~lanes
      possible |= lanes
    }
  }

  /// The lanes in which a field is there, and those in which it is not.
  mutating func has(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let operand = reading(Int(instruction.first), lanes)
    // What a record that is none would have had, it has not.
    var result = Planes(yes: 0, no: operand.absent)
    guard let child = child(Int(instruction.second), of: operand) else { return result }
    var present = operand.present
    if let existence = child.existence {
      let planes = self.existence(ofField: existence, present)
      result.no |= planes.no
      present = planes.yes
    }
    let node = tree.nodes[Int(child.node.index)]
    switch node.kind {
    case .record: result.yes = present & ~operand.doubt
    case .list: result.yes = answered(node, present & ~operand.doubt)
    case .scalar:
      guard let fact = node.fact else {
        result.no |= present
        return result
      }
      let known = seen(fact, present)
      let cell = cells[Int(fact.index)]
      if cell.isKnown { result.yes = known } else if cell.kind == .absent { result.no |= known }
    }
    return result
  }

  /// The lanes in which a list is complete or something is certainly in it.
  private func answered(_ node: FactTree.Node, _ lanes: UInt64) -> UInt64 {
    var result = closed(node, lanes)
    for index in node.children {
      if result == lanes { break }
      result |= element(tree.children[index], lanes & ~result).certain
    }
    return result
  }
}
