import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity

/// What can't be an answer is said at its cell, by the same rules as in other formats.
@Suite struct WrongCellTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var row: [String]
    var faults: [String]
    var testDescription: String { row.joined(separator: " | ") }
  }

  static let head = ["vendor", "id", "answer", "answered on", "answered by", "for", "fingerprint"]

  static let cases = [
    Case(row: ["a", "painted", "yes", "2026-11-20"], faults: []),
    Case(row: ["a", "painted", "maybe", "2026-11-20"], faults: ["answers.not-a-choice C2"]),
    Case(
      row: ["a", "parts[x].colr", "red", "2026-11-20"],
      faults: ["answers.unknown-question B2 did you mean `parts[x].colour`?"]
    ),
    Case(
      row: ["a", "parts[x].colour", "rde", "2026-11-20"],
      faults: ["answers.not-a-choice C2 did you mean `red`?"]
    ),
    Case(row: ["a", "checked", "46173", "2026-11-20"], faults: ["answers.wrong-form C2"]),
    Case(row: ["a", "painted", "yes", "46346"], faults: ["answers.no-day D2"]),
    Case(row: ["a", "painted", "yes"], faults: ["answers.no-day B2"]),
    Case(row: ["b", "painted", "yes", "2026-11-20"], faults: ["answers.other-vendor A2"]),
    Case(
      row: ["a", "painted", "yes", "2026-11-20", "", "buyer"],
      faults: ["answers.no-author B2"]
    ),
    Case(
      row: ["a", "painted", "yes", "2026-11-20", "", "me"],
      faults: ["answers.not-a-respondent F2"]
    ),
    Case(
      row: ["a", "painted", "yes", "2026-11-20", "", "vendor", "#000000000000"],
      faults: ["answers.changed-question B2"]
    ),
    Case(row: ["a", "", "yes"], faults: ["answers.no-question C2"]),
    Case(
      row: ["a", "box.maker", String(repeating: "x", count: 1_001), "2026-11-20"],
      faults: ["answers.wrong-form C2"]
    ),
  ]

  static func found(_ book: TestWorkbook) throws -> [String] {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "a.xlsx", bytes: book.bytes)
    if let sheet = AnswerSheet.read(source, into: &diagnostics) {
      let profile = ProfileEditTests.profile("  name: A\n  parts: [{id: x}]\n")
      _ = AnswerImport.of(
        sheet,
        into: SourceText(name: "profile.yaml", profile),
        by: try PaintShop.rulebook(),
        into: &diagnostics
      )
    }
    return diagnostics.sorted.map { diagnostic in
      let place = diagnostic.span?.description.split(separator: "!").last ?? ""
      let help = diagnostic.help?.hasPrefix("did you mean") == true ? diagnostic.help : nil
      return "\(diagnostic.id) \(place)" + (help.map { " " + $0 } ?? "")
    }
  }

  @Test(arguments: cases)
  func `a row is understood, or refused at the cell that is wrong`(_ example: Case) throws {
    #expect(try Self.found(TestWorkbook([Self.head, example.row])) == example.faults)
  }

  @Test func `a question that two sheets answer is refused, whichever is hidden`() throws {
    let sheet = TestWorkbook([
      ["id", "answer", "answered on"], ["painted", "yes", "2026-11-20"],
    ]).sheets[0].rows
    let twice = TestWorkbook([("Questions", sheet), ("Old & hidden", sheet)])
    #expect(try Self.found(twice) == ["answers.twice A2"])
  }

  @Test func `notes above the heads and columns of somebody's own do no harm`() throws {
    let rows = [
      ["For us: answer soon"], [], ["#", "ID", "Respuesta", "respondido el", "cost"],
      ["1", "painted", "SÍ", "2026-11-20", "=1+1"], ["", "", "", "", "total"],
    ]
    #expect(try Self.found(TestWorkbook(rows)) == [])
  }
}
