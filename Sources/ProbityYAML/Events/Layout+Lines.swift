/// Lines, columns and the marks between nodes.
extension Layout {
  /// Past the spaces that begin at an offset.
  func endOfSpaces(from start: Int) -> Int {
    var offset = start
    while at(offset) == UInt8(ascii: " ") { offset += 1 }
    return offset
  }

  /// Past the spaces and tabs that begin at an offset.
  func endOfBlanks(from start: Int) -> Int {
    var offset = start
    while isBlank(offset) { offset += 1 }
    return offset
  }

  /// Past the last byte of a range that is neither blank nor line break.
  @inline(__always)
  func endOfText(in range: Range<Int>) -> Int {
    var end = Swift.min(range.upperBound, count)
    while end > range.lowerBound, isBlankOrBreak(end - 1) { end -= 1 }
    return Swift.max(range.lowerBound, end)
  }

  /// Where the next line begins whose line break stands in a range.
  @inline(__always)
  func nextLine(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    while offset < end {
      if self[offset] == UInt8(ascii: "\n") { return offset + 1 }
      offset += 1
    }
    return nil
  }

  /// The column, from 0, in Unicode scalars.
  func column(of offset: Int) -> Int {
    var column = 0
    for place in startOfLine(of: offset)..<offset where self[place] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  /// The column of what has only spaces before it on its line, else nil.
  @inline(__always)
  func ownColumn(of offset: Int) -> Int? {
    var start = Swift.min(offset, count)
    while start > base, self[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return isStartOfLine(start) ? offset - start : nil
  }

  /// The `?` in a range that stand outside comments.
  func questionMarks(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if at(offset) == UInt8(ascii: "?") { found.append(offset) }
      offset = at(offset) == UInt8(ascii: "#") ? endOfLine(from: offset) : offset + 1
    }
    return found
  }

  /// Whether a byte is one of `+`, `-` and the digits of a block text's header.
  func isBlockIndicator(_ offset: Int) -> Bool {
    switch at(offset) {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
