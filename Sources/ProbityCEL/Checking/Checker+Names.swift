import ProbityText

extension Checker {
  /// The types of the language, which are values too.
  private static let typeNames: [String: CELType] = [
    "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
    "string": .string, "bytes": .bytes, "type": .type, "date": .date, "list": .list(.dyn),
    "map": .map(key: .dyn, value: .dyn), "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]

  mutating func checkName(_ id: Syntax.ID) -> CELType? {
    guard case .name(let name, let isRooted) = syntax[id].kind else { return nil }
    if !isRooted, let place = locals.lastIndex(where: { $0.name == name }) {
      resolutions[id] = .local(place)
      return locals[place].type
    }
    return resolve(name, isRooted: isRooted, id) ?? unknownName(id, name)
  }

  /// Looks up a dotted name, in the container first; records what it means.
  private mutating func resolve(_ name: String, isRooted: Bool, _ id: Syntax.ID) -> CELType? {
    var scope = isRooted ? "" : environment.container
    while true {
      let qualified = scope.isEmpty ? name : scope + "." + name
      if let declaration = environment.declarations[qualified] {
        switch declaration.meaning {
        case .variable(let slot): resolutions[id] = .variable(slot: slot)
        case .constant(let value): resolutions[id] = .constant(value)
        }
        return declaration.type
      }
      if let type = Self.typeNames[qualified] {
        resolutions[id] = .constant(.type(type))
        return .type
      }
      guard !scope.isEmpty else { return nil }
      scope = scope.lastIndex(of: ".").map { String(scope[..<$0]) } ?? ""
    }
  }

  private mutating func unknownName(_ id: Syntax.ID, _ name: String) -> CELType? {
    resolutions[id] = .failure("nothing is called `\(name)` here")
    let candidates = environment.declarations.keys.sorted() + locals.map(\.name)
    return fault(
      "cel.unknown-name",
      "nothing is called `\(name)` here",
      at: id,
      help: didYouMean(name, among: candidates)
    )
  }

  /// The dotted name that a node spells, and whether it begins with a dot.
  func qualifiedName(_ id: Syntax.ID) -> (name: String, isRooted: Bool, first: Syntax.ID)? {
    switch syntax[id].kind {
    case .name(let name, let isRooted):
      if !isRooted, locals.contains(where: { $0.name == name }) { return nil }
      return (name, isRooted, id)
    case .select(let operand, let field, isOptional: false):
      return qualifiedName(operand).map { ("\($0.name).\(field)", $0.isRooted, $0.first) }
    case .literal, .has, .call, .unary, .binary, .arithmetic, .logic, .conditional, .index, .list,
      .map, .record, .comprehension, .bind, .block, .optionalMap, .invalid, .select:
      return nil
    }
  }

  mutating func checkSelection(_ id: Syntax.ID) -> CELType? {
    guard case .select(let operand, let field, let isOptional) = syntax[id].kind else {
      return nil
    }
    if !isOptional, let (name, isRooted, first) = qualifiedName(id) {
      if let type = resolve(name, isRooted: isRooted, id) { return type }
      if let type = misspeltName(id, name, first) { return type.known }
    }
    guard let type = check(operand) else { return nil }
    let found = fieldType(id, operand, type, field)
    if case .optional = type { return found }
    return isOptional ? found.map { .optional($0) } : found
  }

  /// Reports a dotted name of which no part is declared but which is near one that is.
  private mutating func misspeltName(
    _ id: Syntax.ID,
    _ name: String,
    _ first: Syntax.ID
  ) -> (known: CELType?, Void)? {
    let dotted = environment.declarations.keys.filter { $0.contains(".") }.sorted()
    guard case .name(let root, _) = syntax[first].kind, environment.declarations[root] == nil,
      isStrict, let near = nearestName(to: name, among: dotted)
    else { return nil }
    let known = fault(
      "cel.unknown-name",
      "nothing is called `\(name)` here",
      at: id,
      help: "did you mean `\(near)`?",
      notes: environment.declarations[near]?.span.map {
        [Diagnostic.Note("`\(near)` is declared here", at: $0)]
      } ?? []
    )
    return (known, ())
  }

  /// The type of a field of a type, with the field recorded as read.
  private mutating func fieldType(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ type: CELType,
    _ field: String
  ) -> CELType? {
    resolutions[id] = .key
    switch type {
    case .record(let name): return recordField(id, name, field)
    case .map(let key, let value):
      return accepts(.string, as: key) ? value : noField(id, type, field)
    case .dyn, .parameter: return .dyn
    case .optional(let wrapped):
      let inner = fieldType(id, operand, wrapped, field)
      if case .optional = wrapped { return inner }
      return inner.map { .optional($0) }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .list,
      .enumeration, .type, .opaque:
      return noField(id, type, field)
    }
  }

  private mutating func noField(_ id: Syntax.ID, _ type: CELType, _ field: String) -> CELType? {
    var help: String?
    if case .list = type { help = "`exists`, `all`, `map` and `filter` look into its elements" }
    return fault(
      "cel.unknown-field",
      "\(described(type)) has no field `\(field)`",
      at: id,
      range: syntax[id].anchor,
      help: help
    )
  }

  private mutating func recordField(
    _ id: Syntax.ID,
    _ name: String,
    _ field: String
  ) -> CELType? {
    guard let record = environment.catalog.records[name] else { return nil }
    guard let slot = record.slot(of: field) else {
      let near = nearestName(to: field, among: record.fields.map(\.name))
      let declaration = near.flatMap(record.slot(of:)).flatMap { record.fields[$0].declaration }
      return fault(
        "cel.unknown-field",
        "`\(name)` has no field `\(field)`",
        at: id,
        range: syntax[id].anchor,
        help: near.map { "did you mean `\($0)`?" },
        notes: declaration.map {
          [Diagnostic.Note("`\(near ?? field)` is declared here", at: $0)]
        } ?? []
      )
    }
    let type = record.fields[slot].type
    fieldsRead.insert(FieldName(record: name, field: field))
    resolutions[id] = .field(slot: slot, type: type)
    return type
  }

  mutating func checkHas(_ id: Syntax.ID, _ operand: Syntax.ID, _ field: String) -> CELType? {
    guard let type = check(operand) else { return nil }
    return fieldType(id, operand, type, field) == nil ? nil : .bool
  }
}
