import ProbityText
import ProbityYAML
import Testing

struct LimitTests {
  @Test(arguments: [
    ("[", 1_000_000), ("[", 10_000), ("{a: ", 10_000), ("- ", 10_000), ("? ", 10_000),
    ("[\n", 10_000),
  ])
  func `endless nesting is refused at the first level too many`(opening: String, count: Int) {
    let text = String(repeating: opening, count: count)
    #expect(complaintIDs(about: Array(text.utf8)) == ["yaml.too-deep"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[" + String(repeating: "{\"a\": [1, \"b\"]}, ", count: 20_000) + "1]",
      String(repeating: "- a: |\n\n   b\n", count: 10_000),
      "[" + String(repeating: "\n", count: 200_000) + " a]",
      "a: |\n" + String(repeating: "    \n", count: 50_000),
      String(repeating: "- " + String(repeating: " ", count: 4_000), count: 50) + "a",
      (0..<20_000).map { "é\($0): 1\n" }.joined(),
      "'" + String(repeating: "x y\n\n ", count: 50_000) + "'",
    ]
  )
  func `the time to read grows with the length alone`(text: String) {
    #expect(complaintIDs(about: Array(text.utf8)) == [])
  }

  @Test func `64 levels are read and 65 are not`() throws {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(try read(deep(64)).node.items?.count == 1)
    #expect(complaintIDs(about: Array(deep(65).utf8)) == ["yaml.too-deep"])
  }

  @Test func `a billion laughs are refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(complaintIDs(about: Array(text.utf8)) == ["yaml.alias-expansion"])
  }

  @Test func `aliases do not carry nodes deeper than the limit`() {
    var limits = ReadingLimits.standard
    limits.depth = 4
    #expect(complaints(about: "- &a [[x]]\n- [*a]\n", limits: limits) == [])
    #expect(
      complaints(about: "- &a [[x]]\n- [[①*a]]\n", limits: limits) == [
        "① yaml.alias-expansion: aliases must not be used more than 1000 times, stand for more than "
          + "100000 values or nest more than 4 deep"
      ]
    )
  }

  @Test func `every limit holds to the unit`() {
    var limits = ReadingLimits.standard
    limits.bytes = 12
    limits.nodes = 4
    limits.aliases = 1
    limits.aliasedNodes = 2
    limits.scalarBytes = 3
    #expect(complaints(about: "[a, b, c]", limits: limits) == [])
    #expect(
      complaints(about: "[a, b, c, d]", limits: limits) == [
        "? yaml.too-many-nodes: a file must not hold more than 4 values"
      ]
    )
    #expect(
      complaints(about: "①[a, b, c,  d]", limits: limits) == [
        "① yaml.too-large: a file must not be larger than 12 bytes; this one has 13"
      ]
    )
    #expect(complaints(about: "a: bcd", limits: limits) == [])
    #expect(
      complaints(about: "a: ①bcde", limits: limits) == [
        "① yaml.too-long: a text must not be longer than 3 bytes"
      ]
    )
    #expect(complaints(about: "[&a x, *a]", limits: limits) == [])
    #expect(complaintIDs(about: Array("[&a x,*a,*a]".utf8), limits: limits).count == 1)
    #expect(complaintIDs(about: Array("[&a [b],*a]".utf8), limits: limits).count == 1)
  }

  @Test func `more duplicate keys than are shown still refuse the file`() {
    let text = String(repeating: "a: 1\n", count: 500)
    #expect(complaintIDs(about: Array(text.utf8)).count == 100)
  }
}
