import ProbityText

/// Enumerations: literal strings stand for their codes wherever a code is wanted, and only where
/// the enumeration has that code.
extension Checker {
  /// Whether values of a type are codes, or hold some.
  func holdsEnumeration(_ type: CELType) -> Bool {
    switch type {
    case .enumeration: true
    case .list(let element), .optional(let element): holdsEnumeration(element)
    case .map(let key, let value): holdsEnumeration(key) || holdsEnumeration(value)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .record, .type, .dyn, .opaque, .parameter:
      false
    }
  }

  /// Whether a value may stand where codes are wanted: it is of that type, or it is written out as
  /// literal codes, each of which must exist.
  mutating func isCode(_ id: Syntax.ID, _ type: CELType, of wanted: CELType) -> Bool {
    switch (syntax[id].kind, wanted) {
    case (.literal(.string(let code)), .enumeration(let name)):
      checkCode(id, code.description, name)
      return true
    case (.list(let elements), .list(let wanted)):
      return areCodes(elements.map { ($0.value, $0.isOptional) }, of: wanted)
    case (.map(let entries), .map(let key, let value)):
      let areKeys = areCodes(entries.map { ($0.key, false) }, of: key)
      return areCodes(entries.map { ($0.value, $0.isOptional) }, of: value) && areKeys
    case (.conditional(_, let first, let second), _):
      return areCodes([(first, false), (second, false)], of: wanted)
    case (.call(_, _, let arguments), .optional(let wanted)) where isOptionalOf(id):
      return areCodes(arguments.map { ($0, false) }, of: wanted)
    default:
      return accepts(type, as: wanted)
    }
  }

  /// The same of several values, some after `?`; those that are faulty already count as fitting.
  private mutating func areCodes(
    _ items: [(id: Syntax.ID, isOptional: Bool)],
    of wanted: CELType
  ) -> Bool {
    var fits = true
    for (id, isOptional) in items {
      guard let type = types[id].map(substitution.resolved) else { continue }
      fits = isCode(id, type, of: isOptional ? .optional(wanted) : wanted) && fits
    }
    return fits
  }

  private func isOptionalOf(_ id: Syntax.ID) -> Bool {
    guard case .function(let function, _)? = resolutions[id] else { return false }
    return function == .optionalOf || function == .optionalOfNonZero
  }

  /// Whether it consists of literal strings, so that it may be codes as well as texts.
  private func isWrittenOut(_ id: Syntax.ID) -> Bool {
    switch syntax[id].kind {
    case .literal(.string): true
    case .list(let elements): elements.allSatisfy { isWrittenOut($0.value) }
    case .map(let entries):
      entries.allSatisfy { isWrittenOut($0.key) || isWrittenOut($0.value) }
    case .conditional(_, let first, let second): isWrittenOut(first) && isWrittenOut(second)
    case .call(_, _, let arguments): isOptionalOf(id) && arguments.allSatisfy(isWrittenOut)
    case .literal, .name, .select, .has, .unary, .binary, .arithmetic, .logic, .index, .record,
      .comprehension, .bind, .block, .optionalMap, .invalid:
      false
    }
  }

  /// The type of a value beside which codes stand: theirs, if it is written out and fits.
  mutating func adopted(_ id: Syntax.ID, _ type: CELType, beside wanted: CELType) -> CELType {
    guard holdsEnumeration(wanted), !holdsEnumeration(type), isWrittenOut(id),
      isCode(id, type, of: wanted)
    else { return type }
    types[id] = wanted
    return wanted
  }

  /// One of several values that are to have one type in common.
  struct Item {
    var id: Syntax.ID
    /// The type that it adds: of an element after `?` that of the value within.
    var type: CELType
    var isOptional = false
  }

  /// The types of values that are to have one in common: where codes
  /// stand beside nothing but what is written out, that is codes too.
  mutating func adopted(_ items: [Item]) -> [CELType] {
    guard let wanted = items.first(where: { holdsEnumeration($0.type) })?.type,
      items.allSatisfy({ holdsEnumeration($0.type) || isWrittenOut($0.id) })
    else { return items.map(\.type) }
    return items.map { item in
      guard item.isOptional else { return adopted(item.id, item.type, beside: wanted) }
      let type = adopted(item.id, .optional(item.type), beside: .optional(wanted))
      return type == .optional(wanted) ? wanted : item.type
    }
  }

  /// The types of a call's operands: where a signature wants one type in several places, what is
  /// written out beside codes is codes.
  mutating func adopted(
    _ operands: [Syntax.ID],
    _ types: [CELType],
    by overloads: [Overload]
  ) -> [CELType] {
    var types = types
    guard let codes = types.firstIndex(where: holdsEnumeration) else { return types }
    for overload in overloads {
      var attempt = substitution
      let parameters = attempt.instance(of: overload).parameters
      guard attempt.accepts(types[codes], as: parameters[codes]) else { continue }
      for place in operands.indices where place != codes {
        let wanted = attempt.resolved(parameters[place])
        types[place] = adopted(operands[place], types[place], beside: wanted)
      }
    }
    return types
  }

  private mutating func checkCode(_ id: Syntax.ID, _ code: String, _ name: String) {
    guard let enumeration = environment.catalog.enumerations[name],
      !enumeration.codes.contains(where: { $0.utf8.elementsEqual(code.utf8) })
    else { return }
    let listed = enumeration.codes.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let rest = enumeration.codes.count > 8 ? ", …" : ""
    _ = fault(
      "cel.unknown-code",
      "`\(code)` is not a `\(name)`",
      at: id,
      help: didYouMean(code, among: enumeration.codes) ?? "the codes are \(listed)\(rest)",
      notes: enumeration.declaration.map {
        [Diagnostic.Note("`\(name)` is declared here", at: $0)]
      } ?? []
    )
  }
}
