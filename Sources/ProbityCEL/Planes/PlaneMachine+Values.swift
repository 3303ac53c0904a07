extension PlaneMachine {
  /// The record, list or value of a step in some lanes.
  mutating func reading(_ place: Int, _ lanes: UInt64) -> Reading {
    let instruction = program.instructions[place]
    switch instruction.opcode {
    case .constant, .local, .variable:
      let found = found(instruction, lanes)
      return Reading(cell: found.cell, present: found.lanes)
    case .field:
      return field(Int(instruction.second), of: operand(Int(instruction.first), lanes), lanes)
    default: preconditionFailure("a step that gives no value on planes")
    }
  }

  /// The value of a step that gives a leaf, in some lanes.
  mutating func value(_ place: Int, _ lanes: UInt64) -> Found {
    let instruction = program.instructions[place]
    switch instruction.opcode {
    case .field: return leaf(Int(instruction.second), of: Int(instruction.first), lanes)
    default: return found(instruction, lanes)
    }
  }

  /// What needs no look at the facts.
  @inline(__always)
  private mutating func found(_ instruction: Instruction, _ lanes: UInt64) -> Found {
    let slot = Int(instruction.first)
    switch instruction.opcode {
    case .constant: return Found(cell: program.constants[slot], lanes: lanes)
    case .local: return Found(cell: locals[slot].cell, lanes: locals[slot].lanes & lanes)
    case .variable where slot < bindings.count:
      return Found(cell: bindings[slot].cell, lanes: bindings[slot].lanes & lanes)
    default: return .nothing
    }
  }

  /// The leaf at a slot of the record that a step gives.
  @inline(__always)
  mutating func leaf(_ slot: Int, of place: Int, _ lanes: UInt64) -> Found {
    let record = operand(place, lanes)
    guard let place = child(slot, of: record.cell) else { return .nothing }
    let cell = view.cells[place]
    guard let fact = cell.fact, cell.isLeaf else {
      missFit(cell)
      return .nothing
    }
    let known = seen(fact, record.present)
    return Found(cell: cell, lanes: cell.isKnown ? known : 0)
  }

  /// The list that a step gives, in the lanes in which it certainly is there; nil for no list.
  mutating func list(_ place: Int, _ lanes: UInt64) -> Found? {
    let instruction = program.instructions[place]
    // A list behind a field is there if its record is.
    if instruction.opcode == .field {
      let record = operand(Int(instruction.first), lanes)
      if let place = child(Int(instruction.second), of: record.cell) {
        let cell = view.cells[place]
        if cell.kind == .list, cell.existence == .certain {
          return Found(cell: cell, lanes: record.certain)
        }
      }
    }
    let range = reading(place, lanes)
    if range.cell.kind == .list { return Found(cell: range.cell, lanes: range.certain) }
    if range.cell.kind == .other { isConclusive = false }
    return nil
  }

  /// The record of a step, without a call where it is at hand.
  @inline(__always)
  mutating func operand(_ place: Int, _ lanes: UInt64) -> Reading {
    let instruction = program.instructions[place]
    guard instruction.opcode == .local || instruction.opcode == .variable else {
      return reading(place, lanes)
    }
    let found = found(instruction, lanes)
    return Reading(cell: found.cell, present: found.lanes)
  }

  /// The place of the child at a slot of a record; nil for what is no record or has no such slot.
  @inline(__always)
  private mutating func child(_ slot: Int, of record: FactCell) -> Int? {
    guard record.kind == .record, slot < record.length else { return nil }
    return record.children.lowerBound + slot
  }

  /// The field of a record; leaves that are known can be read even if it may not be there.
  @inline(__always)
  mutating func field(_ slot: Int, of operand: Reading, _ lanes: UInt64) -> Reading {
    guard let place = child(slot, of: operand.cell) else {
      return Reading(cell: .open, present: 0, absent: operand.absent)
    }
    let cell = view.cells[place]
    return cell.isLeaf ? leaf(cell, operand) : branch(cell, place, of: operand)
  }

  /// A record or list behind a field.
  @inline(__always)
  private mutating func branch(_ cell: FactCell, _ place: Int, of operand: Reading) -> Reading {
    var result = operand
    let planes = existence(cell, at: place, operand.present, isField: true)
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
    guard cell.isLeaf else {
      let planes = existence(cell, at: place, lanes, isField: false)
      let possible = lanes & ~(planes.yes | planes.no)
      return Element(
        certain: planes.yes,
        possible: possible,
        found: Found(cell: cell, lanes: planes.yes | possible)
      )
    }
    guard let fact = cell.fact else {
      missFit(cell)
      return Element(certain: lanes, possible: 0, found: .nothing)
    }
    let known = seen(fact, lanes)
    switch cell.kind {
    case .open: return Element(certain: 0, possible: lanes, found: .nothing)
    case .absent: return Element(certain: 0, possible: lanes & ~known, found: .nothing)
    default:
      return Element(
        certain: known,
        possible: lanes & ~known,
        found: Found(cell: cell, lanes: known)
      )
    }
  }

  struct Element {
    /// The lanes in which it certainly is in the list.
    var certain: UInt64
    /// The lanes in which it may be.
    var possible: UInt64
    /// Its value where that is known; a record also where it may be in the list.
    var found: Found
  }

  /// The lanes in which a field is there, and those in which it is not.
  mutating func has(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let operand = operand(Int(instruction.first), lanes)
    // What a record that is none would have had, it has not.
    var result = Planes(yes: 0, no: operand.absent)
    guard let place = child(Int(instruction.second), of: operand.cell) else { return result }
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
