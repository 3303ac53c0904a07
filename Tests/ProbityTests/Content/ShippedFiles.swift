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

  static func rulebook() throws -> Rulebook { try Rulebook(texts(in: "rules")) }

  /// Every shipped profile, each with the others as its possible parties.
  static func profiles(by book: Rulebook) throws -> [Profile] {
    let vendors = try texts(in: "vendors")
    return try vendors.map { vendor in
      try book.profile(vendor, parties: vendors.filter { $0.name != vendor.name })
    }
  }
}
