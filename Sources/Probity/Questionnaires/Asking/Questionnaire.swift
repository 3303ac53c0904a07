package import ProbityCEL

/// What is left to ask about a vendor, in rounds, for each of those who can answer.
package struct Questionnaire: Sendable {
  /// The questions of one round to one respondent, those first that settle soonest.
  package struct Section: Sendable {
    /// 1 for what belongs to a shortest way to clear, 2 for the rest.
    package var round: Int
    package var askedOf: Vocabulary.Respondent
    package var questions: [Question]
  }

  package var vendorID: String
  package var vendorName: String
  package var isFictional: Bool
  package var verdict: Verdict
  package var asOf: CalendarDate
  /// The day by which sources had to be in hand to count; nil if it was not asked.
  package var knownBy: CalendarDate?
  /// The packs that decide, such as `core 1.0.0`.
  package var packs: [String]
  package var sections: [Section]
  /// Open facts that do not matter, whatever is answered.
  package var irrelevantCount: Int
  /// Whether no question is missing.
  package var isComplete: Bool
  package var vocabulary: Vocabulary

  /// The questions of a decision; of the first round only, if asked so.
  package init(_ decision: Decision, firstRoundOnly: Bool = false) {
    let open = decision.openQuestions()
    let dossier = decision.dossier
    let maker = QuestionMaker(decision)
    var seen: Set<String> = []
    let questions = open.questions.compactMap(maker.question).filter { question in
      seen.insert(question.id).inserted && (question.isInFirstRound || !firstRoundOnly)
    }
    vendorID = dossier.vendor.vendorID
    vendorName = dossier.vendor.name
    isFictional = dossier.vendor.isFictional
    verdict = decision.verdict
    asOf = decision.asOf
    knownBy = decision.knownBy
    packs = decision.packs.map { "\($0.id) \($0.version)" }
    irrelevantCount = open.irrelevant.count
    isComplete = open.isComplete
    vocabulary = dossier.vocabulary
    sections = [1, 2].flatMap { round in
      Vocabulary.Respondent.allCases.map { respondent in
        Section(
          round: round,
          askedOf: respondent,
          questions: questions.filter {
            $0.isInFirstRound == (round == 1) && $0.askedOf == respondent
          }
        )
      }
    }.filter { !$0.questions.isEmpty }
  }

  package var questions: [Question] { sections.flatMap(\.questions) }

  /// The same with the questions to one respondent only.
  package func asking(_ respondent: Vocabulary.Respondent) -> Questionnaire {
    var questionnaire = self
    questionnaire.sections = sections.filter { $0.askedOf == respondent }
    return questionnaire
  }
}

/// Makes questions of the open facts of one decision.
private struct QuestionMaker {
  let decision: Decision

  init(_ decision: Decision) { self.decision = decision }

  func question(_ open: OpenQuestion) -> Question? {
    let dossier = decision.dossier
    let record = dossier.fact(open.fact)
    guard var question = Question(record, in: dossier, dossier.vocabulary) else { return nil }
    question.askedOf = open.askedOf
    question.isInFirstRound = open.isInFirstRound
    question.rules = rules(open.bearsOn)
    question.settlesAlone = rules((open.clearsAlone + open.violatesAlone).sorted()).map(\.id)
    return question
  }

  private func rules(_ findings: [Int]) -> [Rule] {
    var seen: Set<String> = []
    return findings.map { decision.findings[$0].rule }.filter { seen.insert($0.id).inserted }
  }
}

extension FactView.State {
  /// The value as somebody would write it into a profile.
  package var written: String {
    switch self {
    case .unknown: "unknown"
    case .absent: "none"
    case .known(.bool(let value)): value ? "yes" : "no"
    case .known(.int(let value)): String(value)
    case .known(.double(let value)): String(describing: value)
    case .known(.string(let value)): value.description
    case .known(.date(let value)): value.description
    case .known(let value): "\(value)"
    }
  }
}
