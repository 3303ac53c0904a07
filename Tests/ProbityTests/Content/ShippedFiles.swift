import FoundationEssentials
import Probity

/// The rules and vendors of this repository, read from its root.
enum ShippedFiles {
  static let root = String(#filePath.split(separator: "/Tests/ProbityTests/")[0])

  /// The YAML files below a folder of the repository, by name.
  static func texts(in folder: String) throws -> [SourceText] {
    let base = root + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: base)
      .filter { $0.hasSuffix(".yaml") }.sorted()
      .map { name in
        let data = try Data(contentsOf: URL(filePath: base + "/" + name))
        return SourceText(name: folder + "/" + name, bytes: Array(data))
      }
  }

  /// The files of the vocabulary and of the pack that decides where nobody names another.
  static func coreTexts() throws -> [SourceText] {
    try texts(in: "rules/vocabulary") + texts(in: "rules/core")
  }

  /// Every shipped pack.
  static func rulebook() throws -> Rulebook { try everyPack.get() }

  /// The pack that decides where nobody names another.
  static func core() throws -> Rulebook { try corePack.get() }

  // To read them, their examples run: once is enough.
  private static let everyPack = Result { try Rulebook(texts(in: "rules")) }
  private static let corePack = Result { try Rulebook(coreTexts()) }

  /// Every shipped profile, each with the others as its possible parties.
  static func profiles(by book: Rulebook) throws -> [Profile] {
    let vendors = try texts(in: "vendors")
    return try vendors.map { vendor in
      try book.profile(vendor, parties: vendors.filter { $0.name != vendor.name })
    }
  }
}
