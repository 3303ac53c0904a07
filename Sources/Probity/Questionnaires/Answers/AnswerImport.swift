import ProbityCEL
package import ProbityText
import ProbityYAML

/// What comes of putting the answers of a sheet into a profile; nothing is written here.
package struct AnswerImport: Sendable {
  /// What became of one answer.
  package enum Fate: Sendable, Hashable {
    /// It is put on file: a value, a refusal, that a list is whole.
    case taken
    case alreadyOnFile
    /// Nothing is put on file: nobody can know, or a list is not whole.
    case staysOpen
    case obstructed(AnswerObstacle)
    /// It belongs into another file: that of another company, or the buyer's.
    case elsewhere
  }

  package struct Entry: Sendable {
    package var id: String
    /// The answer as it is put on file, or as it was given.
    package var answer: String
    package var fate: Fate
    /// The source under which it is put on file.
    package var source: String?
  }

  package var entries: [Entry] = []
  /// How many questions were left blank.
  package var blankCount = 0
  /// The profile with the answers; nil if nothing is added.
  package var profile: SourceText?
  /// Where the profile was edited, and what is there now.
  package var edits: [TextEdit] = []

  package var takenCount: Int { entries.count { $0.fate == .taken } }

  /// Who answers, and when, where the sheet doesn't say.
  package struct Defaults: Sendable {
    package var by: String?
    package var on: String?

    package init(by: String? = nil, on: String? = nil) {
      self.by = by
      self.on = on
    }
  }

  /// Puts answers into a profile; nil, with errors in the diagnostics, if any is wrong.
  package static func of(
    _ sheet: AnswerSheet,
    into profile: SourceText,
    _ defaults: Defaults = Defaults(),
    by rulebook: Rulebook,
    into diagnostics: inout DiagnosticList
  ) -> AnswerImport? {
    let document = SourceDocument(profile)
    guard let root = document.node(of: [.profile], into: &diagnostics)?.node else { return nil }
    var importer = AnswerImporter(root, defaults, rulebook.vocabulary)
    importer.refuseOtherVendors(sheet)
    for row in sheet.rows { importer.take(row) }
    importer.refuseRepeats(sheet)
    diagnostics.append(contentsOf: importer.diagnostics)
    guard importer.diagnostics.isFreeOfErrors else { return nil }
    return importer.finished(profile, into: &diagnostics)
  }
}

/// Takes answers one by one into the tree of a profile.
private struct AnswerImporter {
  private let root: Node
  private var tree: YAMLTree
  private let questions: ProfileQuestions
  private let defaults: AnswerImport.Defaults
  private let vocabulary: Vocabulary
  private var result = AnswerImport()
  private var answers: [(question: ProfileQuestion, answer: GivenAnswer, row: AnswerSheet.Row)] = []
  private(set) var diagnostics = DiagnosticList()

  init(_ root: Node, _ defaults: AnswerImport.Defaults, _ vocabulary: Vocabulary) {
    self.root = root
    self.defaults = defaults
    self.vocabulary = vocabulary
    tree = YAMLTree(root)
    questions = ProfileQuestions(root, vocabulary)
  }

  private var vendorID: String { DossierReader.vendorID(of: root) }

  // MARK: What is wrong with a sheet

  mutating func refuseOtherVendors(_ sheet: AnswerSheet) {
    for cell in sheet.vendors where cell.trimmed != vendorID {
      diagnostics.error(
        "answers.other-vendor",
        "the questionnaire is about `\(cell.trimmed)`, the profile about `\(vendorID)`",
        at: cell.span
      )
    }
  }

  mutating func refuseRepeats(_ sheet: AnswerSheet) {
    var answered: [String: SourceSpan] = [:]
    for row in sheet.rows {
      if case .nothing = row.answer { continue }
      if let first = answered[row.id.trimmed] {
        diagnostics.error(
          "answers.twice",
          "`\(row.id.trimmed)` must be answered once",
          at: row.id.span,
          notes: [Diagnostic.Note("it is answered here as well", at: first)]
        )
      }
      answered[row.id.trimmed] = row.id.span
    }
  }

  // MARK: Answers

  mutating func take(_ row: AnswerSheet.Row) {
    if case .nothing = row.answer {
      result.blankCount += 1
      return
    }
    var id = row.id.trimmed
    if id.hasPrefix(vendorID + ":") { id = String(id.dropFirst(vendorID.utf8.count + 1)) }
    guard let question = questions.byID[id] else { return takeUnknown(row) }
    if let print = row.fingerprint, print.trimmed != question.fingerprint {
      diagnostics.warning(
        "answers.changed-question",
        "`\(id)` is asked differently by now: check that the answer still fits",
        at: row.id.span
      )
    }
    let reader = AnswerReader(question: question, vocabulary: vocabulary)
    guard let answer = reader.answer(row.answer, into: &diagnostics) else { return }
    refuseMissingDay(row)
    if row.askedOf != .vendor, row.answeredBy == nil, defaults.by == nil {
      diagnostics.error(
        "answers.no-author",
        "an answer that the vendor did not give must say who gave it",
        at: row.id.span,
        help: "fill in `answered by`, or say --by NAME"
      )
    }
    answers.append((question, answer, row))
  }

  private mutating func takeUnknown(_ row: AnswerSheet.Row) {
    let id = row.id.trimmed
    // A company's id and a colon begin what belongs into its own profile.
    let isElsewhere = id.contains(":") || id.hasPrefix("procurement.")
    guard isElsewhere else {
      diagnostics.error(
        "answers.unknown-question",
        "no question is called `\(id)`",
        at: row.id.span,
        help: didYouMean(id, among: questions.ids)
      )
      return
    }
    let answer = Self.text(of: row.answer)
    result.entries.append(AnswerImport.Entry(id: id, answer: answer, fate: .elsewhere))
  }

  private mutating func refuseMissingDay(_ row: AnswerSheet.Row) {
    guard let text = row.answeredOn?.trimmed ?? defaults.on else {
      diagnostics.error(
        "answers.no-day",
        "an answer must have the day on which it was given",
        at: row.id.span,
        help: "fill in `answered on`, or say --on YYYY-MM-DD"
      )
      return
    }
    guard CalendarDate(text) == nil else { return }
    diagnostics.error(
      "answers.no-day",
      "`answered on` must be a day such as 2026-11-23; `\(text)` is none",
      at: row.answeredOn?.span
    )
  }

  private static func text(of written: AnswerSheet.Written) -> String {
    switch written {
    case .nothing: ""
    case .one(let cell): cell.trimmed
    case .many(let cells, _): cells.map(\.trimmed).joined(separator: "; ")
    }
  }

  // MARK: The profile with the answers

  mutating func finished(
    _ profile: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> AnswerImport? {
    // That something exists comes last: what is said of it may have made a place for it.
    let order = answers.enumerated().sorted { left, right in
      let (first, second) = (left.element.question.kind, right.element.question.kind)
      let ranks = (first == .existence ? 1 : 0, second == .existence ? 1 : 0)
      return (ranks.0, left.offset) < (ranks.1, right.offset)
    }
    var entries: [Int: AnswerImport.Entry] = [:]
    for (offset, entry) in order { entries[offset] = put(entry.question, entry.answer, entry.row) }
    result.entries += entries.sorted { $0.key < $1.key }.map(\.value)
    guard result.takenCount > 0 else { return result }
    result.edits = DocumentEditor.edits(root, to: tree)
    let edited = SourceText(
      name: profile.name,
      bytes: DocumentEditor.text(profile, with: result.edits)
    )
    // What was edited as text must say what was meant, and nothing else.
    var ignored = DiagnosticList()
    guard let node = YAMLDocument.read(edited, into: &ignored), YAMLTree(node) == tree else {
      diagnostics.error(
        "answers.layout",
        "the profile is written in a way in which the answers can't be added without touching "
          + "something else",
        at: root.span.source.span(0..<0),
        help: "add them by hand"
      )
      return nil
    }
    result.profile = edited
    return result
  }

  private mutating func put(
    _ question: ProfileQuestion,
    _ answer: GivenAnswer,
    _ row: AnswerSheet.Row
  ) -> AnswerImport.Entry {
    var entry = AnswerImport.Entry(
      id: question.id,
      answer: Self.text(of: row.answer),
      fate: .taken
    )
    let source = AnswerSource(row, defaults, vendor: (vendorID, vendorName))
    let (id, withSource) = source.added(to: tree)
    let locator = row.place?.trimmed ?? question.id
    let evidence = YAMLTree.map(["source": .text(id), "locator": .text(locator)])
    guard let change = change(question, answer, row, evidence, source) else {
      entry.fate = .staysOpen
      return entry
    }
    do throws(AnswerObstacle) {
      tree = try withSource.applying(change, at: question.place.steps)
      entry.source = id
    } catch {
      entry.fate = error == .repeated ? .alreadyOnFile : .obstructed(error)
    }
    return entry
  }

  private var vendorName: String { root["vendor"]?["name"]?.scalar?.text ?? vendorID }

  private func change(
    _ question: ProfileQuestion,
    _ answer: GivenAnswer,
    _ row: AnswerSheet.Row,
    _ evidence: YAMLTree,
    _ source: AnswerSource
  ) -> ProfileChange? {
    switch answer {
    case .value(let value): .claim(value, evidence: evidence)
    case .existence(let exists): .existence(exists, evidence: evidence)
    case .whole(let names):
      .closure(adding: names.map { element($0, question, evidence) }, evidence: evidence)
    case .notWhole, .cannotKnow: nil
    // Only the vendor's own refusal is a fact about the vendor.
    case .declined: row.askedOf == .vendor ? .refusal(source.day, evidence: evidence) : nil
    }
  }

  private func element(
    _ name: String,
    _ question: ProfileQuestion,
    _ evidence: YAMLTree
  ) -> YAMLTree {
    let claim = YAMLTree.map(["is": .text(name), "evidence": .list([evidence])])
    guard let key = question.key else { return claim }
    if !key.isIdentity { return .map([YAMLTree.Entry(key: key.name, value: claim)]) }
    return .map([
      YAMLTree.Entry(key: key.name, value: .text(name)),
      YAMLTree.Entry(key: "evidence", value: .list([evidence])),
    ])
  }
}
