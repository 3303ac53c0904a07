/// Answers questions about the written form that events leave open.
typealias Layout = Span<UInt8>

extension Layout {
  /// Where the text begins: behind a byte order mark.
  var base: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  /// The byte at an offset; past the end a line break.
  @inline(__always)
  func at(_ offset: Int) -> UInt8 {
    offset < count ? self[offset] : UInt8(ascii: "\n")
  }

  /// Fills in where the content begins, and whether there is a tag `!`, which libyaml drops.
  @inline(__always)
  func complete(_ event: inout Event) {
    event.content = event.range.lowerBound
    switch event.kind {
    case .scalar:
      let mayHaveTag = at(event.content) == UInt8(ascii: "!")
      guard event.hasTag || event.hasAnchor || mayHaveTag else { return }
      let properties = properties(in: event.range)
      event.content = properties.end
      event.hasTag = event.hasTag || properties.hasTag
    case .sequenceStart(let isFlow): event.content = collectionStart(event.range, isFlow: isFlow)
    case .mappingStart(let isFlow): event.content = collectionStart(event.range, isFlow: isFlow)
    default: break
    }
  }

  /// Where a collection's bracket, first key or first dash stands.
  private func collectionStart(_ range: Range<Int>, isFlow: Bool) -> Int {
    let end = range.upperBound
    if isFlow { return range.isEmpty ? end : end - 1 }
    // A list at its key's own column is announced behind its first dash instead of before it.
    let isBehindDash = end > range.lowerBound && at(end - 1) == UInt8(ascii: "-")
    return isBehindDash && isBlankOrBreak(end) ? end - 1 : end
  }

  /// The tags and anchors that stand before a node's content, in the given range.
  @inline(never)
  func properties(in range: Range<Int>) -> NodeProperties {
    var properties = NodeProperties(end: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch at(offset) {
      case UInt8(ascii: "!"):
        offset = endOfTag(from: offset)
        properties.hasTag = true
      case UInt8(ascii: "&"):
        offset = endOfName(from: offset + 1)
        properties.endOfAnchor = offset
      case UInt8(ascii: "#"): offset = endOfLine(from: offset)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        offset += 1
      default:
        properties.end = offset
        return properties
      }
      if properties.hasTag || properties.endOfAnchor != nil { properties.end = offset }
    }
    properties.end = min(offset, range.upperBound)
    return properties
  }

  private func endOfTag(from start: Int) -> Int {
    var offset = start + 1
    let isVerbatim = at(offset) == UInt8(ascii: "<")
    while offset < count, !isBlankOrBreak(offset) {
      if isVerbatim {
        if at(offset) == UInt8(ascii: ">") { return offset + 1 }
      } else if isFlowIndicator(offset) {
        return offset
      }
      offset += 1
    }
    return offset
  }

  /// Past the letters, digits, `_` and `-` that libyaml takes for an anchor's name.
  func endOfName(from start: Int) -> Int {
    var offset = start
    while offset < count, isNameByte(self[offset]) { offset += 1 }
    return offset
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  func isBlankOrBreak(_ offset: Int) -> Bool { isBlank(offset) || isBreak(offset) }

  func isBlank(_ offset: Int) -> Bool {
    at(offset) == UInt8(ascii: " ") || at(offset) == UInt8(ascii: "\t")
  }

  func isBreak(_ offset: Int) -> Bool {
    at(offset) == UInt8(ascii: "\n") || at(offset) == UInt8(ascii: "\r")
  }

  func isFlowIndicator(_ offset: Int) -> Bool {
    switch at(offset) {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Where a line's break stands.
  func endOfLine(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset] != UInt8(ascii: "\n") { offset += 1 }
    return offset
  }

  /// Where the line that holds an offset begins.
  func startOfLine(of offset: Int) -> Int {
    var start = min(offset, count)
    while start > base, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Whether an offset is the first of its line.
  func isStartOfLine(_ offset: Int) -> Bool {
    offset <= base || at(offset - 1) == UInt8(ascii: "\n")
  }
}

/// The tag and the anchor that stand before a node's content.
struct NodeProperties {
  var hasTag = false

  /// Just past the anchor's name as libyaml reads it.
  var endOfAnchor: Int?

  /// Where the content begins.
  var end: Int

  init(end: Int) { self.end = end }
}
