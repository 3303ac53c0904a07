import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity
@testable import ProbityReports

/// What is said about an import is said in the language that was asked for.
@Suite struct ImportWordsTests {
  static let fates: [AnswerImport.Fate] = [
    .taken, .alreadyOnFile, .staysOpen, .elsewhere, .obstructed(.declined),
    .obstructed(.answered), .obstructed(.wholeRecord), .obstructed(.unexpected),
    .obstructed(.repeated),
  ]

  @Test(arguments: fates)
  func `each fate has words of its own in each language`(fate: AnswerImport.Fate) {
    let entry = AnswerImport.Entry(id: "painted", answer: "yes", fate: fate, source: "s")
    let texts = ["en", "fr", "es"].map { QuestionnaireWords($0).fate(entry) }
    #expect(Set(texts).count == 3)
    #expect(texts.allSatisfy { !$0.isEmpty && $0.contains(": ") })
  }

  static func report(_ answers: [String: String], _ language: String) throws -> String {
    let source = SourceText(name: "p.yaml", ProfileEditTests.profile("  name: A\n"))
    var diagnostics = DiagnosticList()
    let outcome = try #require(
      try ProfileEditTests.outcome(
        ProfileEditTests.sheet(answers),
        source.string,
        into: &diagnostics
      )
    )
    let book = try PaintShop.rulebook()
    let before = book.decision(on: try book.profile(source), asOf: PaintShop.day)
    let after = try outcome.profile.map {
      book.decision(on: try book.profile($0), asOf: PaintShop.day)
    }
    return ImportReport.text(
      outcome,
      before: before,
      after: after ?? before,
      QuestionnaireWords(language),
      width: 200
    )
  }

  @Test(
    arguments: [
      (
        "en", "Answers taken: 1 of 2. Left blank: 0.",
        "level 0 falls short of clear_and_convincing",
        "The result stays: cannot be decided"
      ),
      (
        "fr", "Réponses retenues : 1 sur 2. Laissées vides : 0.",
        "le niveau 0 n'atteint pas « clair et convaincant » ; demandez une fiche signée",
        "Le résultat reste : impossible à décider"
      ),
      (
        "es", "Respuestas tomadas: 1 de 2. En blanco: 0.",
        "el nivel 0 no alcanza «claro y convincente»; pida",
        "El resultado sigue siendo: no se puede decidir"
      ),
    ]
  )
  func `a report tells what is taken, what it lacks and what the result becomes`(
    language: String,
    head: String,
    lack: String,
    result: String
  ) throws {
    let report = try Self.report(["painted": "no", "box.maker": "cannot_know"], language)
    #expect(report.hasPrefix(head), "\(report)")
    #expect(report.contains(lack), "\(report)")
    #expect(report.contains(result), "\(report)")
  }
}
