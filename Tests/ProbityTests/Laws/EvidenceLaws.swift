import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// The laws of the design, section 3.2, for single facts; each fails without its clause.
@Suite struct EvidenceLaws {
  /// How many sets a law without one of its clauses may take to fail.
  static let controlSets = 25_000

  let bench: LawBench

  init() throws { bench = try LawBench() }

  // MARK: One value

  /// A fact with one value in a run that accuses and another in a run that clears.
  private func twoValues(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let question = generator.question()
      let runs = Runs(dossier, question, asOf: bench.asOf, clauses)
      for fact in dossier.facts
      where runs.clear.view.state(of: fact.id) != .unknown
        && runs.adverse.learns(fact.id, since: runs.clear)
      {
        return "\(question) \(dossier.describe(fact.id))"
      }
      return nil
    }
  }

  @Test func `a fact known to both runs has one value, for every pair of standards`() {
    #expect(twoValues(.all) == nil)
  }

  @Test func `a fact has two values if other values neither contradict nor conflict`() {
    let clauses = Clauses.all.subtracting([.contradiction, .conflict])
    #expect(twoValues(clauses, sets: Self.controlSets) != nil)
  }

  // MARK: Own words

  /// What interested parties publish unsigned, and what it cleared or undid.
  private func effectOfOwnWords(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let question = generator.question()
      let quiet = dossier.withoutOwnWords()
      let loud = generator.addingOwnWords(to: quiet)
      let before = Runs(quiet, question, asOf: bench.asOf, clauses)
      let after = Runs(loud, question, asOf: bench.asOf, clauses)
      for fact in quiet.facts {
        if after.clear.learns(fact.id, since: before.clear) {
          return "cleared at \(question) \(loud.describe(fact.id))"
        }
        if before.adverse.learns(fact.id, since: after.adverse) {
          return "undone at \(question) \(loud.describe(fact.id))"
        }
      }
      return nil
    }
  }

  @Test func `unattested words of interested parties clear nothing and undo no accusation`() {
    #expect(effectOfOwnWords(.all) == nil)
  }

  @Test(arguments: [Clauses.interestCap, .corroboration, .idleDenial])
  func `own words clear or undo once a clause is left out`(_ clause: Clauses) {
    let clauses = Clauses.all.subtracting(clause)
    #expect(effectOfOwnWords(clauses, sets: Self.controlSets) != nil)
  }

  /// A tie to an accuser that is merely alleged, and whom it weakened or cleared.
  private func effectOfAlleging(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let tied = dossier.alleging(generator.pick([.owner, .owned]), "gazette")
      let before = Resolver(dossier, asOf: bench.asOf, clauses: clauses).scalesByFile
      let after = Resolver(tied, asOf: bench.asOf, clauses: clauses).scalesByFile
      for fact in dossier.facts {
        let items = fact.claims.flatMap(\.evidence)
        func gain(_ direction: Direction, _ role: Scales.Role) -> Int {
          let question = Scales.Question(direction)
          return after[fact.file].standing(of: items, question, as: role).level
            - before[fact.file].standing(of: items, question, as: role).level
        }
        if gain(.adverse, .support) < 0 || gain(.adverse, .contradiction) < 0
          || gain(.clear, .support) > 0
        {
          return dossier.describe(fact.id)
        }
      }
      return nil
    }
  }

  @Test func `a tie that is merely alleged weakens no accuser and clears nothing`() {
    #expect(effectOfAlleging(.all) == nil)
  }

  @Test func `an alleged tie weakens accusers unless it has to be established`() {
    let clauses = Clauses.all.subtracting(.establishedTies)
    #expect(effectOfAlleging(clauses, sets: Self.controlSets) != nil)
  }

  // MARK: More against

  /// More evidence for one value, and how it established another one to clear with.
  private func clearedByAccusing(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let question = generator.question()
      let (accused, values) = generator.accusing(dossier)
      let terms = question.terms(.clear)
      let before = Resolver(dossier, asOf: bench.asOf, clauses: clauses).resolution(terms)
      let after = Resolver(accused, asOf: bench.asOf, clauses: clauses).resolution(terms)
      for (fact, value) in zip(dossier.facts, values)
      where after.learns(fact.id, since: before) && after.view.state(of: fact.id) != value {
        return "\(question) \(accused.describe(fact.id))"
      }
      return nil
    }
  }

  @Test func `more adverse evidence never clears`() {
    #expect(clearedByAccusing(.all) == nil)
  }

  @Test func `without the place of citations an accusation clears what it covers`() {
    let clauses = Clauses.all.subtracting(.pinpoint)
    #expect(clearedByAccusing(clauses, sets: Self.controlSets) != nil)
  }

  // MARK: Order

  private func effectOfOrder(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let question = generator.question()
      let shuffled = generator.shuffling(dossier)
      let terms = question.terms(generator.pick(Direction.allCases))
      let before = Resolver(dossier, asOf: bench.asOf, clauses: clauses).resolution(terms)
      let after = Resolver(shuffled, asOf: bench.asOf, clauses: clauses).resolution(terms)
      for fact in dossier.facts where !before.agrees(with: after, on: fact.id) {
        return "\(question) \(dossier.describe(fact.id))"
      }
      return nil
    }
  }

  @Test func `the order of sources, ties, claims and items decides nothing`() {
    #expect(effectOfOrder(.all) == nil)
  }

  @Test func `without the clause on conflicts the first claim wins`() {
    let clauses = Clauses.all.subtracting(.conflict)
    #expect(effectOfOrder(clauses, sets: Self.controlSets) != nil)
  }
}
