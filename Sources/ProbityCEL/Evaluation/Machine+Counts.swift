/// How many elements a list may have, and what a more exact number waits for.
struct Count {
  var least: Int
  /// Nil where there may always be more.
  var most: Int?
  var waitsFor = FactSet()
  var fault: EvaluationFault?

  init(exactly number: Int) {
    least = number
    most = number
  }

  init(of list: ListValue) {
    least = list.certainCount
    most = list.openness == nil ? list.count : nil
    waitsFor = list.waitsForCount
    fault = list.fault
  }

  /// What waits for each element of a list to have its place.
  init(ofPlacesIn list: ListValue) {
    self.init(of: list)
    waitsFor = list.waitsForPlaces
  }

  /// The number, if there is but one.
  var exact: Int? { least == most ? least : nil }

  /// What stands in the number's place.
  var openAnswer: Answer {
    if waitsFor.isEmpty, let fault { return .error(fault) }
    return .unknown(waitsFor)
  }
}

extension Machine {
  func count(of list: ListValue) -> Count { Count(of: list) }

  /// The size of a list, map, string (in code points) or bytes.
  mutating func size(of value: Value, _ place: Int) -> Value {
    switch value {
    case .string(let text): return .int(Int64(text.description.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    default:
      guard case .list(let list) = listReading(value) else {
        return mistyped("this has no size", place)
      }
      let count = count(of: list)
      return count.exact.map { .int(Int64($0)) } ?? count.openAnswer.value
    }
  }

  /// A comparison of list sizes as intervals.
  mutating func comparedCounts(_ instruction: Instruction, _ place: Int) -> Answer {
    let sides = [Int(instruction.first), Int(instruction.second)].map { count(at: $0) }
    switch (sides[0], sides[1]) {
    case (.success(let left), .success(let right)):
      let opcode = Instruction.Opcode(rawValue: UInt8(truncatingIfNeeded: instruction.third))
      return compared(left, opcode ?? .equal, right, place)
    case (.failure(let left), .failure(let right)): return stricter(left.answer, right.answer)
    case (.failure(let block), .success(let count)), (.success(let count), .failure(let block)):
      if let number = count.exact { comparands?.append(.int(Int64(number))) }
      return block.answer
    }
  }

  private struct Blocked: Error {
    var answer: Answer
  }

  private mutating func count(at place: Int) -> Result<Count, Blocked> {
    let instruction = program.instructions[place]
    guard instruction.opcode == .call, program.functions[Int(instruction.third)] == .size,
      step(place)
    else { return number(value(place), place) }
    let operand = counted(operands(instruction)[0])
    if let blocked = strict([operand]) {
      // Where a record is none, a list of it has no size.
      if case .unknown = operand { isApproximate = true }
      return number(blocked, place)
    }
    if case .list(let list) = listReading(operand) { return .success(count(of: list)) }
    return number(size(of: operand, place), place)
  }

  /// The value of a step of which only the number of elements is asked.
  private mutating func counted(_ place: Int) -> Value {
    let instruction = program.instructions[place]
    guard instruction.opcode == .filter else { return value(place) }
    guard step(place) else { return .error(exhausted(place)) }
    let left = filtered(instruction, place, isCounted: true)
    return lengthened(left.weight - 1, place) ?? left
  }

  private func number(_ value: Value, _ place: Int) -> Result<Count, Blocked> {
    switch value {
    case .int(let number):
      Int(exactly: number).map { .success(Count(exactly: $0)) }
        ?? .failure(Blocked(answer: .error(fault("the number is too large", place))))
    case .unknown(let facts): .failure(Blocked(answer: .unknown(facts)))
    case .error(let fault): .failure(Blocked(answer: .error(fault)))
    default: .failure(Blocked(answer: .error(misfit("a number is wanted here", place))))
    }
  }

  /// Certain if it holds, or fails, for all numbers that both sides may come to.
  func compared(
    _ left: Count,
    _ comparison: Instruction.Opcode,
    _ right: Count,
    _ place: Int
  ) -> Answer {
    let truth: Truth
    switch comparison {
    case .less: truth = isLess(left, right)
    case .greaterOrEqual: truth = !isLess(left, right)
    case .greater: truth = isLess(right, left)
    case .lessOrEqual: truth = !isLess(right, left)
    case .notEqual: truth = !isSame(left, right)
    default: truth = isSame(left, right)
    }
    if truth.isDefinite { return Answer(truth) }
    if left.exact == nil, right.exact == nil { return left.openAnswer || right.openAnswer }
    return left.exact == nil ? left.openAnswer : right.openAnswer
  }

  private func isLess(_ left: Count, _ right: Count) -> Truth {
    if let most = left.most, most < right.least { return .yes }
    if let most = right.most, left.least >= most { return .no }
    return .unknown
  }

  private func isSame(_ left: Count, _ right: Count) -> Truth {
    if let exact = left.exact, exact == right.exact { return .yes }
    if isLess(left, right) == .yes || isLess(right, left) == .yes { return .no }
    return .unknown
  }
}
