import Probity
import ProbityTestSupport
import Testing

/// Sets of positions behave as the sets of the standard library do.
@Suite struct PositionSetTests {
  @Test(arguments: [21, 22] as [UInt64])
  func `every operation agrees with the standard library's sets`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<2_000 {
      func draw() -> Set<Int> {
        let limit = [8, 64, 65, 200].randomElement(using: &generator) ?? 8
        let count = Int.random(in: 0...6, using: &generator)
        return Set((0..<count).map { _ in Int.random(in: 0..<limit, using: &generator) })
      }
      let (left, right) = (draw(), draw())
      let (first, second) = (PositionSet(left), PositionSet(right))
      let element = Int.random(in: 0..<200, using: &generator)
      let agrees =
        first.positions == left.sorted() && first.count == left.count
        && first.isEmpty == left.isEmpty && (first == second) == (left == right)
        && first.contains(element) == left.contains(element)
        && first.union(second) == PositionSet(left.union(right))
        && first.subtracting(second) == PositionSet(left.subtracting(right))
        && first.isSubset(of: second) == left.isSubset(of: right)
        && first.isDisjoint(with: second) == left.isDisjoint(with: right)
        && first.inserting(element) == PositionSet(left.union([element]))
        && first.removing(element) == PositionSet(left.subtracting([element]))
      #expect(agrees, "seed \(seed), round \(round): \(left) and \(right)")
    }
  }
}
