import Probity
import ProbityTestSupport
import Testing

/// The search for minimal sets on random properties, against brute force and the books.
@Suite struct MinimalSetTests {
  static let seeds: [UInt64] = [11, 12, 13]

  /// Runs a check on random properties; it says what is wrong, or nothing.
  private func counterexample(
    seed: UInt64,
    rounds: Int = 400,
    sizes: ClosedRange<Int> = 1...8,
    _ check: (MonotoneProperty, inout SeededGenerator) throws -> String?
  ) rethrows -> String? {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      let size = Int.random(in: sizes, using: &generator)
      let property = MonotoneProperty.random(over: size, using: &generator)
      if let failure = try check(property, &generator) {
        return "seed \(seed), round \(round), \(property): \(failure)"
      }
    }
    return nil
  }

  @Test(arguments: seeds)
  func `complete, the sets are those of brute force and each kind meets the other`(
    _ seed: UInt64
  ) {
    let failure = counterexample(seed: seed) { property, _ in
      guard let found = SetSearch.all(among: property.size, having: property.test) else {
        return "nothing found"
      }
      let (holding, opening) = (Set(found.holding), Set(found.opening))
      if !found.isComplete { return "not complete" }
      if holding != property.minimalSets { return "\(found.holding.map(\.positions))" }
      if opening != SetOracles.hittingSets(of: found.holding, among: property.size) {
        return "counterparts \(found.opening.map(\.positions))"
      }
      if holding != SetOracles.hittingSets(of: found.opening, among: property.size) {
        return "not the counterparts of the counterparts"
      }
      let duplicates = found.holding.count != holding.count || found.opening.count != opening.count
      return duplicates ? "the same twice" : nil
    }
    #expect(failure == nil)
  }

  @Test(arguments: seeds)
  func `the preferred set is the one of deletion and of QuickXplain, in fewer runs`(
    _ seed: UInt64
  ) {
    let failure = counterexample(seed: seed, sizes: 1...150) { property, _ in
      var runs = 0
      let found = SetSearch.one(among: property.size) { sets in
        runs += 1
        return property.test(sets)
      }
      var calls = 0
      let expected = SetOracles.quickXplain(among: property.size) { set in
        calls += 1
        return property.holds(set)
      }
      let deleted = SetOracles.deletion(among: property.size, property.holds)
      if found != expected || found != deleted {
        return "\(found?.positions ?? []), \(expected.positions), \(deleted.positions)"
      }
      // Besides, all together and each alone left out: up to four runs more.
      return runs > calls + 4 ? "\(runs) runs, \(calls) calls" : nil
    }
    #expect(failure == nil)
  }

  @Test(arguments: seeds)
  func `capped, every set is minimal and none is called the last that is not`(_ seed: UInt64) {
    var isCapped = 0
    let failure = counterexample(seed: seed) { property, generator in
      let cap = Int.random(in: 1...5, using: &generator)
      let runs = Int.random(in: 2...20, using: &generator)
      let budget = SearchBudget(sets: cap, runs: runs)
      guard let found = SetSearch.all(among: property.size, within: budget, having: property.test)
      else { return "nothing found" }
      let opens = { (set: PositionSet) in
        !property.holds(PositionSet(0..<property.size).subtracting(set))
      }
      if !found.holding.allSatisfy({ SetOracles.isMinimal($0, property.holds) }) {
        return "a set is not minimal"
      }
      if !found.opening.allSatisfy({ SetOracles.isMinimal($0, opens) }) {
        return "a counterpart is not minimal"
      }
      isCapped += found.isComplete ? 0 : 1
      return found.isComplete && Set(found.holding) != property.minimalSets
        ? "\(found.holding.count) called all" : nil
    }
    #expect(failure == nil)
    #expect(isCapped > 20)
  }

  @Test func `a clock that is handed in ends the search`() throws {
    let property = MonotoneProperty(size: 8, sets: (0..<8).map { [$0] })
    let budget = SearchBudget(isTimeUp: { true })
    let found = try #require(SetSearch.all(among: 8, within: budget, having: property.test))
    #expect(found.holding.isEmpty && !found.isComplete)
  }

  @Test func `of two sets the one with the preferred elements comes first`() throws {
    let property = MonotoneProperty(size: 4, sets: [[0, 3], [1, 2]])
    let found = try #require(SetSearch.all(among: 4, having: property.test))
    #expect(found.holding.map(\.positions) == [[1, 2], [0, 3]])
    #expect(found.opening.map(\.positions) == [[0, 1], [0, 2], [1, 3], [2, 3]])
  }

  @Test func `without the property nothing is found`() {
    let property = MonotoneProperty(size: 2, sets: [[9]])
    #expect(SetSearch.all(among: 2, having: property.test) == nil)
    #expect(SetSearch.one(among: 2, having: property.test) == nil)
  }

  @Test func `what holds of nothing needs nothing`() throws {
    let found = try #require(SetSearch.all(among: 3) { sets in (1 << UInt64(sets.count)) - 1 })
    #expect(found.holding == [PositionSet()])
    #expect(found.opening.isEmpty && found.isComplete)
  }

  // MARK: Controls

  @Test(arguments: seeds)
  func `the oracles refuse what is not minimal`(_ seed: UInt64) {
    let failure = counterexample(seed: seed) { property, _ in
      for set in property.minimalSets {
        for other in 0..<property.size where !set.contains(other) {
          if SetOracles.isMinimal(set.inserting(other), property.holds) { return "one too many" }
        }
        for element in set.positions
        where SetOracles.isMinimal(set.removing(element), property.holds) {
          return "one too few"
        }
      }
      return nil
    }
    #expect(failure == nil)
  }

  /// A property that a larger set can lose: what masks must never be.
  @Test(arguments: seeds)
  func `a property that is not monotone is told from brute force`(_ seed: UInt64) {
    let failure = counterexample(seed: seed) { property, _ in
      let twisted = { (sets: [PositionSet]) in
        sets.enumerated().reduce(UInt64(0)) { bits, set in
          let holds = property.holds(set.element) && (set.element.count % 3 != 1)
          return bits | (holds ? 1 << UInt64(set.offset) : 0)
        }
      }
      let found = SetSearch.all(among: property.size, having: twisted)
      return Set(found?.holding ?? []) == property.minimalSets ? nil : "told"
    }
    #expect(failure != nil)
  }
}
