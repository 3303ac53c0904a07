/// What each message about an input means and what to do, with an example that brings it about.
///
/// In English, as the messages are. The same stands, without examples, on the page Diagnostics.
package struct DiagnosticGuide: Sendable {
  package struct Entry: Sendable, Hashable {
    package var id: String
    package var meaning: String
    package var cure: String
    /// What brings it about; `\n` and `\t` stand for a line break and a tab.
    package var example: String?
  }

  /// All messages, in the order of the page.
  package let entries: [Entry]

  /// Reads the guide.
  ///
  /// - Complexity: O(*length of all texts*): make it once.
  package init() {
    entries = [
      Self.inputs, Self.yaml, Self.rules, Self.tests, Self.lints, Self.expressions,
    ].flatMap(Self.entries)
  }

  package subscript(id: String) -> Entry? { entries.first { $0.id == id } }

  private static func entries(in text: String) -> [Entry] {
    var entries: [Entry] = []
    for line in text.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      let rest = String(words.drop { $0 != " " }.dropFirst())
      switch words.prefix(while: { $0 != " " }) {
      case "means": entries[entries.count - 1].meaning = rest
      case "do": entries[entries.count - 1].cure = rest
      case "such": entries[entries.count - 1].example = rest
      case let id: entries.append(Entry(id: String(id), meaning: "", cure: ""))
      }
    }
    return entries
  }
}
