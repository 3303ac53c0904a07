import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity

/// What must hold whatever is answered, about every vendor on file and in every layout.
@Suite struct EditLawTests {
  static let vendors = [
    "alibaba-cloud", "alibaba-group", "fjordglass-optics", "halcyon-grid-analytics",
    "quillon-cloud-vision",
  ]

  /// The same profile as other editors would have saved it.
  enum Layout: CaseIterable {
    case asShipped
    case carriageReturns
    case noLastLineBreak
    case trailingComments

    func text(_ source: SourceText) -> SourceText {
      let text: String =
        switch self {
        case .asShipped: source.string
        case .carriageReturns: source.string.replacing("\n", with: "\r\n")
        case .noLastLineBreak: String(source.string.dropLast())
        case .trailingComments: source.string + "# the end\n\n# really\n"
        }
      return SourceText(name: source.name, text)
    }
  }

  static func answers(
    about profile: Profile,
    _ random: inout SeededGenerator
  ) -> [(Question, String)] {
    RoundTripTests.everyQuestion(profile).compactMap { question in
      // An element that has no name gets one by the answer, and with it other ids.
      guard !question.id.contains(/\[[0-9]+\]/), Int.random(in: 0..<5, using: &random) == 0 else {
        return nil
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return (question, "declined")
      case 1: return (question, "cannot_know")
      default:
        return RoundTripTests.answer(to: question, profile.dossier.vocabulary, &random)
          .map { (question, $0) }
      }
    }
  }

  static func outcome(
    _ answers: [(Question, String)],
    into profile: SourceText
  ) throws -> AnswerImport {
    var diagnostics = DiagnosticList()
    let table = SourceText(name: "answers.csv", RoundTripTests.table(answers))
    let sheet = try #require(AnswerSheet.read(table, into: &diagnostics))
    let book = try RoundTripTests.book.get()
    let outcome = AnswerImport.of(sheet, into: profile, by: book, into: &diagnostics)
    return try #require(outcome, "\(diagnostics.sorted.map(\.message))")
  }

  /// Lines of a text that another one lacks, however both are indented.
  static func lostLines(_ before: SourceText, _ after: SourceText) -> [String] {
    lines(after).difference(from: lines(before)).removals.map { removal in
      guard case .remove(_, let line, _) = removal else { return "" }
      return line
    }
  }

  /// Lines without what comes before their first word.
  private static func lines(_ text: SourceText) -> [String] {
    text.string.split(whereSeparator: \.isNewline).map(withoutIndent)
  }

  private static func withoutIndent(_ line: some StringProtocol) -> String {
    String(line.drop { $0 == " " || $0 == "-" })
  }

  /// The lines in which an edit begins.
  static func editedLines(_ text: SourceText, _ edits: [TextEdit]) -> Set<String> {
    Set(
      edits.map { edit in
        let line = text.location(ofOffset: edit.range.lowerBound).line
        return withoutIndent(text.text(in: text.byteRange(ofLine: line)))
      }
    )
  }

  /// A text in which what edits put there is replaced by what was there.
  static func undone(_ after: SourceText, _ edits: [TextEdit], _ before: SourceText) -> [UInt8] {
    var bytes = after.bytes
    var shift = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    let places = ordered.map { edit in
      let start = edit.range.lowerBound + shift
      shift += edit.text.utf8.count - edit.range.count
      return start..<start + edit.text.utf8.count
    }
    for (edit, place) in zip(ordered, places).reversed() {
      bytes.replaceSubrange(place, with: before.bytes[edit.range])
    }
    return bytes
  }

  @Test(arguments: vendors, 1...6 as ClosedRange<UInt64>)
  func `only lines that were answered change, and no answer is taken twice`(
    vendor: String,
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let book = try RoundTripTests.book.get()
    let layout = try #require(Layout.allCases.randomElement(using: &random))
    let text = layout.text(try Repository.text("vendors/\(vendor).yaml"))
    let before = try book.profile(text)
    let answers = Self.answers(about: before, &random)
    let outcome = try Self.outcome(answers, into: text)
    let edited = try #require(outcome.profile, "seed \(seed)")

    // What was there stands there, but for places that said that nobody answered.
    #expect(Self.undone(edited, outcome.edits, text) == text.bytes, "\(layout), seed \(seed)")
    RoundTripTests.expectUntouched(text, edited, outcome.edits)
    let lost = Set(Self.lostLines(text, edited))
    let touched = Self.editedLines(text, outcome.edits)
    #expect(lost.isSubset(of: touched), "\(lost.subtracting(touched)), \(layout), seed \(seed)")
    if layout == .carriageReturns {
      let breaks = edited.bytes.count { $0 == 0x0A }
      #expect(
        edited.string.split(separator: "\r\n", omittingEmptySubsequences: false).count - 1
          == breaks
      )
    }

    // Claims that nobody touched are what they were.
    let taken = Set(outcome.entries.filter { $0.fate == .taken }.map(\.id))
    let changed = RoundTripTests.changes(before, try book.profile(edited))
    #expect(changed.isSubset(of: taken), "\(changed.subtracting(taken).sorted()), seed \(seed)")

    // The same answers again add nothing, and it is said why.
    let again = try Self.outcome(answers, into: edited)
    #expect(again.profile == nil && again.edits.isEmpty, "\(layout), seed \(seed)")
    for (first, second) in zip(outcome.entries, again.entries) {
      #expect(first.id == second.id && second.fate != .taken)
      if first.fate == .taken {
        let isRefusal = first.answer == "declined"
        #expect(second.fate == (isRefusal ? .obstructed(.declined) : .alreadyOnFile), "\(first.id)")
      } else {
        #expect(second.fate == first.fate || second.fate == .obstructed(.answered), "\(first.id)")
      }
    }
  }

  @Test(arguments: vendors)
  func `a half of the answers after the other says what both say at once`(vendor: String) throws {
    var random = SeededGenerator(seed: 7)
    let book = try RoundTripTests.book.get()
    let text = try Repository.text("vendors/\(vendor).yaml")
    let answers = Self.answers(about: try book.profile(text), &random)
    let middle = answers.count / 2
    let whole = try #require(try Self.outcome(answers, into: text).profile)
    let half = try #require(try Self.outcome(Array(answers[..<middle]), into: text).profile)
    let both = try #require(try Self.outcome(Array(answers[middle...]), into: half).profile)
    let (once, twice) = (try book.profile(whole), try book.profile(both))
    #expect(RoundTripTests.claims(once) == RoundTripTests.claims(twice))
  }

  @Test func `a line that changed without an edit is found`() throws {
    let text = try Repository.text("vendors/halcyon-grid-analytics.yaml")
    let other = SourceText(
      name: "p.yaml",
      text.string.replacing("{is: 7.0.3,", with: "{is: 7.0.4,")
    )
    #expect(Self.lostLines(text, other).count == 1)
    #expect(Self.lostLines(text, text) == [])
    #expect(Self.editedLines(text, []) == [])
    #expect(Self.undone(other, [], text) != text.bytes)
  }
}
