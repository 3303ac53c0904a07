import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Property 2: what is definite is so in every world that may turn out, and what is called exact is
/// open only where two worlds differ.
@Suite struct ExactnessTests {
  /// A world with elements in reserve, for lists that are not complete.
  struct Setting {
    var world: ProofTests.World
    var spare: [FactID]
  }

  static func setting(_ name: String) throws -> Setting {
    guard name != "shipped" else { return Setting(world: try ProofTests.world(name), spare: []) }
    let world = try ProofTests.World.generated(
      things: "{name: one}, {name: two}, {name: spare}, {name: third}",
      incidents: "{}, {}"
    )
    let spare = world.dossier.facts.filter {
      $0.kind == .existence && ["things[spare]", "things[third]", "incidents[1]"].contains($0.path)
    }
    #expect(spare.count == 3)
    return Setting(world: world, spare: spare.map(\.id))
  }

  private static func isMissing(_ view: FactView, _ spare: [FactID], _ dossier: Dossier) -> FactView
  {
    var view = view
    for fact in spare {
      view[fact] = .known(.bool(false))
      for below in dossier.tree.factsBelow(fact) { view[FactID(below)] = .unknown }
    }
    return view
  }

  /// The resolution without the elements in reserve.
  static func isMissing(
    _ resolution: Resolution,
    _ spare: [FactID],
    _ dossier: Dossier
  ) -> Resolution {
    let states = isMissing(resolution.view, spare, dossier).states
    let outcomes = zip(resolution.outcomes, states).map { outcome, state in
      state == outcome.state ? outcome : Resolution.Outcome(state: state, level: 4)
    }
    return Resolution(outcomes, of: dossier.tree, terms: resolution.terms)
  }

  private typealias Reader = (Trial, FactView) -> (truth: Truth, isExact: Bool)

  private static func reading(_ trial: Trial, _ view: FactView) -> (truth: Truth, isExact: Bool) {
    let reading = trial.violation(in: view, exceptions: .no)
    return (reading.evaluation.truth, reading.isExact)
  }

  /// What a reader says against all worlds, and how many readings of each sort there were.
  private func fault(
    _ name: String,
    seed: UInt64,
    trials: Int,
    _ read: Reader
  ) throws -> (failure: String?, definite: Int, open: Int) {
    let setting = try Self.setting(name)
    let dossier = setting.world.dossier
    var random = SeededGenerator(seed: seed)
    var (definite, open) = (0, 0)
    let failure = setting.world.counterexample(seed: seed, trials: trials) { trial, generator in
      guard !trial.subject.existence.contains(where: setting.spare.contains) else { return nil }
      var view = Self.isMissing(
        generator.chance(50) ? trial.adverse.view : trial.clear.view,
        setting.spare,
        dossier
      )
      let share = Int.random(in: 0...40, using: &generator.random)
      view.hidden = FactSet(
        dossier.facts.map(\.id).filter {
          generator.chance(share) && !setting.spare.contains($0)
        }
      )
      guard let completions = Completions(trial, view, spare: setting.spare) else { return nil }
      let found = read(trial, view)
      guard found.truth.isDefinite || found.isExact else { return nil }
      let verdict = completions.verdict(&random) {
        trial.splitting(atMost: 0).violation(in: $0, exceptions: .no).evaluation.truth
      }
      switch verdict {
      case .open:
        open += 1
        return .some(found.truth.isDefinite ? "\(found.truth), not open: \(trial.told(view))" : nil)
      case .always(let truth), .unclear(let truth):
        // Of many worlds those that differ may not have been met.
        if case .unclear = verdict, !found.truth.isDefinite { return nil }
        definite += 1
        return .some(truth == found.truth ? nil : "always \(truth): \(trial.told(view))")
      }
    }
    return (failure, definite, open)
  }

  @Test(arguments: ["generated"], ProofPlan.seeds)
  func `property 2: definite is what every world has in common, and exactly so where it is said`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    let found = try fault(name, seed: seed, trials: 150 * ProofPlan.factor, Self.reading)
    #expect(found.failure == nil)
    #expect(min(found.definite, found.open) > 30, "\(found)")
  }

  @Test func `property 2, control: calling everything exact is told`() throws {
    let found = try fault("generated", seed: 1, trials: 600) { trial, view in
      (Self.reading(trial.splitting(atMost: 0), view).truth, true)
    }
    #expect(found.failure != nil)
  }

  @Test func `property 2, control: taking the open for a no is told`() throws {
    let found = try fault("generated", seed: 1, trials: 200) { trial, view in
      let truth = Self.reading(trial, view).truth
      return (truth == .unknown ? .no : truth, true)
    }
    #expect(found.failure != nil)
  }

  /// Shipped rules have dates and texts, of which not every one can be tried: what is definite must
  /// hold in worlds that are drawn.
  @Test(arguments: ProofPlan.seeds)
  func `property 2: what shipped rules come to holds in every world that is drawn`(
    _ seed: UInt64
  ) throws {
    let world = try ProofTests.world("shipped")
    var worlds = 0
    let failure = world.counterexample(seed: seed, trials: 60 * ProofPlan.factor) {
      trial,
      generator in
      let view = generator.chance(50) ? trial.adverse.view : trial.clear.view
      let found = Self.reading(trial, view).truth
      guard found.isDefinite else { return nil }
      for _ in 0..<8 {
        let drawn = Self.drawn(view, of: trial.dossier, &generator)
        let truth = Self.reading(trial, drawn).truth
        worlds += 1
        if truth != found { return "\(found), but \(truth) on \(trial.subject.path)" }
      }
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(worlds >= 480)
  }

  /// A view with every open fact answered in some way.
  private static func drawn(
    _ view: FactView,
    of dossier: Dossier,
    _ generator: inout ViewGenerator
  ) -> FactView {
    var drawn = view
    for record in dossier.facts where drawn[record.id] == .unknown {
      let isBelowNothing = dossier.tree.existences(above: record.id)
        .contains { drawn[$0] == .known(.bool(false)) }
      let isImplied =
        record.kind == .existence
        && dossier.tree.factsBelow(record.id).contains { drawn[FactID($0)] != .unknown }
      guard !isBelowNothing else { continue }
      drawn[record.id] =
        isImplied ? .known(.bool(true)) : generator.state(of: record, in: dossier)
    }
    return drawn
  }
}
