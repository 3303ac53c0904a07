package import ProbityText

/// Files that are looked at together: what is wrong with them, and what is odd.
package struct LintRun: Sendable {
  /// By file, then place.
  package let diagnostics: [Diagnostic]
  /// Warnings that are not told, as the line above says `# lint-ok: ID`.
  package let acceptedCount: Int
  /// How many files were looked at.
  package let fileCount: Int

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
  package var warningCount: Int { diagnostics.count - errorCount }

  /// Looks at some files, by rules that may lie elsewhere.
  ///
  /// With a day it also says how the evidence in profiles stands then.
  package init(
    _ files: [SourceDocument],
    rules others: [SourceDocument] = [],
    asOf day: CalendarDate? = nil,
    alsoFound faults: DiagnosticList = DiagnosticList()
  ) {
    var run = Run(files: files, others: others, day: day, found: faults)
    run.lint()
    let all = run.found.sorted
    diagnostics = all.filter { !$0.isAccepted }
    acceptedCount = all.count - diagnostics.count
    fileCount = files.count
  }

  private struct Run {
    let files: [SourceDocument]
    let others: [SourceDocument]
    let day: CalendarDate?
    var found: DiagnosticList

    mutating func lint() {
      for file in files where file.format == nil { file.tellFaults(to: &found) }
      let ofRules = (files + others).filter {
        [.vocabulary, .rulePack, .translation].contains($0.format)
      }
      var faults = DiagnosticList()
      let (rulebook, examples) = Rulebook.reading(ofRules, helper: .none, into: &faults)
      let isReadable = faults.isFreeOfErrors
      examples.finish(into: &faults)
      found.append(contentsOf: faults)
      // What can't be read has no meaning that could be looked at.
      guard isReadable else { return }
      lintRules(rulebook)
      lintProfiles(rulebook)
    }

    private mutating func lintRules(_ rulebook: Rulebook) {
      let bench = TestBench(rulebook)
      let names = Set(files.map(\.source.name))
      let rules = rulebook.rules.filter { names.contains($0.source.name) }
      var suites: [RuleTest] = []
      for file in files where file.format == .ruleTests {
        suites += SuiteReader.tests(in: file, on: bench, into: &found)
      }
      for test in suites {
        for diagnostic in bench.result(of: test).diagnostics { found.append(diagnostic) }
      }
      RuleLinter.lint(rules, suites: suites, on: bench, into: &found)
      var ofPacks = DiagnosticList()
      PackLint.lint(rulebook, into: &ofPacks)
      for diagnostic in ofPacks.sorted {
        guard let name = diagnostic.span?.source.name, names.contains(name) else { continue }
        found.append(diagnostic)
      }
    }

    private mutating func lintProfiles(_ rulebook: Rulebook) {
      let profiles = files.filter { $0.format == .profile }
      for file in profiles {
        var faults = DiagnosticList()
        let profile = rulebook.readProfile(
          file,
          parties: profiles.filter { $0.source.name != file.source.name },
          procurement: nil,
          into: &faults
        )
        found.append(contentsOf: faults)
        guard faults.isFreeOfErrors, let profile else { continue }
        ProfileLint.lint(file, profile, by: rulebook, asOf: day, into: &found)
      }
      for file in files where file.format == .procurement {
        ProcurementLint.lint(file, by: rulebook, into: &found)
      }
    }
  }
}

extension Diagnostic {
  /// Whether the line above the place says that the warning is known and meant to be there.
  fileprivate var isAccepted: Bool {
    guard severity == .warning, let span, span.start.line > 1 else { return false }
    let line = span.source.text(in: span.source.byteRange(ofLine: span.start.line - 1))
    let words = line.drop { $0 == " " }
    return words.hasPrefix("# lint-ok: ") && words.split(separator: " ").contains { $0 == id }
  }
}
