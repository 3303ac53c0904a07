import Probity
import ProbityReports
import ProbityTestSupport
import ProbityText
import Testing

/// What `probity explain` knows without any profile.
@Suite struct GuideTests {
  private static let page: [String] = {
    let path = "Sources/Probity/Probity.docc/Diagnostics.md"
    let text = (try? Repository.text(path)).map { $0.text(in: 0..<$0.bytes.count) } ?? ""
    return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
  }()

  /// A row of the page as the guide has it: without links and escaped bars.
  private static func cells(_ row: String) -> [String] {
    row.replacing("\\|", with: "\u{0}").split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        .replacing("\u{0}", with: "|")
        .replacing("<doc:WritingRules>", with: "the page Writing rules")
        .replacing("[limit](doc:Limits)", with: "limit")
    }
  }

  @Test func `the guide says of each message what the page says`() {
    let rows = Self.page.map(Self.cells).filter { $0[0].contains(".") }
    let guide = DiagnosticGuide().entries.map { ["`\($0.id)`", $0.meaning, $0.cure] }
    #expect(rows.count > 150)
    #expect(guide == rows)
  }

  @Test func `every message has an example`() {
    for entry in DiagnosticGuide().entries { #expect(entry.example != nil, "\(entry.id)") }
  }

  /// Examples of expressions that stand for something else are told in words.
  private static let conditions = DiagnosticGuide().entries.filter { entry in
    entry.id.hasPrefix("cel.") && entry.example?.contains("   (") == false
      && entry.example?.contains("…") == false && entry.example?.hasPrefix("more than") == false
  }

  @Test(arguments: conditions.map(\.id))
  func `an example of a condition brings its message about`(_ id: String) throws {
    let example = try #require(DiagnosticGuide()[id]).exampleLines.joined(separator: "\n")
    let book = try Rulebook(Repository.coreRules())
    let profile = try book.profile(Repository.text("vendors/fjordglass-optics.yaml"))
    let day = try #require(CalendarDate("2026-11-23"))
    var found = DiagnosticList()
    let vendor = Inquiry.Vendor(
      rulebook: book,
      profile: profile,
      pack: "core",
      asOf: day,
      standard: .balance
    )
    _ = Inquiry.answer(to: SourceText(name: "example", example), on: vendor, into: &found)
    #expect(found.sorted.map(\.id).contains(id), "\(found.sorted.map(\.message))")
  }

  /// Examples of YAML that are no text as it stands are told in words.
  private static let texts = DiagnosticGuide().entries.filter { entry in
    let words = [
      " a ", "<", "…", "   (", "MiB", "with an", "lines ended", "none that", "two files",
    ]
    return entry.id.hasPrefix("yaml.") && !words.contains { entry.example?.contains($0) ?? true }
      && ![
        "yaml.not-a-text", "yaml.unknown-field", "yaml.missing-field", "yaml.not-a-mapping",
        "yaml.wrong-type",
      ]
      .contains(entry.id)
  }

  @Test(arguments: texts.map(\.id))
  func `an example of YAML brings its message about`(_ id: String) throws {
    let example = try #require(DiagnosticGuide()[id]).exampleLines.joined(separator: "\n")
    var found = DiagnosticList()
    let data = SourceText(name: "example", example + "\n")
    _ = Inquiry.answer(to: SourceText(name: "expression", "1"), data: data, into: &found)
    #expect(found.sorted.map(\.id).contains(id), "\(found.sorted.map(\.id)): \(example)")
  }

  // MARK: Words

  @Test func `words are told apart, and refer to words that there are`() {
    let words = Glossary.words
    #expect(Set(words.map(\.word)).count == words.count)
    for word in words {
      for other in word.see {
        let isKnown = Glossary.word(other) != nil || StandardOfProof(rawValue: other) != nil
        #expect(isKnown, "\(word.word) refers to \(other)")
      }
      #expect(Set([word.english, word.french, word.spanish]).count == 3, "\(word.word)")
    }
  }

  @Test(
    arguments: [
      ("pivot", "pivot"), ("Pivots", "pivot"), ("rule-pack", "rule pack"),
      ("as_known_by", "as known by"), ("not applicable", "not_applicable"),
    ]
  )
  func `a word is found however it is written`(_ written: String, _ word: String) {
    #expect(Glossary.word(written)?.word == word)
  }

  @Test func `a word that nobody uses is not found`() {
    #expect(Glossary.word("pivto") == nil)
    #expect(ExplainedPart.article(on: "pivto", language: "en") == nil)
  }

  // MARK: Articles

  private static func article(_ part: String, _ language: String = "en") throws -> Article {
    let book = try Rulebook(Repository.coreRules())
    return try #require(
      ExplainedPart.article(on: part, language: language)
        ?? ExplainedPart.article(on: part, in: book, language: language)
    )
  }

  @Test(
    arguments: [
      ("core/candour", "rule"), ("product.capabilities.stages.stage", "field"),
      ("stage.stage", "field"), ("products[x.y].capabilities[z].basis", "field"),
      ("vendor.products", "field"), ("capability", "record"), ("lifecycle", "enum"),
      ("sets.live", "set"), ("capability_inventory", "document"), ("balance", "standard"),
      ("yaml.expected-key", "message"), ("pivot", "word"), ("source", "word"),
    ]
  )
  func `each kind of thing has an article`(_ part: String, _ kind: String) throws {
    for language in ["en", "fr", "es"] {
      let article = try Self.article(part, language)
      #expect(article.kind == kind)
      #expect(!article.sections.isEmpty)
      #expect(article.text(width: 80).contains(article.id))
    }
  }

  @Test func `headings have one name in JSON, whatever the language`() throws {
    for part in ["core/candour", "stage.stage", "balance", "pivot"] {
      let keys = try ["en", "fr", "es"].map { try Self.article(part, $0).sections.map(\.key) }
      #expect(keys[0] == keys[1])
      #expect(keys[0] == keys[2])
    }
  }

  @Test(
    arguments: [
      ("pivto", "did you mean `pivot`?"), ("candor", "did you mean `core/candour`?"),
      ("core/candor", "did you mean `core/candour`?"),
      ("stage.stge", "did you mean `stage.stage`?"),
      ("cel.unknown-filed", "did you mean `cel.unknown-field`?"),
      ("candour", "did you mean `core/candour`?"), ("qqqqqqqq", nil),
    ] as [(String, String?)]
  )
  func `what is misspelt is told what was meant`(_ part: String, _ help: String?) throws {
    let book = try Rulebook(Repository.coreRules())
    #expect(ExplainedPart.suggestion(for: part, in: book) == help)
  }
}
