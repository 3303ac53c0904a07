import ProbityText
import Testing

struct SourceTextTests {
  @Test(arguments: [
    ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -5, 1, 1),
    ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n\nb", 2, 2, 1), ("a\n\nb", 3, 3, 1),
    ("a\n", 2, 1, 3), ("a\r\nb", 3, 2, 1), ("", 0, 1, 1),
    ("é阿x", 2, 1, 2), ("é阿x", 5, 1, 3), ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3),
  ])
  func `columns count Unicode scalars`(text: String, offset: Int, line: Int, column: Int) {
    let place = SourceText(name: "a", text).location(ofOffset: offset)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test(arguments: [("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\nb\n", 2), ("\n\n", 2)])
  func `a final line break opens no line`(text: String, count: Int) {
    #expect(SourceText(name: "a", text).lineCount == count)
  }

  @Test(arguments: [(1, "a"), (2, "b c"), (3, ""), (4, "d"), (5, ""), (0, "")])
  func `a line comes without its break`(line: Int, text: String) {
    let source = SourceText(name: "a", "a\nb c\r\n\nd\n")
    #expect(source.text(in: source.byteRange(ofLine: line)) == text)
  }

  @Test func `malformed bytes are shown as replacement characters`() {
    let source = SourceText(name: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(source.text(in: 0..<3) == "a\u{FFFD}b")
    #expect(source.text(in: 2..<99) == "b")
  }

  @Test func `texts are equal by name and bytes`() {
    #expect(SourceText(name: "a", "x") == SourceText(name: "a", "x"))
    #expect(SourceText(name: "a", "x") != SourceText(name: "b", "x"))
    #expect(SourceText(name: "a", "é") != SourceText(name: "a", "e\u{301}"))
  }

  @Test func `spans are ordered by file, then place`() {
    let first = SourceText(name: "a", "xyz")
    let second = SourceText(name: "b", "xyz")
    #expect(first.span(1..<2) < second.span(0..<1))
    #expect(first.span(0..<2) < first.span(1..<2))
    #expect(first.span(0..<1) < first.span(0..<2))
    #expect(!(first.span(0..<1) < first.span(0..<1)))
  }

  @Test func `a span says where it stands and never ends before it begins`() {
    let source = SourceText(name: "rules/a.yaml", "a\nbc\n")
    #expect(source.span(3..<4).description == "rules/a.yaml:2:2")
    #expect(SourceSpan(source: source, lowerBound: 3, upperBound: 1).upperBound == 3)
    #expect(source.span(0..<1).union(source.span(3..<4)) == source.span(0..<4))
    #expect(source.span(0..<4).end > source.span(0..<4).start)
  }
}

/// Whether some text stands in another.
@Suite struct MentionTests {
  @Test(arguments: [
    ("party: acme", ["acme"], true), ("party: acm", ["acme"], false), ("acme", ["acme"], true),
    ("aacme", ["acme"], true), ("acacme", ["acme", "b"], true), ("", ["a"], false),
    ("some text", [], false), ("some text", [""], false), ("é: ü", ["ü"], true),
    ("back\\slash", ["x", "\\"], true), ("end of it", ["x", "it"], true),
  ])
  func `it is found wherever it stands`(_ text: String, _ wanted: [String], _ isThere: Bool) {
    #expect(SourceText(name: "a.yaml", text).mentions(anyOf: wanted) == isThere)
  }

  @Test func `what begins after the first bytes does not count`() {
    let text = SourceText(name: "a.yaml", "0123456789")
    #expect(text.mentions(anyOf: ["345"], within: 4))
    #expect(!text.mentions(anyOf: ["345"], within: 3))
  }
}
