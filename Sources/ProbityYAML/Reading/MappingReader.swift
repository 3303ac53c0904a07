package import ProbityText

/// Reads a mapping field by field, so that no key is ever silently ignored.
///
/// Ask for every field that may stand there, then call `finish`.
package struct MappingReader {
  /// The mapping.
  package let node: Node

  /// What the mapping describes, as messages call it: "a rule".
  package let what: String

  private var asked: [String] = []

  /// Begins to read; nil, with an error, if the node is no mapping.
  package init?(_ node: Node, what: String, into diagnostics: inout DiagnosticList) {
    guard node.entries != nil else {
      diagnostics.error(
        "yaml.not-a-mapping",
        "\(what) must be a mapping of fields; \(node.kindInWords) is given",
        at: node.span
      )
      return nil
    }
    self.node = node
    self.what = what
  }

  /// The value of a field; nil if it is missing, empty or `null`.
  package mutating func optional(_ field: String) -> Node? {
    asked.append(field)
    return node[field].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a field that must be there; nil, with an error, if it is not.
  package mutating func required(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> Node? {
    if let value = optional(field) { return value }
    let entry = node.entries?.first { $0.name == field }
    diagnostics.error(
      "yaml.missing-field",
      "\(what) must have `\(field)`",
      at: entry?.key.span ?? node.entries?.first?.key.span ?? node.span
    )
    return nil
  }

  /// The entries that no field was asked for, in the file's order.
  package var rest: [Node.Entry] {
    let asked = Set(asked)
    return (node.entries ?? []).filter { !asked.contains($0.name) }
  }

  /// Reports every key that no field was asked for.
  package func finish(into diagnostics: inout DiagnosticList) {
    for entry in rest {
      diagnostics.error(
        "yaml.unknown-field",
        "\(what) has no field `\(entry.name)`",
        at: entry.key.span,
        help: didYouMean(entry.name, among: asked)
          ?? "the fields are " + asked.map { "`\($0)`" }.joined(separator: ", ")
      )
    }
  }
}
