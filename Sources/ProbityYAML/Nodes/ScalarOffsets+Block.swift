/// Block scalars: `|` keeps line breaks, `>` folds them; both drop the indentation.
extension ScalarOffsets {
  private struct Line {
    /// The text behind the indentation.
    var text: Range<Int>

    /// The line break; empty at the end of a file without one.
    var lineBreak: Range<Int>
  }

  private enum Chomping {
    case strip
    case clip
    case keep
  }

  /// Decodes a block scalar; the known text tells where an indentation indicator leads.
  mutating func decodeBlock(of text: String, isFolded: Bool) {
    let chomping = passHeader()
    let body = lines(indentation: 0)
    let lines = lines(indentation: indentation(of: body, giving: text))
    let lastText = lines.lastIndex { !$0.text.isEmpty }
    if let lastText {
      decode(lines[...lastText], isFolded: isFolded)
      if chomping != .strip { putBreak(lines[lastText].lineBreak) }
    }
    guard chomping == .keep else { return }
    for line in lines[((lastText ?? -1) + 1)...] { putBreak(line.lineBreak) }
  }

  private mutating func passHeader() -> Chomping {
    var chomping = Chomping.clip
    while offset < end, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "#") {
      if bytes[offset] == UInt8(ascii: "-") { chomping = .strip }
      if bytes[offset] == UInt8(ascii: "+") { chomping = .keep }
      offset += 1
    }
    while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    offset = min(offset + 1, end)
    return chomping
  }

  private func lines(indentation: Int) -> [Line] {
    var lines: [Line] = []
    var start = offset
    while start < end {
      var past = start
      while past < end, bytes[past] != UInt8(ascii: "\n") { past += 1 }
      let hasBreak = past < end
      let isCRLF = hasBreak && past > start && bytes[past - 1] == UInt8(ascii: "\r")
      let textEnd = isCRLF ? past - 1 : past
      let textStart = min(start + min(indentation, blanks(from: start, to: textEnd)), textEnd)
      lines.append(
        Line(text: textStart..<textEnd, lineBreak: textEnd..<(hasBreak ? past + 1 : past))
      )
      start = past + 1
    }
    return lines
  }

  private func blanks(from start: Int, to end: Int) -> Int {
    bytes[start..<end].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// What the first line with text has more in the file than in the decoded text.
  private func indentation(of lines: [Line], giving text: String) -> Int {
    let decoded = text.utf8.split(separator: UInt8(ascii: "\n"))
    let isText: (UInt8) -> Bool = { $0 != UInt8(ascii: " ") }
    let written = lines.first { bytes[$0.text].contains(where: isText) }
    if let written, let first = decoded.first(where: { $0.contains(where: isText) }) {
      return blanks(from: written.text.lowerBound, to: written.text.upperBound)
        - first.prefix { $0 == UInt8(ascii: " ") }.count
    }
    let longest = lines.map(\.text.count).max() ?? 0
    return longest - (decoded.map(\.count).max() ?? 0)
  }

  /// All but the last line's break, folded if the style asks for it.
  private mutating func decode(_ lines: ArraySlice<Line>, isFolded: Bool) {
    var previous: Line?
    var empty: [Range<Int>] = []
    for line in lines {
      if line.text.isEmpty {
        empty.append(line.lineBreak)
        continue
      }
      if let previous {
        if !isFolded || isIndented(previous) || isIndented(line) {
          putBreak(previous.lineBreak)
        } else if empty.isEmpty {
          put(" ", from: previous.lineBreak)
        }
      }
      for lineBreak in empty { putBreak(lineBreak) }
      empty = []
      keep(line.text)
      previous = line
    }
  }

  /// Lines that begin with a blank are never folded.
  private func isIndented(_ line: Line) -> Bool {
    !line.text.isEmpty && ScalarOffsets.isBlankOrBreak(bytes[line.text.lowerBound])
  }

  private mutating func putBreak(_ lineBreak: Range<Int>) {
    put("\n", from: lineBreak)
  }
}
