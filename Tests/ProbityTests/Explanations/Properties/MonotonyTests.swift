import ProbityTestSupport
import Testing

@testable import Probity
@testable import ProbityCEL

/// Properties 1 and 9: what is definite stays so when more comes to light, and evaluators that get
/// this wrong are told.
@Suite struct MonotonyTests {
  /// Says what the conditions of a trial come to in a view.
  private typealias Reader = (Trial, FactView) -> Truth

  /// The rule as decisions read it.
  private static func reading(_ trial: Trial, _ view: FactView) -> Truth {
    trial.violation(in: view, exceptions: .no).evaluation.truth
  }

  /// The rule as a wrong evaluator reads it.
  private static func reading(_ defect: Machine.Defect) -> Reader {
    { trial, view in
      var evaluator = Evaluator(tree: trial.dossier.tree, bindings: trial.bindings)
      evaluator.defect = defect
      let (applies, truth) = evaluator.evaluating(in: view) { session in
        let applies = trial.bareApplication(in: view, &session)
        return (applies, trial.rule.condition.truth { session.bareTruth(of: $0.program) })
      }
      return applies && (trial.rule.isRequirement ? !truth : truth)
    }
  }

  /// The rule where what is hidden is read as no.
  private static func readingHiddenAsNo(_ trial: Trial, _ view: FactView) -> Truth {
    var told = view
    for fact in view.hidden.facts where trial.dossier.domain(of: fact) != nil {
      told.hidden.remove(fact)
      told[fact] = .known(.bool(false))
    }
    return reading(trial, told)
  }

  /// An answer that does not stay when facts are shown, or open ones answered.
  private func change(
    _ world: ProofTests.World,
    seed: UInt64,
    trials: Int,
    _ read: Reader
  ) -> String? {
    var definite = 0
    let found = world.counterexample(seed: seed, trials: trials) { trial, generator in
      let base = [trial.adverse.view, trial.clear.view].randomElement(using: &generator.random)
      var less = base ?? trial.clear.view
      let share = Int.random(in: 5...60, using: &generator.random)
      less.hidden = FactSet(
        trial.dossier.facts.map(\.id).filter { _ in generator.chance(share) }
      )
      let before = read(trial, less)
      guard before.isDefinite else { return nil }
      definite += 1
      let more = self.more(than: less, of: trial, &generator)
      let after = read(trial, more)
      return .some(after == before ? nil : "\(before), then \(after) on \(trial.subject.path)")
    }
    if found == nil { #expect(definite >= trials) }
    return found
  }

  /// The view with some of what is hidden shown, and some of what is open answered.
  private func more(
    than view: FactView,
    of trial: Trial,
    _ generator: inout ViewGenerator
  ) -> FactView {
    let dossier = trial.dossier
    var more = view
    for fact in view.hidden.facts where generator.chance(50) { more.hidden.remove(fact) }
    for record in dossier.facts
    where more[record.id] == .unknown && record.kind != .existence && generator.chance(40) {
      let isBelowNothing = dossier.tree.existences(above: record.id)
        .contains { more[$0] == .known(.bool(false)) }
      if !isBelowNothing { more[record.id] = generator.state(of: record, in: dossier) }
    }
    return more
  }

  @Test(arguments: ProofTests.allWorlds, ProofPlan.seeds)
  func `property 1: what is definite stays so when more comes to light`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    let world = try ProofTests.world(name)
    let found = change(world, seed: seed, trials: 250 * ProofPlan.factor, Self.reading)
    #expect(found == nil)
  }

  @Test(arguments: ProofTests.allWorlds)
  func `property 1, control: reading what is hidden as no is told`(_ name: String) throws {
    let world = try ProofTests.world(name)
    #expect(change(world, seed: 1, trials: 400, Self.readingHiddenAsNo) != nil)
  }

  @Test(arguments: Machine.Defect.allCases)
  func `property 9: evaluators that take the unknown for a no are told`(
    _ defect: Machine.Defect
  ) throws {
    let caught = try ProofTests.allWorlds.filter { name in
      change(try ProofTests.world(name), seed: 2, trials: 1_500, Self.reading(defect)) != nil
    }
    #expect(!caught.isEmpty, "\(defect)")
  }

  @Test func `property 9: the same reader without a mistake is right`() throws {
    var wrong = 0
    let found = try ProofTests.world("wide").counterexample(seed: 3, trials: 200) { trial, _ in
      // What splitting settles besides is not what is compared here.
      let plain = trial.splitting(atMost: 0)
      let (read, told) = (Self.reading(plain, plain.clear.view), Self.unmarred(plain))
      wrong += read == told ? 0 : 1
      return .some(read == told ? nil : "\(read), not \(told)")
    }
    #expect(found == nil && wrong == 0)
  }

  private static func unmarred(_ trial: Trial) -> Truth {
    var evaluator = Evaluator(tree: trial.dossier.tree, bindings: trial.bindings)
    return evaluator.evaluating(in: trial.clear.view) { session in
      let applies = trial.bareApplication(in: trial.clear.view, &session)
      let truth = trial.rule.condition.truth { session.bareTruth(of: $0.program) }
      return applies && (trial.rule.isRequirement ? !truth : truth)
    }
  }
}
