import ProbityCEL
package import ProbityText

/// What a pack declares and no rule of it uses.
package enum PackLint {
  package static func lint(_ rulebook: Rulebook, into diagnostics: inout DiagnosticList) {
    for head in rulebook.packs {
      let rules = rulebook.rules.filter { $0.pack == head.id }
      guard !rules.isEmpty else { continue }
      let read = rules.reduce(into: Set<FieldName>()) { $0.formUnion($1.fieldsRead) }
      for parameter in head.parameters
      where !read.contains(FieldName(record: "parameters", field: parameter.name)) {
        diagnostics.warning(
          "lint.unused-parameter",
          "no rule of `\(head.id)` reads the parameter `\(parameter.name)`",
          at: parameter.span,
          help: "take it out, or write `params.\(parameter.name)` where it is meant"
        )
      }
      var cited: Set<String> = []
      for node in rules.flatMap(\.exampleNodes) { YAMLTree(node).collectTexts(into: &cited) }
      for source in head.exampleSources where !cited.contains(source.id) {
        diagnostics.warning(
          "lint.unused-source",
          "no example of `\(head.id)` cites the source `\(source.id)`",
          at: source.span,
          help: "take it out, or cite it"
        )
      }
    }
  }
}

extension YAMLTree {
  /// All texts of scalars; keys do not count.
  func collectTexts(into texts: inout Set<String>) {
    switch self {
    case .scalar(let text, _): texts.insert(text)
    case .list(let items): for item in items { item.collectTexts(into: &texts) }
    case .map(let entries): for entry in entries { entry.value.collectTexts(into: &texts) }
    }
  }
}
