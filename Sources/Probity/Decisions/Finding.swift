package import ProbityCEL

/// One rule on one subject.
public struct Finding: Sendable {
  /// What came of it.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Established at the rule's adverse standard.
    case violated
    /// Neither established nor cleared.
    case undetermined
    /// Cleared: the violation is excluded at the rule's clear standard.
    case satisfied
    /// Cleared: the rule does not concern the subject.
    case notApplicable = "not_applicable"
  }

  /// The rule.
  public var rule: Rule { trial.rule }

  /// What came of it.
  public let status: Status

  /// The subject as a path in the vendor's profile.
  public var subjectPath: String { subject.path }

  /// Whether the finding, as it stands, keeps the vendor from passing.
  public let blocks: Bool

  package var subject: Subject { trial.subject }
  /// Facts that are unknown and that the answer waits for.
  package let waitsFor: FactSet
  /// All facts that were consulted: as long as these stay what they are, so does the finding.
  package let reads: FactSet
  /// Whether *undetermined* is certain to depend on the open facts.
  package let isExact: Bool
  package let faults: [EvaluationFault]
  package let trial: Trial
}

/// What a decision comes to.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// At least one rule that decides is violated.
  case fail
  /// Nothing is violated, and something that blocks is open or nothing was cleared at all.
  case undetermined
  /// Nothing is violated or open, and at least one rule that decides is satisfied.
  case pass
}
