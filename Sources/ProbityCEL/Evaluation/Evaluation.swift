/// What a condition came to.
package struct Evaluation: Sendable, Hashable {
  /// The answer; unknown after an error.
  package var truth: Truth

  /// The unknown facts that the answer waits for; empty when it is definite.
  package var waitsFor: FactSet

  /// What made the answer unknown, if that was an error.
  package var faults: [EvaluationFault]

  package init(truth: Truth, waitsFor: FactSet = FactSet(), faults: [EvaluationFault] = []) {
    self.truth = truth
    self.waitsFor = waitsFor
    self.faults = faults
  }
}

/// What an evaluation may cost; more is an error, never an answer.
package struct EvaluationLimits: Sendable {
  /// Operations in one evaluation of one program.
  package var steps: Int

  /// UTF-8 bytes of a string or bytes that an operation builds.
  package var stringSize: Int

  /// Elements of a list that an operation builds.
  package var listSize: Int

  package init(steps: Int, stringSize: Int, listSize: Int) {
    self.steps = steps
    self.stringSize = stringSize
    self.listSize = listSize
  }

  package static let standard = EvaluationLimits(
    steps: 1_000_000,
    stringSize: 1_000_000,
    listSize: 100_000
  )
}
