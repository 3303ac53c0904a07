import Probity
import ProbityCEL

/// What explains a finding beyond its first reason, in words and paths.
package struct ProofReport: Sendable {
  /// Facts that force the finding, or that it hangs on.
  package struct Facts: Sendable {
    package var paths: [String]
    /// Whether it is also, or only, that no exception is proven.
    package var needsNoException = false
    /// The words of the exception that clears, if one does.
    package var exception: String?
  }

  /// A fact and the value that it would have to have.
  package struct Answer: Sendable {
    package var path: String
    package var label: String
    /// `value`, `complete` or `exists`.
    package var kind: String
    package var value: String
    /// Whether other values would do as well.
    package var isExample: Bool

    /// Whether it is a text that nobody wrote: any other would do as well.
    package var isInvented: Bool {
      isExample && kind == "value" && PossibleAnswer.inventedTexts.contains(value)
    }
  }

  /// One thing that somebody would have to do.
  package struct Step: Sendable {
    package var answer: Answer
    /// `prove` or `change`.
    package var kind: String
    package var actor: String
  }

  package struct Repair: Sendable {
    package var steps: [Step]
    package var standard: String
    package var cost: Int
  }

  /// Reasons besides the first.
  package var otherReasons: [Facts] = []
  package var pivots: [Facts] = []
  package var repairs: [Repair] = []
  /// Whether it is certain that nothing clears it that the vendor alone can change.
  package var isBeyondVendor = false
  /// Answers that would clear it, and answers that would violate it.
  package var clearing: [[Answer]] = []
  package var violating: [[Answer]] = []
  /// Whether these are all there are.
  package var isComplete = true
  package var isExact = true
  package var hasFailed = false
}

/// Puts proofs into words.
struct ProofReports {
  private let dossier: Dossier
  private let facts: FactReports
  private let language: String

  init(_ dossier: Dossier, language: String) {
    self.dossier = dossier
    self.language = language
    facts = FactReports(dossier, language: language)
  }

  func report(
    _ explanation: Explanation,
    _ repairs: Repairs?,
    _ certificates: Certificates?
  ) -> ProofReport {
    var report = ProofReport()
    report.otherReasons = explanation.reasons.dropFirst().map { reason in
      ProofReport.Facts(
        paths: reason.facts.map(facts.path),
        needsNoException: reason.needsNoException,
        exception: reason.exception?.label[language]
      )
    }
    report.pivots = explanation.pivots.map {
      ProofReport.Facts(paths: $0.facts.map(facts.path), needsNoException: $0.isMissingException)
    }
    report.repairs = repairs?.repairs.map(repair) ?? []
    report.isBeyondVendor = repairs?.isBeyondVendor ?? false
    report.clearing = certificates?.cleared.map { $0.answers.map(answer) } ?? []
    report.violating = certificates?.violated.map { $0.answers.map(answer) } ?? []
    report.isComplete =
      explanation.isComplete && repairs?.isComplete != false && certificates?.isComplete != false
    report.isExact = explanation.isExact && certificates?.isExact != false
    report.hasFailed =
      explanation.hasFailed || repairs?.hasFailed == true || certificates?.hasFailed == true
    return report
  }

  private func repair(_ repair: Probity.Repair) -> ProofReport.Repair {
    ProofReport.Repair(
      steps: repair.steps.map { step in
        ProofReport.Step(
          answer: answer(step.answer),
          kind: step.kind == .change ? "change" : "prove",
          actor: step.actor.rawValue
        )
      },
      standard: repair.standard.rawValue,
      cost: repair.cost
    )
  }

  func answer(_ answer: PossibleAnswer) -> ProofReport.Answer {
    ProofReport.Answer(
      path: facts.path(of: answer.fact),
      label: dossier.fact(answer.fact).field?.label[language] ?? "",
      kind: facts.kind(of: answer.fact),
      value: text(of: answer.value),
      isExample: answer.isExample
    )
  }
}
