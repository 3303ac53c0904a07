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
    let margin = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: indent + displayWidth(of: mark))
    var line = margin + mark
    var isFresh = true
    for word in escapedForDisplay(words).split(separator: " ") {
      if !isFresh, displayWidth(of: line) + 1 + displayWidth(of: String(word)) > width {
        text += line + "\n"
        line = hanging
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    text += line + "\n"
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
