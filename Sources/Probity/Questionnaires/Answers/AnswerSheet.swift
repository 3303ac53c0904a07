package import ProbityText

/// A questionnaire that came back: what stands at each question, not yet understood.
package struct AnswerSheet: Sendable {
  /// A text with where it stands.
  package struct Cell: Sendable {
    package var text: String
    package var span: SourceSpan
    /// Whether quotes say that it is a text, whatever it looks like.
    package var isQuoted = false

    /// The text without blanks around it.
    var trimmed: String {
      let isBlank = { (character: Character) in character.isWhitespace }
      let start = text.drop(while: isBlank)
      return String(start.reversed().drop(while: isBlank).reversed())
    }
  }

  /// What is written as an answer.
  package enum Written: Sendable {
    case nothing
    case one(Cell)
    case many([Cell], SourceSpan)
  }

  package struct Row: Sendable {
    package var id: Cell
    package var answer = Written.nothing
    package var place: Cell?
    package var fingerprint: Cell?
    package var askedOf: Vocabulary.Respondent = .vendor
    package var answeredBy: Cell?
    package var answeredOn: Cell?
  }

  /// Whom the questions are about, wherever the sheet says so.
  package var vendors: [Cell] = []
  package var rows: [Row] = []

  /// Reads a sheet in YAML or, by its name, as a table; nil, with errors, if it is none.
  package static func read(
    _ source: SourceText,
    isTable: Bool,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    var found = DiagnosticList()
    let sheet = isTable ? table(source, into: &found) : document(source, into: &found)
    diagnostics.append(contentsOf: found)
    return found.isFreeOfErrors ? sheet : nil
  }
}
