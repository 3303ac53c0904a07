import ProbityText

@testable import ProbityCEL

/// The tree of a text, with what was wrong with it.
func parsed(_ text: String) -> (syntax: Syntax, diagnostics: [Diagnostic]) {
  var parser = Parser(EmbeddedText(SourceText(name: "test.cel", text)))
  let syntax = parser.parse()
  return (syntax, parser.diagnostics.sorted)
}

/// A tree without places: equal for equal trees only.
func shape(_ syntax: Syntax, _ id: Syntax.ID? = nil) -> String {
  func of(_ id: Syntax.ID) -> String { shape(syntax, id) }
  func all(_ ids: [Syntax.ID]) -> String { ids.map(of).joined(separator: " ") }
  switch syntax[id ?? syntax.root].kind {
  case .literal(let value): return "\(value)"
  case .name(let name, let isRooted): return "(name \(name) \(isRooted))"
  case .select(let operand, let field, let isOptional):
    return "(select \(isOptional) \(field) \(of(operand)))"
  case .has(let operand, let field): return "(has \(field) \(of(operand)))"
  case .call(let name, let target, let arguments):
    return "(call \(name) \(target.map(of) ?? "-") \(all(arguments)))"
  case .unary(let operation, let operand): return "(\(operation) \(of(operand)))"
  case .binary(let operation, let left, let right): return "(\(operation) \(all([left, right])))"
  case .arithmetic(let first, let links):
    let rest = links.map { "\($0.operation) \(of($0.operand))" }
    return "(chain \(of(first)) \(rest.joined(separator: " ")))"
  case .logic(let isAnd, let operands): return "(\(isAnd) \(all(operands)))"
  case .conditional(let condition, let first, let second):
    return "(if \(all([condition, first, second])))"
  case .index(let operand, let index, let isOptional):
    return "(index \(isOptional) \(all([operand, index])))"
  case .list(let elements): return "[\(elements.map { "\($0.isOptional) \(of($0.value))" })]"
  case .map(let entries):
    return "{\(entries.map { "\($0.isOptional) \(all([$0.key, $0.value]))" })}"
  case .record(let name, let members):
    return "(\(name) \(members.map { "\($0.name) \($0.isOptional) \(of($0.value))" }))"
  case .comprehension(let macro, let range, let variables, let condition, let result):
    let steps = [condition, result].map { $0.map(of) ?? "-" }
    return "(\(macro) \(of(range)) \(variables) \(steps))"
  case .bind(let name, let value, let body): return "(bind \(name) \(all([value, body])))"
  case .block(let values, let body): return "(block [\(all(values))] \(of(body)))"
  case .optionalMap(let operand, let variable, let body, let isFlat):
    return "(optional \(isFlat) \(variable) \(all([operand, body])))"
  case .invalid: return "(invalid)"
  }
}
