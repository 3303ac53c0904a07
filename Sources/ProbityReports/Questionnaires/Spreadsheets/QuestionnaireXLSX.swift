package import Probity
import ProbityCEL
import ProbityText

/// Writes a questionnaire as a spreadsheet: what it is, the questions, and hidden, what can be
/// chosen.
package struct QuestionnaireXLSX: ~Copyable {
  private let questionnaire: Questionnaire
  private let words: QuestionnaireWords
  private var writer: SpreadsheetWriter
  /// What is offered, with the column of the hidden sheet in which it stands.
  private var offers: [QuestionnaireWords.Offer: Int] = [:]

  /// The bytes of a questionnaire, which are the same on every day and machine.
  package static func bytes(
    _ questionnaire: Questionnaire,
    _ words: QuestionnaireWords
  ) throws(SpreadsheetFailure) -> [UInt8] {
    var sheets = try QuestionnaireXLSX(questionnaire, words)
    sheets.writeIntroduction()
    sheets.writeQuestions()
    sheets.writeOffers()
    return try sheets.writer.finished()
  }

  private init(
    _ questionnaire: Questionnaire,
    _ words: QuestionnaireWords
  ) throws(SpreadsheetFailure) {
    self.questionnaire = questionnaire
    self.words = words
    writer = try SpreadsheetWriter(
      title: Self.shown(words.title(questionnaire.vendorName)),
      daysSince1970: Int(questionnaire.asOf.date.firstDay)
    )
  }

  /// Text of others; line breaks of our own stay.
  private static func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      escapedForDisplay(String(line))
    }.joined(separator: "\n")
  }

  // MARK: The first sheet

  private mutating func writeIntroduction() {
    writer.addSheet(words.introduction)
    let width = 90.0
    writer.setColumn(0, width: width)
    writer.setPage(isLandscape: false)
    writer.setRow(0, lineCount: 2)
    let title = escapedForDisplay(words.title(questionnaire.vendorName))
    writer.write(title, row: 0, column: 0, .title)
    let lines =
      [words.standing(questionnaire), words.counts(questionnaire), ""] + words.sheetInstructions
    for (row, line) in lines.enumerated() {
      writer.write(escapedForDisplay(line), row: row + 1, column: 0, .text)
      writer.setRow(row + 1, lineCount: Self.lineCount(line, width))
    }
    writer.protect()
  }

  // MARK: The sheet of questions

  private mutating func writeQuestions() {
    writer.addSheet(words.questions)
    for (position, column) in Column.all.enumerated() {
      writer.write(words.label(column.content), row: 0, column: position, .head)
      writer.setColumn(position, width: column.width, isHidden: column.isHidden)
    }
    writer.freezeHead()
    writer.setPage(isLandscape: true)
    var row = 0
    for section in questionnaire.sections {
      for question in section.questions {
        row += 1
        write(question, section, row)
      }
    }
    writer.protect()
  }

  private mutating func write(
    _ question: Question,
    _ section: Questionnaire.Section,
    _ row: Int
  ) {
    var lineCount = 1
    for (position, column) in Column.all.enumerated() {
      let text = Self.shown(text(column.content, question, section))
      if !column.isHidden { lineCount = max(lineCount, Self.lineCount(text, column.width)) }
      writer.write(text, row: row, column: position, column.isAnswered ? .answer : .text)
      if column.content == .answer {
        writer.offer(
          reference(to: words.offer(question, questionnaire.vocabulary)),
          row: row,
          column: position,
          isWhole: words.offer(question, questionnaire.vocabulary).isWhole,
          words.notOffered
        )
      }
    }
    writer.setRow(row, lineCount: lineCount)
  }

  /// How many lines a text takes in a column, words being kept whole: rather too many.
  private static func lineCount(_ text: String, _ width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      count + 1 + Int(Double(displayWidth(of: String(line))) * 1.1 / width)
    }
  }

  private func text(
    _ column: QuestionnaireColumn,
    _ question: Question,
    _ section: Questionnaire.Section
  ) -> String {
    switch column {
    case .vendor: questionnaire.vendorID
    case .round: words.heading(section)
    case .askedOf: section.askedOf.rawValue
    case .id: question.id
    case .question: words.text(question)
    case .choices: words.answers(question, questionnaire.vocabulary)
    case .onFile:
      words.onFile(question, questionnaire.vocabulary).map(escapedForDisplay)
        .joined(separator: "\n")
    case .evidence: words.evidence(question)
    case .rules: question.rules.map { $0.title[words.language] }.joined(separator: "\n")
    case .fingerprint: "#" + question.fingerprint
    case .answer, .place, .answeredBy, .answeredOn, .comment: ""
    }
  }

  /// Where an offer stands, which is added if it is the first of its kind.
  private mutating func reference(to offer: QuestionnaireWords.Offer) -> String {
    let column = offers[offer] ?? offers.count
    offers[offer] = column
    let letters = Self.letters(ofColumn: column)
    return "='\(words.choices)'!$\(letters)$1:$\(letters)$\(offer.answers.count)"
  }

  private static func letters(ofColumn column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(ofColumn: column / 26 - 1) + last
  }

  // MARK: The hidden sheet

  private mutating func writeOffers() {
    writer.addSheet(words.choices, isHidden: true)
    for (offer, column) in offers.sorted(by: { $0.value < $1.value }) {
      for (row, answer) in offer.answers.enumerated() {
        writer.write(escapedForDisplay(answer), row: row, column: column, .text)
      }
    }
    writer.protect()
  }
}

extension QuestionnaireXLSX {
  /// A column of the sheet of questions.
  fileprivate struct Column {
    var content: QuestionnaireColumn
    var width: Double
    /// What only those who read the answers need.
    var isHidden = false

    var isAnswered: Bool {
      switch content {
      case .answer, .place, .answeredBy, .answeredOn, .comment: true
      case .vendor, .round, .askedOf, .id, .question, .choices, .onFile, .evidence, .rules,
        .fingerprint:
        false
      }
    }

    static let all = [
      // Of which product or function a question is, its id says.
      Column(content: .round, width: 16), Column(content: .id, width: 26),
      Column(content: .question, width: 44),
      Column(content: .choices, width: 34), Column(content: .answer, width: 28),
      Column(content: .place, width: 22), Column(content: .answeredBy, width: 18),
      Column(content: .answeredOn, width: 13), Column(content: .comment, width: 22),
      Column(content: .onFile, width: 24), Column(content: .evidence, width: 30),
      Column(content: .rules, width: 34),
      Column(content: .askedOf, width: 12, isHidden: true),
      Column(content: .vendor, width: 20, isHidden: true),
      Column(content: .fingerprint, width: 16, isHidden: true),
    ]
  }
}
