import Probity
import ProbityText

/// Rules that are examined: those of some files or folders, read together with all others.
struct RulesUnderTest {
  let rulebook: Rulebook
  /// Those among the files that were named.
  let rules: [Rule]
  let suites: [SourceDocument]
  /// What is wrong with the rules, but for examples that do not hold.
  let faults: DiagnosticList
  /// What reading found that examples alone did not.
  let documents: [SourceDocument]

  /// Reads what stands at paths. A vocabulary among it means that the rules are complete; else the
  /// folder of rules is read as well.
  static func read(_ paths: [String], rules folder: String?) -> RulesUnderTest {
    let usual = folder ?? Terminal.environment("PROBITY_RULES") ?? "rules"
    var inputs = Inputs()
    var read: Set<String> = []
    let named = texts(at: paths.isEmpty ? [usual] : paths, &inputs, &read)
    var all = named
    // An error is not told twice: where nothing was read there is nothing to complete.
    let isWhole = named.contains { SourceDocument.isVocabulary($0) }
    if !isWhole, inputs.diagnostics.isFreeOfErrors { all += texts(at: [usual], &inputs, &read) }
    let documents = all.map { SourceDocument($0) }
    let suites = documents.filter { isSuite($0.source.name) }
    let ofRules = documents.filter { !isSuite($0.source.name) }
    var faults = inputs.diagnostics
    var found = DiagnosticList()
    let (rulebook, examples) = Rulebook.reading(ofRules, helper: .none, into: &found)
    var ofExamples = DiagnosticList()
    examples.finish(into: &ofExamples)
    if !ofRules.isEmpty || faults.isFreeOfErrors { faults.append(contentsOf: found) }
    for fault in ofExamples.sorted where fault.id != "rule.example-fails" { faults.append(fault) }
    let names = Set(named.map(\.name))
    return RulesUnderTest(
      rulebook: rulebook,
      rules: rulebook.rules.filter { names.contains($0.source.name) },
      suites: suites,
      faults: faults,
      documents: documents
    )
  }

  private static func texts(
    at paths: [String],
    _ inputs: inout Inputs,
    _ read: inout Set<String>
  ) -> [SourceText] {
    let files = paths.flatMap { inputs.someFiles(at: $0, recursive: true) }
    let fresh = files.filter { read.insert(inputs.identity(of: $0)).inserted }
    return fresh.compactMap { inputs.text(at: $0) }
  }

  /// Whether a file holds tests of rules, by its name.
  static func isSuite(_ name: String) -> Bool {
    [".test.yaml", ".test.yml", ".test.json"].contains { name.hasSuffix($0) }
  }
}
