import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

struct NodeTests {
  @Test func `every node knows where it stands`() throws {
    let (node, marked) = try read(
      """
      ①id: ②acme
      ③names:
      ④- ⑤阿里云
      - !!str &second ⑥"x"
      ⑦- a: 1

      nested: ⑧{e: ⑨[⑩f: g]}
      text: ⑪|
        one
        two

      alias: ⑫*second
      """
    )
    #expect(marked.mark(at: node.span) == "①")
    #expect(marked.mark(at: node["id"]?.span) == "②")
    #expect(marked.mark(at: node.entries?[1].key.span) == "③")
    #expect(marked.mark(at: node["names"]?.span) == "④")
    #expect(marked.mark(at: node["names"]?.items?[0].span) == "⑤")
    #expect(marked.mark(at: node["names"]?.items?[1].span) == "⑥")
    #expect(marked.mark(at: node["nested"]?.span) == "⑧")
    #expect(marked.mark(at: node["nested"]?["e"]?.span) == "⑨")
    #expect(marked.mark(at: node["nested"]?["e"]?.items?[0].span) == "⑩")
    #expect(marked.mark(at: node["text"]?.span) == "⑪")
    #expect(marked.mark(at: node["alias"]?.span) == "⑫")
  }

  @Test(arguments: [
    ("a", "id: é\nb: [①x, y②]\nc: 1", "b", "[x, y]"), ("b", "b: |\n  x\n\n\nc: 1\n", "b", "|\n  x"),
    ("c", "b:\n  x: 1\n  y:\n# end\nc: 1\n", "b", "x: 1\n  y:"),
    ("d", "b:\n- x\n- y # z\nc: 1\n", "b", "- x\n- y"), ("e", "b: !!str 'x'  \n", "b", "'x'"),
    ("f", "\u{FEFF}b: x\n", "b", "x"), ("g", "b: {x: 1}\r\n", "b", "{x: 1}"),
  ])
  func `a span covers the value and nothing else`(
    name: String,
    text: String,
    key: String,
    covered: String
  ) throws {
    let span = try #require(read(text).node[key]?.span)
    #expect(span.source.text(in: span.lowerBound..<span.upperBound) == covered)
  }

  @Test func `an alias takes the anchored content to its own place`() throws {
    let (node, marked) = try read("a: &x {b: ①1}\nc: ②*x\n")
    #expect(marked.mark(at: node["c"]?.span) == "②")
    #expect(marked.mark(at: node["c"]?["b"]?.span) == "①")
    #expect(node["c"]?.content == node["a"]?.content)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n", "---\n...\n", "null", "~", "\u{FEFF}"])
  func `an empty document is a null node`(text: String) throws {
    #expect(try read(text).node.isNull)
  }

  @Test(arguments: ["a: 1", "---\na: 1\n", "--- \na: 1\n...\n", "a: 1\n...\n", "\u{FEFF}a: 1"])
  func `one document may be marked at both ends`(text: String) throws {
    #expect(try read(text).node["a"]?.scalar?.value == .int(1))
  }

  @Test func `JSON is read as the YAML that it is`() throws {
    let json = """
      {
      "a": [1, -2.5e3, true, null, "\\u00e9\\/\\n"],
      "b": {"c":"d", "e":[]}
      }
      """
    let node = try read(json).node
    #expect(
      node["a"]?.items?.map { $0.scalar?.value } == [
        .int(1), .float(-2_500), .bool(true), .null, .string("é/\n"),
      ]
    )
    #expect(node["b"]?["c"]?.scalar?.value == .string("d"))
    #expect(node["b"]?["e"]?.items == [])
  }

  @Test(arguments: [
    ("a\n", "a: [b,\n c]\n"), ("d", "a: [\n  # note\n# note\n\n  b\n  ]\n"),
    ("c", "? a\n: - b\n"), ("e", "a:\n- b\n-\n  - c\n"), ("f", "a: &x\n- b\n"), ("g", "{?\n a: b}"),
    ("h", "- |\n\n a\n- >2\n    b\n"), ("i", "[&a b, *a , {*a : c}]"),
    ("j", "a: 'x # y'#\n".dropLast(2) + "\n"),
    ("k", "a: x#y\nb: http://x/#y\n"), ("l", "a: -x\nb: [-x, x-]\n"), ("m", "a: \"x\n\n  y\"\n"),
  ])
  func `what looks like a forbidden form but is none is read`(name: String, text: String) throws {
    _ = try read(text)
  }
}
