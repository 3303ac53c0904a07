extension Machine {
  mutating func comparison(_ instruction: Instruction, _ place: Int) -> Answer {
    let left = value(Int(instruction.first))
    let right = value(Int(instruction.second))
    switch instruction.opcode {
    case .equal: return equality(left, right)
    case .notEqual: return !equality(left, right)
    case .contains:
      let canFail = program.instructions[Int(instruction.first)].canFail
      return membership(left, in: right, canFail: canFail, place)
    default: return order(instruction.opcode, left, right, place)
    }
  }

  // MARK: Equality

  /// What the language calls equal: element by element, in three values; types may differ.
  mutating func equality(_ left: Value, _ right: Value) -> Answer {
    if let blocked = strict([left, right]) {
      if defect == .unknownIsUnequal, case .unknown = blocked { return .no }
      noteComparison(left, right)
      return answer(blocking: blocked)
    }
    return sameness(left, right)
  }

  /// Equality of two values that are there.
  private mutating func sameness(_ left: Value, _ right: Value) -> Answer {
    switch (left, right) {
    case (.node(let left), .node(let right)): return approximated(equality(left, right))
    case (.map(let left), .map(let right)): return equality(left, right)
    case (.date(let left), .date(let right)): return Answer(left.isSameDay(as: right))
    case (.optional(let left), .optional(let right)):
      guard let left, let right else { return Answer(left == nil && right == nil) }
      return equality(left, right)
    case (.list, .list), (.list, .node), (.node, .list):
      guard case .list(let left) = listReading(left), case .list(let right) = listReading(right)
      else { return .no }
      return equality(left, right)
    case (.double(let left), .double(let right)): return Answer(left == right)
    default:
      if let order = numericOrder(left, right) { return Answer(order == .equal) }
      return Answer(left == right)
    }
  }

  private func answer(blocking value: Value) -> Answer {
    switch value {
    case .error(let fault): .error(fault)
    case .unknown(let facts): .unknown(facts)
    default: .no
    }
  }

  private mutating func equality(_ left: NodeID, _ right: NodeID) -> Answer {
    if left == right { return .yes }
    guard tree.node(left).kind == tree.node(right).kind else { return .no }
    if tree.node(left).kind == .list { return equality(list(at: left), list(at: right)) }
    let fields = [Array(tree.children(of: left)), Array(tree.children(of: right))]
    guard fields[0].count == fields[1].count else { return .no }
    var isDifferent: Answer = .no
    for (first, second) in zip(fields[0], fields[1]) {
      isDifferent =
        isDifferent || !fieldEquality(membership(ofField: first), membership(ofField: second))
      if case .yes = isDifferent { return .no }
    }
    return !isDifferent
  }

  private mutating func fieldEquality(_ left: Membership, _ right: Membership) -> Answer {
    switch (left, right) {
    case (.none, .none): return .yes
    case (.certain, .none), (.none, .certain): return .no
    case (.certain(let left), .certain(let right)): return sameness(left, right)
    case (.possible(_, let doubt), .none), (.none, .possible(_, let doubt)):
      return .unknown(doubt)
    case (.possible(let left, let doubt), .certain(let right)),
      (.certain(let right), .possible(let left, let doubt)):
      return !isUnknown(left) && !isUnknown(right)
        ? sameness(left, right) && .unknown(doubt) : .unknown(doubt)
    case (.possible(_, let first), .possible(_, let second)):
      // Both may turn out to be none, and then they are the same.
      return .unknown(first.union(second))
    }
  }

  /// Nothing is in an empty container, unless there may turn out to be no item to look for.
  private func absentee(_ item: Value, canFail: Bool) -> Answer {
    stricter(.no, blocking(item, canFail: canFail))
  }

  private func isUnknown(_ value: Value) -> Bool {
    if case .unknown = value { return true }
    return false
  }

  private mutating func equality(_ left: MapValue, _ right: MapValue) -> Answer {
    guard left.keys.count == right.keys.count else { return .no }
    var isDifferent: Answer = .no
    for (key, value) in zip(left.keys, left.values) {
      guard let other = right.value(for: key) else { return .no }
      isDifferent = isDifferent || !equality(value, other)
    }
    return !isDifferent
  }

  /// Lists are different once their sizes or two elements of certain places are, and once an
  /// element of one cannot be in the other.
  private mutating func equality(_ left: ListValue, _ right: ListValue) -> Answer {
    let sizes = compared(count(of: left), .equal, count(of: right), 0)
    if case .no = sizes { return .no }
    var isDifferent: Answer = .no
    if left.isOrdered, right.isOrdered {
      for position in 0..<min(left.count, right.count) {
        if left.doubt(at: position) != nil || right.doubt(at: position) != nil { break }
        let same = equality(left.values[position], right.values[position])
        isDifferent = isDifferent || !same
        if case .yes = isDifferent { return .no }
      }
    }
    if left.isPlain, right.isPlain { return !isDifferent }
    isApproximate = true
    for (complete, list) in [(left, right), (right, left)] {
      isDifferent = isDifferent || missing(from: complete, list)
      if case .yes = isDifferent { return .no }
    }
    let doubts = left.waitsForPlaces.union(right.waitsForPlaces)
    if doubts.isEmpty, let fault = left.fault ?? right.fault {
      return !(isDifferent || .error(fault))
    }
    return !(isDifferent || .unknown(doubts))
  }

  /// Whether some certain element of a list cannot be in a complete other one.
  private mutating func missing(from complete: ListValue, _ list: ListValue) -> Answer {
    guard complete.openness == nil else { return .no }
    var isMissing: Answer = .no
    for position in list.values.indices where list.doubt(at: position) == nil {
      var isFound: Answer = .no
      for candidate in complete.values {
        isFound = isFound || equality(list.values[position], candidate)
        if case .yes = isFound { break }
      }
      isMissing = isMissing || !isFound
      if case .yes = isMissing { break }
    }
    return isMissing
  }

  // MARK: Membership

  /// `in`: an element that may be equal, or may be there, leaves it open.
  private mutating func membership(
    _ item: Value,
    in container: Value,
    canFail: Bool,
    _ place: Int
  ) -> Answer {
    if let blocked = strict([container]) {
      // It may turn out to be empty, and then even a field that is none is not in it.
      if case .unknown(let facts) = blocked, case .error = item,
        case .no = blocking(item, canFail: canFail)
      {
        return .unknown(facts)
      }
      return answer(blocking: strict([item, blocked]) ?? blocked)
    }
    if case .map(let map) = container {
      if map.keys.isEmpty { return absentee(item, canFail: canFail) }
      if let blocked = strict([item]) { return answer(blocking: blocked) }
      return Answer(map.value(for: item) != nil)
    }
    guard case .list(let list) = listReading(container) else {
      return .error(misfit("only a list or a map has elements", place))
    }
    return list.isEmpty ? absentee(item, canFail: canFail) : membership(item, in: list)
  }

  /// Whether a list has an element that equals another value.
  mutating func membership(_ item: Value, in list: ListValue) -> Answer {
    var result: Answer = .no
    for position in list.values.indices {
      let same = equality(item, list.values[position]).doubted(by: list.doubt(at: position))
      if defect == .membershipSkipsUnknowns, case .unknown = same { continue }
      result = result || same
      if case .yes = result { return .yes }
    }
    if list.openness != nil { comparands?.append(item) }
    return result.over(list)
  }

  // MARK: Order

  mutating func order(
    _ comparison: Instruction.Opcode,
    _ left: Value,
    _ right: Value,
    _ place: Int
  ) -> Answer {
    if let blocked = strict([left, right]) {
      noteOrder(left, right)
      return answer(blocking: blocked)
    }
    if case (.date(let left), .date(let right)) = (left, right) {
      return Answer(left.stands(comparison, to: right))
    }
    if isNumber(left), isNumber(right), isNaN(left) || isNaN(right) { return .no }
    guard let order = numericOrder(left, right) ?? plainOrder(left, right) else {
      return .error(misfit("these values have no order", place))
    }
    switch comparison {
    case .less: return Answer(order == .less)
    case .lessOrEqual: return Answer(order != .greater)
    case .greater: return Answer(order == .greater)
    default: return Answer(order != .less)
    }
  }

  private func isNumber(_ value: Value) -> Bool {
    switch value {
    case .int, .uint, .double: true
    default: false
    }
  }

  private func isNaN(_ value: Value) -> Bool {
    if case .double(let double) = value { return double.isNaN }
    return false
  }

  private func plainOrder(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.string(let left), .string(let right)): Order(left, right)
    case (.bool(let left), .bool(let right)): Order(left ? 1 : 0, right ? 1 : 0)
    case (.timestamp(let left), .timestamp(let right)): Order(left, right)
    case (.duration(let left), .duration(let right)): Order(left, right)
    case (.bytes(let left), .bytes(let right)):
      left == right ? .equal : (left.lexicographicallyPrecedes(right) ? .less : .greater)
    default: nil
    }
  }
}

extension PartialDate {
  /// Dates are intervals: a comparison is certain if it holds, or fails, for all their days.
  func stands(_ comparison: Instruction.Opcode, to other: PartialDate) -> Truth {
    switch comparison {
    case .less: isBefore(other)
    case .lessOrEqual: !other.isBefore(self)
    case .greater: other.isBefore(self)
    default: !isBefore(other)
    }
  }
}
