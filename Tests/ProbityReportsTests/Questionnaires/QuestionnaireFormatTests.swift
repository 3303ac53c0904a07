import FoundationEssentials
import Probity
import ProbityReports
import ProbityTestSupport
import ProbityText
import Testing

/// What is written for people and spreadsheets, compared with pages that were read by somebody.
@Suite struct QuestionnaireFormatTests {
  static let formats:
    [(name: String, write: @Sendable (Questionnaire, QuestionnaireWords) -> String)] =
      [
        ("yaml", QuestionnaireYAML.text), ("md", QuestionnaireMarkdown.text),
        ("csv", QuestionnaireCSV.text),
      ]

  static var records: Bool { ProcessInfo.processInfo.environment["PROBITY_RECORD"] == "1" }

  @Test(arguments: ["yaml", "md", "csv"], ["en", "fr", "es"])
  func `a questionnaire looks as it was read`(format: String, language: String) throws {
    let write = try #require(Self.formats.first { $0.name == format }).write
    let text = write(
      try PaintShop.questionnaire(on: PaintShop.hostileProfile),
      QuestionnaireWords(language)
    )
    let path = "Tests/ProbityReportsTests/Goldens/questionnaire-\(language).\(format)"
    if Self.records {
      try Data(text.utf8).write(to: URL(filePath: Repository.root + "/" + path))
    }
    #expect(text == (try Repository.text(path).string), "PROBITY_RECORD=1 records \(path)")
  }

  @Test(arguments: ["yaml", "md", "csv"])
  func `no text of a profile steers what reads the questionnaire`(format: String) throws {
    let write = try #require(Self.formats.first { $0.name == format }).write
    let text = write(
      try PaintShop.questionnaire(on: PaintShop.hostileProfile),
      QuestionnaireWords("en")
    )
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let controls = body.unicodeScalars.filter { isDeceptive($0) && $0 != "\n" && $0 != "\r" }
    #expect(controls.isEmpty)
    let lines = body.split(whereSeparator: \.isNewline)
    #expect(!lines.contains { $0.hasPrefix("answer: yes") || $0.hasPrefix("- injected") })
    if format == "csv" {
      #expect(!lines.contains { $0.split(separator: ",").contains { $0.hasPrefix("=") } })
      #expect(body.contains("'=SUM(A1)"))
    }
    if format == "md" { #expect(!body.contains("[x](") && !body.contains(" <img")) }
  }

  @Test func `a first round asks less, and one respondent is asked what he can answer`() throws {
    let all = try PaintShop.questionnaire(on: PaintShop.hostileProfile)
    let first = try PaintShop.questionnaire(on: PaintShop.hostileProfile, firstRoundOnly: true)
    #expect(first.questions.count < all.questions.count)
    #expect(first.sections.allSatisfy { $0.round == 1 })
    #expect(Set(all.sections.map(\.askedOf)).count == 3)
    let buyer = all.asking(.buyer)
    #expect(buyer.questions.map(\.id) == ["box.weight"])
  }

  @Test func `ids name the fact and stay when others come before it`() throws {
    let one = "probity: vendor-profile/1\nvendor: {id: a, name: A, parts: [{id: x}]}\n"
    let two = "probity: vendor-profile/1\nvendor: {id: a, name: A, parts: [{id: w}, {id: x}]}\n"
    let before = try PaintShop.questionnaire(on: one).questions.map(\.id)
    let after = try PaintShop.questionnaire(on: two).questions.map(\.id)
    #expect(before.contains("parts[x].colour") && before.contains("parts.complete"))
    #expect(Set(before).isSubset(of: after))
    #expect(Set(after).count == after.count)
  }

  @Test func `a fingerprint changes with what is asked, and with nothing else`() throws {
    let profile = "probity: vendor-profile/1\nvendor: {id: a, name: A}\n"
    func prints(_ vocabulary: String) throws -> [String: String] {
      let book = try Rulebook([
        SourceText(name: "v.yaml", vocabulary), SourceText(name: "p.yaml", PaintShop.pack),
      ])
      let read = try book.profile(SourceText(name: "profile.yaml", profile))
      let questions = Questionnaire(book.decision(on: read, asOf: PaintShop.day)).questions
      return Dictionary(questions.map { ($0.id, $0.fingerprint) }, uniquingKeysWith: { $1 })
    }
    let plain = try prints(PaintShop.vocabulary)
    let text = try prints(PaintShop.vocabulary.replacing("Est-ce peint ?", with: "Peint ?"))
    let other = try prints(
      PaintShop.vocabulary.replacing("red, fr: rouge", with: "red, fr: vermeil")
    )
    #expect(plain["painted"] != nil && plain["painted"] != text["painted"])
    #expect(plain["parts.complete"] == text["parts.complete"])
    #expect(plain["painted"] == other["painted"])
  }
}
