/// Looks for a set that nothing found so far speaks against: where a search has to go on.
///
/// Such a set meets each of some sets and contains none of some others. Depth first, the smallest
/// sets first; the same call gives the same result.
struct SeedSearch {
  /// Sets of which one element each must be taken, the smallest first.
  private let mustMeet: [PositionSet]
  private let mustNotContain: [PositionSet]
  /// For each candidate those that can't go with it.
  private let rivals: [PositionSet]
  private var stepsLeft: Int

  enum Outcome {
    case seed(PositionSet)
    case none
    /// There were too many combinations to tell.
    case unclear
  }

  private init(_ mustMeet: [PositionSet], _ mustNotContain: [PositionSet], _ rivals: [PositionSet])
  {
    self.mustMeet = mustMeet.sorted()
    self.mustNotContain = mustNotContain
    self.rivals = rivals
    stepsLeft = 50_000
  }

  static func seed(
    meeting mustMeet: [PositionSet],
    notContaining mustNotContain: [PositionSet],
    rivals: [PositionSet] = []
  ) -> Outcome {
    var search = SeedSearch(mustMeet, mustNotContain, rivals)
    guard let seed = search.extended(PositionSet(), leavingOut: PositionSet(), from: 0) else {
      return search.stepsLeft > 0 ? .none : .unclear
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
    for candidate in mustMeet[next].positions where !excluded.contains(candidate) {
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
