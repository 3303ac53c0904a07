import ProbityText
import ProbityYAML

/// A range of a text and what comes into its place.
package struct TextEdit: Sendable, Hashable {
  package var range: Range<Int>
  package var text: String
}

/// Finds the few places of a document at which it must be edited to say something more.
///
/// Everything else stays byte for byte: comments, quotes, blank lines. What can't be done so is
/// left undone, so that whoever edits compares what came of it with what was wanted.
struct DocumentEditor {
  let source: SourceText
  let lineBreak: String
  var edits: [TextEdit] = []

  /// The edits that make a document say what a tree says.
  static func edits(_ root: Node, to tree: YAMLTree) -> [TextEdit] {
    var editor = DocumentEditor(source: root.span.source)
    editor.edit(root, to: tree, Surroundings(column: -2))
    return editor.edits
  }

  /// A text with some edits, in the order of their places.
  static func text(_ source: SourceText, with edits: [TextEdit]) -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for edit in ordered.map(\.element) where edit.range.lowerBound >= offset {
      bytes += source.bytes[offset..<edit.range.lowerBound] + Array(edit.text.utf8)
      offset = edit.range.upperBound
    }
    return bytes + source.bytes[offset...]
  }

  /// What a node stands in.
  struct Surroundings {
    var isFlow = false
    /// The column of the key or dash before it, in the text as it will be.
    var column: Int
    /// How far the lines move to the right.
    var shift = 0
  }

  private init(source: SourceText) {
    self.source = source
    let first = source.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    lineBreak = first > 0 && source.bytes[first - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  mutating func edit(_ node: Node, to tree: YAMLTree, _ around: Surroundings) {
    let old = YAMLTree(node)
    if old == tree { return }
    var inside = around
    inside.isFlow = around.isFlow || isFlow(node)
    switch (old, tree) {
    case (.map(let before), .map(let after)) where after.map(\.key).starts(with: before.map(\.key)):
      extend(node, by: after, inside)
    case (.list(let before), .list(let after)) where after.count >= before.count:
      extend(node, by: after, inside)
    default:
      if old.isUnanswered { replace(node, by: tree, around) } else { wrap(node, old, tree, around) }
    }
  }

  // MARK: More of the same

  private mutating func extend(_ node: Node, by after: [YAMLTree.Entry], _ around: Surroundings) {
    let before = node.entries ?? []
    let own = before.first.map { lineOffset(of: $0.key.span.lowerBound) + around.shift }
    let column = own ?? around.column + 2
    var inside = around
    inside.column = column
    for (entry, wanted) in zip(before, after) { edit(entry.value, to: wanted.value, inside) }
    let added = after.dropFirst(before.count)
    guard !added.isEmpty else { return }
    if around.isFlow {
      let text = YAMLTree.map(Array(added)).inFlow.dropFirst().dropLast()
      return insertInFlow(String(text), node, after: before.last.map { end(of: $0) })
    }
    insertLines(added.flatMap { $0.lines(at: column) }, after: end(of: node))
  }

  private mutating func extend(_ node: Node, by after: [YAMLTree], _ around: Surroundings) {
    let before = node.items ?? []
    let column = lineOffset(of: node.span.lowerBound) + around.shift
    var inside = around
    inside.column = column
    for (item, wanted) in zip(before, after) { edit(item, to: wanted, inside) }
    let added = after.dropFirst(before.count)
    guard !added.isEmpty else { return }
    if around.isFlow {
      let text = added.map(\.inFlow).joined(separator: ", ")
      return insertInFlow(text, node, after: before.last.map { end(of: $0) })
    }
    insertLines(added.flatMap { $0.asItem(at: column) }, after: end(of: node))
  }

  private mutating func insertInFlow(_ text: String, _ node: Node, after last: Int?) {
    let offset = last ?? node.span.lowerBound + 1
    edits.append(TextEdit(range: offset..<offset, text: (last == nil ? "" : ", ") + text))
  }

  mutating func insertLines(_ lines: [String], after offset: Int) {
    let bytes = source.bytes
    if offset > 0, offset <= bytes.count, bytes[offset - 1] == UInt8(ascii: "\n") {
      let text = lines.map { $0 + lineBreak }.joined()
      edits.append(TextEdit(range: offset..<offset, text: text))
      return
    }
    let line = source.byteRange(ofLine: source.location(ofOffset: offset).line)
    let text = lines.map { lineBreak + $0 }.joined()
    edits.append(TextEdit(range: line.upperBound..<line.upperBound, text: text))
  }
}
