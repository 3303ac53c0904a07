package import ProbityCEL

/// A value that an open fact may turn out to have.
package struct PossibleAnswer: Sendable, Hashable {
  package var fact: FactID

  /// The value, or that there is none; of a closure or existence whether it holds.
  package var value: FactView.State

  /// Whether the value only stands for others that would do as well: a date, number or text that
  /// nobody has named.
  package var isExample = false

  /// Texts that stand for any that nobody wrote: two, as one may have to differ from another.
  package static let inventedTexts = ["some text", "another text"]

  package init(fact: FactID, value: FactView.State, isExample: Bool = false) {
    self.fact = fact
    self.value = value
    self.isExample = isExample
  }
}

/// Answers that settle an open finding for good, whatever all other facts turn out to be.
package struct Certificate: Sendable, Hashable {
  /// How a finding can be settled.
  package enum Goal: Sendable, Hashable, CaseIterable {
    /// Not violated, or it does not apply.
    case cleared
    case violated
  }

  /// The answers; none can be spared.
  ///
  /// To clear they must reach the rule's clear standard, to violate its adverse one.
  package var answers: [PossibleAnswer]
}

/// What could settle an open finding, one way and the other.
///
/// For a questionnaire: what is in no certificate need not be asked; any certificate that clears
/// and any that violates have a fact in common, unless an exception clears, or a value that is
/// established to accuse is still to be established to clear.
package struct Certificates: Sendable {
  /// The smallest sets of answers that clear: not violated, whatever else comes to light.
  package var cleared: [Certificate] = []

  /// The smallest sets of answers that violate, as long as no exception is proven.
  package var violated: [Certificate] = []

  /// Whether these are all there are.
  package var isComplete = true

  /// Whether all answers that matter are among them: values beyond a few examples do not decide,
  /// and nothing is read twice that could not be filled in.
  package var isExact = true

  /// Whether a proof failed when it was checked again: an internal fault.
  package var hasFailed = false

  /// The open facts on which it still depends, in the order of the profile.
  package var relevant: [FactID] {
    FactSet((cleared + violated).flatMap { $0.answers.map(\.fact) }).facts
  }
}

extension [PossibleAnswer] {
  /// Each answer, and of what only stands for others as well that there is some.
  private var essence: Set<PossibleAnswer> {
    Set(map { $0.isExample ? PossibleAnswer(fact: $0.fact, value: .unknown) : $0 })
  }

  /// The positions of those among some that say more than one before with other examples.
  static func essential(of choices: [[PossibleAnswer]]) -> [Int] {
    var seen: Set<Set<PossibleAnswer>> = []
    return choices.indices.filter { seen.insert(choices[$0].essence).inserted }
  }
}

extension Finding {
  /// What could settle the finding; nothing for one that is not undetermined.
  ///
  /// Facts that the vendor declined to answer are not asked again.
  package func certificates(within budget: SearchBudget = .standard) -> Certificates {
    guard status == .undetermined else { return Certificates() }
    if let list = subject.openList { return Certificates(closing: list, in: trial.dossier) }
    return certificates(TrialSurvey(trial), within: budget)
  }

  func certificates(_ survey: TrialSurvey, within budget: SearchBudget) -> Certificates {
    var result = CertificateSearch(trial, .cleared, survey).certificates(within: budget)
    let violated = CertificateSearch(trial, .violated, survey).certificates(within: budget)
    result.violated = violated.violated
    result.isComplete = result.isComplete && violated.isComplete
    result.isExact = result.isExact && violated.isExact
    result.hasFailed = result.hasFailed || violated.hasFailed
    return result
  }
}

extension Certificates {
  /// That a list is whole; of a computed one, that all are whole that it is computed from.
  fileprivate init(closing list: FactID, in dossier: Dossier) {
    var closures = [list]
    if case .derived(let parts) = dossier.fact(list).ground { closures = parts }
    let answers = closures.map { PossibleAnswer(fact: $0, value: .known(.bool(true))) }
    cleared = [Certificate(answers: answers)]
  }
}
