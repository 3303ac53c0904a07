/// Looks for a set that nothing found so far speaks against: where a search has to go on.
///
/// Such a set meets each of some sets and contains none of some others. Depth first, the smallest
/// sets first; the same call gives the same result.
struct SeedSearch {
  /// Sets of which one element each must be taken, the smallest first.
  private(set) var mustMeet: [PositionSet] = []
  private var mustNotContain: [PositionSet] = []
  /// For each candidate those that can't go with it.
  private let rivals: [PositionSet]
  private var stepsLeft = 0

  enum Outcome {
    case seed(PositionSet)
    case none
    /// There were too many combinations to tell.
    case unclear
  }

  init(rivals: [PositionSet] = []) { self.rivals = rivals }

  /// From now on a seed takes an element of this set.
  mutating func meet(_ set: PositionSet) {
    var (low, high) = (0, mustMeet.count)
    while low < high {
      let middle = (low + high) / 2
      if set < mustMeet[middle] { high = middle } else { low = middle + 1 }
    }
    mustMeet.insert(set, at: low)
  }

  /// From now on a seed does not contain this set.
  mutating func avoid(_ set: PositionSet) { mustNotContain.append(set) }

  mutating func seed() -> Outcome {
    stepsLeft = 4_000
    guard let seed = extended(PositionSet(), leavingOut: PositionSet(), from: 0) else {
      return stepsLeft > 0 ? .none : .unclear
    }
    return .seed(seed)
  }

  private mutating func extended(
    _ chosen: PositionSet,
    leavingOut excluded: PositionSet,
    from start: Int
  ) -> PositionSet? {
    var next = start
    while next < mustMeet.count, !mustMeet[next].isDisjoint(with: chosen) { next += 1 }
    guard next < mustMeet.count else { return chosen }
    // What an earlier branch has taken is left out in the later ones: no set is met twice.
    var excluded = excluded
    for candidate in mustMeet[next] where !excluded.contains(candidate) {
      stepsLeft -= 1
      guard stepsLeft > 0 else { return nil }
      let more = chosen.inserting(candidate)
      let isPossible = !mustNotContain.contains { $0.contains(candidate) && $0.isSubset(of: more) }
      if isPossible {
        let without = rivals.isEmpty ? excluded : excluded.union(rivals[candidate])
        if let found = extended(more, leavingOut: without, from: next + 1) { return found }
      }
      excluded.insert(candidate)
    }
    return nil
  }
}
