package import Probity
import ProbityText

/// Writes a questionnaire as YAML, with a place for each answer.
package struct QuestionnaireYAML {
  private let questionnaire: Questionnaire
  private let words: QuestionnaireWords
  private var lines: [String] = []

  /// The text of a questionnaire.
  package static func text(_ questionnaire: Questionnaire, _ words: QuestionnaireWords) -> String {
    var writer = QuestionnaireYAML(questionnaire: questionnaire, words: words)
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    comment(words.title(questionnaire.vendorName))
    comment(words.standing(questionnaire))
    comment(words.counts(questionnaire))
    for line in words.instructions { comment(line) }
    lines.append("probity: questionnaire/1")
    entry("vendor", questionnaire.vendorID)
    lines.append("as_of: \(questionnaire.asOf)")
    lines.append("language: \(words.language)")
    lines.append(questionnaire.sections.isEmpty ? "sections: []" : "sections:")
    for section in questionnaire.sections { write(section) }
  }

  private mutating func write(_ section: Questionnaire.Section) {
    lines.append("")
    comment(words.heading(section))
    lines.append("  - round: \(section.round)")
    entry("for", section.askedOf.rawValue, indent: 4)
    lines += ["    answered_by:", "    answered_on:", "    questions:"]
    for question in section.questions { write(question) }
  }

  private mutating func write(_ question: Question) {
    lines.append("")
    entry("- id", question.id, indent: 6)
    entry("question", words.text(question), indent: 8)
    writeChoices(words.choices(question, questionnaire.vocabulary))
    if !question.onFile.isEmpty {
      let known = question.onFile.map { YAMLScalar.text(escapedForDisplay($0), inFlow: true) }
      lines.append("        on_file: [" + known.joined(separator: ", ") + "]")
    }
    entry("evidence", words.evidence(question), indent: 8)
    let rules = question.rules.map { YAMLScalar.text($0.id, inFlow: true) }
    lines.append("        rules: [" + rules.joined(separator: ", ") + "]")
    entry("fingerprint", question.fingerprint, indent: 8)
    lines += ["        answer:", "        where:", "        comment:"]
  }

  private mutating func writeChoices(_ choices: [QuestionnaireWords.Choice]) {
    lines.append("        choices:")
    for choice in choices {
      if let meaning = choice.meaning {
        entry(choice.answer, meaning, indent: 10)
      } else {
        lines.append("          \(YAMLScalar.text(choice.answer)):")
      }
    }
  }

  private mutating func entry(_ key: String, _ value: String, indent: Int = 0) {
    lines.append(
      String(repeating: " ", count: indent) + key + ": "
        + YAMLScalar.text(value)
    )
  }

  private mutating func comment(_ text: String) { lines.append("# " + escapedForDisplay(text)) }
}
