import ProbityCEL
import ProbityText
import ProbityYAML

/// An answer to a question of the profile, understood.
struct CheckedAnswer {
  var question: ProfileQuestion
  var answer: GivenAnswer
  var row: AnswerSheet.Row
}

/// Checks the answers of a sheet against the questions of a profile, and says all that is wrong.
struct AnswerChecker {
  private(set) var answers: [CheckedAnswer] = []
  /// What belongs into other files.
  private(set) var elsewhere: [AnswerImport.Entry] = []
  private(set) var blankCount = 0
  private(set) var diagnostics = DiagnosticList()
  private let vendorID: String
  private let questions: ProfileQuestions
  private let defaults: AnswerImport.Defaults
  private let vocabulary: Vocabulary

  init(_ root: Node, _ defaults: AnswerImport.Defaults, _ vocabulary: Vocabulary) {
    vendorID = DossierReader.vendorID(of: root)
    questions = ProfileQuestions(root, vocabulary)
    self.defaults = defaults
    self.vocabulary = vocabulary
  }

  mutating func check(_ sheet: AnswerSheet) {
    refuseOtherVendors(sheet)
    for row in sheet.rows { take(row) }
    refuseRepeats(sheet)
  }

  // MARK: What is wrong with a sheet

  private mutating func refuseOtherVendors(_ sheet: AnswerSheet) {
    for cell in sheet.vendors where cell.trimmed != vendorID {
      diagnostics.error(
        "answers.other-vendor",
        "the questionnaire is about `\(cell.trimmed)`, the profile about `\(vendorID)`",
        at: cell.span
      )
    }
  }

  private mutating func refuseRepeats(_ sheet: AnswerSheet) {
    var answered: [String: SourceSpan] = [:]
    for row in sheet.rows {
      if case .nothing = row.answer { continue }
      if let first = answered[row.id.trimmed] {
        diagnostics.error(
          "answers.twice",
          "`\(row.id.trimmed)` must be answered once",
          at: row.id.span,
          notes: [Diagnostic.Note("it is answered here as well", at: first)]
        )
      }
      answered[row.id.trimmed] = row.id.span
    }
  }

  // MARK: Answers

  private mutating func take(_ row: AnswerSheet.Row) {
    if case .nothing = row.answer {
      blankCount += 1
      return
    }
    var id = row.id.trimmed
    if id.hasPrefix(vendorID + ":") { id = String(id.dropFirst(vendorID.utf8.count + 1)) }
    guard let question = questions.byID[id] else { return takeUnknown(row) }
    if let print = row.fingerprint, print.trimmed != question.fingerprint {
      diagnostics.warning(
        "answers.changed-question",
        "`\(id)` is asked differently by now: check that the answer still fits",
        at: row.id.span
      )
    }
    let reader = AnswerReader(question: question, vocabulary: vocabulary)
    guard let answer = reader.answer(row.answer, into: &diagnostics) else { return }
    refuseMissingDay(row)
    if row.askedOf != .vendor, row.answeredBy == nil, defaults.by == nil {
      diagnostics.error(
        "answers.no-author",
        "an answer that the vendor did not give must say who gave it",
        at: row.id.span,
        help: "fill in `answered by`, or say --by NAME"
      )
    }
    answers.append(CheckedAnswer(question: question, answer: answer, row: row))
  }

  private mutating func takeUnknown(_ row: AnswerSheet.Row) {
    let id = row.id.trimmed
    // A company's id and a colon begin what belongs into its own profile.
    let isElsewhere = id.contains(":") || id.hasPrefix("procurement.")
    guard isElsewhere else {
      diagnostics.error(
        "answers.unknown-question",
        "no question is called `\(id)`",
        at: row.id.span,
        help: didYouMean(id, among: questions.ids)
      )
      return
    }
    elsewhere.append(AnswerImport.Entry(id: id, answer: row.answer.text, fate: .elsewhere))
  }

  private mutating func refuseMissingDay(_ row: AnswerSheet.Row) {
    guard let text = row.answeredOn?.trimmed ?? defaults.on else {
      diagnostics.error(
        "answers.no-day",
        "an answer must have the day on which it was given",
        at: row.id.span,
        help: "fill in `answered on`, or say --on YYYY-MM-DD"
      )
      return
    }
    guard CalendarDate(text) == nil else { return }
    diagnostics.error(
      "answers.no-day",
      "`answered on` must be a day such as 2026-11-23; `\(text)` is none",
      at: row.answeredOn?.span
    )
  }
}
