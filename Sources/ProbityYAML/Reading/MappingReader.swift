package import ProbityText

/// Reads a mapping field by field, so that no key is ever silently ignored.
///
/// Ask for every field that may stand there, then call `finish`.
package struct MappingReader {
  /// The mapping.
  package let node: Node

  /// What the mapping describes, as messages call it: "a rule".
  package var what: String { words() }

  /// Makes `what` when a message needs it: nearly all mappings are read without one.
  private let words: () -> String
  private var asked: [String] = []
  private var missing: [String] = []
  /// The entries that were asked for: a bit each, and their number.
  private var met: UInt64 = 0
  private var metCount = 0

  /// Begins to read; nil, with an error, if the node is no mapping.
  package init?(
    _ node: Node,
    what: @autoclosure @escaping () -> String,
    into diagnostics: inout DiagnosticList
  ) {
    guard node.isMapping else {
      diagnostics.error(
        "yaml.not-a-mapping",
        "\(what()) must be a mapping of fields; \(node.kindInWords) is given",
        at: node.span
      )
      return nil
    }
    self.node = node
    words = what
    asked.reserveCapacity(16)
  }

  /// The value of a field; nil if it is missing, empty or `null`.
  package mutating func optional(_ field: String) -> Node? {
    asked.append(field)
    guard let (value, position) = node.entry(of: field) else { return nil }
    // What is behind the first 64 entries is counted as not asked for and looked up in `rest`.
    let mark: UInt64 = position < 64 ? 1 << UInt64(position) : 0
    if met & mark == 0, mark != 0 { metCount += 1 }
    met |= mark
    return value.isNull ? nil : value
  }

  /// The value of a field that must be there; nil if it is not, which `finish` reports.
  package mutating func required(_ field: String) -> Node? {
    if let value = optional(field) { return value }
    missing.append(field)
    return nil
  }

  /// The entries that no field was asked for, in the file's order.
  package var rest: [Node.Entry] {
    if metCount == node.entryCount { return [] }
    let asked = Set(asked)
    return (node.entries ?? []).filter { !asked.contains($0.name) }
  }

  /// Reports every field that is missing and every key that no field was asked for.
  ///
  /// A key that is nearly the missing field's is that field, misspelt: one fault, one message.
  package func finish(into diagnostics: inout DiagnosticList) {
    var misspelt: [String] = []
    for entry in rest {
      let meant = nearestName(to: entry.name, among: asked)
      if let meant { misspelt.append(meant) }
      diagnostics.error(
        "yaml.unknown-field",
        "\(what) has no field `\(entry.name)`",
        at: entry.key.span,
        help: meant.map { "did you mean `\($0)`?" }
          ?? "the fields are " + asked.map { "`\($0)`" }.joined(separator: ", ")
      )
    }
    for field in missing where !misspelt.contains(field) {
      let entry = node.entries?.first { $0.name == field }
      diagnostics.error(
        "yaml.missing-field",
        "\(what) must have `\(field)`",
        at: entry?.key.span ?? node.entries?.first?.key.span ?? node.span
      )
    }
  }
}
