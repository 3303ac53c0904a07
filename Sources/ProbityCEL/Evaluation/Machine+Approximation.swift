/// Where an open answer may be less open than it looks: most steps merge the unknowns that go into
/// them, whatever the values may turn out to be.
///
/// Not so comparisons of a field with something known, conditions put together from them, and
/// what is asked of the elements of a list: as long as each fact is read once, these are open only
/// where they can turn out either way, or fail.
extension Machine {
  /// A result in which unknowns were merged.
  mutating func approximated(_ value: Value) -> Value {
    if case .unknown = value { isApproximate = true }
    return value
  }

  mutating func approximated(_ answer: Answer) -> Answer {
    if case .unknown = answer { isApproximate = true }
    return answer
  }

  /// Notes what unknown values are compared with: something that they can be, and can be unlike.
  mutating func noteComparison(_ left: Value, _ right: Value) {
    for value in [left, right] {
      switch value {
      case .null: isApproximate = true
      case .double(let number): if number.isNaN { isApproximate = true }
      case .bool, .int, .uint, .string, .bytes, .date, .timestamp, .duration, .list, .map, .type,
        .optional, .node, .unknown, .error:
        break
      }
    }
    comparands?.append(contentsOf: [left, right])
  }

  /// Notes what unknown values are put in order with: something that has values on both sides.
  mutating func noteOrder(_ left: Value, _ right: Value) {
    for value in [left, right] {
      switch value {
      case .int(let number): if number == .min || number == .max { isApproximate = true }
      case .uint(let number): if number == .min || number == .max { isApproximate = true }
      case .double(let number): if !number.isFinite { isApproximate = true }
      case .date(let date):
        let (first, last) = (PartialDate(year: 1), PartialDate(year: 9999))
        if first?.lastDay ?? .max >= date.firstDay || last?.firstDay ?? .min <= date.lastDay {
          isApproximate = true
        }
      case .string, .bytes, .timestamp, .duration: isApproximate = true
      case .null, .bool, .list, .map, .type, .optional, .node, .unknown, .error: break
      }
    }
    comparands?.append(contentsOf: [left, right])
  }

  /// Whether an element that nobody has named could make a condition come out so, or fail.
  mutating func mayTurnOut(
    _ wanted: Truth,
    _ instruction: Instruction,
    _ place: Int,
    _ openness: FactSet
  ) -> Bool {
    guard let outcomes = program.unnamed[place],
      wanted == .yes ? outcomes.canBeMet : outcomes.canBeMissed
    else { return false }
    // What else the condition asks may decide it for all elements.
    locals[Int(instruction.third)] = .unknown(openness)
    let wasApproximate = isApproximate
    defer { isApproximate = wasApproximate }
    switch answer(Int(instruction.second)) {
    case .yes: return wanted == .yes
    case .no: return wanted == .no
    case .unknown, .error: return true
    }
  }
}
