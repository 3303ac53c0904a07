import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// The laws of the design, section 3.2, for generated rules on generated evidence.
@Suite struct FindingLaws {
  private let plain: [Rule]
  private let excused: [Rule]
  private let bench: LawBench

  init() throws {
    var generator = RuleGenerator(seed: LawBench.seed)
    let mayHappen: Set = ["rule.missing-example", "rule.constant"]
    let plain = try TinyWorld(generator.rules(24), except: mayHappen)
    let excused = try TinyWorld(generator.rules(24, withExceptions: true), except: mayHappen)
    self.plain = plain.rulebook.rules
    self.excused = excused.rulebook.rules
    bench = try LawBench(plain, vendor: FindingLaws.fewFacts)
  }

  /// A vendor with lists that are short enough to be settled now and then.
  private static let fewFacts = """
    id: vendor
    name: vendor
    relations: [{kind: owned_by, party: parent}, {kind: made_by, party: maker}]
    things: [{name: one}, {name: two}]
    incidents: [{}]
    """

  // MARK: Both runs

  private func decidedTwice(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    var definite = (violated: 0, cleared: 0)
    let failure = bench.counterexample(sets: sets) { dossier, generator in
      let question = generator.question()
      let runs = Runs(dossier, question, asOf: bench.asOf, clauses)
      for rule in (0..<4).map({ _ in generator.pick(plain + excused) }) {
        for trial in trials(of: rule, dossier, runs) {
          let outcome = outcome(of: trial)
          definite.violated += outcome.isViolated ? 1 : 0
          definite.cleared += outcome.isCleared ? 1 : 0
          if outcome.isViolated && outcome.isCleared {
            return "\(rule.id) at \(question) on \(trial.subject.path)"
          }
        }
      }
      return nil
    }
    // A law about findings that are never definite would say nothing.
    #expect(failure != nil || min(definite.violated, definite.cleared) > 200, "\(definite)")
    return failure
  }

  @Test func `both runs never decide at once`() {
    #expect(decidedTwice(.all) == nil)
  }

  @Test func `both runs decide at once if values neither contradict nor conflict`() {
    let clauses = Clauses.all.subtracting([.contradiction, .conflict])
    #expect(decidedTwice(clauses, sets: EvidenceLaws.controlSets) != nil)
  }

  // MARK: Raised standards

  private func flips(_ rules: [Rule], sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let low = generator.question()
      let high = low.raised(by: &generator)
      let before = Runs(dossier, low, asOf: bench.asOf, .all)
      let after = Runs(dossier, high, asOf: bench.asOf, .all)
      for rule in (0..<3).map({ _ in generator.pick(rules) }) {
        // Which subjects there are hangs on closed lists; those of the strict run are all.
        for (lax, strict) in zip(
          trials(of: rule, dossier, before),
          trials(of: rule, dossier, after)
        )
        where lax.subject.path == strict.subject.path {
          let (left, right) = (outcome(of: lax), outcome(of: strict))
          if left.isViolated && right.isCleared || left.isCleared && right.isViolated {
            return "\(rule.id) from \(low) to \(high) on \(lax.subject.path)"
          }
        }
      }
      return nil
    }
  }

  @Test func `raising standards never turns a violation into its opposite`() {
    #expect(flips(plain) == nil)
  }

  @Test func `raising standards can flip a finding that an exception cleared`() {
    #expect(flips(excused, sets: EvidenceLaws.controlSets) != nil)
  }

  // MARK: Masks

  /// A reading that is definite with facts hidden, and open or another with fewer hidden.
  private func madeDefinite(
    sets: Int = LawBench.wantedSets,
    hiding: (FactView, FactSet) -> FactView
  ) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let runs = Runs(dossier, generator.question(), asOf: bench.asOf, .all)
      for rule in (0..<4).map({ _ in generator.pick(plain + excused) }) {
        for trial in trials(of: rule, dossier, runs).prefix(2) {
          let view = generator.pick([trial.adverse.view, trial.clear.view])
          let some = FactSet(dossier.facts.map(\.id).filter { _ in generator.chance(15) })
          let more = some.union(
            FactSet(dossier.facts.map(\.id).filter { _ in generator.chance(15) })
          )
          let hidden = truth(of: trial, in: hiding(view, more))
          guard hidden.isDefinite else { continue }
          let shown = truth(of: trial, in: hiding(view, some))
          if shown != hidden { return "\(rule.id) on \(trial.subject.path)" }
        }
      }
      return nil
    }
  }

  @Test func `hiding facts never makes a rule definite`() {
    let failure = madeDefinite { view, facts in
      var masked = view
      masked.hidden = facts
      return masked
    }
    #expect(failure == nil)
  }

  @Test func `reading hidden facts as false makes rules definite`() {
    let failure = madeDefinite(sets: EvidenceLaws.controlSets) { view, facts in
      var masked = view
      for fact in facts.facts { masked[fact] = .known(.bool(false)) }
      return masked
    }
    #expect(failure != nil)
  }

  // MARK: Readings

  private func trials(of rule: Rule, _ dossier: Dossier, _ runs: Runs) -> [Trial] {
    SubjectSearch.subjects(of: rule, in: dossier, clear: runs.clear)
      .filter { $0.openList == nil && $0.emptyLists.isEmpty }
      .map { subject in
        Trial(
          rule,
          on: subject,
          in: dossier,
          adverse: runs.adverse,
          clear: runs.clear,
          asOf: bench.asOf
        )
      }
  }

  private func truth(of trial: Trial, in view: FactView) -> Truth {
    trial.violation(in: view, exceptions: trial.exceptions).evaluation.truth
  }

  private func outcome(of trial: Trial) -> (isViolated: Bool, isCleared: Bool) {
    (
      truth(of: trial, in: trial.adverse.view) == .yes,
      truth(of: trial, in: trial.clear.view) == .no
    )
  }
}
