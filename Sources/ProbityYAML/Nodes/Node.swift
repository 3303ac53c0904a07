package import ProbityText

/// A piece of a document: a scalar, a list or a mapping, with its place.
package struct Node: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key of a mapping and what stands under it.
  package struct Entry: Sendable, Hashable {
    package let key: Node
    package let value: Node

    /// The key's text; keys that are not scalars are refused while reading.
    package var name: String { key.scalar?.text ?? "" }
  }

  package let content: Content

  /// From the first to the last byte, without tag and anchor; for an alias, the alias itself.
  package let span: SourceSpan

  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

extension Node {
  /// The scalar, if it is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The list's items, if it is one.
  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The mapping's entries in the file's order, if it is one.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether nothing was written, or `null` or `~`.
  package var isNull: Bool { scalar?.value == .null }

  /// What stands under a key of a mapping.
  ///
  /// - Complexity: O(*entries*).
  package subscript(key: String) -> Node? { entries?.first { $0.name == key }?.value }
}
