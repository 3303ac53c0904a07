extension PlaneMachine {
  /// What `Machine` makes of a step, lane by lane.
  mutating func substituted(_ place: Int, _ lanes: UInt64) -> Planes {
    guard program.needsMachine else {
      // A value that fits no cell where its type made one expect it.
      isConclusive = false
      return .open
    }
    var result = Planes.open
    var rest = lanes
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest - 1
      switch substituted(place, lane: lane) {
      case .yes: result.yes |= 1 << UInt64(lane)
      case .no: result.no |= 1 << UInt64(lane)
      case .unknown, .error: break
      }
    }
    return result
  }

  private mutating func substituted(_ place: Int, lane: Int) -> Answer {
    let bit: UInt64 = 1 << UInt64(lane)
    if case .byLane(let words) = hidden {
      var facts = FactSet()
      for index in 0..<words.count where words[index] & bit != 0 { facts.insert(FactID(index)) }
      unsafe substitute.pointee.view.hidden = facts
    }
    unsafe substitute.pointee.resume(stepsLeft: stepsLeft)
    for index in unsafe 0..<substitute.pointee.locals.count {
      unsafe substitute.pointee.locals[index] = value(of: locals[index], bit)
    }
    let answer = unsafe substitute.pointee.answer(place)
    unsafe stepsLeft -= substitute.pointee.stepsSinceResuming
    if unsafe substitute.pointee.exhaustion != nil {
      exhausted |= bit
      return .unknown(FactSet())
    }
    return answer
  }

  /// What a local is to `Machine` in one lane; the facts that it waits for do not matter.
  private mutating func value(of found: Found, _ bit: UInt64) -> Value {
    let cell = found.cell
    guard found.lanes & bit != 0 else { return .unknown(FactSet()) }
    switch cell.kind {
    case .record: return .node(cell.node)
    case .bool: return .bool(cell.isTrue)
    case .int: return .int(Int64(bitPattern: cell.bits))
    case .uint: return .uint(cell.bits)
    case .double: return .double(Double(bitPattern: cell.bits))
    case .date: return .date(cell.date)
    case .text: return .string(text(cell, view.bytes))
    case .constantText: return .string(text(cell, program.bytes))
    case .timestamp:
      return Timestamp(seconds: Int64(bitPattern: cell.bits)).map(Value.timestamp)
        ?? .unknown(FactSet())
    case .duration:
      return TimeSpan(seconds: Int64(bitPattern: cell.bits), nanoseconds: 0).map(Value.duration)
        ?? .unknown(FactSet())
    case .open, .absent: return .unknown(FactSet())
    case .list, .other:
      isConclusive = false
      return .unknown(FactSet())
    }
  }

  private mutating func text(_ cell: FactCell, _ bytes: Table<UInt8>) -> Text {
    let place = cell.textPlace
    return Text(
      String(decoding: (place..<(place + Int(cell.length))).map { bytes[$0] }, as: UTF8.self)
    )
  }
}
