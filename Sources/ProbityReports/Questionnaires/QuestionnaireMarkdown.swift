package import Probity
import ProbityText

/// Writes a questionnaire as a page to read, print or send.
package struct QuestionnaireMarkdown {
  private let questionnaire: Questionnaire
  private let words: QuestionnaireWords
  private var blocks: [String] = []

  /// The text of a questionnaire.
  package static func text(_ questionnaire: Questionnaire, _ words: QuestionnaireWords) -> String {
    var writer = QuestionnaireMarkdown(questionnaire: questionnaire, words: words)
    writer.write()
    return writer.blocks.joined(separator: "\n\n") + "\n"
  }

  private mutating func write() {
    blocks.append("# " + plain(words.title(questionnaire.vendorName)))
    blocks.append(
      [
        words.standing(questionnaire),
        words.counts(questionnaire),
      ].map(plain).joined(separator: "\n")
    )
    blocks.append(words.instructions.map { "- " + plain($0) }.joined(separator: "\n"))
    var number = 0
    for section in questionnaire.sections {
      blocks.append("## " + plain(words.heading(section)))
      for question in section.questions {
        number += 1
        write(question, number)
      }
    }
  }

  private mutating func write(_ question: Question, _ number: Int) {
    blocks.append("### \(number). " + plain(words.text(question)))
    var lines = [(QuestionnaireColumn.id, question.id)]
    if !question.onFile.isEmpty { lines.append((.onFile, question.onFile.joined(separator: "; "))) }
    lines.append((.evidence, words.evidence(question)))
    lines.append(
      (
        .rules,
        question.rules.map { "\($0.id) \($0.title[words.language])" }
          .joined(separator: "; ")
      )
    )
    blocks.append(
      lines.map { "- \(words.label($0.0)): " + plain($0.1) }.joined(separator: "\n")
    )
    let choices = words.choices(question, questionnaire.vocabulary).map { choice in
      "- [ ] " + plain(choice.answer) + (choice.meaning.map { " (\(plain($0)))" } ?? "")
    }
    blocks.append(choices.joined(separator: "\n"))
    let blanks = [QuestionnaireColumn.answer, .place, .comment].map { words.label($0) + ":" }
    blocks.append(blanks.joined(separator: "\\\n"))
  }

  /// Text of others, of which nothing becomes a mark-up, a link or a line of its own.
  private func plain(_ text: String) -> String {
    var shown = ""
    for character in escapedForDisplay(text) {
      if "\\`*_{}[]<>#+!|~&".contains(character) { shown += "\\" }
      shown.append(character)
    }
    // Readers of Markdown make links of bare addresses, too.
    return shown.replacing("://", with: ":\\//").replacing("www.", with: "www\\.")
  }
}
