import Foundation
import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityYAML

@Suite(.enabled(if: ConformanceData.isAtHand, "the conformance cases are not at hand"))
struct YAMLConformance {
  @Test func `no case of the suite is read differently, and no invalid one is accepted`() throws {
    var refused: [String] = []
    var tally = ConformanceTally("yaml/suite")
    for example in try ConformanceData.suite() {
      let events = eventNotation(of: SourceText(name: example.id, example.yaml))
      if events == nil, !example.error {
        refused.append(example.id)
        tally.skip("valid but refused")
      } else {
        tally.count(
          example.error ? events == nil : events == example.events,
          "\(example.id): \(example.yaml.debugDescription)"
        )
      }
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures.joined(separator: "\n"))")
    #expect(refused.sorted() == KnownRefusals.all)
  }

  @Test func `every invalid case gives an error in our words, at a place`() throws {
    for example in try ConformanceData.suite() where example.error {
      var diagnostics = DiagnosticList()
      let source = SourceText(name: example.id, example.yaml)
      #expect(YAMLDocument.read(source, into: &diagnostics) == nil)
      #expect(!diagnostics.isFreeOfErrors)
      for diagnostic in diagnostics.sorted {
        #expect(diagnostic.id != "yaml.syntax", "\(example.id): \(example.yaml.debugDescription)")
        #expect(diagnostic.span != nil)
      }
    }
  }

  @Test func `every scalar of the suite leads back to its bytes`() throws {
    var count = 0
    for example in try ConformanceData.suite() where !example.error {
      for newline in ["\n", "\r\n"] {
        let text = example.yaml.replacingOccurrences(of: "\n", with: newline)
        for scalar in scalars(of: SourceText(name: example.id, text)) {
          checkPlaces(of: scalar)
          count += 1
        }
      }
    }
    #expect(count > 500)
  }

  @Test func `scalars mean what the core schema says`() throws {
    var tally = ConformanceTally("yaml/schemas")
    for example in try ConformanceData.schemas() {
      var diagnostics = DiagnosticList()
      let source = SourceText(name: example.id, example.yaml)
      let value = YAMLDocument.read(source, into: &diagnostics)?.scalar?.value
      tally.count(value.map(description) == example.core.map(description), example.id)
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures)")
  }

  private func description(_ value: CoreValue) -> String {
    switch value {
    case .null: "null null()"
    case .bool(let value): "bool \(value)()"
    case .int(let value): "int \(value)"
    case .intOverflow: "overflow"
    case .float(let value) where value.isNaN: "nan nan()"
    case .float(let value) where value.isInfinite: "inf inf\(value < 0 ? "-neg" : "")()"
    case .float(let value): "float \(value)"
    case .string(let value): "str \(value)"
    }
  }

  private func description(_ core: ConformanceData.Schemas.Case.Meaning) -> String {
    let number = core.type == "float" ? Double(core.value).map { "\($0)" } : nil
    return "\(core.type) \(number ?? core.value)"
  }
}
