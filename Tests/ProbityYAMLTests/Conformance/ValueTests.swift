import Foundation
import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityYAML

@Suite(.enabled(if: ConformanceData.isAtHand, "the conformance cases are not at hand"))
struct ValueConformance {
  @Test func `documents of the suite have the values that it lists`() throws {
    var count = 0
    for (example, expected) in try ConformanceData.suiteValues() {
      var diagnostics = DiagnosticList()
      let source = SourceText(name: example.id, example.yaml)
      guard let node = YAMLDocument.read(source, into: &diagnostics) else { continue }
      #expect(isEqual(node, expected), "\(example.id): \(example.yaml.debugDescription)")
      count += 1
    }
    #expect(count > 100)
  }

  @Test func `mutated documents are read with places or refused in our words`() throws {
    var generator = SeededGenerator(seed: 99)
    let suite = try ConformanceData.suite().map { Array($0.yaml.utf8) }
    var accepted = 0
    for bytes in suite + suite + suite {
      let source = SourceText(name: "mutated", bytes: mutated(bytes, using: &generator))
      var diagnostics = DiagnosticList()
      let node = YAMLDocument.read(source, into: &diagnostics)
      accepted += node == nil ? 0 : 1
      #expect((node == nil) == !diagnostics.isFreeOfErrors)
      #expect(diagnostics.sorted.allSatisfy { $0.id != "yaml.syntax" && $0.span != nil })
      for scalar in scalars(of: source) { checkPlaces(of: scalar) }
    }
    #expect(accepted > 100)
  }

  private func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let alphabet = Array("ab:-[]{},?&*!|>'\"#%@`\\ \t\n0~".utf8)
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = alphabet.randomElement(using: &generator) ?? 0x20
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(byte, at: place)
      default: bytes[place] = byte
      }
    }
    return bytes
  }
}

extension ConformanceData {
  /// The cases that hold exactly one document, with its value.
  fileprivate static func suiteValues() throws -> [(Suite.Case, Any)] {
    let data = try Data(contentsOf: folder.appendingPathComponent("yaml/suite.json"))
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let cases = file?["cases"] as? [[String: Any]] ?? []
    return try zip(suite(), cases).compactMap { example, raw in
      guard let documents = raw["documents"] as? [Any], documents.count == 1 else { return nil }
      return (example, documents[0])
    }
  }
}
