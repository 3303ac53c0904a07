import Foundation

/// The conformance cases, which are kept outside of this repository.
enum ConformanceData {
  struct Suite: Decodable {
    struct Case: Decodable {
      let id: String
      let yaml: String
      let error: Bool
      let events: [String]
    }

    let cases: [Case]
  }

  struct Schemas: Decodable {
    struct Case: Decodable {
      struct Meaning: Decodable {
        let type: String
        let value: String
      }

      let id: String
      let yaml: String
      let core: Meaning?
    }

    let cases: [Case]
  }

  struct Texts: Decodable {
    struct Case: Decodable {
      let id: String
      let expect: String
      let base64: String
    }

    let cases: [Case]
  }

  /// `PROBITY_CONFORMANCE`, else `../shared/conformance` beside the package.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PROBITY_CONFORMANCE"] {
      return URL(fileURLWithPath: path)
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("../shared/conformance").standardizedFileURL
  }()

  /// Whether the cases are at hand; a build machine must have them.
  static let isAtHand =
    ProcessInfo.processInfo.environment["CI"] == "true"
    || FileManager.default.fileExists(atPath: folder.path)

  static func suite() throws -> [Suite.Case] {
    try decoded(Suite.self, from: "yaml/suite.json").cases
  }

  static func schemas() throws -> [Schemas.Case] {
    try decoded(Schemas.self, from: "yaml/schemas.json").cases
  }

  /// JSON texts to accept, to reject, or neither.
  static func texts() throws -> [Texts.Case] {
    try decoded(Texts.self, from: "json/parsing.json").cases
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type,
    from path: String
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
