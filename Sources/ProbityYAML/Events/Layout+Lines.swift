/// Lines, columns and the marks between nodes.
extension Layout {
  /// Past the spaces that begin at an offset.
  func endOfSpaces(from start: Int) -> Int {
    var offset = start
    while self[offset] == UInt8(ascii: " ") { offset += 1 }
    return offset
  }

  /// Past the spaces and tabs that begin at an offset.
  func endOfBlanks(from start: Int) -> Int {
    var offset = start
    while isBlank(offset) { offset += 1 }
    return offset
  }

  /// Where lines begin whose line break stands in a range.
  func lineStarts(in range: Range<Int>) -> [Int] {
    range.clamped(to: 0..<bytes.count).compactMap {
      bytes[$0] == UInt8(ascii: "\n") ? $0 + 1 : nil
    }
  }

  /// The column, from 0, in Unicode scalars.
  func column(of offset: Int) -> Int {
    bytes[startOfLine(of: offset)..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The column of what has only spaces before it on its line, else nil.
  func ownColumn(of offset: Int) -> Int? {
    var start = min(offset, bytes.count)
    while start > base, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return isStartOfLine(start) ? offset - start : nil
  }

  /// The `?` in a range that stand outside comments.
  func questionMarks(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if self[offset] == UInt8(ascii: "?") { found.append(offset) }
      offset = self[offset] == UInt8(ascii: "#") ? endOfLine(from: offset) : offset + 1
    }
    return found
  }

  /// Whether a byte is one of `+`, `-` and the digits of a block text's header.
  func isBlockIndicator(_ offset: Int) -> Bool {
    switch self[offset] {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
