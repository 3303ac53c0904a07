package import ProbityCEL

/// Decides on the same vendors again and again; what is timed is `pass`.
package struct Decisions {
  /// When the facts that were consulted are asked for.
  package enum ReadSets: Sendable {
    case onePerDecision
    case onePerRule
    case never
  }

  private var evaluators: [Evaluator]
  private let views: [FactView]
  private let programs: [Program]
  private let readSets: ReadSets

  package var vendorCount: Int { views.count }

  package init(
    _ programs: [Program],
    on vendors: some Sequence<BenchmarkVendor>,
    atLevel level: UInt8,
    readSets: ReadSets
  ) {
    evaluators = vendors.map { $0.evaluator() }
    views = vendors.map { $0.view(atLevel: level) }
    self.programs = programs
    self.readSets = readSets
  }

  /// Decides once on every vendor; the number of definite answers and read sets.
  package mutating func pass() -> Int {
    var found = 0
    for index in views.indices {
      evaluators[index].resetReads()
      if readSets == .onePerRule {
        found += askedOneByOne(index)
        continue
      }
      found += evaluators[index].evaluating(in: views[index]) { session in
        var definite = 0
        for program in programs where session.truth(of: program).truth.isDefinite { definite += 1 }
        if readSets == .onePerDecision, !session.reads.isEmpty { definite += 1 }
        return definite
      }
    }
    return found
  }

  private mutating func askedOneByOne(_ index: Int) -> Int {
    var found = 0
    for program in programs {
      let answer = evaluators[index].truth(of: program, in: views[index])
      if answer.truth.isDefinite { found += 1 }
      if !evaluators[index].reads.isEmpty { found += 1 }
      evaluators[index].resetReads()
    }
    return found
  }
}

extension BenchmarkCase {
  /// What the answers come to at a level, compared with those to expect.
  package struct Answers: Sendable {
    package var right = 0
    package var undetermined = 0
    package var faults = 0
    package var wrong = 0
  }

  package func answers(atLevel level: UInt8) -> Answers {
    var answers = Answers()
    for vendor in vendors {
      var evaluator = vendor.evaluator()
      let view = vendor.view(atLevel: level)
      let found = evaluator.evaluating(in: view) { session in
        var found: [Evaluation] = []
        for rule in rules { found.append(session.truth(of: rule.program)) }
        return found
      }
      for (rule, answer) in zip(rules, found) {
        if !answer.faults.isEmpty {
          answers.faults += 1
        } else if answer.truth == .unknown {
          answers.undetermined += 1
        } else if isRight(answer.truth, of: rule, on: vendor) {
          answers.right += 1
        } else {
          answers.wrong += 1
        }
      }
    }
    return answers
  }
}
