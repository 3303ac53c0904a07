import Probity
import ProbityText

/// A folder of rules, which are read while something else is done.
struct RulesFolder: Sendable {
  /// The files in the folder, and what is wrong with the folder itself.
  struct Files: Sendable {
    var documents: [SourceDocument] = []
    var faults = DiagnosticList()
  }

  let path: String
  let helper: Helper
  private let files: Forthcoming<Files>

  private init(_ path: String, _ helper: Helper) {
    self.path = path
    self.helper = helper
    files = Forthcoming(helper) { Self.read(path, helper) }
  }

  private static func read(_ path: String, _ helper: Helper) -> Files {
    var inputs = Inputs()
    var texts: [SourceText] = []
    for file in inputs.someFiles(at: path, recursive: true) {
      if let text = inputs.text(at: file) { texts.append(text) }
    }
    // The helper begins with the largest, so that nobody waits long for the last one.
    let bySize = texts.enumerated().sorted { $0.element.bytes.count > $1.element.bytes.count }
    let documents = bySize.map { ($0.offset, SourceDocument($0.element, helper: helper)) }
    return Files(
      documents: documents.sorted { $0.0 < $1.0 }.map(\.1),
      faults: inputs.diagnostics
    )
  }

  /// The documents in the folder; waits for the folder, not for their contents.
  func documents(into diagnostics: inout DiagnosticList) -> [SourceDocument] {
    diagnostics.append(contentsOf: files.value.faults)
    return files.value.documents
  }

  // MARK: Which folder

  /// The folder that is used unless the command line names another.
  private static let usual = RulesFolder(
    Terminal.environment("PROBITY_RULES") ?? "rules",
    SecondThread.start()
  )

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
