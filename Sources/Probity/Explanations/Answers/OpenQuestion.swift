package import ProbityCEL

/// A question whose answer can still change a finding.
package struct OpenQuestion: Sendable {
  package var fact: FactID

  /// Who can answer it.
  package var askedOf: Vocabulary.Respondent

  /// The findings on which it bears, as positions in the decision.
  package var bearsOn: [Int]

  /// The findings that some answer to it alone would clear.
  package var clearsAlone: [Int]

  /// The findings that some answer to it alone would violate: of a decisive rule, one is enough
  /// for the decision to fail whatever the rest says.
  package var violatesAlone: [Int]

  /// Whether it belongs to a shortest way to clear some finding that keeps the vendor from passing:
  /// what to ask in the first round.
  package var isInFirstRound: Bool
}

/// The questions that are left, those first that settle soonest.
package struct OpenQuestions: Sendable {
  package var questions: [OpenQuestion] = []

  /// Facts that findings wait for and that do not matter whatever is answered, as nothing that
  /// settles a finding needs them.
  package var irrelevant: [FactID] = []

  /// The certificates of each undetermined finding, by its position in the decision.
  package var certificates: [Int: Certificates] = [:]

  /// Whether certain to be all: if not, a question may be missing.
  package var isComplete = true
}

extension Certificates {
  /// The question to ask next: one that is in a shortest way to clear and in a shortest way to
  /// violate, so that either answer leads on; among several the one in most of these.
  package var nextQuestion: FactID? {
    let ways = [cleared.shortest, violated.shortest]
    let common = FactSet(ways[0].facts).intersection(FactSet(ways[1].facts)).facts
    let candidates = common.isEmpty ? FactSet(ways.flatMap(\.facts)).facts : common
    return candidates.max { (shortestWays(with: $0), $1) < (shortestWays(with: $1), $0) }
  }

  /// In how many of the shortest ways to settle it a question is; other answers to the same
  /// questions are no other way.
  func shortestWays(with fact: FactID) -> Int {
    [cleared.shortest, violated.shortest].reduce(0) { count, ways in
      count + Set(ways.map { $0.answers.map(\.fact) }).count { $0.contains(fact) }
    }
  }
}

extension [Certificate] {
  /// Those with the fewest answers.
  var shortest: [Certificate] {
    let fewest = self.map(\.answers.count).min()
    return filter { $0.answers.count == fewest }
  }

  var facts: [FactID] { flatMap { $0.answers.map(\.fact) } }

  /// The facts that settle it without any other.
  var alone: [FactID] { filter { $0.answers.count == 1 }.facts }
}

extension Decision {
  /// What is left to ask, in an order that settles soonest.
  ///
  /// - Complexity: a search for certificates for each undetermined finding.
  package func openQuestions(within budget: SearchBudget = .standard) -> OpenQuestions {
    openQuestions(
      by: findings.map { $0.status == .undetermined ? $0.certificates(within: budget) : nil }
    )
  }

  /// The same where it is known what could settle each undetermined finding.
  func openQuestions(by known: [Certificates?]) -> OpenQuestions {
    var result = OpenQuestions()
    for (index, certificates) in known.enumerated() {
      guard let certificates else { continue }
      result.certificates[index] = certificates
      result.isComplete = result.isComplete && certificates.isComplete && !certificates.hasFailed
    }
    let tally = QuestionTally(self, result.certificates)
    result.questions = tally.questions
    var relevant = FactSet(result.questions.map(\.fact))
    // What was not searched to the end may need anything that it can look at.
    for (index, found) in result.certificates where !found.isComplete || found.hasFailed {
      let trial = findings[index].trial
      relevant.formUnion(FactSet(trial.reach(of: .cleared, in: trial.clear).facts))
      relevant.formUnion(FactSet(trial.reach(of: .violated, in: trial.adverse).facts))
    }
    let waiting = findings.reduce(into: FactSet()) { $0.formUnion($1.waitsFor) }
    result.irrelevant = waiting.subtracting(relevant).facts
    return result
  }
}

/// Counts what each question could do.
private struct QuestionTally {
  private let decision: Decision
  private var noted: [FactID: OpenQuestion] = [:]
  private var weights: [FactID: Weight] = [:]

  /// What a question does for the findings that block.
  private struct Weight {
    /// How many have it in a shortest way to clear them.
    var clears = 0
    /// How many have it in a shortest way to violate them as well, so that either answer leads on.
    var leadsOn = 0
    /// In how many of these shortest ways it is.
    var ways = 0
  }

  init(_ decision: Decision, _ certificates: [Int: Certificates]) {
    self.decision = decision
    for (index, certificates) in certificates.sorted(by: { $0.key < $1.key }) {
      let blocks = decision.findings[index].blocks
      let clears = FactSet(certificates.cleared.shortest.facts)
      let violates = FactSet(certificates.violated.shortest.facts)
      for fact in certificates.relevant {
        note(fact) { question in
          question.bearsOn.append(index)
          if certificates.cleared.alone.contains(fact) { question.clearsAlone.append(index) }
          if certificates.violated.alone.contains(fact) { question.violatesAlone.append(index) }
          if blocks, clears.contains(fact) { question.isInFirstRound = true }
        }
        guard blocks, clears.contains(fact) else { continue }
        weights[fact, default: Weight()].clears += 1
        guard violates.contains(fact) else { continue }
        weights[fact, default: Weight()].leadsOn += 1
        weights[fact, default: Weight()].ways += certificates.shortestWays(with: fact)
      }
    }
  }

  private mutating func note(_ fact: FactID, _ change: (inout OpenQuestion) -> Void) {
    var question =
      noted[fact]
      ?? OpenQuestion(
        fact: fact,
        askedOf: decision.dossier.fact(fact).field?.askedOf ?? .vendor,
        bearsOn: [],
        clearsAlone: [],
        violatesAlone: [],
        isInFirstRound: false
      )
    change(&question)
    noted[fact] = question
  }

  /// Those first that lead on whatever the answer, for most findings; then in the profile's order.
  var questions: [OpenQuestion] {
    noted.values.sorted { left, right in
      let (first, second) = (rank(of: left), rank(of: right))
      return first == second ? left.fact < right.fact : second.lexicographicallyPrecedes(first)
    }
  }

  private func rank(of question: OpenQuestion) -> [Int] {
    let weight = weights[question.fact] ?? Weight()
    // That something named is not there at all is the last thing to ask.
    let isExistence = decision.dossier.fact(question.fact).kind == .existence
    return [
      isExistence ? 0 : 1,
      question.isInFirstRound ? 1 : 0, weight.clears, weight.leadsOn, weight.ways,
      question.clearsAlone.count, question.bearsOn.count,
    ]
  }
}
