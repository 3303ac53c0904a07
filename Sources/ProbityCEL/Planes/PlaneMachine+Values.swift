extension PlaneMachine {
  /// The value of a step in some lanes.
  mutating func reading(_ place: Int, _ lanes: UInt64) -> Reading {
    let instruction = program.instructions[place]
    switch instruction.opcode {
    case .constant:
      return Reading(cell: program.constants[Int(instruction.first)], present: lanes)
    case .local: return within(lanes, locals[Int(instruction.first)])
    case .variable:
      let slot = Int(instruction.first)
      return slot < bindings.count ? within(lanes, bindings[slot]) : .open
    case .field:
      return field(Int(instruction.second), of: operand(Int(instruction.first), lanes), lanes)
    default: preconditionFailure("a step that gives no value on planes")
    }
  }

  /// The value of a step that gives a leaf, in some lanes.
  mutating func value(_ place: Int, _ lanes: UInt64) -> Leaf {
    let instruction = program.instructions[place]
    switch instruction.opcode {
    case .constant: return Leaf(cell: program.constants[Int(instruction.first)], certain: lanes)
    case .local:
      let slot = Int(instruction.first)
      return Leaf(cell: locals[slot].cell, certain: locals[slot].certain & lanes)
    case .field: return leaf(Int(instruction.second), of: Int(instruction.first), lanes)
    default:
      let reading = reading(place, lanes)
      return Leaf(cell: reading.cell, certain: reading.certain)
    }
  }

  /// The leaf at a slot of the record that a step gives.
  @inline(__always)
  mutating func leaf(_ slot: Int, of place: Int, _ lanes: UInt64) -> Leaf {
    let record = operand(place, lanes)
    guard let place = child(slot, of: record) else { return Leaf(cell: .open, certain: 0) }
    let cell = view.cells[place]
    guard let fact = cell.fact, cell.isLeaf else {
      missFit(cell)
      return Leaf(cell: .open, certain: 0)
    }
    let known = seen(fact, record.present)
    return Leaf(cell: cell, certain: cell.isKnown ? known : 0)
  }

  /// The value of a step, without a call where it is an element at hand.
  @inline(__always)
  mutating func operand(_ place: Int, _ lanes: UInt64) -> Reading {
    let instruction = program.instructions[place]
    guard instruction.opcode == .local else { return reading(place, lanes) }
    return within(lanes, locals[Int(instruction.first)])
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
    let cell = view.cells[place]
    return cell.isLeaf ? leaf(cell, operand) : branch(cell, place, of: operand)
  }

  /// A record or list behind a field.
  @inline(__always)
  private mutating func branch(_ cell: FactCell, _ place: Int, of operand: Reading) -> Reading {
    var result = operand
    let planes = existence(ofField: cell, at: place, operand.present)
    result.absent |= planes.no
    result.present &= ~planes.no
    result.doubt = (result.doubt | ~planes.yes) & result.present
    result.cell = cell
    return result
  }

  /// What a leaf holds in the lanes in which its record may be there.
  @inline(__always)
  private mutating func leaf(_ cell: FactCell, _ record: Reading) -> Reading {
    guard let fact = cell.fact else {
      missFit(cell)
      return Reading(cell: .open, present: 0, absent: record.absent)
    }
    let known = seen(fact, record.present)
    switch cell.kind {
    case .open: return Reading(cell: cell, present: 0, absent: record.absent)
    case .absent: return Reading(cell: cell, present: 0, absent: record.absent | known)
    default: return Reading(cell: cell, present: known, absent: record.absent)
    }
  }

  /// Leaves a record or list to `Machine` that has too many children for a cell.
  private mutating func missFit(_ cell: FactCell) {
    if cell.kind == .other { isConclusive = false }
  }

  /// How certainly a child of a list is in it, and what it is.
  @inline(__always)
  mutating func element(_ place: Int, _ lanes: UInt64) -> Element {
    let cell = view.cells[place]
    var element = Element(certain: lanes, possible: 0, reading: .open)
    guard cell.isLeaf else {
      let planes = existence(ofElement: cell, at: place, lanes)
      element.certain = planes.yes
      element.possible = lanes & ~(planes.yes | planes.no)
      element.reading = Reading(cell: cell, present: element.certain | element.possible)
      return element
    }
    guard let fact = cell.fact else {
      missFit(cell)
      return element
    }
    let known = seen(fact, lanes)
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
    let operand = operand(Int(instruction.first), lanes)
    // What a record that is none would have had, it has not.
    var result = Planes(yes: 0, no: operand.absent)
    guard let place = child(Int(instruction.second), of: operand) else { return result }
    let cell = view.cells[place]
    guard cell.isLeaf else {
      let found = branch(cell, place, of: operand)
      result.no = found.absent
      let certain = found.certain
      result.yes = cell.kind == .list ? answered(cell, certain) : certain
      return result
    }
    guard let fact = cell.fact else {
      result.no |= operand.present
      return result
    }
    let known = seen(fact, operand.present)
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
