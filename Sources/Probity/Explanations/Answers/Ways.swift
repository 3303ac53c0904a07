/// The smallest sets of answers that settle a condition one way: positions among some answers.
package struct Ways: Sendable {
  /// Fewest answers first; none contains another.
  package private(set) var sets: [PositionSet]

  /// Whether there are no others.
  package var isComplete = true

  /// It is settled as it stands.
  package static let settled = Ways(sets: [PositionSet()])

  /// No answers settle it.
  package static let none = Ways(sets: [])

  /// A single answer settles it, and nothing else does.
  package init(answer: Int) { sets = [PositionSet([answer])] }

  package init(sets: [PositionSet], isComplete: Bool = true) {
    self.sets = sets
    self.isComplete = isComplete
  }

  package var isSettled: Bool { sets.first?.isEmpty == true }
}

/// Puts the ways to settle parts together to those that settle a whole.
///
/// In three-valued logic a whole is settled by exactly what settles its parts: what settles all of
/// them is a way for each, what settles one of them a way for that one. So each part is searched
/// alone, and nothing is missed.
package struct WayComposer {
  /// For each answer those that can't be given with it.
  let rivals: [PositionSet]

  /// The most ways that are kept; the smallest are.
  private let limit: Int

  package init(rivals: [PositionSet], limit: Int) {
    self.rivals = rivals
    self.limit = limit
  }

  /// What settles every part.
  package func all(_ parts: [Ways]) -> Ways {
    if parts.contains(where: { $0.sets.isEmpty && $0.isComplete }) { return .none }
    return parts.sorted { $0.sets.count < $1.sets.count }.reduce(.settled, both)
  }

  /// What settles some part.
  package func any(_ parts: [Ways]) -> Ways {
    if parts.contains(where: \.isSettled) { return .settled }
    return smallest(parts.flatMap(\.sets), isComplete: parts.allSatisfy(\.isComplete))
  }

  /// What settles so many parts.
  package func reached(_ needed: Int, by parts: [Ways]) -> Ways {
    guard needed > 0 else { return .settled }
    guard needed <= parts.count else { return .none }
    var reached = [.settled] + Array(repeating: Ways.none, count: needed)
    for part in parts {
      for count in (1...needed).reversed() {
        reached[count] = any([reached[count], both(reached[count - 1], part)])
      }
    }
    return reached[needed]
  }

  private func both(_ left: Ways, _ right: Ways) -> Ways {
    if left.isSettled { return right }
    if right.isSettled { return left }
    var unions: [PositionSet] = []
    for set in left.sets {
      let excluded = set.reduce(PositionSet()) { $0.union(rivals[$1]) }
      for other in right.sets where other.isDisjoint(with: excluded) {
        unions.append(set.union(other))
      }
    }
    return smallest(unions, isComplete: left.isComplete && right.isComplete)
  }

  /// Those that contain no other, up to the limit.
  private func smallest(_ sets: [PositionSet], isComplete: Bool) -> Ways {
    var kept: [PositionSet] = []
    for set in sets.sorted() where !kept.contains(where: { $0.isSubset(of: set) }) {
      guard kept.count < limit else { return Ways(sets: kept, isComplete: false) }
      kept.append(set)
    }
    return Ways(sets: kept, isComplete: isComplete)
  }
}
