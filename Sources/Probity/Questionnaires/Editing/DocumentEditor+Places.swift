import ProbityText
import ProbityYAML

/// Where things stand in the text.
extension DocumentEditor {
  func isFlow(_ node: Node) -> Bool {
    guard node.items != nil || node.entries != nil, node.span.lowerBound < source.bytes.count
    else { return false }
    let byte = source.bytes[node.span.lowerBound]
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Bytes from the start of the line.
  func lineOffset(of offset: Int) -> Int {
    offset - source.byteRange(ofLine: source.location(ofOffset: offset).line).lowerBound
  }

  /// Behind the last byte of a node, whatever follows it.
  func end(of node: Node) -> Int {
    if isFlow(node) { return node.span.upperBound }
    if let last = node.items?.last { return end(of: last) }
    if let last = node.entries?.last { return end(of: last) }
    return node.span.upperBound
  }

  /// Behind the last byte of an entry, of which nothing but the key may be written.
  func end(of entry: Node.Entry) -> Int {
    max(end(of: entry.value), entry.key.span.upperBound)
  }

  func gapStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, source.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start
  }

  func isBehindGap(_ offset: Int) -> Bool {
    offset == 0 || source.bytes[offset - 1] == UInt8(ascii: " ")
  }

  func isBehindDash(_ offset: Int) -> Bool {
    source.bytes[..<offset].last { $0 != UInt8(ascii: " ") } == UInt8(ascii: "-")
  }
}
