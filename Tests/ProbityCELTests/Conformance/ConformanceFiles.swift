import Foundation
import ProbityText
import Testing

@testable import ProbityCEL

/// The folders of cases by others, which stand beside the repository or where a variable says.
enum ConformanceFiles {
  private static let folder: URL? = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let named = ProcessInfo.processInfo.environment["PROBITY_CONFORMANCE"]
    let folder = named.map { URL(filePath: $0) } ?? root.appending(path: "../shared/conformance")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// A file's content; nil where there is none, which only a run that must have them holds against it.
  static func data(_ path: String) throws -> Data? {
    guard let folder else {
      print("conformance: \(path) skipped; PROBITY_CONFORMANCE names the folder of cases")
      #expect(ProcessInfo.processInfo.environment["CI"] != "true", "the cases must be at hand")
      return nil
    }
    return try Data(contentsOf: folder.appending(path: path))
  }

  static func cases(_ file: String) throws -> [ConformanceCase] {
    guard let data = try data("cel/\(file).json") else { return [] }
    return try JSONDecoder().decode(ConformanceCase.File.self, from: data).sections
      .flatMap(\.tests)
  }

  /// Every file of the specification's suite.
  static let names = [
    "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "dynamic", "encoders_ext",
    "enums", "fields", "fp_math", "integer_math", "lists", "logic", "macros", "macros2", "math_ext",
    "namespace", "network_ext", "optionals", "parse", "plumbing", "proto2", "proto2_ext", "proto3",
    "string", "string_ext", "timestamps", "type_deduction", "unknowns", "wrappers",
  ]

  /// The zones that this machine knows: only tests look them up.
  static let zones = TimeZones { name, instant in
    TimeZone(identifier: name).map {
      Int64($0.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
    }
  }
}
