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
    var checker = AnswerChecker(root, defaults, rulebook.vocabulary)
    checker.check(sheet)
    diagnostics.append(contentsOf: checker.diagnostics)
    guard checker.diagnostics.isFreeOfErrors else { return nil }
    var placer = AnswerPlacer(root, defaults)
    var result = AnswerImport()
    result.blankCount = checker.blankCount
    result.entries = checker.elsewhere + placer.entries(for: checker.answers)
    guard result.takenCount > 0 else { return result }
    result.edits = DocumentEditor.edits(root, to: placer.tree)
    result.profile = edited(profile, root, result.edits, as: placer.tree, into: &diagnostics)
    return result.profile == nil ? nil : result
  }

  /// The edited text, if it says what was meant and nothing else.
  private static func edited(
    _ profile: SourceText,
    _ root: Node,
    _ edits: [TextEdit],
    as tree: YAMLTree,
    into diagnostics: inout DiagnosticList
  ) -> SourceText? {
    let edited = SourceText(
      name: profile.name,
      bytes: DocumentEditor.text(profile, with: edits)
    )
    var ignored = DiagnosticList()
    if let node = YAMLDocument.read(edited, into: &ignored), YAMLTree(node) == tree {
      return edited
    }
    diagnostics.error(
      "answers.layout",
      "the profile is written in a way in which the answers can't be added without touching "
        + "something else",
      at: root.span.source.span(0..<0),
      help: "add them by hand"
    )
    return nil
  }
}
