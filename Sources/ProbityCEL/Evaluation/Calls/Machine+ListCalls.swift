extension Machine {
  /// The elements of a list, or what stands in their place.
  enum PlainList {
    case values([Value])
    case other(Value)
  }

  /// The elements of a list whose elements, number and places are all certain and known; where
  /// order does not matter, the places need not be.
  func plain(_ list: ListValue, inAnyOrder: Bool = false) -> PlainList {
    let waits = inAnyOrder ? list.waitsForCount : list.waitsForPlaces
    let isPlain = inAnyOrder ? list.hasCertainElements : list.isPlain
    var blocked: Answer = isPlain ? .no : .unknown(waits)
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
      return mistyped("`\(function.rawValue)` takes a list", place)
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
    default: return mistyped("`\(function.rawValue)` does not take a list", place)
    }
  }

  /// Each element that is unlike all others that are kept; it is possibly there if it may be like
  /// one of them.
  ///
  /// Of equal elements the first is kept, but the more certain ones come before the others: so the
  /// order of elements matters to nothing but their places.
  private mutating func distinct(_ list: ListValue, _ place: Int) -> Value {
    var kept: [(position: Int, doubt: FactSet?)] = []
    var result = ListValue()
    result.openness = list.openness
    result.disorder = list.disorder
    result.fault = list.fault
    for position in byCertainty(list) {
      var isRepeated: Answer = .no
      var doubt = list.doubt(at: position)
      for earlier in kept {
        guard step(place) else { return .error(exhausted(place)) }
        let same = equality(list.values[position], list.values[earlier.position])
          .doubted(by: earlier.doubt)
        if earlier.position > position { disarrange(&result, same, doubt) }
        isRepeated = isRepeated || same
        if case .yes = isRepeated { break }
      }
      switch isRepeated {
      case .yes: continue
      case .no: break
      case .unknown(let facts): doubt = doubt.map { $0.union(facts) } ?? facts
      case .error(let fault):
        if doubt == nil { result.fault = result.fault ?? fault }
        doubt = doubt ?? FactSet()
      }
      kept.append((position, doubt))
    }
    for (position, doubt) in kept.sorted(by: { $0.position < $1.position }) {
      result.append(list.values[position], doubt: doubt)
    }
    return .list(result)
  }

  /// The places of a list's elements, the certain and known ones first.
  private func byCertainty(_ list: ListValue) -> [Int] {
    func rank(_ position: Int) -> Int {
      let element = list.values[position]
      let isThere = list.doubt(at: position) == nil
      switch element {
      case .error: return isThere ? 2 : 5
      case .unknown: return isThere ? 1 : 4
      default: return (isThere ? 0 : 3) + (self.doubt(of: element) == nil ? 0 : 1)
      }
    }
    return list.values.indices.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// Says that an element may have the place of one that stands after it.
  private func disarrange(_ list: inout ListValue, _ same: Answer, _ doubt: FactSet?) {
    var facts = doubt ?? FactSet()
    switch same {
    case .no: return
    case .unknown(let further): facts.formUnion(further)
    case .yes, .error: break
    }
    list.disorder = list.disorder?.union(facts) ?? facts
  }

  private mutating func sorted(_ list: ListValue, _ place: Int) -> Value {
    let values: [Value]
    switch plain(list, inAnyOrder: true) {
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
    if let facts = list.disorder { result.disorder = result.disorder?.union(facts) ?? facts }
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
        if elementDoubt == nil { result.fault = result.fault ?? fault }
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
    guard list.isOrdered else { return unplaced(list) }
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
        return mistyped("`join` takes a string", place)
      }
      separator = text.description
    }
    switch plain(list) {
    case .other(let value): return value
    case .values(let values):
      var result = ""
      for (position, value) in values.enumerated() {
        guard case .string(let text) = value else {
          return mistyped("`join` takes a list of strings", place)
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
    result.disorder = list.disorder
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
    else { return mistyped("`\(function.rawValue)` takes two lists", place) }
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
    // Nor does it matter what else the first one holds if the second one turns out to be empty.
    guard case .unknown(let facts) = result.over(left), right.certainCount == 0 else {
      return result.over(left)
    }
    return .unknown(facts.union(right.waitsForCount))
  }
}
