import Foundation
import ProbityText
import ProbityYAML

/// A folder that `prepare.py` has filled.
package struct BenchmarkFolder {
  /// Why nothing can be measured.
  package struct Fault: Error, CustomStringConvertible {
    package var description: String
  }

  private let url: URL

  package init(path: String) { url = URL(filePath: path) }

  /// The conditions by the rules' names, in their order.
  func rules() throws -> [(name: String, cel: String)] {
    try document("rules.json").entries.orEmpty.map { entry in
      guard case .string(let text)? = entry.value.scalar?.value else {
        throw Fault(description: "rules.json: \(entry.name) must be a text")
      }
      return (entry.name, text)
    }
  }

  /// The profiles, each a document of its own.
  func profiles(_ count: Int) throws -> [Node] {
    let bytes = try Data(contentsOf: url.appending(path: "all.ndjson"))
    let lines = bytes.split(separator: UInt8(ascii: "\n")).prefix(count)
    guard lines.count == count else {
      throw Fault(description: "there are \(lines.count) profiles")
    }
    return try lines.enumerated().map { index, line in
      try read(SourceText(name: "all.ndjson:\(index + 1)", bytes: Array(line)))
    }
  }

  /// The rules that each vendor violates.
  func expected() throws -> [String: Set<String>] {
    let entries = try document("expected.json").entries.orEmpty
    return Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        (entry.name, Set(entry.value.items.orEmpty.compactMap { $0.scalar?.text }))
      }
    )
  }

  private func document(_ name: String) throws -> Node {
    let bytes = try Data(contentsOf: url.appending(path: name))
    return try read(SourceText(name: name, bytes: Array(bytes)))
  }

  private func read(_ source: SourceText) throws -> Node {
    var diagnostics = DiagnosticList()
    guard let node = YAMLDocument.read(source, into: &diagnostics) else {
      throw Fault(description: Excerpt.text(for: diagnostics.sorted))
    }
    return node
  }
}

extension Optional where Wrapped: RangeReplaceableCollection {
  fileprivate var orEmpty: Wrapped { self ?? Wrapped() }
}
