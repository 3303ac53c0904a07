package import ProbityText

/// A piece of a document: a scalar, a list or a mapping, with its place.
///
/// A node is a place in the document's store: copies are cheap, texts are made when asked for.
package struct Node: Sendable {
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
    package var name: String { key.text }
  }

  private let store: NodeStore

  /// The record that holds the content; for an alias, what it stands for.
  private let index: Int32

  /// The record whose place this is.
  private let place: Int32

  /// The node at a record of a store.
  @inline(__always)
  init(_ place: Int, in store: NodeStore) {
    self.store = store
    self.place = Int32(place)
    let record = store.tape.records[place]
    index = record.kind == .alias ? Int32(record.target) : self.place
  }

  private var record: Record { store.tape.records[Int(index)] }

  package var content: Content {
    if let items { return .sequence(items) }
    if let entries { return .mapping(entries) }
    return .scalar(scalar ?? Scalar(text: "", style: .plain, written: span))
  }

  /// From the first to the last byte, without tag and anchor; for an alias, the alias itself.
  package var span: SourceSpan { store.tape.span(of: Int(place)) }
}

extension Node {
  /// The scalar, if it is one.
  package var scalar: Scalar? { store.tape.scalar(Int(index)) }

  /// The list's items, if it is one.
  package var items: [Node]? {
    guard record.kind == .sequence else { return nil }
    var items: [Node] = []
    items.reserveCapacity(record.childCount)
    var child = Int(index) + 1
    while child < record.next {
      items.append(Node(child, in: store))
      child = store.tape.next(after: child)
    }
    return items
  }

  /// The mapping's entries in the file's order, if it is one.
  package var entries: [Entry]? {
    guard record.kind == .mapping else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(record.childCount / 2)
    var key = Int(index) + 1
    while key < record.next {
      let value = store.tape.next(after: key)
      entries.append(Entry(key: Node(key, in: store), value: Node(value, in: store)))
      key = store.tape.next(after: value)
    }
    return entries
  }

  /// Whether it is a mapping, without its entries being made.
  package var isMapping: Bool { record.kind == .mapping }

  /// How many entries a mapping has; 0 for anything else.
  var entryCount: Int { record.kind == .mapping ? record.childCount / 2 : 0 }

  /// Whether nothing was written, or `null` or `~`.
  package var isNull: Bool {
    let record = record
    // No way to write nothing is longer, but for a tag.
    guard record.kind == .scalar, record.tag != 0 || record.text.count <= 4 else { return false }
    return scalar?.value == .null
  }

  /// What stands under a key of a mapping.
  ///
  /// - Complexity: O(*entries*).
  package subscript(key: String) -> Node? {
    entry(of: key)?.value
  }

  /// What stands under a key of a mapping, and which of its entries that is.
  func entry(of key: String) -> (value: Node, position: Int)? {
    guard record.kind == .mapping, let found = store.tape.value(of: key, in: Int(index)) else {
      return nil
    }
    return (Node(found.value, in: store), found.entry)
  }

  /// The text of a scalar that can't mean anything else; nil where it has to be looked at closely.
  package var plainText: String? { store.tape.plainText(Int(index)) }

  /// The text of a scalar; empty for anything else.
  fileprivate var text: String { store.tape.string(Int(index)) }
}

extension Node: Hashable {
  /// Whether both have the same content at the same place, in files that are equal.
  package static func == (left: Node, right: Node) -> Bool {
    if left.store === right.store, left.place == right.place { return true }
    return left.span == right.span && left.content == right.content
  }

  /// Feeds the place only: two nodes at one place are rare.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(span)
  }
}
