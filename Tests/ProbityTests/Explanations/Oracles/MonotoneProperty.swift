import Probity
import ProbityTestSupport

/// A property that a larger set never loses: any of some sets is contained.
struct MonotoneProperty: Sendable, CustomStringConvertible {
  let size: Int
  let sets: [PositionSet]

  init(size: Int, sets: [[Int]]) {
    self.size = size
    self.sets = sets.map { PositionSet($0) }
  }

  static func random(over size: Int, using generator: inout SeededGenerator) -> MonotoneProperty {
    let count = Int.random(in: 1...6, using: &generator)
    let sparseness = Int.random(in: 1...4, using: &generator)
    return MonotoneProperty(
      size: size,
      sets: (0..<count).map { _ in
        (0..<size).filter { _ in Int.random(in: 0...sparseness, using: &generator) == 0 }
      }
    )
  }

  func holds(_ set: PositionSet) -> Bool { sets.contains { $0.isSubset(of: set) } }

  func test(_ tried: [PositionSet]) -> UInt64 {
    tried.enumerated().reduce(0) { $0 | (holds($1.element) ? 1 << UInt64($1.offset) : 0) }
  }

  /// By brute force: no set within one that has the property has it as well.
  var minimalSets: Set<PositionSet> {
    Set(sets.filter { set in !sets.contains { $0 != set && $0.isSubset(of: set) } })
  }

  var description: String { "\(sets.map(\.positions)) of \(size)" }
}

/// Other ways to the same sets, from the books, one set at a time: what the search is held against.
enum SetOracles {
  /// Every minimal set of a property, each subset tried.
  static func minimalSets(among size: Int, _ holds: (PositionSet) -> Bool) -> Set<PositionSet> {
    var found: [PositionSet] = []
    for set in subsets(of: size).sorted()
    where !found.contains(where: { $0.isSubset(of: set) }) && holds(set) {
      found.append(set)
    }
    return Set(found)
  }

  static func subsets(of size: Int) -> [PositionSet] {
    (0..<(1 << size)).map { bits in PositionSet((0..<size).filter { bits >> $0 & 1 == 1 }) }
  }

  /// The minimal sets that share an element with each of some sets, each subset tried.
  static func hittingSets(of sets: [PositionSet], among size: Int) -> Set<PositionSet> {
    minimalSets(among: size) { tried in !sets.contains { $0.isDisjoint(with: tried) } }
  }

  /// Whether a set has a property and loses it with each element.
  static func isMinimal(_ set: PositionSet, _ holds: (PositionSet) -> Bool) -> Bool {
    holds(set) && set.positions.allSatisfy { !holds(set.removing($0)) }
  }

  /// Deletion: takes each element away in turn, the last first.
  ///
  /// One call an element.
  static func deletion(among size: Int, _ holds: (PositionSet) -> Bool) -> PositionSet {
    var kept = PositionSet(0..<size)
    for element in (0..<size).reversed() where holds(kept.removing(element)) {
      kept.remove(element)
    }
    return kept
  }

  /// QuickXplain (Junker 2004): halves, the preferred half first.
  static func quickXplain(among size: Int, _ holds: (PositionSet) -> Bool) -> PositionSet {
    func search(_ base: PositionSet, isChanged: Bool, _ candidates: [Int]) -> PositionSet {
      if isChanged, holds(base) { return PositionSet() }
      if candidates.count == 1 { return PositionSet(candidates) }
      let (first, second) = (
        Array(candidates.prefix(candidates.count / 2)),
        Array(candidates.dropFirst(candidates.count / 2))
      )
      let fromSecond = search(base.union(PositionSet(first)), isChanged: true, second)
      let fromFirst = search(base.union(fromSecond), isChanged: !fromSecond.isEmpty, first)
      return fromFirst.union(fromSecond)
    }
    if holds(PositionSet()) { return PositionSet() }
    return search(PositionSet(), isChanged: false, Array(0..<size))
  }
}
