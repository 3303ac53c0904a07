import FoundationEssentials
package import ProbityText

/// The files of this repository, as its tests read them.
package enum Repository {
  /// The path of the repository's root.
  package static let root = String(#filePath.split(separator: "/Tests/ProbityTestSupport/")[0])

  /// A file, named as somebody would who stands in the root.
  package static func text(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: URL(filePath: root + "/" + path))
    return SourceText(name: path, bytes: Array(data))
  }

  /// The YAML files below a folder, by name.
  package static func texts(in folder: String) throws -> [SourceText] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { try text(folder + "/" + $0) }
  }

  /// The files of the vocabulary and of the pack that decides where nobody names another.
  package static func coreRules() throws -> [SourceText] {
    try texts(in: "rules/core") + texts(in: "rules/vocabulary")
  }
}

extension SourceText {
  /// The whole text.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text with another in the place of every occurrence of a part, which must occur.
  package func replacing(_ part: String, with other: String) throws -> SourceText {
    guard string.contains(part) else { throw Missing(part: part, text: name) }
    return SourceText(
      name: name,
      string.split(separator: part, omittingEmptySubsequences: false)
        .joined(separator: other)
    )
  }

  /// A part of a text that a test counts on is not there.
  package struct Missing: Error, CustomStringConvertible {
    var part: String
    var text: String

    package var description: String { "`\(part)` does not occur in \(text)" }
  }
}
