import FoundationEssentials
import Testing

/// The ids of messages, as the sources make them and as the guide lists them.
private enum DiagnosticIndex {
  /// What an id begins with.
  static let families = [
    "answers", "cel", "csv", "eval", "input", "lint", "pack", "probity", "profile", "rule",
    "rules", "table", "test", "vocabulary", "xlsx", "yaml",
  ]

  /// Enums whose raw values are the ends of ids.
  static let enumsOfIDs = ["Sources/ProbityYAML/Events/StrictRules+Faults.swift": "yaml"]

  static func text(_ path: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: ShippedFiles.root + "/" + path)),
      as: UTF8.self
    )
  }

  static func made() throws -> [String] {
    var ids: Set<String> = []
    let names = try FileManager.default.subpathsOfDirectory(atPath: ShippedFiles.root + "/Sources")
    for name in names where name.hasSuffix(".swift") {
      for literal in try text("Sources/" + name).matches(of: /"([a-z]+)\.([a-z0-9-]+)"/)
      where families.contains(String(literal.1)) {
        ids.insert("\(literal.1).\(literal.2)")
      }
    }
    for (path, family) in enumsOfIDs {
      for rawValue in try text(path).matches(of: /case \w+ = "([a-z0-9-]+)"/) {
        ids.insert("\(family).\(rawValue.1)")
      }
    }
    return ids.sorted()
  }

  static func listed() throws -> [String] {
    try text("Sources/Probity/Probity.docc/Diagnostics.md").split(separator: "\n")
      .compactMap { $0.prefixMatch(of: /\| `([a-z]+\.[a-z0-9-]+)` \|/) }
      .map { String($0.1) }.sorted()
  }
}

@Test func `the guide lists every message once, and no other`() throws {
  #expect(try DiagnosticIndex.listed() == DiagnosticIndex.made())
}

@Test func `ids are put together only in families whose enums the index knows`() throws {
  var families: Set<String> = []
  let names = try FileManager.default.subpathsOfDirectory(atPath: ShippedFiles.root + "/Sources")
  for name in names where name.hasSuffix(".swift") {
    for beginning in try DiagnosticIndex.text("Sources/" + name)
      .matches(of: /"([a-z]+)\.(?:"|\\\()/)
    where DiagnosticIndex.families.contains(String(beginning.1)) {
      families.insert(String(beginning.1))
    }
  }
  #expect(families == Set(DiagnosticIndex.enumsOfIDs.values))
}
