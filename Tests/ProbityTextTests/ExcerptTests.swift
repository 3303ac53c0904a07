import ProbityText
import Testing

struct ExcerptTests {
  private func text(
    _ source: String,
    _ range: Range<Int>,
    help: String? = nil,
    notes: [(String, Range<Int>?)] = []
  ) -> String {
    let source = SourceText(name: "vendors/acme.yaml", source)
    return Excerpt.text(
      for: Diagnostic(
        .error,
        id: "yaml.example",
        "a rule was broken",
        at: source.span(range),
        help: help,
        notes: notes.map { Diagnostic.Note($0.0, at: $0.1.map(source.span)) }
      )
    )
  }

  @Test func `a diagnostic shows its line, carets, help and notes`() {
    let shown = text(
      "a: 1\nb: 22\n",
      8..<10,
      help: "write `2`",
      notes: [("it is given first here", 0..<1), ("a remark", nil)]
    )
    #expect(
      shown == """
        error[yaml.example]: a rule was broken
         --> vendors/acme.yaml:2:4
          |
        2 | b: 22
          |    ^^
          help: write `2`
          note: it is given first here
         --> vendors/acme.yaml:1:1
          |
        1 | a: 1
          | ^
          note: a remark

        """
    )
  }

  @Test func `carets stand under wide characters`() {
    #expect(
      text("names: 阿里云 x\n", 10..<16) == """
        error[yaml.example]: a rule was broken
         --> vendors/acme.yaml:1:9
          |
        1 | names: 阿里云 x
          |          ^^^^

        """
    )
  }

  @Test func `a tab takes one cell and a combining mark none`() {
    #expect(
      text("\te\u{301}x", 4..<5) == """
        error[yaml.example]: a rule was broken
         --> vendors/acme.yaml:1:4
          |
        1 |  e\u{301}x
          |   ^

        """
    )
  }

  @Test func `a place of several lines is marked to the end of its first`() {
    #expect(text("ab\ncd\n", 1..<5).hasSuffix("1 | ab\n  |  ^\n"))
    #expect(text("ab\ncd\n", 2..<2).hasSuffix("1 | ab\n  |   ^\n"))
  }

  @Test func `an empty line has a place but no excerpt`() {
    #expect(text("a\n\nb", 2..<2).hasSuffix("rule was broken\n  --> vendors/acme.yaml:2:1\n"))
  }

  @Test func `a very long line is cut around the caret`() {
    let long = String(repeating: "a", count: 500) + "XYZ" + String(repeating: "b", count: 500)
    let lines = text(long, 500..<503).split(separator: "\n").suffix(2).map(String.init)
    let before = String(repeating: "a", count: 47)
    let after = String(repeating: "b", count: 45)
    let indent = String(repeating: " ", count: 48)
    #expect(lines == ["1 | …\(before)XYZ\(after)…", "  | \(indent)^^^"])
  }

  @Test func `a very long mark is cut at its end`() {
    let shown = text(String(repeating: "x", count: 4_000), 0..<4_000)
    let marks = String(repeating: "^", count: 96)
    #expect(shown.hasSuffix("x…\n  | \(marks)\n"))
  }

  @Test func `what a stranger wrote cannot command the terminal`() {
    let shown = text("a: \u{1B}[2J\u{202E}x", 10..<11)
    #expect(!shown.unicodeScalars.contains("\u{1B}"))
    #expect(shown.contains("1 | a: \\u{1b}[2J\\u{202e}x\n"))
  }

  @Test func `several diagnostics are set apart`() {
    let placeless = Diagnostic(.warning, id: "a.b", "a folder is empty", at: nil)
    #expect(
      Excerpt.text(for: [placeless, placeless])
        == "warning[a.b]: a folder is empty\n\nwarning[a.b]: a folder is empty\n\n"
    )
  }

  @Test(arguments: [
    ("abc", 3), ("阿里云", 6), ("e\u{301}", 1), ("😀", 2), ("ｆ", 2), ("", 0), ("é", 1), ("한", 2),
  ])
  func `wide characters take two cells`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test(arguments: [
    ("plain é 阿", "plain é 阿"), ("a\u{0}b", "a\\u{0}b"), ("\u{1B}[31m", "\\u{1b}[31m"),
    ("\u{202E}", "\\u{202e}"), ("a\u{200B}b", "a\\u{200b}b"), ("\u{2028}", "\\u{2028}"),
    ("\u{FEFF}", "\\u{feff}"), ("\u{E0041}", "\\u{e0041}"), ("\n", "\\u{a}"), ("\u{9B}", "\\u{9b}"),
  ])
  func `deceptive characters are shown as escapes`(text: String, shown: String) {
    #expect(escapedForDisplay(text) == shown)
  }
}
