import ProbityCEL

/// Finds the certificates of one finding for one goal, and checks them.
struct CertificateSearch {
  private let trial: Trial
  private let goal: Certificate.Goal
  private let view: FactView
  private let answers: [PossibleAnswer]
  private let isExact: Bool
  private let survey: TrialSurvey

  init(_ trial: Trial, _ goal: Certificate.Goal, _ survey: TrialSurvey) {
    self.trial = trial
    self.survey = survey
    self.goal = goal
    let base = goal == .cleared ? trial.clear : trial.adverse
    let other = goal == .cleared ? trial.adverse : trial.clear
    view = base.view
    let reach = goal == .cleared ? survey.reach : trial.reach(of: .violated, in: base)
    let domains =
      goal == .cleared ? survey.domains : AnswerDomains(trial, .violated, reach, in: base.view)
    var answers: [PossibleAnswer] = []
    var isExact = reach.isExact
    for fact in reach.facts where base.view[fact] == .unknown && trial.mayBeAsked(fact) {
      // A fact that both runs know has one value: what the other run knows is settled.
      guard other.view[fact] == .unknown else {
        answers.append(PossibleAnswer(fact: fact, value: other.view[fact]))
        continue
      }
      let domain = domains.answers(to: fact)
      isExact = isExact && domain.areAll
      answers += domain.answers
    }
    self.answers = answers
    self.isExact = isExact
  }

  func certificates(within budget: SearchBudget) -> Certificates {
    let search = SettlementSearch(
      trial,
      view,
      answers,
      order: order,
      survey: survey,
      within: budget
    )
    let ways = search.ways(to: goal)
    var result = Certificates(isComplete: ways.isComplete, isExact: isExact)
    var check = AnswerCheck(trial, goal, view)
    var certificates: [Certificate] = []
    let choices = ways.sets.map { set in set.map { answers[$0] } }
    for answers in [PossibleAnswer].essential(of: choices).map({ choices[$0] }) {
      if check.isMinimal(answers) {
        certificates.append(Certificate(answers: answers))
      } else if ways.isComplete || !check.settle(answers) {
        return Certificates(hasFailed: true)
      }
      // Where ways are missing, so may be the one that makes an answer of this one needless.
    }
    switch goal {
    case .cleared: result.cleared = certificates
    case .violated: result.violated = certificates
    }
    return result
  }

  /// One answer to each fact before the second to any.
  private var order: [Int] {
    var counts: [FactID: Int] = [:]
    let rounds = answers.map { answer -> Int in
      defer { counts[answer.fact, default: 0] += 1 }
      return counts[answer.fact, default: 0]
    }
    return answers.indices.sorted { (rounds[$0], $0) < (rounds[$1], $1) }
  }
}

/// Sees whether answers settle a finding, in another way than the search that found them.
struct AnswerCheck {
  private let trial: Trial
  private let goal: Certificate.Goal
  private let view: FactView
  private var evaluator: Evaluator

  init(_ trial: Trial, _ goal: Certificate.Goal, _ view: FactView) {
    self.trial = trial
    self.goal = goal
    self.view = view
    evaluator = Evaluator(tree: trial.dossier.tree, bindings: trial.bindings)
  }

  /// Whether answers settle it, and none of them can be spared.
  mutating func isMinimal(_ answers: [PossibleAnswer]) -> Bool {
    guard settle(answers) else { return false }
    for spared in answers.indices {
      var fewer = answers
      fewer.remove(at: spared)
      if settle(fewer) { return false }
    }
    return true
  }

  /// Whether answers prove an exception.
  mutating func isExcused(_ answers: [PossibleAnswer]) -> Bool {
    let view = view.answering(answers)
    let trial = trial
    return evaluator.evaluating(in: view) { trial.isExcused(&$0) }
  }

  mutating func settle(_ answers: [PossibleAnswer]) -> Bool {
    let view = view.answering(answers)
    let (trial, goal) = (trial, goal)
    return evaluator.evaluating(in: view) { session in
      switch goal {
      case .violated: trial.bareViolation(in: view, &session) == .yes
      case .cleared:
        trial.isExcused(&session) || trial.bareViolation(in: view, &session) == .no
      }
    }
  }
}
