import ProbityCEL

/// A condition, or a part of one, with some open facts answered, many choices at a time.
///
/// Choices are sets of positions among `answers`; those of one call have at most one answer to each
/// fact between them.
struct AnsweredCondition: AnswerOracle {
  /// What is asked.
  enum Question {
    case whole(Program)
    case part(Outline.Part, Program)
  }

  /// Whether all that stayed open is open.
  private(set) var isConclusive = true

  private let question: Question
  private let answers: [PossibleAnswer]
  private let desk: AnswerDesk
  /// The answer that is written down for a fact, if there is one.
  private var given: [FactID: Int] = [:]
  private let facts: [FactID]
  private let existences: PositionSet

  init(_ question: Question, _ answers: [PossibleAnswer], on desk: AnswerDesk) {
    self.question = question
    self.answers = answers
    self.desk = desk
    facts = answers.map(\.fact).withoutRepeats
    existences = PositionSet(
      answers.indices.filter { desk.trial.dossier.fact(answers[$0].fact).kind == .existence }
    )
  }

  /// Leaves the desk as it was.
  func clear() { desk.clear(facts) }

  // MARK: What becomes of it

  /// What it is as long as nothing is answered.
  mutating func verdict() -> Truth { planes().truth(ofLane: 0) }

  mutating func verdicts(on choices: [PositionSet], of whole: PositionSet) -> Planes {
    let positions = whole.positions
    give(positions.filter { !existences.contains($0) })
    var result = Planes(yes: 0, no: 0)
    for group in lanes(of: choices, by: whole) {
      say(group.choice)
      hide(choices, of: positions)
      let planes = planes()
      result = Planes(
        yes: result.yes | planes.yes & group.lanes,
        no: result.no | planes.no & group.lanes
      )
    }
    return result
  }

  private mutating func planes() -> Planes {
    switch question {
    case .whole(let program): return desk.planes(of: program)
    case .part(let part, let program):
      let run = desk.planes(of: part, program)
      isConclusive = isConclusive && run.isConclusive
      return run.planes
    }
  }

  private mutating func give(_ positions: [Int]) {
    for position in positions where given[answers[position].fact] != position {
      given[answers[position].fact] = position
      desk[answers[position].fact] = answers[position].value
    }
  }

  /// An existence that is hidden would still be implied by what is known below: it is taken back.
  private func say(_ choice: PositionSet) {
    for position in existences where !choice.contains(position) {
      desk[answers[position].fact] = .unknown
    }
    for position in choice where existences.contains(position) {
      desk[answers[position].fact] = answers[position].value
    }
  }

  /// The choices, sorted by what they say of existences.
  private func lanes(
    of choices: [PositionSet],
    by whole: PositionSet
  ) -> [(choice: PositionSet, lanes: UInt64)] {
    let inQuestion = whole.intersection(existences)
    guard !inQuestion.isEmpty else { return [(PositionSet(), .max)] }
    var groups: [(choice: PositionSet, lanes: UInt64)] = []
    for (lane, choice) in choices.enumerated() {
      let said = choice.intersection(inQuestion)
      if let index = groups.firstIndex(where: { $0.choice == said }) {
        groups[index].lanes |= 1 << UInt64(lane)
      } else {
        groups.append((said, 1 << UInt64(lane)))
      }
    }
    return groups
  }

  private func hide(_ choices: [PositionSet], of positions: [Int]) {
    desk.use(lanes: choices.count)
    for fact in facts { desk.setHidden(fact, inLanes: .max) }
    for position in positions where !existences.contains(position) {
      desk.setHidden(answers[position].fact, inLanes: ~choices.lanes(with: position))
    }
    for position in existences { desk.setHidden(answers[position].fact, inLanes: 0) }
  }

  // MARK: What it looks at

  /// The answers to facts that it consults, or that would show that a record is there.
  mutating func looksAt(_ choice: PositionSet) -> PositionSet {
    // Of a part all answers are to such facts.
    guard case .whole(let program) = question else { return PositionSet(answers.indices) }
    give(choice.filter { !existences.contains($0) })
    say(choice)
    var hidden = FactSet(facts)
    for position in choice { hidden.remove(answers[position].fact) }
    for position in existences { hidden.remove(answers[position].fact) }
    let reads = desk.reads(of: program, hiding: hidden)
    return PositionSet(desk.trial.dossier.positions(of: answers, lookedAtBy: reads))
  }
}

extension Dossier {
  /// The answers to facts that are consulted, or that would show that a record is there.
  func positions(of answers: [PossibleAnswer], lookedAtBy reads: FactSet) -> [Int] {
    let below = reads.facts.filter { fact($0).kind == .existence }.map(tree.factsBelow)
    return answers.indices.filter { position in
      let fact = answers[position].fact
      return reads.contains(fact) || below.contains { $0.contains(Int(fact.index)) }
    }
  }
}

extension FactView {
  /// The view with some facts answered.
  func answering(_ answers: [PossibleAnswer]) -> FactView {
    var view = self
    for answer in answers { view[answer.fact] = answer.value }
    return view
  }
}

extension Certificate.Goal {
  var outcome: Outcome {
    switch self {
    case .cleared: .cleared
    case .violated: .violated
    }
  }
}

extension PossibleAnswer {
  /// Whether it says that something is not there.
  func isAbsence(in dossier: Dossier) -> Bool {
    dossier.fact(fact).kind == .existence && value == .known(.bool(false))
  }
}
