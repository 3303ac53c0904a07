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
  private mutating func within(_ lanes: UInt64, _ reading: Reading) -> Reading {
    var reading = reading
    reading.present &= lanes
    reading.doubt &= lanes
    reading.absent &= lanes
    return reading
  }

  /// The place of the child at a slot of a record; nil for what is no record or has no such slot.
  @inline(__always)
  private mutating func child(_ slot: Int, of operand: Reading) -> Int? {
    let children = operand.cell.children
    guard operand.cell.kind == .record, slot < children.count else { return nil }
    return children.lowerBound + slot
  }

  /// The field of a record; leaves that are known can be read even if it may not be there.
  @inline(__always)
  mutating func field(_ slot: Int, of operand: Reading, _ lanes: UInt64) -> Reading {
    guard let place = child(slot, of: operand) else {
      return Reading(cell: .open, present: 0, absent: operand.absent)
    }
    let entry = tree.entries[place]
    return entry.isLeaf ? leaf(entry, operand) : branch(entry, of: operand)
  }

  /// A record or list behind a field.
  @inline(__always)
  private mutating func branch(_ branch: FactTree.Entry, of operand: Reading) -> Reading {
    var result = operand
    if let existence = branch.existence {
      let planes = self.existence(ofField: existence, operand.present)
      result.absent |= planes.no
      result.present &= ~planes.no
      result.doubt = (result.doubt | ~planes.yes) & result.present
    }
    result.cell = branch.cell
    return result
  }

  /// What a leaf holds in the lanes in which its record may be there.
  @inline(__always)
  private mutating func leaf(_ entry: FactTree.Entry, _ record: Reading) -> Reading {
    guard let fact = entry.fact else {
      return Reading(cell: .open, present: 0, absent: record.absent)
    }
    let known = seen(fact, record.present)
    let cell = cells[Int(fact.index)]
    switch cell.kind {
    case .open: return Reading(cell: cell, present: 0, absent: record.absent)
    case .absent: return Reading(cell: cell, present: 0, absent: record.absent | known)
    default: return Reading(cell: cell, present: known, absent: record.absent)
    }
  }

  /// How certainly a child of a list is in it, and what it is.
  @inline(__always)
  mutating func element(_ place: Int, _ lanes: UInt64) -> Element {
    let entry = tree.entries[place]
    var element = Element(certain: lanes, possible: 0, reading: .open)
    guard entry.isLeaf else {
      if let existence = entry.existence {
        let planes = self.existence(ofElement: existence, lanes)
        element.certain = planes.yes
        element.possible = lanes & ~(planes.yes | planes.no)
      }
      element.reading = Reading(cell: entry.cell, present: element.certain | element.possible)
      return element
    }
    guard let fact = entry.fact else { return element }
    let known = seen(fact, lanes)
    let cell = cells[Int(fact.index)]
    switch cell.kind {
    case .open: element.doubt(lanes)
    case .absent:
      element.certain = 0
      element.possible = lanes & ~known
    default:
      element.doubt(lanes & ~known)
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
    guard let place = child(Int(instruction.second), of: operand) else { return result }
    let entry = tree.entries[place]
    guard entry.isLeaf else {
      let found = branch(entry, of: operand)
      result.no = found.absent
      let certain = found.certain
      result.yes = found.cell.kind == .list ? answered(found.cell, certain) : certain
      return result
    }
    guard let fact = entry.fact else {
      result.no |= operand.present
      return result
    }
    let known = seen(fact, operand.present)
    let cell = cells[Int(fact.index)]
    if cell.isKnown { result.yes = known } else if cell.kind == .absent { result.no |= known }
    return result
  }

  /// The lanes in which a list is complete or something is certainly in it.
  private mutating func answered(_ list: FactCell, _ lanes: UInt64) -> UInt64 {
    var result = closed(list, lanes)
    for place in list.children {
      if result == lanes { break }
      result |= element(place, lanes & ~result).certain
    }
    return result
  }
}
