import ProbityCEL
import ProbityText
import ProbityYAML

/// What a rule runs over and what it asks.
extension RuleReader {
  mutating func readScope(_ reader: inout MappingReader) -> [Rule.ScopeStep] {
    reader.entries("for_each", into: &diagnostics).compactMap { entry in
      guard let path = entry.value.string("`\(entry.name)`", into: &diagnostics) else {
        return nil
      }
      if variables.contains(where: { $0.name == entry.name }) {
        diagnostics.error(
          "rule.variable-twice",
          "`\(entry.name)` already means something else",
          at: entry.key.span
        )
      }
      guard let step = scopeStep(entry.name, path, at: entry.value.span) else { return nil }
      return step
    }
  }

  private mutating func scopeStep(
    _ name: String,
    _ path: String,
    at span: SourceSpan
  ) -> Rule.ScopeStep? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let base = variables.firstIndex(where: { $0.name == parts[0] }), parts.count > 1 else {
      diagnostics.error(
        "rule.bad-scope",
        "a path of `for_each` must begin with `vendor` or an earlier variable, such as "
          + "`vendor.products`",
        at: span,
        help: didYouMean(parts[0], among: variables.map(\.name))
      )
      return nil
    }
    var type = variables[base].type
    var slots: [Int] = []
    var list = FieldName(record: "", field: "")
    for part in parts.dropFirst() {
      guard case .record(let name) = type, let record = vocabulary.record(name),
        let slot = record.fields.firstIndex(where: { $0.name == part })
      else {
        refuseField(part, of: type, at: span)
        return nil
      }
      slots.append(slot)
      list = FieldName(record: name, field: part)
      type = record.fields[slot].type
    }
    guard case .list(.record(let element)) = type else {
      diagnostics.error(
        "rule.bad-scope",
        "a path of `for_each` must lead to a list of records; "
          + "`\(path)` is a \(type)",
        at: span
      )
      return nil
    }
    variables.append((name, .record(element)))
    environment.declare(name, .record(element))
    return Rule.ScopeStep(
      variable: name,
      base: base,
      slots: slots,
      path: path,
      element: element,
      list: list
    )
  }

  private mutating func refuseField(_ name: String, of type: CELType, at span: SourceSpan) {
    var fields: [String] = []
    if case .record(let record) = type {
      fields = vocabulary.record(record)?.fields.map(\.name) ?? []
    }
    diagnostics.error(
      "rule.unknown-field",
      "`\(type)` has no field `\(name)`",
      at: span,
      help: didYouMean(name, among: fields)
    )
  }

  mutating func readCondition(
    _ reader: inout MappingReader,
    at span: SourceSpan
  ) -> (tree: Condition, isRequirement: Bool)? {
    let violatedIf = reader.optional("violated_if")
    let required = reader.optional("required")
    switch (violatedIf, required) {
    case (let node?, nil): return condition(node, depth: 0).map { ($0, false) }
    case (nil, let node?): return condition(node, depth: 0).map { ($0, true) }
    default:
      diagnostics.error(
        "rule.one-condition",
        "a rule must have either `violated_if` or `required`",
        at: required?.span ?? reader.node.entries?.first?.key.span ?? span
      )
      return nil
    }
  }

  private mutating func condition(_ node: Node, depth: Int) -> Condition? {
    guard var reader = MappingReader(node, what: "a condition", into: &diagnostics) else {
      return nil
    }
    if reader.optional("cel") != nil || reader.optional("label") != nil {
      return readLeaf(node).map(Condition.leaf)
    }
    var found: [Condition] = []
    for kind in ["all", "any", "none", "at_least"] {
      guard let parts = reader.optional(kind) else { continue }
      if let group = group(kind, parts, depth: depth) { found.append(group) }
    }
    reader.finish(into: &diagnostics)
    guard found.count == 1 else {
      if diagnostics.isFreeOfErrors {
        diagnostics.error(
          "rule.one-group",
          "a condition must be one of `all`, `any`, `none`, `at_least`, or a `label` with `cel`",
          at: node.entries?.first?.key.span ?? node.span
        )
      }
      return nil
    }
    return found[0]
  }

  private mutating func group(_ kind: String, _ node: Node, depth: Int) -> Condition? {
    guard depth < 16 else {
      diagnostics.error(
        "rule.too-deep",
        "conditions must not be nested deeper than 16",
        at: node.span
      )
      return nil
    }
    var needed = 0
    var list: Node? = node
    if kind == "at_least" {
      guard var reader = MappingReader(node, what: "`at_least`", into: &diagnostics) else {
        return nil
      }
      let number = reader.required("n")
      needed = Int(number?.int("`n`", into: &diagnostics) ?? 0)
      list = reader.required("of")
      reader.finish(into: &diagnostics)
    }
    guard let list, let items = list.list("`\(kind)`", into: &diagnostics) else { return nil }
    if items.isEmpty {
      diagnostics.error(
        "rule.empty-group",
        "`\(kind)` must have at least one condition",
        at: list.span
      )
    } else if kind == "at_least", !(1...items.count).contains(needed) {
      diagnostics.error(
        "rule.impossible-number",
        "`n` must be between 1 and \(items.count)",
        at: node.span
      )
    }
    let parts = items.compactMap { condition($0, depth: depth + 1) }
    guard parts.count == items.count else { return nil }
    switch kind {
    case "all": return .all(parts)
    case "any": return .any(parts)
    case "none": return .none(parts)
    default: return .atLeast(needed, parts)
    }
  }

  private mutating func readLeaf(_ node: Node) -> Condition.Leaf? {
    guard var reader = MappingReader(node, what: "a condition", into: &diagnostics) else {
      return nil
    }
    let label = reader.requiredText("label", into: &diagnostics)
    let text = reader.required("cel")
    reader.finish(into: &diagnostics)
    return text.flatMap { compiled($0, label: label) }
  }

  mutating func compiled(_ node: Node, label: LocalizedText) -> Condition.Leaf? {
    guard let scalar = node.scalar, node.string("a condition", into: &diagnostics) != nil,
      let program = Program.compile(
        scalar.embedded,
        expecting: .bool,
        in: environment,
        diagnostics: &diagnostics
      )
    else { return nil }
    return Condition.Leaf(label: label, program: program, span: node.span)
  }

  mutating func readExceptions(_ reader: inout MappingReader) -> [Condition.Leaf] {
    guard let node = reader.optional("unless"),
      let items = node.list("`unless`", into: &diagnostics)
    else { return [] }
    if items.isEmpty {
      diagnostics.error(
        "rule.empty-group",
        "`unless` must have at least one condition",
        at: node.span
      )
    }
    return items.compactMap { readLeaf($0) }
  }
}
