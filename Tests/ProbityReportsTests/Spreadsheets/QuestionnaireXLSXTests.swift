import FoundationEssentials
import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity
@testable import ProbityReports

/// What is written for spreadsheet programs, as their own parts say it.
@Suite struct QuestionnaireXLSXTests {
  static func bytes(_ language: String = "en") throws -> [UInt8] {
    try QuestionnaireXLSX.bytes(
      PaintShop.questionnaire(on: PaintShop.hostileProfile),
      QuestionnaireWords(language)
    )
  }

  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    try ZipArchive.files(of: bytes, endingIn: [".xml", ".rels"]).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// All that stands in a workbook, a line a cell.
  static func page(_ bytes: [UInt8]) throws -> String {
    try Workbook(bytes).sheets.flatMap { sheet in
      sheet.rows.flatMap(\.self).map { cell in
        let place = CellReference(row: cell.row, column: cell.column).text
        guard case .text(let text) = cell.content else { return "\(sheet.name)!\(place) ?\n" }
        return "\(sheet.name)!\(place) \(text.replacing("\n", with: " ⏎ "))\n"
      }
    }.joined()
  }

  @Test(arguments: ["en", "fr", "es"])
  func `a spreadsheet says what somebody has read`(language: String) throws {
    let page = try Self.page(try Self.bytes(language))
    let path = "Tests/ProbityReportsTests/Goldens/questionnaire-\(language).xlsx.txt"
    if QuestionnaireFormatTests.records {
      try Data(page.utf8).write(to: URL(filePath: Repository.root + "/" + path))
    }
    #expect(page == (try Repository.text(path).string), "PROBITY_RECORD=1 records \(path)")
  }

  @Test func `the same questionnaire is the same bytes, and bears no time of its making`() throws {
    let bytes = try Self.bytes()
    #expect(try Self.bytes() == bytes)
    let properties = try #require(try Self.parts(bytes)["docProps/core.xml"])
    #expect(properties.contains("\(PaintShop.day)T00:00:01Z"))
    #expect(try Self.bytes("fr") != bytes)
  }

  @Test func `only answers can be written, and nothing is a formula or a link`() throws {
    let parts = try Self.parts(try Self.bytes())
    for sheet in 1...3 {
      let text = try #require(parts["xl/worksheets/sheet\(sheet).xml"])
      #expect(text.contains("<sheetProtection sheet=\"1\""))
      #expect(!text.contains("<f>") && !text.contains("<hyperlink"))
    }
    let looks = try #require(parts["xl/styles.xml"]?.split(separator: "<cellXfs").last)
    let unlocked = looks.split(separator: "<xf ").dropFirst().enumerated()
      .filter { $0.element.contains("locked=\"0\"") }.map(\.offset)
    #expect(unlocked.count == 1)
    let questions = try #require(parts["xl/worksheets/sheet2.xml"])
    let asked = try PaintShop.questionnaire(on: PaintShop.hostileProfile).questions.count
    let open = questions.split(separator: "<c ").filter { $0.contains("s=\"\(unlocked[0])\"") }
    #expect(open.count == 5 * asked)
    #expect(questions.contains("<pane ySplit=\"1\""))
    #expect(try #require(parts["xl/workbook.xml"]).contains("state=\"hidden\""))
  }

  /// What each cell offers, by its place.
  static func offers(_ bytes: [UInt8]) throws -> [String: (answers: [String], isWhole: Bool)] {
    let sheets = try Workbook(bytes).sheets
    let cells = Dictionary(
      sheets[2].rows.flatMap(\.self).map { (CellReference(row: $0.row, column: $0.column), $0) },
      uniquingKeysWith: { $1 }
    )
    var offers: [String: (answers: [String], isWhole: Bool)] = [:]
    let sheet = try #require(try parts(bytes)["xl/worksheets/sheet2.xml"])
    for element in sheet.split(separator: "<dataValidation ").dropFirst() {
      let range = try #require(element.firstMatch(of: /\$([A-Z]+)\$1:\$[A-Z]+\$([0-9]+)/))
      let places = try #require(element.firstMatch(of: /sqref="([^"]+)"/))
      let column = try #require(CellReference(String(range.1) + "1")).column
      let last = try #require(Int(range.2))
      let answers = (0..<last).compactMap { row -> String? in
        guard case .text(let text)? = cells[CellReference(row: row, column: column)]?.content else {
          return nil
        }
        return text
      }
      #expect(answers.count == last)
      for place in places.1.split(separator: " ") {
        offers[String(place)] = (answers, element.contains("showErrorMessage=\"1\""))
      }
    }
    return offers
  }

  @Test(arguments: ["en", "fr", "es"])
  func `whatever is offered is understood when it comes back`(language: String) throws {
    let bytes = try Self.bytes(language)
    let questions = try PaintShop.questionnaire(on: PaintShop.hostileProfile).questions
    let profile = SourceText(name: "profile.yaml", PaintShop.hostileProfile)
    let offers = try Self.offers(bytes)
    #expect(offers.count == questions.count)
    for (index, question) in questions.enumerated() {
      let offer = try #require(offers["E\(index + 2)"])
      switch question.form {
      case .yesNo, .code: #expect(offer.isWhole)
      case .date, .wholeNumber, .number, .text, .list: #expect(!offer.isWhole)
      }
      for answer in offer.answers {
        let rows = [
          ["id", "answer", "answered on", "answered by", "for", "fingerprint"],
          [question.id, answer, "2026-11-20", "A", "vendor", "#" + question.fingerprint],
        ]
        let source = SourceText(name: "answers.xlsx", bytes: TestWorkbook(rows).bytes)
        var diagnostics = DiagnosticList()
        let sheet = try #require(AnswerSheet.read(source, into: &diagnostics))
        let book = try PaintShop.rulebook()
        _ = AnswerImport.of(sheet, into: profile, by: book, into: &diagnostics)
        #expect(diagnostics.sorted.map(\.message) == [], "\(question.id): \(answer)")
      }
    }
  }

  @Test func `a questionnaire with nothing to ask is a spreadsheet all the same`() throws {
    var questionnaire = try PaintShop.questionnaire(on: PaintShop.hostileProfile)
    questionnaire.sections = []
    let bytes = try QuestionnaireXLSX.bytes(questionnaire, QuestionnaireWords("en"))
    #expect(try Workbook(bytes).sheets.map(\.name) == ["Introduction", "Questions", "Choices"])
  }

  @Test func `a questionnaire that comes back as it went is one of blanks`() throws {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "answers.xlsx", bytes: try Self.bytes("es"))
    let sheet = try #require(AnswerSheet.read(source, into: &diagnostics))
    let profile = SourceText(name: "profile.yaml", PaintShop.hostileProfile)
    let book = try PaintShop.rulebook()
    let outcome = AnswerImport.of(sheet, into: profile, by: book, into: &diagnostics)
    #expect(diagnostics.sorted.map(\.message) == [])
    #expect(outcome?.blankCount == sheet.rows.count && outcome?.entries.isEmpty == true)
    #expect(sheet.rows.count > 8)
  }

  @Test func `a wrong answer is shown at its cell`() throws {
    let rows = [
      ["id", "answer", "answered on"], ["parts[door].colour", "rde", "2026-11-20"],
      ["painted", "yes,\nor no", "2026-11-20"],
    ]
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "answers.xlsx", bytes: TestWorkbook(rows).bytes)
    let sheet = try #require(AnswerSheet.read(source, into: &diagnostics))
    let profile = "probity: vendor-profile/1\nvendor: {id: a, parts: [{id: door}]}\n"
    let book = try PaintShop.rulebook()
    let outcome = AnswerImport.of(
      sheet,
      into: SourceText(name: "profile.yaml", profile),
      by: book,
      into: &diagnostics
    )
    #expect(outcome == nil)
    #expect(
      Excerpt.text(for: diagnostics.sorted) == """
        error[answers.not-a-choice]: `rde` is none of the choices for `parts[door].colour`
          --> answers.xlsx:Questions!B2
           |
        B2 | rde
           | ^^^
          help: did you mean `red`?

        error[answers.not-a-choice]: `yes,\\u{a}or no` is none of the choices for `painted`
          --> answers.xlsx:Questions!B3
           |
        B3 | yes, or no
           | ^^^^^^^^^^
          help: the choices are `yes`, `no`, `declined`, `cannot_know`


        """
    )
  }
}
