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
  private let source: SourceText
  private let lineBreak: String
  private(set) var edits: [TextEdit] = []

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
  private struct Surroundings {
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

  private mutating func edit(_ node: Node, to tree: YAMLTree, _ around: Surroundings) {
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

  private mutating func insertLines(_ lines: [String], after offset: Int) {
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

  // MARK: Something in the place of nothing

  private mutating func replace(_ node: Node, by tree: YAMLTree, _ around: Surroundings) {
    var range = node.span.lowerBound..<node.span.upperBound
    let lines = around.isFlow ? [tree.inFlow] : tree.inBlock(at: around.column + 2)
    if range.isEmpty { range = emptyPlace(range.lowerBound) }
    // A list's item begins behind its dash; what a key holds begins on a line of its own.
    if lines == [tree.inFlow] || isBehindDash(range.lowerBound) {
      let gap = isBehindGap(range.lowerBound) ? "" : " "
      edits.append(TextEdit(range: range, text: gap + lines.joined(separator: lineBreak)))
      return
    }
    let start = gapStart(before: range.lowerBound)
    let indent = String(repeating: " ", count: around.column + 2)
    let text = lineBreak + indent + lines.joined(separator: lineBreak)
    edits.append(TextEdit(range: start..<range.upperBound, text: text))
  }

  /// Where nothing is written: right behind the colon or dash before it.
  private func emptyPlace(_ offset: Int) -> Range<Int> {
    var place = min(offset, source.bytes.count)
    while place > 0 {
      let byte = source.bytes[place - 1]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") { break }
      guard byte == UInt8(ascii: " ") || byte == 10 || byte == 13 else { break }
      place -= 1
    }
    return place..<place
  }

  private func gapStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, source.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start
  }

  private func isBehindGap(_ offset: Int) -> Bool {
    offset == 0 || source.bytes[offset - 1] == UInt8(ascii: " ")
  }

  private func isBehindDash(_ offset: Int) -> Bool {
    source.bytes[..<offset].last { $0 != UInt8(ascii: " ") } == UInt8(ascii: "-")
  }

  // MARK: Something around what is there

  /// A claim that becomes one of several, or a list that is closed.
  private mutating func wrap(
    _ node: Node,
    _ old: YAMLTree,
    _ tree: YAMLTree,
    _ around: Surroundings
  ) {
    if let claims = tree["claims"]?.items, let first = claims.first {
      let isPlain = old.entries == nil
      guard first == (isPlain ? .map(["is": old]) : old) else { return }
      wrapClaims(node, isPlain, Array(claims.dropFirst()), around)
    } else if let items = tree["items"], node.items != nil {
      wrapList(node, items, tree.entries?.dropFirst().map(\.self) ?? [], around)
    }
  }

  private mutating func wrapClaims(
    _ node: Node,
    _ isPlain: Bool,
    _ added: [YAMLTree],
    _ around: Surroundings
  ) {
    let range = node.span.lowerBound..<end(of: node)
    if around.isFlow || isFlow(node) {
      let more = added.map { ", " + $0.inFlow }.joined()
      return surround(
        range,
        "{claims: [" + (isPlain ? "{is: " : ""),
        (isPlain ? "}" : "") + more + "]}"
      )
    }
    let column = isPlain ? around.column + 2 : lineOffset(of: range.lowerBound) + around.shift
    let indent = String(repeating: " ", count: column)
    let more = added.flatMap { $0.asItem(at: column + 2) }
    let head = "claims:" + lineBreak + indent + "  - " + (isPlain ? "is: " : "")
    // What was on the line of its key moves to lines of its own.
    let isOnLine = isPlain && !isBehindDash(range.lowerBound)
    let start = isOnLine ? gapStart(before: range.lowerBound) : range.lowerBound
    let text = (isOnLine ? lineBreak + indent : "") + head
    edits.append(TextEdit(range: start..<range.lowerBound, text: text))
    if !isPlain { shift(range, by: 4) }
    insertLines(more, after: range.upperBound)
  }

  private mutating func wrapList(
    _ node: Node,
    _ items: YAMLTree,
    _ rest: [YAMLTree.Entry],
    _ around: Surroundings
  ) {
    let range = node.span.lowerBound..<end(of: node)
    if around.isFlow || isFlow(node) {
      edits.append(TextEdit(range: range.lowerBound..<range.lowerBound, text: "{items: "))
      edit(node, to: items, around)
      let more = YAMLTree.map(rest).inFlow.dropFirst().dropLast()
      edits.append(
        TextEdit(range: range.upperBound..<range.upperBound, text: ", \(more)}")
      )
      return
    }
    let own = lineOffset(of: range.lowerBound) + around.shift
    let moved = own > around.column ? 0 : 2
    let indent = String(repeating: " ", count: own + moved)
    let first = String(repeating: " ", count: moved)
    edits.append(
      TextEdit(
        range: range.lowerBound..<range.lowerBound,
        text: first + "items:" + lineBreak + indent
      )
    )
    var inside = around
    inside.shift += moved
    edit(node, to: items, inside)
    if moved > 0 { shift(range, by: moved) }
    insertLines(rest.flatMap { $0.lines(at: own + moved) }, after: range.upperBound)
  }

  private mutating func surround(_ range: Range<Int>, _ before: String, _ after: String) {
    edits.append(TextEdit(range: range.lowerBound..<range.lowerBound, text: before))
    edits.append(TextEdit(range: range.upperBound..<range.upperBound, text: after))
  }

  /// Moves all lines but the first to the right.
  private mutating func shift(_ range: Range<Int>, by count: Int) {
    let blanks = String(repeating: " ", count: count)
    for offset in range where source.bytes[offset] == UInt8(ascii: "\n") {
      let next = offset + 1
      guard next < range.upperBound, source.bytes[next] != UInt8(ascii: "\n") else { continue }
      edits.append(TextEdit(range: next..<next, text: blanks))
    }
  }

  // MARK: Places

  private func isFlow(_ node: Node) -> Bool {
    guard node.items != nil || node.entries != nil, node.span.lowerBound < source.bytes.count
    else { return false }
    let byte = source.bytes[node.span.lowerBound]
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Bytes from the start of the line.
  private func lineOffset(of offset: Int) -> Int {
    offset - source.byteRange(ofLine: source.location(ofOffset: offset).line).lowerBound
  }

  /// Behind the last byte of a node, whatever follows it.
  private func end(of node: Node) -> Int {
    if isFlow(node) { return node.span.upperBound }
    if let last = node.items?.last { return end(of: last) }
    if let last = node.entries?.last { return end(of: last) }
    return node.span.upperBound
  }

  /// Behind the last byte of an entry, of which nothing but the key may be written.
  private func end(of entry: Node.Entry) -> Int {
    max(end(of: entry.value), entry.key.span.upperBound)
  }
}
