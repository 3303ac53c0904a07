import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityYAML

struct ScalarOffsetsTests {
  @Test(arguments: [
    "x", "x y", "x\n  y\n\n\n  z w", "héllo\n  wörld 阿里", "x\t \n \t y",
    "'x'", "'it''s'", "' x '", "'x \n\n  y'''", "''", "''''",
    #""x""#, #""\x41\u00e9\U0001F600\n\t\"\/\\\_\N\L\P\0\a\e\ ""#, "\"a \\\n   b\\\n\n  c\"",
    "\"a\n  b \n\n c\"", "\" a\\  \n b\"", "\"\"", "\" \\\t x\\\\\n \"",
    "|\n  x\n   y\n\n  z\n", "|-\n  x\n\n", "|+\n  x\n\n\n", "|2\n   x\n  y\n", "|1-\n   x\n",
    "|\n\n\n  x", "| # note\n  x\n", "|+\n\n\n", "|\n", "|2+\n    \n", "|2\n  \tx\n  y\n",
    ">\n  x\n  y\n\n  z\n", ">\n  x\n    y\n    z\n  w\n", ">-\n\n  x\n\n\n  y\n\n", ">+\n  x\n\n",
    ">\n  x\n  \ty\n  z\n", ">2\n    x\n  y\n", ">\n  x\n   \n  y\n", ">\n  x\n\n    y\n\n  z",
    "|\n  é\n  阿\n", "&a 'x'", "!!str &a \"x\\n\"", "&b\n  |-\n  x\n", "!!str # note\n  x\n  y",
  ])
  func `every style leads back to the byte`(written: String) throws {
    for text in ["k: " + written, "- " + written, "k:\n- " + written, written] {
      for newline in ["\n", "\r\n"] {
        let source = SourceText(
          name: text,
          text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
        )
        let scalars = scalars(of: source)
        try #require(!scalars.isEmpty, "\(text.debugDescription)")
        for scalar in scalars { checkPlaces(of: scalar) }
      }
    }
  }

  @Test(arguments: [
    ("k: 'it''s ①wrong'", "wrong"), ("k: \"\\u00e9\\t①wrong\"", "wrong"),
    ("k: |\n  one\n\n  two ①wrong\n", "wrong"), ("k: >-\n  one\n  ①wrong\n  two\n", "wrong"),
    ("k: a\n  b\n\n  ①wrong", "wrong"), ("k: |2\n   ①wrong\n  x\n", "wrong"),
    ("k: !!str ①wrong", "wrong"), ("k: \"a \\\n   ①wrong\"", "wrong"),
  ])
  func `a part of a scalar is found in the file`(text: String, part: String) throws {
    let (node, marked) = try read(text)
    let embedded = try #require(node["k"]?.scalar?.embedded)
    let bytes = Array(embedded.text.utf8)
    let found = bytes.indices.first { bytes[$0...].starts(with: part.utf8) }
    let start = try #require(found)
    let span = embedded.span(start..<(start + part.utf8.count))
    #expect(marked.mark(at: span) == "①")
    #expect(marked.source.text(in: span.lowerBound..<span.upperBound) == part)
  }

  @Test func `a scalar that cannot be decoded leads to the whole of it`() {
    let source = SourceText(name: "a", "abc def")
    let scalar = Node.Scalar(text: "another", style: .plain, written: source.span(0..<7))
    #expect(ScalarOffsets.exactMap(of: scalar) == nil)
    #expect(scalar.embedded.span(2..<3).lowerBound == 0)
    #expect(scalar.embedded.span(2..<3).upperBound == 6)
  }

  @Test func `random scalars in every style lead back to the byte`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["a", "é", " ", "  ", "\n", "\n  ", "''", "\\n", "\\x41", "#", "-", "\t", "\\\n "]
    let heads = ["'", "\"", "|\n  ", ">\n  ", ">+\n ", "|-\n   ", "x", "|1\n "]
    var count = 0
    for _ in 0..<4_000 {
      guard let head = heads.randomElement(using: &generator) else { continue }
      var body = ""
      for _ in 0..<Int.random(in: 0..<10, using: &generator) {
        body += pieces.randomElement(using: &generator) ?? ""
      }
      let tail = head == "'" || head == "\"" ? head : ""
      for scalar in scalars(of: SourceText(name: "random", "- " + head + body + tail)) {
        checkPlaces(of: scalar)
        count += 1
      }
    }
    #expect(count > 1_000)
  }
}
