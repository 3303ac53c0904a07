extension Machine {
  /// The elements of a list whose elements, number and places are all certain and known, or what
  /// stands in their place.
  enum PlainList {
    case values([Value])
    case other(Value)
  }

  func plain(_ list: ListValue) -> PlainList {
    var blocked: Answer = list.isPlain ? .no : .unknown(list.waitsForCount)
    if let fault = list.fault { blocked = stricter(blocked, .error(fault)) }
    for position in list.values.indices {
      let block = blocking(list.values[position], canFail: true)
      blocked = stricter(blocked, block.doubted(by: list.doubt(at: position)))
    }
    if case .no = blocked { return .values(list.values) }
    return .other(blocked.value)
  }

  mutating func ofList(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    guard case .list(let list) = listReading(arguments[0]) else {
      return failed("`\(function.rawValue)` takes a list", place)
    }
    switch function {
    case .distinct: return distinct(list, place)
    case .sort: return sorted(list, place)
    case .flatten: return flattened(list, arguments, place)
    case .reverse: return .list(list.reversed)
    case .first: return end(of: list, at: 0)
    case .last: return end(of: list, at: list.count - 1)
    case .join: return joined(list, arguments, place)
    case .unwrap, .unwrapOptionals: return unwrapped(list, place)
    default: return failed("`\(function.rawValue)` does not take a list", place)
    }
  }

  /// Each element that is unlike all before it; it is possibly there if it may be like one.
  private mutating func distinct(_ list: ListValue, _ place: Int) -> Value {
    var result = ListValue()
    result.openness = list.openness
    result.fault = list.fault
    for position in list.values.indices {
      let element = list.values[position]
      var isRepeated: Answer = .no
      for earlier in result.values.indices {
        guard step(place) else { return .error(exhausted(place)) }
        let same = equality(element, result.values[earlier])
        isRepeated = isRepeated || same.doubted(by: result.doubt(at: earlier))
        if case .yes = isRepeated { break }
      }
      var doubt = list.doubt(at: position)
      switch isRepeated {
      case .yes: continue
      case .no: break
      case .unknown(let facts): doubt = doubt.map { $0.union(facts) } ?? facts
      case .error(let fault):
        doubt = doubt ?? FactSet()
        result.fault = result.fault ?? fault
      }
      result.append(element, doubt: doubt)
    }
    return .list(result)
  }

  private mutating func sorted(_ list: ListValue, _ place: Int) -> Value {
    let values: [Value]
    switch plain(list) {
    case .values(let found): values = found
    case .other(let value): return value
    }
    var blocked: Answer = .no
    // Each merge compares two neighbours, so that a fault cannot hide in an order of comparing.
    let result = mergeSorted(values) { left, right in
      switch order(.less, right, left, place) {
      case .yes: return true
      case .no: return false
      case .unknown(let facts): blocked = stricter(blocked, .unknown(facts))
      case .error(let fault): blocked = stricter(blocked, .error(fault))
      }
      return false
    }
    if values.count == 1, case .error(let fault) = order(.less, values[0], values[0], place) {
      return .error(fault)
    }
    if case .no = blocked { return .list(result) }
    return blocked.value
  }

  private mutating func flattened(
    _ list: ListValue,
    _ arguments: [Value],
    _ place: Int
  ) -> Value {
    var depth: Int64 = 1
    if arguments.count == 2 {
      guard case .int(let number) = arguments[1], number >= 0 else {
        return failed("the depth is a whole number from 0", place)
      }
      depth = number
    }
    var result = ListValue()
    flatten(list, depth, nil, into: &result)
    return lengthened(result.count, place) ?? .list(result)
  }

  private mutating func flatten(
    _ list: ListValue,
    _ depth: Int64,
    _ doubt: FactSet?,
    into result: inout ListValue
  ) {
    open(&result, list.openness, doubt)
    result.fault = result.fault ?? list.fault
    for position in list.values.indices {
      let element = list.values[position]
      var elementDoubt = doubt
      if let own = list.doubt(at: position) { elementDoubt = doubt?.union(own) ?? own }
      guard depth > 0 else {
        result.append(element, doubt: elementDoubt)
        continue
      }
      switch element {
      case .list, .node:
        switch listReading(element) {
        case .list(let inner): flatten(inner, depth - 1, elementDoubt, into: &result)
        case .other(.unknown(let facts)): open(&result, facts, elementDoubt)
        case .other: result.append(element, doubt: elementDoubt)
        }
      // It may be a list of any length.
      case .unknown(let facts): open(&result, facts, elementDoubt)
      case .error(let fault):
        open(&result, FactSet(), elementDoubt)
        result.fault = result.fault ?? fault
      default: result.append(element, doubt: elementDoubt)
      }
    }
  }

  /// Says that there may be further elements, if some facts turn out so.
  private func open(_ list: inout ListValue, _ openness: FactSet?, _ doubt: FactSet?) {
    guard var facts = openness else { return }
    if let doubt { facts.formUnion(doubt) }
    list.openness = list.openness?.union(facts) ?? facts
  }

  /// The first or last element, where it is certain which that is.
  private func end(of list: ListValue, at position: Int) -> Value {
    guard list.openness == nil else { return unplaced(list) }
    guard list.count > 0 else { return .optional(nil) }
    guard list.doubt(at: position) == nil else { return unplaced(list) }
    switch list.values[position] {
    case .unknown, .error: return list.values[position]
    default: return .optional(list.values[position])
    }
  }

  private mutating func joined(_ list: ListValue, _ arguments: [Value], _ place: Int) -> Value {
    var separator = ""
    if arguments.count == 2 {
      guard case .string(let text) = arguments[1] else {
        return failed("`join` takes a string", place)
      }
      separator = text.description
    }
    switch plain(list) {
    case .other(let value): return value
    case .values(let values):
      var result = ""
      for (position, value) in values.enumerated() {
        guard case .string(let text) = value else {
          return failed("`join` takes a list of strings", place)
        }
        if position > 0 { result += separator }
        result += text.description
        if let exceeded = grown(result.utf8.count, place) { return exceeded }
      }
      return .string(result)
    }
  }

  private func unwrapped(_ list: ListValue, _ place: Int) -> Value {
    var result = ListValue()
    result.openness = list.openness
    result.fault = list.fault
    for position in list.values.indices {
      let doubt = list.doubt(at: position)
      if let message = append(optional: list.values[position], doubt: doubt, to: &result) {
        return failed(message, place)
      }
    }
    return .list(result)
  }

  // MARK: Sets

  mutating func ofSets(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    guard arguments.count == 2, case .list(let left) = listReading(arguments[0]),
      case .list(let right) = listReading(arguments[1])
    else { return failed("`\(function.rawValue)` takes two lists", place) }
    switch function {
    case .setContains: return contains(left, all: right, place).value
    case .setEquivalent:
      return (contains(left, all: right, place) && contains(right, all: left, place)).value
    default: return intersects(left, right, place).value
    }
  }

  private mutating func contains(
    _ list: ListValue,
    all wanted: ListValue,
    _ place: Int
  ) -> Answer {
    var isMissing: Answer = .no
    for position in wanted.values.indices {
      guard step(place) else { return .error(exhausted(place)) }
      let isFound = membership(wanted.values[position], in: list)
      isMissing = isMissing || (!isFound).doubted(by: wanted.doubt(at: position))
      if case .yes = isMissing { return .no }
    }
    return !isMissing.over(wanted)
  }

  private mutating func intersects(
    _ left: ListValue,
    _ right: ListValue,
    _ place: Int
  ) -> Answer {
    // Nothing is in an empty list, whatever the other one holds.
    if left.isEmpty || right.isEmpty { return .no }
    var result: Answer = .no
    for position in left.values.indices {
      guard step(place) else { return .error(exhausted(place)) }
      let isShared = membership(left.values[position], in: right)
      result = result || isShared.doubted(by: left.doubt(at: position))
      if case .yes = result { return .yes }
    }
    return result.over(left)
  }
}
