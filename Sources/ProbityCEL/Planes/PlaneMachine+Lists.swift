extension PlaneMachine {
  /// Whether what is asked holds for an element of a list; nil where it cannot be asked.
  ///
  /// No element is asked about in lanes that an earlier one has settled.
  @inline(__always)
  private mutating func isSome(
    of list: Found,
    _ ask: (inout PlaneMachine, Element, UInt64) -> Planes?
  ) -> Planes? {
    let within = list.lanes
    var result = Planes(yes: 0, no: within)
    for place in list.cell.children {
      let element = element(place, within & ~result.yes)
      let here = element.certain | element.possible
      if here == 0 { continue }
      guard let answer = ask(&self, element, here) else { return nil }
      result.yes |= answer.yes & element.certain
      result.no &= ~here | answer.no
      if result.yes == within { return result }
    }
    result.no &= ~result.yes
    if result.no != 0 { result.no = closed(list.cell, result.no) }
    return result
  }

  /// `exists`, or with the body turned round the negation of `all`.
  mutating func existential(_ instruction: Instruction, _ lanes: UInt64, isAll: Bool) -> Planes {
    guard let list = list(Int(instruction.first), lanes), list.lanes != 0 else { return .open }
    let body = Int(instruction.second)
    let local = Int(instruction.third)
    let steps = instruction.bodySteps
    let answer = isSome(of: list) { machine, element, here in
      guard machine.spend(steps) else { return nil }
      machine.locals[local] = element.found
      let answer = machine.answer(body, here)
      return isAll ? !answer : answer
    }
    return answer ?? .open
  }

  /// `in` a list of the tree.
  mutating func membership(_ instruction: Instruction, _ lanes: UInt64, _ step: Int) -> Planes {
    let item = value(Int(instruction.first), lanes)
    guard let list = list(Int(instruction.second), lanes), list.lanes != 0 else { return .open }
    guard spend(Int(list.cell.length)) else { return .open }
    let answer = isSome(of: list) { machine, element, _ in
      let both = element.found.lanes & item.lanes
      guard both != 0 else { return .open }
      return machine.isSame(item.cell, element.found.cell).map { same in
        same == .unknown ? .open : Planes(same == .yes, in: both)
      }
    }
    return answer ?? substituted(step, lanes)
  }

  // MARK: Counts

  mutating func exactlyOne(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    counted(Int(instruction.first), filter: instruction, lanes, upTo: 2)
      .compared(.equal, 1)
  }

  /// A list's size, or that of what a filter leaves of it, beside a small constant.
  mutating func comparedCounts(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let size = program.instructions[Int(instruction.first)]
    let constant = program.instructions[Int(instruction.second)].first
    let bound = Int(program.constants[Int(constant)].bits)
    let range = Int(program.operands[Int(size.first)])
    let filter = program.instructions[range]
    let tally =
      filter.opcode == .filter
      ? counted(Int(filter.first), filter: filter, lanes, upTo: bound + 1)
      : counted(range, filter: nil, lanes, upTo: bound + 1)
    let comparison = Instruction.Opcode(rawValue: UInt8(truncatingIfNeeded: instruction.third))
    return tally.compared(comparison ?? .equal, bound)
  }

  private mutating func counted(
    _ range: Int,
    filter: Instruction?,
    _ lanes: UInt64,
    upTo most: Int
  ) -> Tally {
    guard let list = list(range, lanes), list.lanes != 0 else { return Tally(lanes: 0) }
    let within = list.lanes
    var tally = Tally(lanes: within)
    var here = within
    for place in list.cell.children {
      let element = element(place, here)
      var (certain, possible) = (element.certain, element.possible)
      if certain | possible == 0 { continue }
      if let filter {
        guard spend(filter.bodySteps) else { return Tally(lanes: 0) }
        locals[Int(filter.third)] = element.found
        let answer = answer(Int(filter.second), certain | possible)
        possible = (certain | possible) & ~answer.no
        certain &= answer.yes
        possible &= ~certain
      }
      tally.add(certain: certain, possible: possible)
      // What surely has more than anyone asks for needs no further look.
      here = within & ~tally.least[most]
      if here == 0 { return tally }
    }
    tally.open(within & ~closed(list.cell, within))
    return tally
  }
}

/// How many elements each lane counts, as far as a small bound: a plane a number.
struct Tally {
  /// The largest number that a count is compared with.
  static let largestBound = 6

  let lanes: UInt64
  /// At each number the lanes with at least so many certain elements.
  fileprivate var least = InlineArray<8, UInt64>(repeating: 0)
  /// At each number the lanes with at least so many certain or possible elements.
  private var most = InlineArray<8, UInt64>(repeating: 0)

  init(lanes: UInt64) {
    self.lanes = lanes
    least[0] = lanes
    most[0] = lanes
  }

  mutating func add(certain: UInt64, possible: UInt64) {
    for number in stride(from: 7, to: 0, by: -1) {
      least[number] |= least[number - 1] & certain
      most[number] |= most[number - 1] & (certain | possible)
    }
  }

  /// Says in which lanes there may be any number more.
  mutating func open(_ lanes: UInt64) {
    for number in 0..<8 { most[number] |= lanes }
  }

  func compared(_ comparison: Instruction.Opcode, _ bound: Int) -> Planes {
    let isLess = Planes(yes: lanes & ~most[bound], no: least[bound])
    let isGreater = Planes(yes: least[bound + 1], no: lanes & ~most[bound + 1])
    switch comparison {
    case .less: return isLess
    case .greaterOrEqual: return !isLess
    case .greater: return isGreater
    case .lessOrEqual: return !isGreater
    case .notEqual:
      return Planes(yes: isLess.yes | isGreater.yes, no: isLess.no & isGreater.no)
    default:
      return Planes(yes: isLess.no & isGreater.no, no: isLess.yes | isGreater.yes)
    }
  }
}
