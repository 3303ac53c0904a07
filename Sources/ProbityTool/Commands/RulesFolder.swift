import Probity
import ProbityText

/// A folder of rules, which are read while something else is done.
struct RulesFolder: Sendable {
  /// The files in the folder, and what is wrong with the folder itself.
  struct Files: Sendable {
    var documents: [SourceDocument] = []
    /// Translations of the vocabulary, read only if their language is asked for.
    var translations: [Translation] = []
    var faults = DiagnosticList()
  }

  /// A file of texts in one language.
  struct Translation: Sendable {
    var path: String
    var language: String
    /// The file, if it was read ahead; what was wrong with it is said once it is asked for.
    var document: SourceDocument?
  }

  let path: String
  let helper: Helper
  private let files: Forthcoming<Files>

  private init(_ path: String, _ helper: Helper, expecting languages: [String] = []) {
    self.path = path
    self.helper = helper
    files = Forthcoming(helper) { Self.read(path, helper, expecting: languages) }
  }

  private static func read(_ path: String, _ helper: Helper, expecting: [String]) -> Files {
    var inputs = Inputs()
    var texts: [SourceText] = []
    var translations: [Translation] = []
    for file in inputs.someFiles(at: path, recursive: true) where !RulesUnderTest.isSuite(file) {
      if let language = SourceDocument.translationLanguage(ofFile: file) {
        translations.append(Translation(path: file, language: language))
      } else if let text = inputs.text(at: file) {
        texts.append(text)
      }
    }
    for index in translations.indices where expecting.contains(translations[index].language) {
      var early = Inputs()
      translations[index].document = early.text(at: translations[index].path).map {
        SourceDocument($0, helper: helper)
      }
    }
    // The helper begins with the largest, so that nobody waits long for the last one.
    let bySize = texts.enumerated().sorted { $0.element.bytes.count > $1.element.bytes.count }
    let documents = bySize.map { ($0.offset, SourceDocument($0.element, helper: helper)) }
    return Files(
      documents: documents.sorted { $0.0 < $1.0 }.map(\.1),
      translations: translations,
      faults: inputs.diagnostics
    )
  }

  /// The documents in the folder, with translations into some languages only; waits for the folder,
  /// not for their contents.
  func documents(
    in languages: [String],
    into diagnostics: inout DiagnosticList
  ) -> [SourceDocument] {
    let files = files.value
    diagnostics.append(contentsOf: files.faults)
    var inputs = Inputs()
    let translations = files.translations.filter { languages.contains($0.language) }.compactMap {
      $0.document ?? inputs.text(at: $0.path).map { SourceDocument($0, helper: helper) }
    }
    diagnostics.append(contentsOf: inputs.diagnostics)
    return files.documents + translations
  }

  // MARK: Which folder

  /// The folder that is used unless the command line names another.
  private static let usual = RulesFolder(
    Terminal.environment("PROBITY_RULES") ?? "rules",
    SecondThread.start(),
    expecting: languages(mentionedIn: CommandLine.arguments)
  )

  /// The languages that arguments seem to ask for: what is expected in vain is read for nothing.
  private static func languages(mentionedIn arguments: [String]) -> [String] {
    LocalizedText.translated.filter { arguments.contains($0) || arguments.contains("--lang=" + $0) }
  }

  /// A folder of rules: the one that the command line names, or the usual one.
  static func named(_ path: String?) -> RulesFolder {
    path.map { RulesFolder($0, SecondThread.start()) } ?? usual
  }

  /// Begins to read the usual folder where the arguments look as if it will be used.
  ///
  /// To understand a command line takes as long as to read a quarter of the rules.
  static func readAhead(for arguments: [String]) {
    guard arguments.dropFirst().first == "check",
      !arguments.contains(where: { $0.hasPrefix("--rules") })
    else { return }
    _ = usual
  }
}
