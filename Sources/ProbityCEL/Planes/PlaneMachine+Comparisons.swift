extension PlaneMachine {
  /// The bytes that a text's cell speaks of.
  @inline(__always)
  private mutating func bytes(of cell: FactCell) -> Table<UInt8> {
    cell.kind == .constantText ? program.bytes : view.bytes
  }

  /// Whether two values of one type are equal; nil where that cannot be told from their cells.
  @inline(__always)
  mutating func isSame(_ left: FactCell, _ right: FactCell) -> Truth? {
    switch (left.kind, right.kind) {
    case (.text, .text), (.text, .constantText), (.constantText, .text),
      (.constantText, .constantText):
      return Truth(isSameText(left, right))
    case (.bool, .bool), (.int, .int), (.uint, .uint), (.timestamp, .timestamp),
      (.duration, .duration):
      return Truth(left.bits == right.bits)
    case (.double, .double):
      return Truth(Double(bitPattern: left.bits) == Double(bitPattern: right.bits))
    case (.date, .date): return left.date.isSameDay(as: right.date)
    default: return nil
    }
  }

  @inline(__always)
  private mutating func isSameText(_ left: FactCell, _ right: FactCell) -> Bool {
    guard left.hash == right.hash, left.length == right.length else { return false }
    return bytes(of: left)
      .matches(left.textPlace, bytes(of: right), right.textPlace, count: Int(left.length))
  }

  /// `record.leaf == constant`.
  mutating func fieldEquality(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let found = leaf(Int(instruction.second), of: Int(instruction.first), lanes)
    guard found.lanes != 0,
      let same = isSame(found.cell, program.constants[Int(instruction.third)]), same != .unknown
    else { return .open }
    return Planes(same == .yes, in: found.lanes)
  }

  /// `record.leaf in constants` and `value in constants`, which are texts.
  mutating func constantMembership(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let item =
      instruction.opcode == .fieldIn
      ? leaf(Int(instruction.second), of: Int(instruction.first), lanes)
      : value(Int(instruction.first), lanes)
    guard item.lanes != 0, item.cell.isText else { return .open }
    for index in program.sets[Int(instruction.third)].indices
    where isSameText(item.cell, program.setCells[index]) {
      return Planes(true, in: item.lanes)
    }
    return Planes(false, in: item.lanes)
  }

  mutating func equality(
    _ instruction: Instruction,
    _ lanes: UInt64,
    _ place: Int
  ) -> Planes {
    let left = value(Int(instruction.first), lanes)
    let right = value(Int(instruction.second), lanes)
    let both = left.lanes & right.lanes
    guard both != 0 else { return .open }
    guard let same = isSame(left.cell, right.cell) else {
      let answer = substituted(place, both)
      return instruction.opcode == .notEqual ? !answer : answer
    }
    return same == .unknown ? .open : Planes(same == .yes, in: both)
  }

  // MARK: Order

  mutating func order(_ instruction: Instruction, _ lanes: UInt64, _ place: Int) -> Planes {
    let left = value(Int(instruction.first), lanes)
    let right = value(Int(instruction.second), lanes)
    let both = left.lanes & right.lanes
    guard both != 0 else { return .open }
    let holds: Bool
    switch (left.cell.kind, right.cell.kind) {
    case (.int, .int), (.timestamp, .timestamp), (.duration, .duration):
      holds = compare(
        instruction.opcode,
        Int64(bitPattern: left.cell.bits),
        Int64(bitPattern: right.cell.bits)
      )
    case (.uint, .uint), (.bool, .bool):
      holds = compare(instruction.opcode, left.cell.bits, right.cell.bits)
    case (.double, .double):
      holds = compare(
        instruction.opcode,
        Double(bitPattern: left.cell.bits),
        Double(bitPattern: right.cell.bits)
      )
    case (.text, .text), (.text, .constantText), (.constantText, .text),
      (.constantText, .constantText):
      let order = bytes(of: left.cell).order(left.cell, bytes(of: right.cell), right.cell)
      holds = compare(instruction.opcode, order.sign, 0)
    case (.date, .date):
      let truth = left.cell.date.stands(instruction.opcode, to: right.cell.date)
      return truth == .unknown ? .open : Planes(truth == .yes, in: both)
    default: return substituted(place, both)
    }
    return Planes(holds, in: both)
  }

  @inline(__always)
  private mutating func compare<T: Comparable>(
    _ opcode: Instruction.Opcode,
    _ left: T,
    _ right: T
  ) -> Bool {
    switch opcode {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }

  // MARK: Texts

  /// A test of a text against another, or against a pattern that the program spells out.
  mutating func textTest(
    _ instruction: Instruction,
    _ lanes: UInt64,
    _ place: Int
  ) -> Planes {
    let text = value(Int(instruction.first), lanes)
    let part = value(Int(instruction.second), lanes)
    let both = text.lanes & part.lanes
    guard both != 0 else { return .open }
    guard text.cell.isText, part.cell.isText else { return substituted(place, both) }
    let whole = bytes(of: text.cell)
    let (start, length) = (text.cell.textPlace, Int(text.cell.length))
    let other = bytes(of: part.cell)
    let (otherStart, otherLength) = (part.cell.textPlace, Int(part.cell.length))
    switch instruction.opcode {
    case .startsWith:
      let holds =
        otherLength <= length && whole.matches(start, other, otherStart, count: otherLength)
      return Planes(holds, in: both)
    case .endsWith:
      let place = start + length - otherLength
      let holds =
        otherLength <= length && whole.matches(place, other, otherStart, count: otherLength)
      return Planes(holds, in: both)
    case .containsText:
      guard length.multipliedReportingOverflow(by: otherLength).partialValue < 1 << 16 else {
        // Longer searches need one that is linear, which is not worth having twice.
        isConclusive = false
        return .open
      }
      let holds =
        otherLength <= length
        && (0...(length - otherLength)).contains { offset in
          whole.matches(start + offset, other, otherStart, count: otherLength)
        }
      return Planes(holds, in: both)
    default:
      let pattern = program.patterns[Int(instruction.third)]
      switch whole.search(for: pattern, start, count: length) {
      case .no: return Planes(false, in: both)
      case .yes: return Planes(true, in: both)
      case .unknown: return .open
      }
    }
  }
}

extension Order {
  var sign: Int {
    switch self {
    case .less: -1
    case .equal: 0
    case .greater: 1
    }
  }
}
