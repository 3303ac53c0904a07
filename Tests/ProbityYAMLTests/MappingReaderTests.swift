import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

private enum Severity: String, CaseIterable {
  case prohibit
  case require
  case advise
}

struct MappingReaderTests {
  /// What reading a marked text as one rule says.
  private func complaints(
    about text: String,
    _ body: (inout MappingReader, inout DiagnosticList) -> Void
  ) -> [String] {
    let marked = MarkedText(text)
    var diagnostics = DiagnosticList()
    guard let node = YAMLDocument.read(marked.source, into: &diagnostics),
      var reader = MappingReader(node, what: "a rule", into: &diagnostics)
    else { return marked.lines(for: diagnostics.sorted) }
    body(&reader, &diagnostics)
    reader.finish(into: &diagnostics)
    return zip(marked.lines(for: diagnostics.sorted), diagnostics.sorted).map { line, diagnostic in
      line + (diagnostic.help.map { "; \($0)" } ?? "")
    }
  }

  @Test func `fields that nobody asked for are refused with the near name`() {
    let lines = complaints(about: "id: a\n①severty: x\n②colour: y\n") { reader, diagnostics in
      #expect(reader.required("id")?.scalar?.text == "a")
      #expect(reader.optional("severity") == nil)
      #expect(reader.rest.map(\.name) == ["severty", "colour"])
    }
    #expect(
      lines == [
        "① yaml.unknown-field: a rule has no field `severty`; did you mean `severity`?",
        "② yaml.unknown-field: a rule has no field `colour`; the fields are `id`, `severity`",
      ]
    )
  }

  @Test func `asking twice for one field lets no other one pass`() {
    let lines = complaints(about: "id: a\n①colour: y\n") { reader, _ in
      for _ in 1...2 { #expect(reader.required("id")?.scalar?.text == "a") }
      #expect(reader.rest.map(\.name) == ["colour"])
    }
    #expect(
      lines == ["① yaml.unknown-field: a rule has no field `colour`; the fields are `id`, `id`"]
    )
  }

  @Test(arguments: ["①a: 1\n", "a: 1\n①id:\n", "a: 1\n①id: ~\n", "①{}"])
  func `a field that must be there is missed where it would stand`(text: String) {
    let lines = complaints(about: text) { reader, diagnostics in
      #expect(reader.required("id") == nil)
      #expect(reader.optional("a")?.isNull != true)
    }
    #expect(lines == ["① yaml.missing-field: a rule must have `id`"])
  }

  @Test(arguments: [
    ("①[a]", "a list"), ("①a", "the text `a`"), ("", "nothing"), ("①1", "the number `1`"),
    ("①true", "`true`"),
  ])
  func `only a mapping has fields`(text: String, found: String) {
    let lines = complaints(about: text) { _, _ in Issue.record("there is nothing to read") }
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasSuffix(
        "yaml.not-a-mapping: a rule must be a mapping of fields; \(found) is given"
      ) == true
    )
  }

  @Test func `sound values are read without a word`() throws {
    let node = try read(
      "{s: NO, b: true, i: 0x10, d: 1, l: [a, '1'], w: 2020, c: advise, f: 1.5}"
    ).node
    var diagnostics = DiagnosticList()
    #expect(node["s"]?.string("`s`", into: &diagnostics) == "NO")
    #expect(node["b"]?.bool("`b`", into: &diagnostics) == true)
    #expect(node["i"]?.int("`i`", into: &diagnostics) == 16)
    #expect(node["d"]?.double("`d`", into: &diagnostics) == 1)
    #expect(node["f"]?.double("`f`", into: &diagnostics) == 1.5)
    #expect(node["l"]?.strings("`l`", into: &diagnostics) == ["a", "1"])
    #expect(node["w"]?.writtenText("`w`", into: &diagnostics) == "2020")
    #expect(node["c"]?.choice("`c`", of: Severity.self, into: &diagnostics) == .advise)
    #expect(diagnostics.sorted.isEmpty)
  }

  @Test func `a value of another type is refused where it stands`() {
    let text = """
      s: ①1
      b: ②yes
      i: ③1.5
      o: ④9223372036854775808
      d: ⑤.inf
      l: ⑥a
      m: [a, ⑦2, ⑧~]
      w: ⑨[]
      c: ⑩advice
      """
    let lines = complaints(about: text) { reader, diagnostics in
      #expect(reader.optional("s")?.string("`s`", into: &diagnostics) == nil)
      #expect(reader.optional("b")?.bool("`b`", into: &diagnostics) == nil)
      #expect(reader.optional("i")?.int("`i`", into: &diagnostics) == nil)
      #expect(reader.optional("o")?.int("`o`", into: &diagnostics) == nil)
      #expect(reader.optional("d")?.double("`d`", into: &diagnostics) == nil)
      #expect(reader.optional("l")?.strings("`l`", into: &diagnostics) == nil)
      #expect(reader.optional("m")?.strings("`m`", into: &diagnostics) == nil)
      #expect(reader.optional("w")?.writtenText("`w`", into: &diagnostics) == nil)
      let severity = reader.optional("c")?.choice("`c`", of: Severity.self, into: &diagnostics)
      #expect(severity == nil)
    }
    #expect(
      lines == [
        "① yaml.wrong-type: `s` must be a text; the number `1` is given; write it in quotes: \"1\"",
        "② yaml.wrong-type: `b` must be `true` or `false`; the text `yes` is given",
        "③ yaml.wrong-type: `i` must be a whole number; the number `1.5` is given",
        "④ yaml.wrong-type: `o` must be a whole number of at most 64 bits; the number "
          + "`9223372036854775808` is given",
        "⑤ yaml.wrong-type: `d` must be a number; the number `.inf` is given",
        "⑥ yaml.wrong-type: `l` must be a list; the text `a` is given",
        "⑦ yaml.wrong-type: each item of `m` must be a text; the number `2` is given; "
          + "write it in quotes: \"2\"",
        "⑧ yaml.wrong-type: each item of `m` must be a text; nothing is given",
        "⑨ yaml.wrong-type: `w` must be a text or a number; a list is given",
        "⑩ yaml.wrong-type: `c` must be one of `prohibit`, `require`, `advise`; the text `advice` "
          + "is given; did you mean `advise`?",
      ]
    )
  }
}
