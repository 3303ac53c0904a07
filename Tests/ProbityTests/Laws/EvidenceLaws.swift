import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// The laws of the design, section 3.2, for single facts; each fails without its clause.
@Suite struct EvidenceLaws {
  /// How many sets a law without one of its clauses may take to fail.
  static let controlSets = 20_000

  let bench: LawBench

  init() throws { bench = try LawBench() }

  // MARK: One value

  /// A fact with one value in a run that accuses and another in a run that clears.
  private func twoValues(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let runs = Runs(dossier, asOf: bench.asOf, generator.windows(), clauses)
      for fact in dossier.facts {
        let cleared = Set(runs.clear.map { $0.view.state(of: fact.id) }).subtracting([.unknown])
        let established = runs.adverse.map { $0.view.state(of: fact.id) }
        guard let value = cleared.first else { continue }
        if cleared.count > 1 || established.contains(where: { $0 != value && $0 != .unknown }) {
          return dossier.describe(fact.id)
        }
      }
      return nil
    }
  }

  @Test func `a fact known to both runs has one value, for every pair of standards`() {
    #expect(twoValues(.all) == nil)
  }

  @Test func `without contradiction a fact has two values`() {
    #expect(twoValues(.all.subtracting(.contradiction), sets: Self.controlSets) != nil)
  }

  // MARK: Own words

  /// What interested parties publish unsigned, and what it cleared or undid.
  private func effectOfOwnWords(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let windows = generator.windows()
      let quiet = dossier.withoutOwnWords()
      let loud = generator.addingOwnWords(to: quiet)
      let before = Runs(quiet, asOf: bench.asOf, windows, clauses)
      let after = Runs(loud, asOf: bench.asOf, windows, clauses)
      for fact in quiet.facts {
        if zip(before.clear, after.clear).contains(where: { $1.learns(fact.id, since: $0) }) {
          return "cleared " + loud.describe(fact.id)
        }
        if zip(before.adverse, after.adverse).contains(where: { $0.learns(fact.id, since: $1) }) {
          return "undone " + loud.describe(fact.id)
        }
      }
      return nil
    }
  }

  @Test func `unattested words of interested parties clear nothing and undo no accusation`() {
    #expect(effectOfOwnWords(.all) == nil)
  }

  @Test(arguments: [
    Clauses.interestCap, .corroboration, .contradiction, .idleDenial, .conflict, .establishedTies,
  ])
  func `own words do clear or undo without`(_ clause: Clauses) {
    let clauses = Clauses.all.subtracting(clause)
    #expect(effectOfOwnWords(clauses, sets: Self.controlSets) != nil)
  }

  // MARK: More against

  /// More evidence for one value, and how it established another one to clear with.
  private func clearedByAccusing(_ clauses: Clauses, sets: Int = LawBench.wantedSets) -> String? {
    bench.counterexample(sets: sets) { dossier, generator in
      let windows = generator.windows()
      let (accused, values) = generator.accusing(dossier)
      let before = Runs(dossier, asOf: bench.asOf, windows, clauses).clear
      let after = Runs(accused, asOf: bench.asOf, windows, clauses).clear
      for (fact, value) in zip(dossier.facts, values) {
        let isCleared = zip(before, after).contains { before, after in
          after.learns(fact.id, since: before) && after.view.state(of: fact.id) != value
        }
        if isCleared { return accused.describe(fact.id) + " BEFORE \(before.map { $0.outcome(of: fact.id) }) AFTER  \(after.map { $0.outcome(of: fact.id) })" + "\(windows) \(fact.isEvent)" + "\(accused.fact(fact.id).claims.flatMap(\.evidence).map { accused.sources[$0.source] })" }
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
      let windows = generator.windows()
      let before = Runs(dossier, asOf: bench.asOf, windows, clauses)
      let after = Runs(generator.shuffling(dossier), asOf: bench.asOf, windows, clauses)
      for fact in dossier.facts {
        for (before, after) in zip(before.adverse + before.clear, after.adverse + after.clear)
        where before.summary(of: fact.id) != after.summary(of: fact.id) {
          return before.summary(of: fact.id) + " or " + after.summary(of: fact.id) + " for "
            + dossier.describe(fact.id)
        }
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
