import ProbityYAML

/// Something in the place of nothing.
extension DocumentEditor {
  mutating func replace(_ node: Node, by tree: YAMLTree, _ around: Surroundings) {
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
}
