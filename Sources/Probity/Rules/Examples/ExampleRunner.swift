import ProbityCEL
import ProbityText
import ProbityYAML

/// Runs the examples of a rule: they are its tests and its documentation at once.
struct ExampleRunner: Sendable {
  let rule: Rule
  let head: PackHead
  let vocabulary: Vocabulary
  /// The pack's own sources and what they come down to, worked out once for all examples.
  let shared: DossierReader.SharedSources
  let provenance: Provenance

  /// Begins to run a rule's examples; a helper may run some of them ahead.
  func run(_ examples: [Node], helper: Helper) -> ExampleRun {
    ExampleRun(
      rule: rule,
      constancy: Forthcoming(helper) {
        var faults = DiagnosticList()
        refuseConstant(into: &faults)
        return faults
      },
      outcomes: examples.map { example in
        Forthcoming(helper) {
          var outcome = ExampleRun.Outcome()
          outcome.expected = run(example, into: &outcome.faults)
          return outcome
        }
      }
    )
  }

  private func run(_ node: Node, into diagnostics: inout DiagnosticList) -> Finding.Status? {
    guard var reader = MappingReader(node, what: "an example", into: &diagnostics) else {
      return nil
    }
    let name = reader.required("name")?
      .string("`name`", into: &diagnostics)
    let expected = reader.requiredChoice(
      "expect",
      of: Finding.Status.self,
      into: &diagnostics
    )
    let day = reader.optionalDay("as_of", into: &diagnostics) ?? head.exampleDate
    let profile = reader.required("profile")
    let parties = reader.optional("parties")?.list("`parties`", into: &diagnostics)
    let procurement = reader.optional("procurement")
    reader.finish(into: &diagnostics)
    guard let day else {
      diagnostics.error(
        "rule.example-date",
        "an example needs `as_of`, or the pack `example_as_of`",
        at: node.span
      )
      return nil
    }
    guard let name, let expected, let profile else { return nil }
    var found = DiagnosticList()
    let dossier = DossierReader.read(
      profile,
      parties: profile["parties"]?.items ?? parties ?? [],
      procurement: procurement,
      parameters: [head.id: head.parameters],
      shared: shared,
      vocabulary: vocabulary,
      into: &found
    )
    diagnostics.append(contentsOf: found)
    guard found.isFreeOfErrors else { return expected }
    compare(expected, name, dossier, day, at: node, into: &diagnostics)
    return expected
  }

  private func compare(
    _ expected: Finding.Status,
    _ name: String,
    _ dossier: Dossier,
    _ day: CalendarDate,
    at node: Node,
    into diagnostics: inout DiagnosticList
  ) {
    let citesOnlyShared = dossier.sources.count == head.exampleSources.count
    var deciding =
      citesOnlyShared
      ? Deciding(dossier, asOf: day, provenance: provenance) : Deciding(dossier, asOf: day)
    let findings = deciding.findings(of: rule)
    let outcome = Self.outcome(of: findings)
    guard outcome != expected else { return }
    let notes = findings.map { Diagnostic.Note($0.testNote(in: dossier)) }
    diagnostics.error(
      "rule.example-fails",
      "example `\(name)` of `\(rule.id)` is \(outcome.rawValue), not \(expected.rawValue)",
      at: node["expect"]?.span ?? node.span,
      notes: notes
    )
  }

  /// The outcome of several findings of one rule: the worst of them.
  static func outcome(of findings: [Finding]) -> Finding.Status {
    let order: [Finding.Status] = [.violated, .undetermined, .satisfied, .notApplicable]
    return order.first { status in findings.contains { $0.status == status } } ?? .notApplicable
  }

  /// A rule that is definite on nothing would decide without looking.
  private func refuseConstant(into diagnostics: inout DiagnosticList) {
    guard let day = head.exampleDate ?? CalendarDate("2026-01-01") else { return }
    let trial = Trial.onNothing(
      rule,
      vocabulary: vocabulary,
      parameters: [head.id: head.parameters],
      asOf: day
    )
    let truth = trial.violation(in: trial.adverse.view, exceptions: .no).evaluation.truth
    guard truth.isDefinite else { return }
    diagnostics.error(
      "rule.constant",
      "rule `\(rule.id)` is \(truth == .yes ? "violated" : "satisfied") whatever a vendor "
        + "answers: it must depend on the profile",
      at: rule.span
    )
  }
}
