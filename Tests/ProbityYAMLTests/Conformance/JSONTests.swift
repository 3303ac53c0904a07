import Foundation
import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

@Suite(.enabled(if: ConformanceData.isAtHand, "the conformance cases are not at hand"))
struct JSONConformance {
  @Test func `valid JSON has its value, or is refused for a listed reason`() throws {
    var refused: [String: [String]] = [:]
    var tally = ConformanceTally("json/parsing (valid)")
    for text in try ConformanceData.texts() where text.expect == "accept" {
      let bytes = try #require(Data(base64Encoded: text.base64))
      let (node, ids) = read(bytes)
      guard let node else {
        refused[text.id] = ids
        tally.skip("refused for a listed reason")
        continue
      }
      let value = try JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)
      tally.count(isEqual(node, value), "\(text.id): \(String(decoding: bytes, as: UTF8.self))")
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures)")
    #expect(refused == JSONLists.refused)
  }

  @Test func `invalid JSON is refused unless it is valid YAML`() throws {
    var accepted: [String] = []
    var tally = ConformanceTally("json/parsing (invalid)")
    for text in try ConformanceData.texts() where text.expect == "reject" {
      let bytes = try #require(Data(base64Encoded: text.base64))
      if read(bytes).node == nil {
        tally.count(true, "")
      } else {
        accepted.append(text.id)
        tally.skip("listed as YAML")
      }
    }
    print(tally.line)
    #expect(accepted.sorted() == JSONLists.accepted.sorted())
  }

  @Test func `texts that JSON readers disagree on are read or refused, never worse`() throws {
    var tally = ConformanceTally("json/parsing (either)")
    for text in try ConformanceData.texts() where text.expect == "either" {
      let (node, ids) = read(try #require(Data(base64Encoded: text.base64)))
      tally.count((node == nil) == !ids.isEmpty, text.id)
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures)")
  }

  private func read(_ bytes: Data) -> (node: Node?, ids: [String]) {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "test.json", bytes: Array(bytes))
    let node = YAMLDocument.read(source, into: &diagnostics)
    return (node, diagnostics.sorted.map(\.id))
  }
}
