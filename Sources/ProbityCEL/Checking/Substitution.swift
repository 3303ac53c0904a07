/// What the type variables of an expression have been found to be.
struct Substitution {
  private var bindings: [Int: CELType] = [:]
  private var next = 0

  mutating func fresh() -> CELType {
    next += 1
    return .parameter(next)
  }

  /// A signature with type variables of its own.
  mutating func instance(of overload: Overload) -> Overload {
    var names: [Int: CELType] = [:]
    var overload = overload
    overload.parameters = overload.parameters.map { rename($0, &names) }
    overload.result = rename(overload.result, &names)
    return overload
  }

  private mutating func rename(_ type: CELType, _ names: inout [Int: CELType]) -> CELType {
    switch type {
    case .parameter(let index):
      if let name = names[index] { return name }
      let name = fresh()
      names[index] = name
      return name
    case .list(let element): return .list(rename(element, &names))
    case .map(let key, let value):
      return .map(key: rename(key, &names), value: rename(value, &names))
    case .optional(let wrapped): return .optional(rename(wrapped, &names))
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .dyn:
      return type
    }
  }

  /// A type with all that is known of its variables put in.
  func resolved(_ type: CELType) -> CELType {
    switch type {
    case .parameter(let index): bindings[index].map(resolved) ?? type
    case .list(let element): .list(resolved(element))
    case .map(let key, let value): .map(key: resolved(key), value: resolved(value))
    case .optional(let wrapped): .optional(resolved(wrapped))
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .dyn:
      type
    }
  }

  /// Whether a value of one type may stand where another is wanted; binds variables if so.
  ///
  /// An enumeration is a string, but a string is no enumeration.
  mutating func accepts(_ actual: CELType, as wanted: CELType) -> Bool {
    let before = bindings
    if unify(actual, wanted) { return true }
    bindings = before
    return false
  }

  private mutating func unify(_ actual: CELType, _ wanted: CELType) -> Bool {
    switch (head(actual), head(wanted)) {
    case (let actual, let wanted) where actual == wanted: return true
    case (.dyn, _), (_, .dyn): return true
    case (.parameter(let index), let other), (let other, .parameter(let index)):
      guard !mentions(other, index) else { return false }
      bindings[index] = other
      return true
    case (.enumeration, .string): return true
    case (.list(let actual), .list(let wanted)): return unify(actual, wanted)
    case (.optional(let actual), .optional(let wanted)): return unify(actual, wanted)
    case (.map(let actualKey, let actualValue), .map(let wantedKey, let wantedValue)):
      return unify(actualKey, wantedKey) && unify(actualValue, wantedValue)
    default: return false
    }
  }

  private func head(_ type: CELType) -> CELType {
    var type = type
    while case .parameter(let index) = type, let bound = bindings[index] { type = bound }
    return type
  }

  private func mentions(_ type: CELType, _ index: Int) -> Bool {
    switch resolved(type) {
    case .parameter(let other): other == index
    case .list(let element): mentions(element, index)
    case .map(let key, let value): mentions(key, index) || mentions(value, index)
    case .optional(let wrapped): mentions(wrapped, index)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .dyn:
      false
    }
  }
}
