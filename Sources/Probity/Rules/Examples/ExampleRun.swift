package import ProbityText

/// The examples of one rule while they run: asked at the end what came of them.
struct ExampleRun: Sendable {
  /// What came of one example.
  struct Outcome: Sendable {
    /// What its author says should come of it; nil if that can't be read.
    var expected: Finding.Status?
    var faults = DiagnosticList()
  }

  let rule: Rule
  /// What is wrong if the rule decides without looking at anything.
  let constancy: Forthcoming<DiagnosticList>
  let outcomes: [Forthcoming<Outcome>]

  /// Checks that there is an example for each outcome and that every example holds.
  func finish(into diagnostics: inout DiagnosticList) {
    diagnostics.append(contentsOf: constancy.value)
    var expected: Set<Finding.Status> = []
    for outcome in outcomes.map(\.value) {
      diagnostics.append(contentsOf: outcome.faults)
      if let status = outcome.expected { expected.insert(status) }
    }
    let missing = [Finding.Status.violated, .satisfied, .undetermined].filter {
      !expected.contains($0)
    }
    guard missing.isEmpty || !diagnostics.isFreeOfErrors else {
      let words = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      diagnostics.error(
        "rule.missing-example",
        "rule `\(rule.id)` must have an example that is \(words)",
        at: rule.span
      )
      return
    }
  }
}

/// All examples of all rules, which must hold before the rules may decide anything.
package struct ExampleRuns: Sendable {
  private let runs: [ExampleRun]

  init(_ runs: [ExampleRun] = []) { self.runs = runs }

  /// Runs what was not yet run, and says what does not hold.
  package func finish(into diagnostics: inout DiagnosticList) {
    _ = runs.flatMap(\.outcomes).values()
    var found = DiagnosticList()
    for run in runs { run.finish(into: &found) }
    diagnostics.append(contentsOf: found)
  }
}
