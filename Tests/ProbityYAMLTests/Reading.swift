import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

/// Reads a marked text that must be sound.
func read(_ text: String, limits: ReadingLimits = .standard) throws -> (node: Node, MarkedText) {
  let marked = MarkedText(text)
  var diagnostics = DiagnosticList()
  let node = YAMLDocument.read(marked.source, limits: limits, into: &diagnostics)
  #expect(marked.lines(for: diagnostics.sorted) == [])
  return (try #require(node), marked)
}

/// What is said about a marked text; nothing may be read if that is an error.
func complaints(about text: String, limits: ReadingLimits = .standard) -> [String] {
  let marked = MarkedText(text)
  var diagnostics = DiagnosticList()
  let node = YAMLDocument.read(marked.source, limits: limits, into: &diagnostics)
  #expect((node == nil) == !diagnostics.isFreeOfErrors)
  return marked.lines(for: diagnostics.sorted)
}

/// The ids of what is said about bytes.
func complaintIDs(about bytes: [UInt8], limits: ReadingLimits = .standard) -> [String] {
  var diagnostics = DiagnosticList()
  let source = SourceText(name: "test.yaml", bytes: bytes)
  let node = YAMLDocument.read(source, limits: limits, into: &diagnostics)
  #expect((node == nil) == !diagnostics.isFreeOfErrors)
  return diagnostics.sorted.map(\.id)
}
