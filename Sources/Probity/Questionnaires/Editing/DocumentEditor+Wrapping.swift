import ProbityYAML

/// Something around what is there.
extension DocumentEditor {
  /// A claim that becomes one of several, or a list that is closed.
  mutating func wrap(
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
}
