import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

@Test func `a profile is read with places`() throws {
  var diagnostics = DiagnosticList()
  let marked = MarkedText("a: ①1\nb:\n- ②x\n- &k é\n- ③*k\nc: |\n  lit\n\nd: {e: [f: g]}\n")
  let node = try #require(YAMLDocument.read(marked.source, into: &diagnostics))
  #expect(marked.mark(at: node["a"]?.span) == "①")
  #expect(marked.mark(at: node["b"]?.items?[0].span) == "②")
  #expect(marked.mark(at: node["b"]?.items?[2].span) == "③")
  #expect(node["c"]?.scalar?.text == "lit\n")
}
