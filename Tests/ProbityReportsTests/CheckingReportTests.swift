import Probity
import ProbityReports
import ProbityTestSupport
import ProbityText
import Testing

/// Reports on tests and lint: in three languages, and harmless whatever a file is called.
@Suite struct CheckingReportTests {
  /// Lints one file that nobody wrote for us.
  private static func report(_ text: String, name: String, language: String = "en") -> LintReport {
    LintReport(LintRun([SourceDocument(SourceText(name: name, text))]), language: language)
  }

  @Test func `a workflow command ends where it should, whatever is in it`() {
    let report = Self.report("a: 1\n", name: "x,y:z%\n::error::\u{1b}.yaml")
    let lines = report.github.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("::error file=x%2Cy%3Az%25") })
    #expect(lines.count { $0.hasPrefix("::") } == lines.count - 1)
    #expect(!report.github.contains("\u{1b}"))
  }

  @Test(arguments: [("en", "Errors: "), ("fr", "Erreurs : "), ("es", "Errores: ")])
  func `the summary is told in a language`(_ language: String, _ words: String) {
    let report = Self.report("a: 1\n", name: "x.yaml", language: language)
    #expect(report.summary.contains(words))
    #expect(report.text.hasSuffix(report.summary + "\n"))
  }

  @Test func `lint is told in JSON with file, line and column`() {
    let json = Self.report("probity: vendor-profile/9\n", name: "x.yaml").json.text
    #expect(json.contains("\"format\": \"probity-lint/1\""))
    #expect(json.contains("\"line\": 1"))
    #expect(json.contains("\"column\": 10"))
    #expect(json == Self.report("probity: vendor-profile/9\n", name: "x.yaml").json.text)
  }

  private static func tests(_ language: String, threshold: Int? = nil) throws -> TestReport {
    let book = try Rulebook(Repository.texts(in: "rules"))
    let bench = TestBench(book)
    let rules = book.rules.filter { $0.id == "core/human-rights-due-diligence" }
    let run = bench.run(rules, suites: [], measuringCoverage: true, writingMissing: true)
    return TestReport(run, threshold: threshold, language: language)
  }

  @Test(arguments: [
    (
      "en", "no test shows deciding: `no`", "TESTS TO ADD",
      "Coverage: 88 of 100 (wanted: 90): too low."
    ),
    (
      "fr", "aucun test ne montre comme décisif : « non »", "TESTS À AJOUTER",
      "Couverture : 88 sur 100 (exigé : 90) : insuffisant."
    ),
    (
      "es", "ninguna prueba muestra como decisivo: «no»", "PRUEBAS QUE AÑADIR",
      "Cobertura: 88 de 100 (exigido: 90): insuficiente."
    ),
  ])
  func `coverage is told in a language`(
    _ language: String,
    _ missing: String,
    _ heading: String,
    _ total: String
  ) throws {
    let text = try Self.tests(language, threshold: 90).text(width: 120)
    for words in [missing, heading, total] { #expect(text.contains(words), "\(text)") }
    #expect(text.contains("rule: core/human-rights-due-diligence"))
  }

  @Test func `coverage is told in JSON with the test to paste`() throws {
    let json = try Self.tests("en").json.text
    #expect(json.contains("\"format\": \"probity-tests/1\""))
    #expect(json.contains("\"coverage\": 88"))
    #expect(json.contains("\"answer\": \"false\""))
    #expect(json.contains("expect: violated"))
  }
}
