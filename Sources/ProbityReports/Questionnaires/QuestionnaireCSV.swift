package import Probity
import ProbityText

/// Writes a questionnaire as a table for spreadsheets: a row a question.
package enum QuestionnaireCSV {
  /// The text of a questionnaire, with the mark by which spreadsheets know UTF-8.
  package static func text(_ questionnaire: Questionnaire, _ words: QuestionnaireWords) -> String {
    let head = QuestionnaireColumn.allCases.map(words.label)
    let rows = questionnaire.sections.flatMap { section in
      section.questions.map { question in
        QuestionnaireColumn.allCases.map { column in
          cell(column, question, section, questionnaire, words)
        }
      }
    }
    return "\u{FEFF}" + ([head] + rows).map(line).joined()
  }

  private static func cell(
    _ column: QuestionnaireColumn,
    _ question: Question,
    _ section: Questionnaire.Section,
    _ questionnaire: Questionnaire,
    _ words: QuestionnaireWords
  ) -> String {
    switch column {
    case .vendor: questionnaire.vendorID
    case .round: String(section.round)
    case .askedOf: section.askedOf.rawValue
    case .id: question.id
    case .question: words.text(question)
    case .choices:
      words.choices(question, questionnaire.vocabulary).map { choice in
        choice.meaning.map { "\(choice.answer) (\($0))" } ?? choice.answer
      }.joined(separator: " | ")
    case .onFile: question.onFile.joined(separator: "; ")
    case .evidence: words.evidence(question)
    case .rules: question.rules.map(\.id).joined(separator: ", ")
    case .fingerprint: "#" + question.fingerprint
    case .answer, .place, .answeredBy, .answeredOn, .comment: ""
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(CSVCell.text).joined(separator: ",") + "\r\n"
  }
}
