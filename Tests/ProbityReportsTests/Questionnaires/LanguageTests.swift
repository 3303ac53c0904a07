import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity
@testable import ProbityReports

/// A questionnaire speaks one language: that which was asked for.
@Suite struct LanguageTests {
  static func questionnaire() throws -> Questionnaire {
    let book = try RoundTripTests.book.get()
    let profile = try book.profile(Repository.text("vendors/halcyon-grid-analytics.yaml"))
    return Questionnaire(book.decision(on: profile, asOf: PaintShop.day))
  }

  /// English texts of the questionnaire that have another wording in a language.
  static func english(_ questionnaire: Questionnaire, not language: String) -> Set<String> {
    var texts: [LocalizedText] = AnswerWord.allCases.map(\.label)
    for question in questionnaire.questions {
      texts += [question.field.question ?? question.field.label] + question.rules.map(\.title)
      texts += question.document.map { [$0.title] } ?? []
      let codes = question.form.enumeration.flatMap(questionnaire.vocabulary.enumeration)?.codes
      texts += codes?.map(\.label) ?? []
    }
    return Set(texts.filter { $0["en"] != $0[language] }.map { $0["en"] })
  }

  /// Texts that stand as a whole in a page, among others.
  static func found(_ texts: Set<String>, in lines: [String]) -> Set<String> {
    texts.intersection(
      lines.flatMap { $0.split(separator: "⏎").map { $0.trimmingBlanks } }
    )
  }

  @Test(arguments: ["fr", "es"])
  func `no English is left in a spreadsheet of another language`(language: String) throws {
    let questionnaire = try Self.questionnaire()
    let english = Self.english(questionnaire, not: language)
    #expect(english.count > 60)
    func lines(_ language: String) throws -> [String] {
      let bytes = try QuestionnaireXLSX.bytes(questionnaire, QuestionnaireWords(language))
      return try Workbook(bytes).sheets.flatMap { $0.rows.flatMap(\.self) }.compactMap { cell in
        guard case .text(let text) = cell.content else { return nil }
        return text.replacing("\n", with: "⏎")
      }
    }
    let left = Self.found(english, in: try lines(language))
    #expect(left.isEmpty, "\(left)")
    // Had it been left, it would have been found.
    #expect(Self.found(english, in: try lines("en")).count > 60)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
