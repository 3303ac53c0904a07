package import ProbityText
import ProbityYAML

/// A profile with what rules must make of it: an example of a rule, or a test of a suite.
package struct RuleTest: Sendable {
  /// What a rule must make of it.
  package struct Expectation: Sendable {
    package var rule: String
    package var status: Finding.Status
    package var span: SourceSpan
  }

  package var name: String
  package var expectations: [Expectation]
  /// The day whose law and facts count.
  package var day: CalendarDate
  /// The pack whose example sources it may cite.
  var pack: String
  /// The documents that it is decided on.
  var material: Material
  /// The rule and the name of the example that it begins with, if it begins with one.
  var origin: Origin?

  /// The example that a test is, or begins with.
  struct Origin: Sendable, Hashable {
    var rule: String
    var example: String
  }

  /// A profile with those of its parties and the buyer's side, as they are written.
  struct Material: Sendable {
    var profile: Node
    var parties: [Node] = []
    var procurement: Node?
  }
}

/// What came of a test.
package struct RuleTestResult: Sendable {
  /// A rule that made something else of it than it must.
  package struct Failure: Sendable {
    package var expectation: RuleTest.Expectation
    package var outcome: Finding.Status
    /// The findings in words, with what is open.
    package var notes: [String]
  }

  package var test: RuleTest
  package var failures: [Failure] = []
  /// What is wrong with the documents themselves; with an error nothing was decided.
  package var faults: [Diagnostic] = []

  package var hasPassed: Bool {
    failures.isEmpty && !faults.contains { $0.severity == .error }
  }

  /// What failed, each as a diagnostic with its place.
  package var diagnostics: [Diagnostic] {
    faults
      + failures.map { failure in
        Diagnostic(
          .error,
          id: "test.fails",
          "test `\(test.name)` of `\(failure.expectation.rule)` is \(failure.outcome.rawValue), "
            + "not \(failure.expectation.status.rawValue)",
          at: failure.expectation.span,
          notes: failure.notes.map { Diagnostic.Note($0) }
        )
      }
  }
}
