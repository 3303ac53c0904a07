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
  /// The packs that will be decided by.
  let packs: [String]
  let helper: Helper
  private let files: Forthcoming<Files>

  private init(
    _ path: String,
    packs: [String],
    _ helper: Helper,
    expecting languages: [String] = []
  ) {
    self.path = path
    self.packs = packs
    self.helper = helper
    files = Forthcoming(helper) { Self.read(path, packs, helper, expecting: languages) }
  }

  private static func read(
    _ path: String,
    _ packs: [String],
    _ helper: Helper,
    expecting: [String]
  ) -> Files {
    var inputs = Inputs()
    var texts: [SourceText] = []
    var translations: [Translation] = []
    let files = inputs.someFiles(at: path, recursive: true).filter { !RulesUnderTest.isSuite($0) }
    for file in needed(files, below: path, for: packs) {
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

  /// The files without those of packs that nobody asked for.
  ///
  /// A pack that has a folder of its own, with its head in `pack.yaml`, is named as the folder is.
  /// Where a pack is asked for that has none, every file is needed to find it.
  private static func needed(
    _ files: [String],
    below folder: String,
    for packs: [String]
  ) -> [String] {
    let base = folder == "." || folder.hasSuffix("/") ? folder : folder + "/"
    func shelf(of file: String) -> String? {
      let name = file.hasPrefix(base) ? file.dropFirst(base.count) : Substring(file)
      return name.firstIndex(of: "/").map { String(name[..<$0]) }
    }
    let shelves = Set(
      files.compactMap { file in shelf(of: file).flatMap { file.hasSuffix("/pack.yaml") ? $0 : nil }
      }
    )
    guard !packs.isEmpty, packs.allSatisfy(shelves.contains) else { return files }
    let idle = shelves.subtracting(packs)
    return files.filter { file in shelf(of: file).map { !idle.contains($0) } ?? true }
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
  private static let usualPath = Terminal.environment("PROBITY_RULES") ?? "rules"

  /// What the command line seems to ask for, of the usual folder.
  private static let expected = RulesFolder(
    usualPath,
    packs: packs(mentionedIn: CommandLine.arguments),
    SecondThread.start(),
    expecting: languages(mentionedIn: CommandLine.arguments)
  )

  /// The languages that arguments seem to ask for: what is expected in vain is read for nothing.
  private static func languages(mentionedIn arguments: [String]) -> [String] {
    LocalizedText.translated.filter { arguments.contains($0) || arguments.contains("--lang=" + $0) }
  }

  /// The packs that arguments seem to ask for: if they ask for others, these are read anew.
  private static func packs(mentionedIn arguments: [String]) -> [String] {
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if argument == "--packs" { return packs(named: next) }
      if argument.hasPrefix("--packs=") { return packs(named: String(argument.dropFirst(8))) }
    }
    return packs(named: VettingOptions.usualPacks)
  }

  /// The packs that a list of them names.
  static func packs(named list: String) -> [String] {
    list.split(separator: ",").map { String($0) }
  }

  /// A folder of rules, as far as some packs need it: the one that is named, or the usual one.
  static func named(_ path: String?, packs: [String]) -> RulesFolder {
    guard path == nil, packs == expected.packs else {
      return RulesFolder(path ?? usualPath, packs: packs, SecondThread.start())
    }
    return expected
  }

  /// Begins to read the usual folder where the arguments look as if it will be used.
  ///
  /// To understand a command line takes as long as to read a quarter of the rules.
  static func readAhead(for arguments: [String]) {
    guard arguments.dropFirst().first == "check",
      !arguments.contains(where: { $0.hasPrefix("--rules") })
    else { return }
    _ = expected
  }
}
