import Probity
import ProbityText

/// What is said about one thing: a rule, a field, a message, a word.
package struct Article: Sendable {
  package struct Section: Sendable {
    /// The section's name in JSON, the same in every language.
    package var key: String
    package var heading: String
    package var lines: [String]
    /// Whether the blanks in its lines matter, as in a condition.
    package var isVerbatim = false
  }

  /// `rule`, `field`, `record`, `enum`, `set`, `document`, `message`, `standard` or `word`.
  package var kind: String
  package var id: String
  package var title: String
  package var language: String
  package private(set) var sections: [Section] = []

  init(_ kind: String, _ id: String, _ title: String, _ language: String) {
    self.kind = kind
    self.id = id
    self.title = title
    self.language = language
  }

  /// Adds a section, unless there is nothing to say.
  mutating func add(_ key: String, _ heading: String, _ lines: [String?], isVerbatim: Bool = false)
  {
    let lines = lines.compactMap(\.self).filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    sections.append(Section(key: key, heading: heading, lines: lines, isVerbatim: isVerbatim))
  }

  /// The article as a terminal shows it.
  package func text(width: Int) -> String {
    var page = TextPage(width: width)
    page.line(title.isEmpty ? id : "\(id)  \(title)", indent: 0)
    for section in sections {
      page.heading(section.heading)
      if section.isVerbatim {
        page.verbatim(section.lines, indent: 2)
      } else {
        for line in section.lines { page.line(line, indent: 2) }
      }
    }
    return page.text
  }

  /// The article for programs.
  package var json: JSONValue {
    let parts = sections.map { JSONValue.Member(name: $0.key, value: JSONValue($0.lines)) }
    return .object(
      [
        JSONValue.Member(name: "schema", value: .string(Self.schema)),
        JSONValue.Member(name: "kind", value: .string(kind)),
        JSONValue.Member(name: "id", value: .string(id)),
        JSONValue.Member(name: "title", value: .string(title)),
        JSONValue.Member(name: "language", value: .string(language)),
      ] + parts
    )
  }

  /// The version of the JSON; only additions keep it.
  package static let schema = "probity-explanation/1"
}
