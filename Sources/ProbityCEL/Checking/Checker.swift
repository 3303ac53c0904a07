import ProbityText

/// Finds the type of every node and what every name means; reports what does not fit.
///
/// The type of a faulty node is nil, which nothing complains about again.
struct Checker {
  /// What a name, field or function call turned out to be.
  enum Resolution: Sendable {
    case variable(slot: Int)
    /// The variable of a comprehension, counted from the outermost.
    case local(Int)
    case constant(Value)
    case field(slot: Int, type: CELType)
    /// An entry of a map, or a field of something whose type is not known beforehand.
    case key
    case function(Function, isMember: Bool)
    /// Only in an unchecked expression: it fails if it is evaluated.
    case failure(String)
  }

  struct Local {
    var name: String
    var type: CELType?
  }

  let environment: Environment
  let text: EmbeddedText
  let syntax: Syntax
  /// Without checks a fault waits until the node is evaluated.
  let isStrict: Bool
  var types: [CELType?]
  var resolutions: [Resolution?]
  var fieldsRead: Set<FieldName> = []
  var substitution = Substitution()
  var locals: [Local] = []
  var diagnostics = DiagnosticList()

  init(_ syntax: Syntax, _ text: EmbeddedText, _ environment: Environment, isStrict: Bool) {
    self.syntax = syntax
    self.text = text
    self.environment = environment
    self.isStrict = isStrict
    types = Array(repeating: nil, count: syntax.nodes.count)
    resolutions = Array(repeating: nil, count: syntax.nodes.count)
  }

  /// Finds the type of a node and of all below it; nil where there is a fault.
  @discardableResult
  mutating func check(_ id: Syntax.ID) -> CELType? {
    let type = typeOf(id) ?? (isStrict ? nil : .dyn)
    types[id] = type
    return type.map(substitution.resolved)
  }

  private mutating func typeOf(_ id: Syntax.ID) -> CELType? {
    switch syntax[id].kind {
    case .literal(let value): typeOfLiteral(value)
    case .name: checkName(id)
    case .select: checkSelection(id)
    case .has(let operand, let field): checkHas(id, operand, field)
    case .call(let name, let target, let arguments): checkCall(id, name, target, arguments)
    case .unary(let operation, let operand): checkUnary(id, operation, operand)
    case .binary(let operation, let left, let right): checkBinary(id, operation, left, right)
    case .arithmetic(let first, let links): checkArithmetic(id, first, links)
    case .logic(let isAnd, let operands): checkLogic(isAnd, operands)
    case .conditional(let condition, let first, let second):
      checkConditional(id, condition, first, second)
    case .index(let operand, let index, let isOptional):
      checkIndex(id, operand, index, isOptional)
    case .list(let elements): checkList(elements)
    case .map(let entries): checkMap(id, entries)
    case .record(let name, let members): checkRecord(id, name, members.map(\.value))
    case .comprehension: checkComprehension(id)
    case .bind(let name, let value, let body): checkBlock([(name, value)], body)
    case .block(let values, let body):
      checkBlock(values.enumerated().map { ("@index\($0)", $1) }, body)
    case .optionalMap(let operand, let variable, let body, let isFlat):
      checkOptionalMap(id, operand, variable, body, isFlat)
    case .invalid: nil
    }
  }

  /// Reports a fault of a node; gives nil, the type of a faulty node.
  mutating func fault(
    _ diagnosticID: String,
    _ message: String,
    at id: Syntax.ID,
    range: Range<Int>? = nil,
    help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> CELType? {
    if isStrict {
      let span = text.span(range ?? syntax[id].range)
      diagnostics.error(diagnosticID, message, at: span, help: help, notes: notes)
    }
    return nil
  }

  mutating func accepts(_ actual: CELType, as wanted: CELType) -> Bool {
    substitution.accepts(actual, as: wanted)
  }

  /// The type that holds values of both, widening an enumeration to a string; nil if none does.
  mutating func joined(_ first: CELType, _ second: CELType) -> CELType? {
    guard accepts(second, as: first) || accepts(first, as: second) else { return nil }
    return substitution.moreGeneral(first, second)
  }

  func typeOfLiteral(_ value: Value) -> CELType? {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .date, .timestamp, .duration, .list, .map, .type, .optional, .node, .unknown, .error: nil
    }
  }

  /// Says that a condition is not a bool; true if it is, or has been reported already.
  @discardableResult
  mutating func requireBool(_ id: Syntax.ID, _ type: CELType?, _ what: String) -> Bool {
    guard let type, !accepts(type, as: .bool) else { return true }
    _ = fault(
      "cel.not-bool",
      "\(what) must be a bool, this is \(described(type))",
      at: id,
      notes: declarationNotes(of: id)
    )
    return false
  }

  func described(_ type: CELType) -> String {
    withArticle(substitution.resolved(type).description)
  }

  /// Where the field or name that a node consists of is declared.
  func declarationNotes(of id: Syntax.ID) -> [Diagnostic.Note] {
    declaration(of: id).map { [Diagnostic.Note("`\($0.name)` is declared here", at: $0.span)] }
      ?? []
  }

  private func declaration(of id: Syntax.ID) -> (name: String, span: SourceSpan)? {
    switch syntax[id].kind {
    case .name, .select:
      if case .field? = resolutions[id] { return fieldDeclaration(of: id) }
      return qualifiedName(id).flatMap { name, _, _ in
        environment.declarations[name]?.span.map { (name, $0) }
      }
    case .literal, .has, .call, .unary, .binary, .arithmetic, .logic, .conditional, .index, .list,
      .map, .record, .comprehension, .bind, .block, .optionalMap, .invalid:
      return nil
    }
  }

  private func fieldDeclaration(of id: Syntax.ID) -> (name: String, span: SourceSpan)? {
    guard case .select(let operand, let field, _) = syntax[id].kind,
      case .record(let record)? = types[operand].map(substitution.resolved),
      let type = environment.catalog.records[record], let slot = type.slot(of: field)
    else { return nil }
    return type.fields[slot].declaration.map { (field, $0) }
  }
}

/// The name of a type as a sentence has it.
func withArticle(_ name: String) -> String {
  (name.utf8.first.map { "aeio".utf8.contains($0) } ?? false ? "an " : "a ") + name
}
