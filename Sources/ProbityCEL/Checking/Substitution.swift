/// What the type variables of an expression have been found to be.
struct Substitution {
  private var bindings: [Int: CELType] = [:]
  /// Small numbers are left to the signatures that are written out.
  private var next = 9

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
    case .opaque(let name, let parameters):
      var renamed: [CELType] = []
      for parameter in parameters { renamed.append(rename(parameter, &names)) }
      return .opaque(name, renamed)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .dyn:
      return type
    }
  }

  /// A type with all that is known of its variables put in.
  func resolved(_ type: CELType) -> CELType { resolved(type, unbound: nil) }

  /// A type without variables: what is still open is dyn.
  func closed(_ type: CELType) -> CELType { resolved(type, unbound: .dyn) }

  private func resolved(_ type: CELType, unbound: CELType?) -> CELType {
    switch type {
    case .parameter(let index):
      bindings[index].map { resolved($0, unbound: unbound) } ?? unbound ?? type
    case .list(let element): .list(resolved(element, unbound: unbound))
    case .map(let key, let value):
      .map(key: resolved(key, unbound: unbound), value: resolved(value, unbound: unbound))
    case .optional(let wrapped): .optional(resolved(wrapped, unbound: unbound))
    case .opaque(let name, let parameters):
      .opaque(name, parameters.map { resolved($0, unbound: unbound) })
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
    switch (root(actual), root(wanted)) {
    case (let actual, let wanted) where actual == wanted: return true
    case (.parameter(let index), let other):
      return bind(index, other) { $0.unify($1, other) }
    case (let other, .parameter(let index)):
      // What came first may be the narrower one: the order of arguments is not to matter.
      return bind(index, other) { $0.accepts(other, as: $1) || $0.accepts($1, as: other) }
    case (.dyn, _), (_, .dyn), (.enumeration, .string): return true
    case (.null, let wanted) where isNullable(wanted): return true
    case (.list(let actual), .list(let wanted)): return unify(actual, wanted)
    case (.optional(let actual), .optional(let wanted)): return unify(actual, wanted)
    case (.map(let actualKey, let actualValue), .map(let wantedKey, let wantedValue)):
      return unify(actualKey, wantedKey) && unify(actualValue, wantedValue)
    case (.opaque(let actual, let parts), .opaque(let wanted, let wantedParts)):
      guard actual == wanted, parts.count == wantedParts.count else { return false }
      for (part, wanted) in zip(parts, wantedParts) where !unify(part, wanted) { return false }
      return true
    default: return false
    }
  }

  /// Gives a variable a type; one that it has already becomes the more general of both.
  private mutating func bind(
    _ index: Int,
    _ other: CELType,
    _ fits: (inout Substitution, CELType) -> Bool
  ) -> Bool {
    guard let bound = bindings[index] else {
      guard !mentions(other, index) else { return false }
      bindings[index] = other
      return true
    }
    guard fits(&self, bound) else { return false }
    let general = moreGeneral(bound, other)
    if general != bound, !mentions(general, index) { bindings[index] = general }
    return true
  }

  /// The last variable of a chain of variables, or the type itself.
  private func root(_ type: CELType) -> CELType {
    var type = type
    while case .parameter(let index) = type, case .parameter? = bindings[index] {
      type = bindings[index] ?? type
    }
    return type
  }

  /// Values that older expressions may leave null.
  private func isNullable(_ type: CELType) -> Bool {
    switch type {
    case .timestamp, .duration, .optional, .opaque: true
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .list, .map, .record,
      .enumeration, .type, .dyn, .parameter:
      false
    }
  }

  /// Of two types that fit each other, the one that takes more values.
  func moreGeneral(_ first: CELType, _ second: CELType) -> CELType {
    isAsGeneral(resolved(first), resolved(second)) ? first : second
  }

  private func isAsGeneral(_ first: CELType, _ second: CELType) -> Bool {
    switch (first, second) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (.string, .enumeration): true
    case (let first, .null): first == .null || isNullable(first)
    case (.list(let first), .list(let second)): isAsGeneral(first, second)
    case (.optional(let first), .optional(let second)): isAsGeneral(first, second)
    case (.map(let firstKey, let firstValue), .map(let secondKey, let secondValue)):
      isAsGeneral(firstKey, secondKey) && isAsGeneral(firstValue, secondValue)
    case (.opaque(_, let first), .opaque(_, let second)):
      zip(first, second).allSatisfy { isAsGeneral($0, $1) }
    default: first == second
    }
  }

  private func mentions(_ type: CELType, _ index: Int) -> Bool {
    switch resolved(type) {
    case .parameter(let other): other == index
    case .list(let element): mentions(element, index)
    case .map(let key, let value): mentions(key, index) || mentions(value, index)
    case .optional(let wrapped): mentions(wrapped, index)
    case .opaque(_, let parameters): parameters.contains { mentions($0, index) }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .enumeration, .type, .dyn:
      false
    }
  }
}
