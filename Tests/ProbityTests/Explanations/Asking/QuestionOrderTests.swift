import Probity
import ProbityTestSupport
import Testing

/// Property 7, second half: questions come in an order that settles almost as soon as any could.
@Suite struct QuestionOrderTests {
  /// What some orders take over many conditions, beside the best there is.
  private struct Measure: CustomStringConvertible {
    var optimum = 0.0
    var asked = 0.0
    var inSourceOrder = 0.0
    /// Conditions for which no order is better.
    var isBest = 0
    var count = 0

    var ratio: Double { asked / optimum }
    var sourceRatio: Double { inSourceOrder / optimum }

    var description: String {
      "asked \(ratio), in the order of the text \(sourceRatio) times the optimum "
        + "\(optimum / Double(count)); best for \(isBest) of \(count)"
    }
  }

  /// The vendor as far as the questions were answered.
  private func decision(_ world: TinyWorld, _ answers: Formula.Answers) throws -> Decision {
    let lines = answers.indices.compactMap { fact in
      answers[fact].map { "\(Formula.name(of: fact)): \(proven("\($0)"))" }
    }
    return try world.decision(([TinyWorld.closedRelations] + lines).joined(separator: "\n"))
  }

  /// The question that stands first, as a number; nil if nothing is asked.
  private func question(_ decision: Decision, over count: Int) -> Int? {
    guard decision.verdict == .undetermined, let first = decision.openQuestions().questions.first
    else { return nil }
    let path = decision.dossier.fact(first.fact).path
    return (0..<count).first { Formula.name(of: $0) == path }
  }

  private func measure(_ kind: FormulaClass, over count: Int, rules: Int) throws -> Measure {
    var random = SeededGenerator(seed: ProofPlan.seeds[0])
    var measure = Measure()
    let open = Formula.Answers(repeating: nil, count: count)
    for _ in 0..<rules {
      let formula = kind.formula(over: count, using: &random)
      let world = try TinyWorld(.violated(if: formula.text))
      var tree = QuestionTree(formula, over: count)
      let optimum = tree.optimum(from: open)
      let asked = try tree.expected(from: open) { question(try decision(world, $0), over: count) }
      let read = tree.expected(from: open) { tree.isSettled($0) ? nil : formula.reading($0).asks }
      let took = try #require(asked, "\(formula.text): a question twice, or an end too early")
      measure.optimum += optimum
      measure.asked += took
      measure.inSourceOrder += try #require(read)
      measure.isBest += took < optimum + 1e-9 ? 1 : 0
      measure.count += 1
    }
    return measure
  }

  @Test(arguments: FormulaClass.allCases)
  func `property 7: hardly more is asked than the best order asks`(_ kind: FormulaClass) throws {
    let sizes = ProofPlan.factor > 1 ? [6, 8] : [6]
    for size in sizes {
      let measure = try measure(kind, over: size, rules: 16 * ProofPlan.factor)
      print("questions, \(kind) over \(size): \(measure)")
      #expect(measure.ratio <= 1.05, "\(measure)")
      if kind == .readOnce { #expect(measure.isBest == measure.count, "\(measure)") }
      // The control: an order that does not think is told apart.
      #expect(measure.sourceRatio > 1.05, "\(measure)")
    }
  }
}
