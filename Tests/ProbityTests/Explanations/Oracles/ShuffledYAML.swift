import Probity
import ProbityTestSupport
import ProbityText
import ProbityYAML

/// Writes a document anew, in flow style, with the keys of mappings and some lists in another order.
struct ShuffledYAML {
  /// Lists of which the order says nothing.
  private static let unordered: Set = ["evidence", "origins", "names"]

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The same document in another order.
  mutating func shuffled(_ text: SourceText) throws -> SourceText {
    var found = DiagnosticList()
    guard let node = YAMLDocument.read(text, into: &found) else { throw Unreadable() }
    return SourceText(name: text.name, written(node, key: "") + "\n")
  }

  struct Unreadable: Error {}

  private mutating func written(_ node: Node, key: String) -> String {
    if let entries = node.entries {
      let parts = entries.shuffled(using: &random).map { entry in
        "\(written(entry.key, key: "")): \(written(entry.value, key: entry.name))"
      }
      return "{\(parts.joined(separator: ", "))}"
    }
    if let items = node.items {
      let ordered = Self.unordered.contains(key) ? items.shuffled(using: &random) : items
      return "[\(ordered.map { written($0, key: "") }.joined(separator: ", "))]"
    }
    guard let scalar = node.scalar else { return "null" }
    return scalar.style == .plain && scalar.text.allSatisfy(Self.isSafe)
      ? scalar.text : quoted(scalar.text)
  }

  private static func isSafe(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
  }
}
