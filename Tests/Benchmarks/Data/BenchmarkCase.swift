package import ProbityCEL
import ProbityText

/// The rules, compiled, and the vendors to decide on, with the answers to expect.
package struct BenchmarkCase: Sendable {
  package struct Rule: Sendable {
    package var name: String
    package var cel: String
    package var program: Program
  }

  package let rules: [Rule]
  package let vendors: [BenchmarkVendor]
  private let expected: [String: Set<String>]

  /// Reads a folder's rules and first profiles.
  package init(_ folder: BenchmarkFolder, vendors count: Int) throws {
    rules = try folder.rules().map {
      Rule(name: $0.name, cel: $0.cel, program: try Self.compiled($0.cel, name: $0.name))
    }
    expected = try folder.expected()
    let fieldsRead = rules.reduce(into: Set()) { $0.formUnion($1.program.fieldsRead) }
    vendors = try folder.profiles(count).map {
      try VendorReader.vendor(from: $0, fieldsRead: fieldsRead)
    }
  }

  /// The programs of that many copies of all rules, each compiled for itself.
  package func programs(copies: Int) throws -> [Program] {
    try (0..<copies).flatMap { _ in
      try rules.map { try Self.compiled($0.cel, name: $0.name) }
    }
  }

  /// Whether a rule's answer about a vendor is the one to expect.
  package func isRight(_ truth: Truth, of rule: Rule, on vendor: BenchmarkVendor) -> Bool {
    guard let violated = expected[vendor.id] else { return false }
    return truth == Truth(violated.contains(rule.name))
  }

  private static let environment: Environment = {
    var environment = Environment(catalog: BenchmarkVocabulary.catalog)
    environment.declare("v", .record("vendor"))
    return environment
  }()

  private static func compiled(_ cel: String, name: String) throws -> Program {
    var diagnostics = DiagnosticList()
    let text = EmbeddedText(SourceText(name: name, cel))
    let program = Program.compile(
      text,
      expecting: .bool,
      in: environment,
      diagnostics: &diagnostics
    )
    guard let program else {
      throw BenchmarkFolder.Fault(description: Excerpt.text(for: diagnostics.sorted))
    }
    return program
  }
}
