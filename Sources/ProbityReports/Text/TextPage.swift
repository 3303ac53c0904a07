import ProbityText

/// Lines of text for a terminal, wrapped at a width; what strangers wrote is made harmless.
struct TextPage {
  private var bytes: [UInt8] = []
  let width: Int

  init(width: Int) { self.width = width }

  /// All that was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func blank() { write("\n") }

  /// A heading at the margin.
  mutating func heading(_ words: String) {
    blank()
    write(escapedForDisplay(words))
    write("\n")
  }

  /// A paragraph behind a mark; later lines stand under the first word.
  mutating func line(_ words: String, indent: Int, mark: String = "") {
    let start = indent + displayWidth(of: mark)
    var column = start
    var isFresh = true
    write(blanks: indent)
    write(mark)
    let words = Array(escapedForDisplay(words).utf8)
    var end = 0
    while let word = Self.word(of: words, from: end) {
      let wordWidth = Self.width(of: words[word])
      if isFresh {
        isFresh = false
      } else if column + 1 + wordWidth > width {
        write("\n")
        write(blanks: start)
        column = start
      } else {
        write(blanks: 1)
        column += 1
      }
      bytes.append(contentsOf: words[word])
      column += wordWidth
      end = word.upperBound
    }
    write("\n")
  }

  /// Lines whose blanks matter, as they are: made harmless, never wrapped.
  mutating func verbatim(_ lines: [String], indent: Int) {
    for line in lines {
      if !line.isEmpty { write(blanks: indent) }
      write(escapedForDisplay(line))
      write("\n")
    }
  }

  /// Words at the left and a short note at the right edge, or below where both do not fit.
  mutating func line(_ words: String, indent: Int, mark: String = "", note: String) {
    let left = mark + escapedForDisplay(words)
    let right = escapedForDisplay(note)
    let gap = width - indent - displayWidth(of: left) - displayWidth(of: right)
    if gap >= 2 {
      write(blanks: indent)
      write(left)
      write(blanks: gap)
    } else {
      line(words, indent: indent, mark: mark)
      write(blanks: max(indent, width - displayWidth(of: right)))
    }
    write(right)
    write("\n")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(blanks count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  /// Where the next word stands, at or behind an offset.
  private static func word(of text: [UInt8], from offset: Int) -> Range<Int>? {
    let blank = UInt8(ascii: " ")
    guard let start = text[offset...].firstIndex(where: { $0 != blank }) else { return nil }
    return start..<(text[start...].firstIndex(of: blank) ?? text.count)
  }

  private static func width(of word: ArraySlice<UInt8>) -> Int {
    if word.allSatisfy({ $0 < 0x80 }) { return word.count }
    return displayWidth(of: String(decoding: word, as: UTF8.self))
  }
}
