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

  /// Reads the rules at paths; without any all rules.
  static func read(_ paths: [String], rules folder: String?) -> RulesUnderTest {
    let files = CheckedFiles.read(paths, rules: folder)
    let all = files.named + files.others
    let ofRules = all.filter { !isSuite($0.source.name) }
    var faults = files.faults
    var found = DiagnosticList()
    let (rulebook, examples) = Rulebook.reading(ofRules, helper: .none, into: &found)
    var ofExamples = DiagnosticList()
    examples.finish(into: &ofExamples)
    // Where a path can't be read, that there are no rules follows from it.
    if faults.isFreeOfErrors { faults.append(contentsOf: found) }
    for fault in ofExamples.sorted where fault.id != "rule.example-fails" { faults.append(fault) }
    let names = Set(files.named.map(\.source.name))
    return RulesUnderTest(
      rulebook: rulebook,
      rules: rulebook.rules.filter { names.contains($0.source.name) },
      suites: all.filter { isSuite($0.source.name) },
      faults: faults
    )
  }

  /// Whether a file holds tests of rules, by its name.
  static func isSuite(_ name: String) -> Bool {
    [".test.yaml", ".test.yml", ".test.json"].contains { name.hasSuffix($0) }
  }
}
