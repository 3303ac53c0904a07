import Probity
import ProbityTestSupport
import Testing

/// The search for sets that force an outcome, against brute force on small universes.
@Suite struct MinimalSetTests {
  /// A monotone property: any of some sets is contained.
  struct Property: Sendable {
    var sets: [Set<Int>]

    func holds(_ elements: [Int]) -> Bool {
      let elements = Set(elements)
      return sets.contains { $0.isSubset(of: elements) }
    }

    static func random(over size: Int, using generator: inout SeededGenerator) -> Property {
      let count = Int.random(in: 1...4, using: &generator)
      return Property(
        sets: (0..<count).map { _ in
          Set((0..<size).filter { _ in Int.random(in: 0...2, using: &generator) == 0 })
        }
      )
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `what is found has the property and loses it with each element`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<500 {
      let size = Int.random(in: 1...8, using: &generator)
      let property = Property.random(over: size, using: &generator)
      let found = try #require(
        MinimalSet.search(among: Array(0..<size), for: property.holds),
        "seed \(seed), round \(round)"
      )
      #expect(MinimalSet.isMinimal(found, for: property.holds), "seed \(seed), round \(round)")
      let isSmallest = property.sets.contains { Set(found) == $0 }
      #expect(isSmallest, "seed \(seed), round \(round): \(found) of \(property.sets)")
    }
  }

  @Test func `of two sets the one with the preferred elements is found`() {
    let property = Property(sets: [[0, 3], [1, 2]])
    #expect(MinimalSet.search(among: [0, 1, 2, 3], for: property.holds) == [1, 2])
    #expect(MinimalSet.search(among: [3, 0, 1, 2], for: property.holds) == [3, 0])
  }

  @Test func `without the property nothing is found`() {
    let property = Property(sets: [[9]])
    #expect(MinimalSet.search(among: [0, 1], for: property.holds) == nil)
  }

  @Test(arguments: [[0, 1, 2], [0], []])
  func `a set that is too large or too small is not minimal`(_ set: [Int]) {
    let property = Property(sets: [[0, 1]])
    #expect(!MinimalSet.isMinimal(set, for: property.holds))
  }
}
