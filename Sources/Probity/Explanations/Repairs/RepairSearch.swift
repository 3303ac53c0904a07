import ProbityCEL

/// Finds what would clear a finding, and checks it.
///
/// Facts that somebody can change are first taken as open; to leave one as it is costs nothing.
struct RepairSearch {
  /// An answer, and the step that it takes to give it; none to leave a fact as it is.
  private struct Option {
    var answer: PossibleAnswer
    var step: Repair.Step?
  }

  private let trial: Trial
  private let survey: TrialSurvey
  private let view: FactView
  private let options: [Option]
  private let mayGrow: Bool

  init(_ trial: Trial, _ survey: TrialSurvey) {
    self.trial = trial
    self.survey = survey
    let reach = survey.reach
    var view = trial.clear.view
    var options: [Option] = []
    let absent = reach.facts.filter { trial.isAbsent($0) }.map(trial.dossier.tree.factsBelow)
    for fact in reach.facts where !absent.contains(where: { $0.contains(Int(fact.index)) }) {
      let found = Self.options(for: fact, of: trial, survey.domains)
      guard !found.isEmpty else { continue }
      view[fact] = .unknown
      options += found
    }
    self.view = view
    // What costs nothing first, then what costs least: what stands first is kept.
    self.options = options.enumerated().sorted { left, right in
      (left.element.step.rank, left.offset) < (right.element.step.rank, right.offset)
    }.map(\.element)
    mayGrow = reach.facts.contains { fact in
      trial.dossier.fact(fact).kind == .closure && trial.clear.view[fact] == .unknown
    }
  }

  /// That a list has no further element is for whoever can say what it holds.
  static func closing(_ finding: Finding) -> Repairs {
    guard let certificate = finding.certificates().cleared.first else { return Repairs() }
    let steps = certificate.answers.map { step($0, .prove, finding.trial.dossier) }
    let repair = Repair(steps: steps, standard: finding.rule.clearStandard)
    return Repairs(repairs: [repair], mayGrow: true)
  }

  // MARK: What may be done about a fact

  private static func options(
    for fact: FactID,
    of trial: Trial,
    _ domains: AnswerDomains
  ) -> [Option] {
    let dossier = trial.dossier
    let (clear, adverse) = (trial.clear.view[fact], trial.adverse.view[fact])
    guard trial.mayBeSettled(fact) else { return [] }
    let current = clear == .unknown ? adverse : clear
    guard current != .unknown else {
      return domains.answers(to: fact).answers.map {
        Option(answer: $0, step: step($0, .prove, dossier))
      }
    }
    let kept = PossibleAnswer(fact: fact, value: current)
    let keeping = Option(answer: kept, step: clear == .unknown ? step(kept, .prove, dossier) : nil)
    guard dossier.changer(of: fact) != .nobody else {
      return clear == .unknown ? [keeping] : []
    }
    let others = domains.answers(to: fact).answers.filter { $0.value != current }
    return [keeping] + others.map { Option(answer: $0, step: step($0, .change, dossier)) }
  }

  private static func step(
    _ answer: PossibleAnswer,
    _ kind: Repair.Step.Kind,
    _ dossier: Dossier
  ) -> Repair.Step {
    let field = dossier.fact(answer.fact).field
    let isChange = kind == .change
    return Repair.Step(
      answer: answer,
      kind: kind,
      actor: isChange ? dossier.changer(of: answer.fact) : (field?.askedOf ?? .vendor).asChanger,
      cost: isChange ? 2 * (field?.cost ?? 1) : 1
    )
  }

  // MARK: Searching

  func repairs(within budget: SearchBudget) -> Repairs {
    let search = SettlementSearch(
      trial,
      view,
      options.map(\.answer),
      order: Array(options.indices),
      survey: survey,
      within: budget
    )
    let ways = search.ways(to: .cleared)
    var result = Repairs(isComplete: ways.isComplete, mayGrow: mayGrow)
    var check = RepairCheck(trial)
    let changes = ways.sets.map { set in
      PositionSet(set.filter { options[$0].step != nil })
    }
    let smallest = changes.withoutRepeats.filter { set in
      !changes.contains { $0 != set && $0.isSubset(of: set) }
    }
    let choices = smallest.map { set in set.compactMap { options[$0].step } }
    for choice in [PossibleAnswer].essential(of: choices.map { $0.map(\.answer) }) {
      let steps = choices[choice]
      let answers = steps.map(\.answer)
      if check.isMinimal(answers) {
        result.repairs.append(Repair(steps: steps, standard: trial.rule.clearStandard))
      } else if ways.isComplete || !check.clears(answers) {
        return Repairs(hasFailed: true)
      }
      // Where ways are missing, so may be the one that makes a step of this one needless.
    }
    result.repairs.sort { $0.rank.lexicographicallyPrecedes($1.rank) }
    return result
  }
}

/// Sees whether steps clear a finding, in another way than the search that found them.
struct RepairCheck {
  private let trial: Trial
  private var clears: AnswerCheck
  private var violates: AnswerCheck

  init(_ trial: Trial) {
    self.trial = trial
    clears = AnswerCheck(trial, .cleared, trial.clear.view)
    violates = AnswerCheck(trial, .violated, trial.adverse.view)
  }

  /// Whether the steps clear it, no longer violate it, and none can be spared.
  mutating func isMinimal(_ answers: [PossibleAnswer]) -> Bool {
    clears.isMinimal(answers) && !isViolated(answers)
  }

  /// Whether the steps clear it and no longer violate it.
  mutating func clears(_ answers: [PossibleAnswer]) -> Bool {
    clears.settle(answers) && !isViolated(answers)
  }

  /// Where an exception is proven the violation does not count.
  private mutating func isViolated(_ answers: [PossibleAnswer]) -> Bool {
    violates.settle(answers) && !clears.isExcused(answers)
  }
}

extension Repair {
  /// Cost, length, and who acts.
  fileprivate var rank: [Int] {
    [cost, steps.count, steps.count { $0.actor != .buyer }]
      + steps.map { Int($0.answer.fact.index) }
  }
}

extension Repair.Step? {
  /// Nothing to be done first, then by cost.
  fileprivate var rank: Int { map { $0.cost * 2 + ($0.kind == .change ? 1 : 0) } ?? 0 }
}

extension Trial {
  /// Whether a run knows that something is not there: then nothing about it can be settled.
  fileprivate func isAbsent(_ fact: FactID) -> Bool {
    dossier.fact(fact).kind == .existence
      && [clear, adverse].contains { $0.view[fact] == .known(.bool(false)) }
  }
}

extension Dossier {
  /// Who could make a fact another one.
  func changer(of fact: FactID) -> Vocabulary.Changer {
    let record = self.fact(fact)
    guard let field = record.field else { return .nobody }
    if let changer = field.changer { return changer }
    var type = record.record
    if record.kind == .existence, case .list(.record(let element)) = field.type { type = element }
    return vocabulary.record(type)?.isEvent == true ? .nobody : field.askedOf.asChanger
  }
}

extension Vocabulary.Respondent {
  fileprivate var asChanger: Vocabulary.Changer {
    switch self {
    case .vendor: .vendor
    case .buyer: .buyer
    case .thirdParty: .thirdParty
    }
  }
}
