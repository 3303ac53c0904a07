import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// What can't be an answer is said with its place, all of it at once, and nothing comes of it.
@Suite struct WrongAnswerTests {
  static func found(_ text: String, isTable: Bool) throws -> [String] {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: isTable ? "a.csv" : "a.yaml", text)
    let sheet = AnswerSheet.read(source, into: &diagnostics)
    let profile = ProfileEditTests.profile("  name: A\n  parts: [{id: x}]\n")
    if let sheet {
      let outcome = AnswerImport.of(
        sheet,
        into: SourceText(name: "profile.yaml", profile),
        by: try PaintShop.rulebook(),
        into: &diagnostics
      )
      #expect((outcome == nil) == !diagnostics.isFreeOfErrors)
    }
    return diagnostics.sorted.map { diagnostic in
      let place = diagnostic.span?.start
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(diagnostic.id)"
        + (diagnostic.help?.hasPrefix("did you mean") == true ? " " + (diagnostic.help ?? "") : "")
    }
  }

  @Test(
    arguments: [
      ("id,answer,answered on\npainted,yes,2026-11-20\n", []),
      ("ID;Réponse;répondu le\npainted;oui;2026-11-20\n", []),
      (
        "\u{FEFF}id,answer,answered on\r\nparts[x].colour,\"BLUE, or nearly so\",2026-11-20\r\n", []
      ),
      ("id,answer\npainted,yes\n", ["2:1 answers.no-day"]),
      ("id,answer,answered on\npainted,yes,yesterday\n", ["2:13 answers.no-day"]),
      (
        "id,answer,answered on\npainted,maybe,2026-11-20\nparts[x].colour,bleu,2026-11-20\n"
          + "parts[x].colr,red,2026-11-20\nchecked,soon,2026-11-20\nbox.weight,1.5,2026-11-20\n",
        [
          "2:9 answers.not-a-choice",
          "4:1 answers.unknown-question did you mean `parts[x].colour`?",
          "5:9 answers.wrong-form", "6:12 answers.wrong-form",
        ]
      ),
      (
        "id,answer,answered on\nparts[x].colour,rde,2026-11-20\n",
        ["2:17 answers.not-a-choice did you mean `red`?"]
      ),
      ("id,answer,answered on\npainted,none,2026-11-20\n", ["2:9 answers.not-a-choice"]),
      ("id,answer,answered on\nchecked,none,2026-11-20\n", []),
      (
        "id,answer,answered on\nparts[x].tints.complete,yes,2026-11-20\n",
        ["2:25 answers.wrong-form"]
      ),
      ("id,answer,answered on\nparts[x].tints.complete,red; blue,2026-11-20\n", []),
      (
        "id,answer,answered on\nparts[x].tints.complete,red; blu,2026-11-20\n",
        ["2:25 answers.not-a-choice did you mean `blue`?"]
      ),
      ("id,answer,for,answered on\npainted,yes,buyer,2026-11-20\n", ["2:1 answers.no-author"]),
      (
        "id,answer,for,answered on\npainted,yes,nobody,2026-11-20\n",
        ["2:13 answers.not-a-respondent"]
      ),
      ("vendor,id,answer,answered on\nb,painted,yes,2026-11-20\n", ["2:1 answers.other-vendor"]),
      (
        "id,answer,answered on\npainted,yes,2026-11-20\npainted,no,2026-11-20\n",
        ["3:1 answers.twice"]
      ),
      (
        "id,answer,answered on,fingerprint\npainted,yes,2026-11-20,#000000000000\n",
        ["2:1 answers.changed-question"]
      ),
      ("id,answer\n,yes\n", ["2:2 answers.no-question"]),
      ("id,answer\npainted,yes,no,no\n", ["2:13 csv.too-many-cells"]),
      ("id,reply\npainted,yes\n", ["1:1 table.missing-column"]),
      ("id,answer,Answer\n", ["1:11 table.repeated-column"]),
      ("id,answer\npainted,\"yes\n", ["2:9 csv.open-quote"]),
      ("id,answer\npainted,\"yes\"no\n", ["2:14 csv.stray-quote"]),
      ("id,answer\npainted,y\"es\n", ["2:10 csv.stray-quote"]),
      ("", ["1:1 table.missing-column"]),
      ("id,answer\npainted,y\0es\n", ["2:10 csv.not-a-text"]),
    ]
  )
  func `a table is understood, or refused where it is wrong`(
    table: String,
    faults: [String]
  ) throws {
    #expect(try Self.found(table, isTable: true) == faults)
  }

  @Test(
    arguments: [
      ("answer: yes", []), ("answer: true", []), ("answer: \"yes\"", []), ("answer:", []),
      ("answer: unknown", []), ("answer: Refus de répondre", []),
      ("answer: [yes]", ["7:13 answers.wrong-form"]),
      ("answer: {is: true}", ["7:13 yaml.wrong-type"]),
      ("anwser: yes", ["7:5 yaml.unknown-field did you mean `answer`?"]),
      ("answer: declin", ["7:13 answers.not-a-choice did you mean `declined`?"]),
    ]
  )
  func `a document is understood, or refused where it is wrong`(
    answer: String,
    faults: [String]
  ) throws {
    let document =
      "probity: questionnaire/1\nvendor: a\nsections:\n- for: vendor\n"
      + "  answered_on: 2026-11-20\n  questions:\n"
    let found = try Self.found(document + "  - \(answer)\n    id: painted\n", isTable: false)
    #expect(found == faults)
  }

  @Test func `a file of something else is no questionnaire`() throws {
    let found = try Self.found("probity: vendor-profile/1\nvendor: {id: a}\n", isTable: false)
    #expect(found == ["1:10 probity.wrong-format"])
  }
}
