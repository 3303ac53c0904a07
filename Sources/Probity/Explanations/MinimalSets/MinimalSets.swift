/// All subset-minimal sets of a property that a larger set never loses, and their counterparts.
///
/// Each set of one kind shares an element with each of the other; complete, each kind is exactly
/// the minimal such sets of the other. Capped, every set is still minimal.
package struct MinimalSets: Sendable, Hashable {
  /// The minimal sets that have the property, the preferred one first, then by size.
  package var holding: [PositionSet]

  /// The minimal sets without which it is lost, by size.
  package var opening: [PositionSet]

  /// Whether there are no others.
  package var isComplete: Bool

  /// The elements that are in every minimal set with the property.
  package var necessary: PositionSet {
    PositionSet(opening.filter { $0.count == 1 }.flatMap(\.positions))
  }
}

/// Which of up to 64 sets have the property: a bit a set, in their order.
package typealias PropertyTest = ([PositionSet]) -> UInt64

/// The search for minimal sets by implicit hitting sets.
///
/// A seed is a set that meets all counterparts known so far and contains no minimal set known so
/// far. If it has the property, a minimal set in it is new; if not, so is a minimal counterpart
/// beside it. When there is no seed left, nothing is missing.
package struct SetSearch {
  private let universe: PositionSet
  private let test: PropertyTest
  private var budget: SearchBudget

  private init(count: Int, budget: SearchBudget, test: @escaping PropertyTest) {
    universe = PositionSet(0..<count)
    self.budget = budget
    self.test = test
  }

  /// Every minimal set of a property among some candidates; nil if not even all together have it.
  ///
  /// The first one is the one that keeps the candidates that stand first: put those first that are
  /// hardest to contest.
  package static func all(
    among count: Int,
    within budget: SearchBudget = .standard,
    having test: @escaping PropertyTest
  ) -> MinimalSets? {
    var search = SetSearch(count: count, budget: budget, test: test)
    return search.found()
  }

  /// One minimal set, the preferred one; nil if not even all candidates together have the property.
  package static func one(among count: Int, having test: PropertyTest) -> PositionSet? {
    withoutActuallyEscaping(test) { test in
      let unlimited = SearchBudget(evaluations: .max, runs: .max)
      var search = SetSearch(count: count, budget: unlimited, test: test)
      guard let bits = search.holds([search.universe]), bits != 0,
        let necessary = search.necessary()
      else { return nil }
      return search.shrunk(search.universe, keeping: necessary, .holding)
    }
  }

  private mutating func found() -> MinimalSets? {
    var found = MinimalSets(holding: [], opening: [], isComplete: false)
    guard let start = holds([universe, PositionSet()]) else { return found }
    guard start & 1 != 0 else { return nil }
    guard start & 2 == 0 else {
      found.holding = [PositionSet()]
      found.isComplete = true
      return found
    }
    guard let necessary = necessary() else { return found }
    found.opening = necessary.positions.map { PositionSet([$0]) }
    guard let preferred = shrunk(universe, keeping: necessary, .holding) else { return found }
    found.holding = [preferred]
    found.isComplete = enumerate(into: &found, necessary)
    found.holding = [preferred] + found.holding.dropFirst().sorted()
    found.opening.sort()
    return found
  }

  /// Finds what is missing; false if something still may be.
  private mutating func enumerate(into found: inout MinimalSets, _ necessary: PositionSet) -> Bool {
    var seeds = SeedSearch()
    for set in found.opening { seeds.meet(set) }
    for set in found.holding { seeds.avoid(set) }
    while true {
      let next = seeds.seed()
      guard case .seed(let seed) = next else {
        if case .none = next { return true }
        return false
      }
      guard found.holding.count < budget.sets, found.opening.count < budget.sets,
        let bits = holds([seed])
      else { return false }
      if bits != 0 {
        guard let set = shrunk(seed, keeping: necessary, .holding) else { return false }
        found.holding.append(set)
        seeds.avoid(set)
      } else {
        let beside = universe.subtracting(seed)
        guard let set = shrunk(beside, keeping: PositionSet(), .opening) else { return false }
        found.opening.append(set)
        seeds.meet(set)
      }
    }
  }

  // MARK: One set

  private enum Kind {
    /// The set has the property.
    case holding
    /// What is left without the set has not.
    case opening
  }

  /// The candidates without any of which the property is lost.
  private mutating func necessary() -> PositionSet? {
    var necessary = PositionSet()
    let candidates = universe.positions
    for start in stride(from: 0, to: candidates.count, by: 64) {
      let part = candidates[start..<min(start + 64, candidates.count)]
      guard let bits = holds(part.map { universe.removing($0) }) else { return nil }
      for (index, candidate) in part.enumerated() where bits >> UInt64(index) & 1 == 0 {
        necessary.insert(candidate)
      }
    }
    return necessary
  }

  /// A minimal set of a kind within one that is of it; nil if the budget does not last.
  ///
  /// Takes candidates away from the last to the first, which keeps those that stand first. Where
  /// to stop is found with 64 tries a run: one or two runs for each candidate that is kept, fewer
  /// than any search that tries one set at a time.
  private mutating func shrunk(
    _ set: PositionSet,
    keeping needed: PositionSet,
    _ kind: Kind
  ) -> PositionSet? {
    var kept = set
    var open = set.subtracting(needed).positions
    while !open.isEmpty {
      guard let spare = spareCount(at: open, of: kept, kind) else { return nil }
      for candidate in open.suffix(spare) { kept.remove(candidate) }
      // The one before those can't be spared.
      open.removeLast(min(spare + 1, open.count))
    }
    return kept
  }

  /// How many of the last candidates can be taken away together.
  private mutating func spareCount(
    at open: [Int],
    of kept: PositionSet,
    _ kind: Kind
  ) -> Int? {
    let first = firstSuccess(upTo: open.count) { counts in
      var smaller = kept
      var taken = 0
      let sets = counts.map { count in
        while taken < count {
          taken += 1
          smaller.remove(open[open.count - taken])
        }
        return smaller
      }
      return are(sets, kind).map { ~$0 }
    }
    return first.map { $0 - 1 }
  }

  private mutating func are(_ sets: [PositionSet], _ kind: Kind) -> UInt64? {
    switch kind {
    case .holding: holds(sets)
    case .opening: holds(sets.map { universe.subtracting($0) }).map { ~$0 }
    }
  }

  private mutating func holds(_ sets: [PositionSet]) -> UInt64? {
    budget.spend(sets.count) ? test(sets) : nil
  }
}
