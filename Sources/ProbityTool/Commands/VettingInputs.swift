import Probity
import ProbityText

/// Everything that a decision needs, read from files: all faults of all files come together.
struct VettingInputs {
  let rulebook: Rulebook
  let profiles: [Profile]
  /// Who works out what is needed later.
  let helper: Helper

  /// The companions and the buyer's side, for a profile that is read once more.
  private let companions: [SourceDocument]
  private let buyer: SourceDocument?

  /// What the rules' own examples come to; whatever is decided waits for it.
  private let examples: ExampleRuns
  /// What was found before the examples ran, and what was found after it.
  private var found = DiagnosticList()
  private var foundInProfiles = DiagnosticList()

  static func read(
    rules path: String?,
    packs: [String],
    profiles paths: [String],
    parties: String?,
    procurement: String?,
    languages: [String]
  ) -> VettingInputs {
    let folder = RulesFolder.named(path, packs: packs)
    let helper = folder.helper
    var inputs = Inputs()
    var read: Set<String> = []
    var targets: [SourceDocument] = []
    for path in paths { targets += self.targets(at: path, unless: &read, helper, &inputs) }
    let companions = self.companions(of: paths, parties, unless: &read, &inputs)
    let buyer = procurement.flatMap { inputs.text(at: $0) }.map {
      SourceDocument($0, helper: helper)
    }
    var faults = DiagnosticList()
    let rules = folder.documents(in: languages, into: &faults)
    faults.append(contentsOf: inputs.diagnostics)
    return VettingInputs(
      rules: rules,
      targets: targets,
      companions: companions,
      buyer: buyer,
      helper: helper,
      faults
    )
  }

  private init(
    rules: [SourceDocument],
    targets: [SourceDocument],
    companions: [SourceDocument],
    buyer: SourceDocument?,
    helper: Helper,
    _ diagnostics: DiagnosticList
  ) {
    self.helper = helper
    found = diagnostics
    // Where no rules could be read, that was said; that they hold nothing follows from it.
    var ofRules = DiagnosticList()
    let (rulebook, examples) = Rulebook.reading(rules, helper: helper, into: &ofRules)
    if !rules.isEmpty || found.isFreeOfErrors { found.append(contentsOf: ofRules) }
    let known = targets + companions
    var ofProfiles = DiagnosticList()
    profiles = targets.compactMap { target in
      rulebook.readProfile(
        target,
        parties: known.filter { $0.source.name != target.source.name },
        procurement: buyer,
        into: &ofProfiles
      )
    }
    self.companions = companions
    self.buyer = buyer
    self.rulebook = rulebook
    self.examples = examples
    foundInProfiles = ofProfiles
  }

  /// A profile as it would be if its file were another.
  func profile(changed text: SourceText, into diagnostics: inout DiagnosticList) -> Profile? {
    rulebook.readProfile(
      SourceDocument(text),
      parties: companions,
      procurement: buyer,
      into: &diagnostics
    )
  }

  /// Whether nothing is wrong as far as anybody looked, which is not yet at the examples.
  var isSoundSoFar: Bool { found.isFreeOfErrors && foundInProfiles.isFreeOfErrors }

  /// All that is wrong, once the examples have run.
  func finish(into diagnostics: inout DiagnosticList) {
    diagnostics.append(contentsOf: found)
    examples.finish(into: &diagnostics)
    diagnostics.append(contentsOf: foundInProfiles)
  }

  /// Says which packs of those that were chosen do not exist, once the rules are sound.
  func refuseUnknownPacks(_ chosen: [String], into diagnostics: inout DiagnosticList) {
    guard diagnostics.isFreeOfErrors else { return }
    for pack in chosen where !rulebook.packIDs.contains(pack) {
      diagnostics.append(
        Diagnostic(
          .error,
          id: "input.unknown-pack",
          "there is no rule pack `\(pack)`",
          at: nil,
          help: didYouMean(pack, among: rulebook.packIDs)
            ?? "the packs are " + rulebook.packIDs.joined(separator: ", ")
        )
      )
    }
    if chosen.isEmpty {
      diagnostics.append(
        Diagnostic(.error, id: "input.no-pack", "--packs must name a rule pack", at: nil)
      )
    }
  }

  /// Says that there must be one profile, unless something else is wrong already.
  func requireOneProfile(_ words: String, into diagnostics: inout DiagnosticList) {
    guard diagnostics.isFreeOfErrors, profiles.count != 1 else { return }
    diagnostics.append(Diagnostic(.error, id: "input.many", words, at: nil))
  }

  /// The profiles at a path of the command line that were not read yet, by whatever path.
  private static func targets(
    at path: String,
    unless read: inout Set<String>,
    _ helper: Helper,
    _ inputs: inout Inputs
  ) -> [SourceDocument] {
    let paths =
      path == "-"
      ? ["-"]
      : inputs.someFiles(at: path, recursive: false).filter {
        read.insert(inputs.identity(of: $0)).inserted
      }
    return paths.compactMap { inputs.text(at: $0) }.map { SourceDocument($0, helper: helper) }
  }

  /// Profiles of other companies: those of `--parties`, else those in the same folder.
  private static func companions(
    of paths: [String],
    _ parties: String?,
    unless read: inout Set<String>,
    _ inputs: inout Inputs
  ) -> [SourceDocument] {
    let folders =
      parties.map { [$0] } ?? paths.filter { $0 != "-" && !inputs.isFolder($0) }.map(folder)
    var companions: [SourceDocument] = []
    for folder in folders where read.insert(inputs.identity(of: folder)).inserted {
      guard inputs.isFolder(folder) else {
        if parties != nil { inputs.complain("input.nothing", "`\(folder)` is no folder") }
        continue
      }
      for file in inputs.files(at: folder, recursive: false)
      where read.insert(inputs.identity(of: file)).inserted {
        if let text = inputs.text(at: file), isProfile(text) {
          // Most of them are nobody's party, and are never read.
          companions.append(SourceDocument(text))
        }
      }
    }
    return companions
  }

  /// Whether a neighbour says that it is a vendor profile; waivers and notes are none.
  private static func isProfile(_ text: SourceText) -> Bool {
    text.mentions(anyOf: ["vendor-profile/"], within: 4096)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
