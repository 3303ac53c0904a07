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

  /// How a sheet is written.
  package enum Format: Sendable {
    case document
    case csv
    case workbook

    /// The format of a text by how it begins and by its name.
    package init(of source: SourceText) {
      let name = source.name.lowercased()
      let heads: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
      if name.hasSuffix(".xlsx") || heads.contains(where: source.bytes.starts) {
        self = .workbook
      } else {
        self = name.hasSuffix(".csv") ? .csv : .document
      }
    }
  }

  /// Reads a sheet in whatever format it is; nil, with errors, if it is none.
  package static func read(
    _ source: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    var found = DiagnosticList()
    let sheet =
      switch Format(of: source) {
      case .document: document(source, into: &found)
      case .csv: csv(source, into: &found)
      case .workbook: workbook(source, into: &found)
      }
    diagnostics.append(contentsOf: found)
    return found.isFreeOfErrors ? sheet : nil
  }
}

extension AnswerSheet.Written {
  /// What was written, on one line.
  var text: String {
    switch self {
    case .nothing: ""
    case .one(let cell): cell.trimmed
    case .many(let cells, _): cells.map(\.trimmed).joined(separator: "; ")
    }
  }
}
