import FoundationEssentials
import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// Faults made in shipped files by chance: each must be told by reading or lint, with the right id
/// and at the right place; of the sound files nothing is told (see `LintTests`).
@Suite struct SeededFaultTests {
  /// Another one is tried with `PROBITY_SEED`.
  static let seed =
    ProcessInfo.processInfo.environment["PROBITY_SEED"].flatMap { UInt64($0) } ?? 20_261_123
  static let count = 22

  /// One fault an operator, at a random place.
  static let faults: [Mutation] = {
    guard let files = try? ShippedFiles.texts(in: "rules") + ShippedFiles.texts(in: "vendors")
    else { return [] }
    var generator = SeededGenerator(seed: seed)
    return MutationOperator.all.compactMap { mutation in
      mutation.sites(in: files).randomElement(using: &generator)
    }
  }()

  @Test func `every way of spoiling a file is tried, and there are enough of them`() {
    #expect(Self.faults.count == MutationOperator.all.count, "seed \(Self.seed)")
    #expect(Self.faults.count >= Self.count)
  }

  @Test(arguments: faults.indices)
  func `a seeded fault is found at its place`(_ index: Int) throws {
    let fault = Self.faults[index]
    let others = try (ShippedFiles.texts(in: "rules") + ShippedFiles.texts(in: "vendors")).filter {
      $0.name != fault.file.name
    }
    let run = LintRun(
      [SourceDocument(fault.text)],
      rules: others.map { SourceDocument($0) }
    )
    let isFound = run.diagnostics.contains { fault.isFound(by: $0) }
    let told = run.diagnostics.map { "\($0.span?.description ?? "-") \($0.id)" }.prefix(8)
    #expect(isFound, "seed \(Self.seed): \(fault.description); told: \(told)")
  }

  /// The control: a message of another id, of another line or of another file is not the one.
  @Test func `a fault is not found by a message that is about something else`() throws {
    let fault = try #require(Self.faults.first { $0.operator.ids.contains("cel.unknown-field") })
    let text = fault.text
    func isFound(_ id: String, line: Int, in text: SourceText) -> Bool {
      let span = text.span(text.byteRange(ofLine: line))
      return fault.isFound(by: Diagnostic(.error, id: id, "m", at: span))
    }
    #expect(isFound("cel.unknown-field", line: fault.line, in: text))
    #expect(!isFound("cel.unknown-code", line: fault.line, in: text))
    #expect(!isFound("cel.unknown-field", line: fault.line + 1, in: text))
    let other = SourceText(name: "other.yaml", bytes: text.bytes)
    #expect(!isFound("cel.unknown-field", line: fault.line, in: other))
  }
}
