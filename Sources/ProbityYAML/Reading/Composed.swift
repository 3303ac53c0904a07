import ProbityText

/// A finished node with what the limits ask about it.
struct Composed {
  var node: Node

  /// The nodes in it, itself included, aliases followed.
  var size = 1

  /// How many collections deep it goes.
  var height = 0

  var isAlias = false

  init(_ node: Node, size: Int = 1, height: Int = 0) {
    self.node = node
    self.size = size
    self.height = height
  }
}

/// A list or mapping whose end was not yet read.
struct OpenCollection {
  enum Kind {
    case sequence
    case mapping
  }

  let kind: Kind
  let anchor: String?
  private let isFlow: Bool
  private let start: Int
  private var items: [Node] = []
  private var entries: [Node.Entry] = []
  private var key: Node?
  private var firstUses: [String: Node] = [:]
  private var size = 1
  private var height = 0
  private var end: Int

  init(_ kind: Kind, _ event: Event, isFlow: Bool) {
    self.kind = kind
    self.isFlow = isFlow
    anchor = event.anchor
    start = event.content
    end = event.range.upperBound
  }

  /// Takes the next item, key or value.
  mutating func add(_ child: Composed, into diagnostics: inout DiagnosticList) {
    size += child.size
    height = max(height, child.height)
    end = child.node.span.upperBound
    switch (kind, key) {
    case (.sequence, _): items.append(child.node)
    case (.mapping, nil):
      checkKey(child.node, into: &diagnostics)
      key = child.node
    case (.mapping, let name?):
      entries.append(Node.Entry(key: name, value: child.node))
      key = nil
    }
  }

  private mutating func checkKey(_ key: Node, into diagnostics: inout DiagnosticList) {
    guard let scalar = key.scalar else {
      diagnostics.error(
        "yaml.key-not-text",
        "a key must be a text, not a list or a mapping",
        at: key.span
      )
      return
    }
    if scalar.text == "<<", scalar.style == .plain {
      diagnostics.error(
        "yaml.merge-key",
        "merge keys `<<` are not part of YAML 1.2 and are not read",
        at: key.span,
        help: "write the fields out, so that readers see what is there"
      )
    }
    if let first = firstUses[scalar.text] {
      diagnostics.append(duplicate(of: first, key: key))
    } else {
      firstUses[scalar.text] = key
    }
  }

  /// Swift compares texts by canonical equivalence, so `firstUses` finds both kinds of repeats.
  private func duplicate(of first: Node, key: Node) -> Diagnostic {
    let text = key.scalar?.text ?? ""
    let isSameSpelling = first.scalar.map { $0.text.utf8.elementsEqual(text.utf8) } ?? true
    return Diagnostic(
      .error,
      id: "yaml.duplicate-key",
      isSameSpelling
        ? "the key `\(text)` must not be given twice"
        : "the key `\(text)` must not be given twice; the two look the same but are spelt with "
          + "different characters",
      at: key.span,
      notes: [Diagnostic.Note("it is given first here", at: first.span)]
    )
  }

  /// The collection as a node, when its end was read.
  func composed(endingWith event: Event, in source: SourceText) -> Composed {
    // Only a bracket is the collection's own end; a block's end is where the next token stands.
    let upper = isFlow && !event.range.isEmpty ? event.range.upperBound : end
    let node = Node(
      kind == .sequence ? .sequence(items) : .mapping(entries),
      at: source.span(start..<max(start, upper))
    )
    return Composed(node, size: size, height: height + 1)
  }
}

extension SourceText {
  /// A span without the blanks and line breaks at its end.
  func withoutTrailingBlanks(_ span: SourceSpan) -> SourceSpan {
    var end = min(span.upperBound, bytes.count)
    while end > span.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return self.span(span.lowerBound..<max(span.lowerBound, end))
  }
}
