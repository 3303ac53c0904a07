import ProbityText

/// Lines of text for a terminal, wrapped at a width; what strangers wrote is made harmless.
struct TextPage {
  private(set) var text = ""
  private let width: Int

  init(width: Int) { self.width = width }

  mutating func blank() { text += "\n" }

  /// A heading at the margin.
  mutating func heading(_ words: String) {
    blank()
    text += escapedForDisplay(words) + "\n"
  }

  /// A paragraph behind a mark; later lines stand under the first word.
  mutating func line(_ words: String, indent: Int, mark: String = "") {
    let start = indent + displayWidth(of: mark)
    var column = start
    var isFresh = true
    text += String(repeating: " ", count: indent) + mark
    for word in escapedForDisplay(words).utf8.split(separator: UInt8(ascii: " ")) {
      let word = String(Substring(word))
      let wordWidth = displayWidth(of: word)
      if isFresh {
        isFresh = false
      } else if column + 1 + wordWidth > width {
        text += "\n" + String(repeating: " ", count: start)
        column = start
      } else {
        text += " "
        column += 1
      }
      text += word
      column += wordWidth
    }
    text += "\n"
  }

  /// Words at the left and a short note at the right edge, or below where both do not fit.
  mutating func line(_ words: String, indent: Int, mark: String = "", note: String) {
    let left = String(repeating: " ", count: indent) + mark + escapedForDisplay(words)
    let right = escapedForDisplay(note)
    let gap = width - displayWidth(of: left) - displayWidth(of: right)
    if gap >= 2 {
      text += left + String(repeating: " ", count: gap) + right + "\n"
    } else {
      line(words, indent: indent, mark: mark)
      let room = max(indent, width - displayWidth(of: right))
      text += String(repeating: " ", count: room) + right + "\n"
    }
  }
}
