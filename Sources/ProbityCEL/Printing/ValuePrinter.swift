/// Writes values as the language would: texts in quotes and escaped, maps in the order of writing.
///
/// What the language has no words for is written so: `unknown` for what nobody answered, `none`
/// for a field known to be none, `?` behind an element that may not be there, and `...` where a
/// list may have further elements.
package struct ValuePrinter {
  /// A value's text, with what in it is open.
  package struct Page: Sendable, Hashable {
    package var text: String
    /// The facts that open parts wait for.
    package var waitsFor: FactSet
    /// Whether some part is unknown.
    package var isOpen: Bool
  }

  /// UTF-8 bytes of the longest text that is written.
  package static let textLimit = 1_000_000

  let tree: FactTree
  let view: FactView
  let catalog: TypeCatalog
  private let limit: Int
  private var page = Page(text: "", waitsFor: FactSet(), isOpen: false)
  /// Records that are being written: one may stand inside itself.
  private var path: [NodeID] = []

  /// A value of some type as text; nil if that would be longer than the limit.
  package static func page(
    of value: Value,
    type: CELType,
    tree: FactTree,
    view: FactView,
    catalog: TypeCatalog,
    limit: Int = textLimit
  ) -> Page? {
    var printer = ValuePrinter(tree: tree, view: view, catalog: catalog, limit: limit)
    printer.write(value, type)
    return printer.isFull ? nil : printer.page
  }

  /// A key of a map as text.
  package static func text(ofKey key: Value) -> String { key.simpleText }

  private init(tree: FactTree, view: FactView, catalog: TypeCatalog, limit: Int) {
    self.tree = tree
    self.view = view
    self.catalog = catalog
    self.limit = limit
  }

  private var isFull: Bool { page.text.utf8.count > limit }

  private mutating func write(_ text: String) { page.text += text }

  private mutating func writeOpen(_ facts: FactSet, _ text: String = "unknown") {
    write(text)
    page.isOpen = true
    page.waitsFor.formUnion(facts)
  }

  private mutating func write(_ value: Value, _ type: CELType) {
    switch value {
    case .list(let list): write(list, type)
    case .map(let map): write(map, type)
    case .optional(nil): write("optional.none()")
    case .optional(let wrapped?):
      write("optional.of(")
      write(wrapped, type.wrapped)
      write(")")
    case .node(let node): write(node, type)
    case .unknown(let facts): writeOpen(facts)
    case .error: writeOpen(FactSet(), "error")
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type:
      write(value.simpleText)
    }
  }

  // MARK: Collections

  /// Writes parts between brackets until there are no more, or no room.
  private mutating func writeParts<Part>(
    _ parts: [Part],
    _ brackets: (String, String),
    hasMore: Bool = false,
    _ write: (inout ValuePrinter, Part) -> Void
  ) {
    self.write(brackets.0)
    for (place, part) in parts.enumerated() where !isFull {
      if place > 0 { self.write(", ") }
      write(&self, part)
    }
    if hasMore { self.write(parts.isEmpty ? "..." : ", ...") }
    self.write(brackets.1)
  }

  private mutating func write(_ list: ListValue, _ type: CELType) {
    writeParts(Array(list.values.indices), ("[", "]"), hasMore: list.openness != nil) {
      page,
      place in
      page.write(list.values[place], type.element)
      if let doubt = list.doubt(at: place) { page.writeOpen(doubt, "?") }
    }
    for facts in [list.openness, list.disorder] {
      if let facts { writeOpen(facts, "") }
    }
  }

  private mutating func write(_ map: MapValue, _ type: CELType) {
    writeParts(Array(map.keys.indices), ("{", "}")) { page, place in
      page.write(map.keys[place], .dyn)
      page.write(": ")
      page.write(map.values[place], type.entry)
    }
  }

  // MARK: Records and lists of the tree

  private mutating func write(_ node: NodeID, _ type: CELType) {
    guard let fact = tree.node(node).fact, tree.node(node).kind == .list else {
      return writeRecord(node, type)
    }
    let isClosed = view.isClosed(fact)
    let elements = tree.children(of: node).filter { child in
      child.existence.map { view.existence($0, in: tree) != .no } ?? true
    }
    writeParts(elements, ("[", "]"), hasMore: !isClosed) { page, child in
      page.writeContent(of: child, type.element)
      if let existence = child.existence, page.existence(existence) == .unknown {
        page.writeOpen(FactSet([existence]), "?")
      }
    }
    if !isClosed { writeOpen(FactSet([fact]), "") }
  }

  private mutating func writeRecord(_ node: NodeID, _ type: CELType) {
    guard case .record(let name) = type, let record = catalog.records[name] else {
      return write("{...}")
    }
    // A group of companies holds the vendor that it is the group of.
    guard !path.contains(node) else { return write("\(name){...}") }
    path.append(node)
    writeParts(Array(record.fields.enumerated()), ("\(name){", "}")) { page, field in
      page.write(field.element.name + ": ")
      page.writeField(page.tree.field(field.offset, of: node), field.element.type)
    }
    path.removeLast()
  }

  private mutating func writeField(_ child: FactTree.Child, _ type: CELType) {
    guard let existence = child.existence else { return writeContent(of: child, type) }
    switch self.existence(existence) {
    case .yes: writeContent(of: child, type)
    case .no: write("none")
    case .unknown: writeOpen(FactSet([existence]))
    }
  }

  /// Whether a record is there; something known below it shows that it is.
  private func existence(_ fact: FactID) -> Truth {
    let truth = view.existence(fact, in: tree)
    guard truth == .unknown else { return truth }
    let isWitnessed = tree.factsBelow(fact).contains { index in
      guard tree.kind(of: FactID(index)) == .value else { return false }
      if case .known = view.state(of: FactID(index)) { return true }
      return false
    }
    return isWitnessed ? .yes : .unknown
  }

  private mutating func writeContent(of child: FactTree.Child, _ type: CELType) {
    let node = tree.node(child.node)
    guard node.kind == .scalar, let fact = node.fact else { return write(child.node, type) }
    switch view.state(of: fact) {
    case .unknown: writeOpen(FactSet([fact]))
    case .absent: write("none")
    case .known(let value): write(value, type)
    }
  }
}

extension CELType {
  fileprivate var element: CELType { if case .list(let element) = self { element } else { .dyn } }

  fileprivate var entry: CELType {
    if case .map(_, let value) = self { value } else { .dyn }
  }

  fileprivate var wrapped: CELType {
    if case .optional(let wrapped) = self { wrapped } else { .dyn }
  }
}
