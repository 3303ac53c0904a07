import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityReports

/// Lines on a terminal: wrapped by what they take there, harmless whatever they say.
@Suite struct TextPageTests {
  static func page(_ width: Int, _ write: (inout TextPage) -> Void) -> String {
    var page = TextPage(width: width)
    write(&page)
    return page.text
  }

  @Test func `words wrap under the first one behind a mark`() {
    let text = Self.page(20) { $0.line("one two three four five", indent: 2, mark: "x ") }
    #expect(text == "  x one two three\n    four five\n")
  }

  @Test func `a word that is wider than the page stands alone`() {
    let text = Self.page(10) { $0.line("a bbbbbbbbbbbbbbb c", indent: 2) }
    #expect(text == "  a\n  bbbbbbbbbbbbbbb\n  c\n")
  }

  @Test func `a note stands at the right edge, or on its own line`() {
    let short = Self.page(20) { $0.line("left", indent: 2, note: "right") }
    #expect(short == "  left         right\n")
    let long = Self.page(20) { $0.line("a left side too long", indent: 2, note: "right") }
    #expect(long == "  a left side too\n  long\n               right\n")
  }

  @Test func `wide characters count as the cells that they take`() {
    let text = Self.page(12) { $0.line("阿里巴巴 阿里", indent: 2) }
    #expect(text == "  阿里巴巴\n  阿里\n")
  }

  @Test(arguments: [
    ("\u{1b}[31mred", "\\u{1b}[31mred"), ("right\u{202e}tfel", "right\\u{202e}tfel"),
    ("two\nlines", "two\\u{a}lines"), ("zero\u{200b}width", "zero\\u{200b}width"),
  ])
  func `what strangers wrote can't steer the terminal`(_ hostile: String, _ shown: String) {
    #expect(Self.page(80) { $0.line(hostile, indent: 0) } == shown + "\n")
    #expect(Self.page(80) { $0.heading(hostile) } == "\n" + shown + "\n")
    let noted = Self.page(80) { $0.line("x", indent: 0, note: hostile) }
    #expect(noted.hasSuffix(shown + "\n"))
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `no line is wider than the page unless one word is`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        String(repeating: "w", count: Int.random(in: 1...12, using: &generator))
      }
      let text = Self.page(24) { $0.line(words.joined(separator: " "), indent: 4) }
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { displayWidth(of: String($0)) <= 24 }, "seed \(seed)")
      let read = lines.flatMap { $0.split(separator: " ") }.map(String.init)
      #expect(read == words, "seed \(seed)")
    }
  }
}
