import FoundationEssentials
import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity
@testable import ProbityReports

/// Spreadsheets that other programs filled in and saved come back as they were answered.
///
/// `Saved/make` makes them of `asked.xlsx`, which PROBITY_RECORD=1 writes.
@Suite struct SavedWorkbookTests {
  static let folder = "Tests/ProbityReportsTests/Spreadsheets/Saved/"

  static let profile = "probity: vendor-profile/1\nvendor: {id: a, name: A, parts: [{id: x}]}\n"

  static func asked() throws -> [UInt8] {
    try QuestionnaireXLSX.bytes(
      PaintShop.questionnaire(on: profile),
      QuestionnaireWords("en")
    )
  }

  @Test func `what was filled in is what is asked`() throws {
    if QuestionnaireFormatTests.records {
      let url = URL(filePath: Repository.root + "/" + Self.folder + "asked.xlsx")
      try Data(try Self.asked()).write(to: url)
    }
    // Packed bytes are those of a version of zlib.
    let recorded = try Repository.text(Self.folder + "asked.xlsx").bytes
    #expect(
      try QuestionnaireXLSXTests.page(recorded) == QuestionnaireXLSXTests.page(try Self.asked())
    )
  }

  static let answers = [
    "painted": "true", "checked": "2026-05-31", "box.weight": "3", "box.ratio": "0.25",
    "box.maker": "Good & <sons>", "parts[x].colour": "blue, or nearly so",
    "parts.complete": "yes", "parts[x].tints.complete": "red; blue",
  ]

  @Test(arguments: ["openpyxl", "libreoffice"])
  func `a program's own way of saving is understood`(program: String) throws {
    let name = Self.folder + program + ".xlsx"
    var diagnostics = DiagnosticList()
    let sheet = try #require(
      AnswerSheet.read(try Repository.text(name), into: &diagnostics),
      "\(diagnostics.sorted)"
    )
    var answers: [String: String] = [:]
    for row in sheet.rows {
      guard case .one(let cell) = row.answer else { continue }
      answers[row.id.text] = cell.text
      #expect(row.answeredOn?.text == "2026-11-20" && row.answeredBy?.text == "A. Officer")
    }
    #expect(answers == Self.answers)
    let source = SourceText(name: "profile.yaml", Self.profile)
    let book = try PaintShop.rulebook()
    let outcome = AnswerImport.of(sheet, into: source, by: book, into: &diagnostics)
    #expect(diagnostics.sorted.map(\.message) == [])
    #expect(outcome?.takenCount == Self.answers.count)
  }

  @Test(arguments: ["openpyxl", "libreoffice"])
  func `a formula that a program saved is refused at its cell`(program: String) throws {
    var diagnostics = DiagnosticList()
    let source = try Repository.text(Self.folder + program + "-formula.xlsx")
    #expect(AnswerSheet.read(source, into: &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["table.formula"])
    #expect(diagnostics.sorted[0].span?.description.hasSuffix("xlsx:Questions!E2") == true)
  }

  @Test func `a password makes of it something else`() throws {
    var diagnostics = DiagnosticList()
    let source = try Repository.text(Self.folder + "password.xlsx")
    #expect(AnswerSheet.read(source, into: &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["xlsx.encrypted"])
  }
}
