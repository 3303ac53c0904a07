import Probity
import ProbityText

/// Everything that a decision needs, read from files: all faults of all files come together.
struct VettingInputs {
  let rulebook: Rulebook
  let profiles: [Profile]

  static func read(
    rules: String,
    profiles paths: [String],
    parties: String?,
    procurement: String?,
    into diagnostics: inout DiagnosticList
  ) -> VettingInputs {
    var inputs = Inputs()
    var read: Set<String> = []
    let ruleTexts = texts(in: rules, recursive: true, &inputs)
    var targets: [SourceText] = []
    for path in paths { targets += self.targets(at: path, unless: &read, &inputs) }
    let companions = self.companions(of: paths, parties, unless: &read, &inputs)
    let buyer = procurement.flatMap { inputs.text(at: $0) }
    diagnostics.append(contentsOf: inputs.diagnostics)
    // Where no rules could be read, that was said; that they hold nothing follows from it.
    var found = DiagnosticList()
    let rulebook = Rulebook(reading: ruleTexts, into: &found)
    if !ruleTexts.isEmpty || diagnostics.isFreeOfErrors { diagnostics.append(contentsOf: found) }
    let known = targets + companions
    let profiles = targets.compactMap { target in
      rulebook.readProfile(
        target,
        parties: known.filter { $0.name != target.name },
        procurement: buyer,
        into: &diagnostics
      )
    }
    return VettingInputs(rulebook: rulebook, profiles: profiles)
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

  /// The profiles at a path of the command line that were not read yet, by whatever path.
  private static func targets(
    at path: String,
    unless read: inout Set<String>,
    _ inputs: inout Inputs
  ) -> [SourceText] {
    guard path != "-" else { return inputs.text(at: "-").map { [$0] } ?? [] }
    return files(in: path, recursive: false, &inputs).filter {
      read.insert(inputs.identity(of: $0)).inserted
    }.compactMap { inputs.text(at: $0) }
  }

  private static func texts(
    in path: String,
    recursive: Bool,
    _ inputs: inout Inputs
  ) -> [SourceText] {
    files(in: path, recursive: recursive, &inputs).compactMap { inputs.text(at: $0) }
  }

  private static func files(
    in path: String,
    recursive: Bool,
    _ inputs: inout Inputs
  ) -> [String] {
    let files = inputs.files(at: path, recursive: recursive)
    if files.isEmpty {
      inputs.complain("input.nothing", "there is no .yaml or .json file in `\(path)`")
    }
    return files
  }

  /// Profiles of other companies: those of `--parties`, else those in the same folder.
  private static func companions(
    of paths: [String],
    _ parties: String?,
    unless read: inout Set<String>,
    _ inputs: inout Inputs
  ) -> [SourceText] {
    let folders =
      parties.map { [$0] } ?? paths.filter { $0 != "-" && !inputs.isFolder($0) }.map(folder)
    var companions: [SourceText] = []
    for folder in folders where read.insert(inputs.identity(of: folder)).inserted {
      guard inputs.isFolder(folder) else {
        if parties != nil { inputs.complain("input.nothing", "`\(folder)` is no folder") }
        continue
      }
      for file in inputs.files(at: folder, recursive: false)
      where read.insert(inputs.identity(of: file)).inserted {
        if let text = inputs.text(at: file), isProfile(text) { companions.append(text) }
      }
    }
    return companions
  }

  /// Whether a neighbour says that it is a vendor profile; waivers and notes are none.
  private static func isProfile(_ text: SourceText) -> Bool {
    let head = text.text(in: 0..<min(text.bytes.count, 4096))
    return head.contains("vendor-profile/")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
