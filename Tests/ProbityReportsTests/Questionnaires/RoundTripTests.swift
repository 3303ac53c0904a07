import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// A questionnaire that is written, answered at random and read back claims just what was answered.
@Suite struct RoundTripTests {
  static let vendors = ["halcyon-grid-analytics", "quillon-cloud-vision", "fjordglass-optics"]

  static let book: Result<Rulebook, any Error> = Result {
    try Rulebook(Repository.coreRules())
  }

  /// A profile by what it claims: each value with its sources, for each question.
  static func claims(_ profile: Profile) -> [String: [String]] {
    let dossier = profile.dossier
    var claims: [String: [String]] = [:]
    for fact in dossier.facts where fact.file == 0 {
      let id = Question.id(of: fact)
      claims[id] = fact.claims.map { claim in
        let sources = claim.evidence.map { item in
          dossier.sources[item.source].id + (item.locator ?? "") + (item.quote ?? "")
            + (item.admits ? "!" : "")
        }
        return claim.value.written + " by " + sources.joined(separator: ", ")
      }
    }
    return claims
  }

  /// Ids of values that two profiles claim differently, but for those that only one has.
  static func changes(_ before: Profile, _ after: Profile) -> Set<String> {
    let (old, new) = (claims(before), claims(after))
    // What is derived from what stands below is compared there.
    let isOwn = { (id: String) in !id.hasSuffix(".complete") && !id.hasSuffix(".exists") }
    return Set(old.keys.filter { isOwn($0) && new[$0] != old[$0] })
  }

  static func answer(
    to question: Question,
    _ vocabulary: Vocabulary,
    _ random: inout SeededGenerator
  ) -> String? {
    switch question.form {
    case .yesNo: return Bool.random(using: &random) ? "yes" : "no"
    case .date: return "2026-0\(Int.random(in: 1...9, using: &random))-15"
    case .wholeNumber: return String(Int.random(in: -9...99, using: &random))
    case .number: return "0.5"
    case .text:
      return ["Version 9: beta", "- x", "O'Neil, \"inc\"", "#1 {a}", "été"].randomElement(
        using: &random
      )
    case .code(let name):
      return vocabulary.enumeration(name)?.codes.randomElement(using: &random)?.code
    case .list: return question.onFile.isEmpty ? "none" : "yes"
    }
  }

  @Test(arguments: vendors, 1...6)
  func `answers come back as they were given, and nothing else changes`(
    vendor: String,
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let book = try Self.book.get()
    let text = try Repository.text("vendors/\(vendor).yaml")
    let before = try book.profile(text)
    let all = Self.everyQuestion(before)
    // An element that has no name gets one by the answer, and with it other ids.
    let asked = all.filter { !$0.id.contains("[1].") && Int.random(in: 0..<4, using: &random) == 0 }
    let given = asked.compactMap { question in
      Self.answer(to: question, before.dossier.vocabulary, &random).map { (question, $0) }
    }
    let sheet =
      switch seed % 3 {
      case 0: SourceText(name: "answers.csv", Self.table(given))
      case 1: SourceText(name: "answers.yaml", Self.document(given, vendor))
      default: SourceText(name: "answers.xlsx", bytes: Self.workbook(given))
      }
    var diagnostics = DiagnosticList()
    let read = AnswerSheet.read(sheet, into: &diagnostics)
    let outcome = AnswerImport.of(
      try #require(read, "seed \(seed)"),
      into: text,
      by: book,
      into: &diagnostics
    )
    #expect(diagnostics.sorted.map(\.message) == [], "seed \(seed)")
    let edited = try #require(outcome?.profile, "seed \(seed)")
    let after = try book.profile(edited)
    let taken = Set(outcome?.entries.filter { $0.fate == .taken }.map(\.id) ?? [])
    #expect(taken.count > 3)
    let claims = Self.claims(after)
    for (question, answer) in given where taken.contains(question.id) {
      let isAbsent = question.form == .yesNo && answer == "no"
      let value = question.id.hasSuffix(".complete") ? "yes" : isAbsent ? "no" : answer
      let found = claims[question.id]?.filter {
        $0.hasPrefix(value + " by ") && $0.contains("answers-2026-11-20")
      }
      #expect(found?.isEmpty == false, "\(question.id): \(answer), seed \(seed)")
    }
    let changed = Self.changes(before, after)
    #expect(changed.isSubset(of: taken), "\(changed.subtracting(taken).sorted()), seed \(seed)")
    Self.expectUntouched(text, edited, outcome?.edits ?? [])
  }

  /// Every byte is there as it was but for gaps and words that say that nobody answered.
  static func expectUntouched(_ before: SourceText, _ after: SourceText, _ edits: [TextEdit]) {
    for edit in edits {
      let removed = before.text(in: edit.range).filter { !$0.isWhitespace }
      #expect(["", "unknown", "null", "~"].contains(removed))
    }
    let comments = before.string.split(whereSeparator: \.isNewline).filter { $0.contains("# ") }
    var rest = after.string.split(whereSeparator: \.isNewline)[...]
    for comment in comments {
      let mark = comment[(comment.firstIndex(of: "#") ?? comment.startIndex)...]
      guard let place = rest.firstIndex(where: { $0.hasSuffix(mark) }) else {
        Issue.record("the comment `\(mark)` is gone")
        continue
      }
      rest = rest[rest.index(after: place)...]
    }
  }

  @Test func `a change that was not meant is found`() throws {
    let book = try Self.book.get()
    let text = try Repository.text("vendors/halcyon-grid-analytics.yaml")
    let other = try text.replacing("{is: 7.0.3,", with: "{is: 7.0.4,")
    let changes = try Self.changes(book.profile(text), book.profile(other))
    #expect(changes == ["products[grid-watch].version"])
  }

  /// A question for each fact that can be asked, whatever it decides.
  static func everyQuestion(_ profile: Profile) -> [Question] {
    let vocabulary = profile.dossier.vocabulary
    return profile.dossier.facts.compactMap { fact in
      guard fact.file == 0, fact.declined == nil, !fact.path.hasPrefix("procurement") else {
        return nil
      }
      return Question(fact, in: profile.dossier, vocabulary)
    }
  }

  static func table(_ given: [(Question, String)]) -> String {
    let rows = given.map { question, answer in
      let quoted = answer.replacing("\"", with: "\"\"")
      return "\"\(question.id)\",\"\(quoted)\",2026-11-20,#\(question.fingerprint)\r\n"
    }
    return "id,answer,answered on,fingerprint\r\n" + rows.joined()
  }

  static func workbook(_ given: [(Question, String)]) -> [UInt8] {
    let head = ["fingerprint", "id", "answered on", "answer"]
    let rows = given.map { question, answer in
      ["#" + question.fingerprint, question.id, "2026-11-20", answer]
    }
    return TestWorkbook([head] + rows).bytes
  }

  static func document(_ given: [(Question, String)], _ vendor: String) -> String {
    let rows = given.map { question, answer in
      let isText = question.form == .text
      return "  - id: \(YAMLScalar.text(question.id))\n    answer: "
        + (isText ? YAMLScalar.text(answer) : answer)
        + "\n    fingerprint: \(YAMLScalar.text(question.fingerprint))\n"
    }
    return "probity: questionnaire/1\nvendor: \(vendor)\nsections:\n- for: vendor\n"
      + "  answered_on: 2026-11-20\n  questions:\n" + rows.joined()
  }
}
