/// A set of positions in a list of candidates; of up to 64 candidates without an allocation.
package struct PositionSet: Sendable, Hashable {
  private var low: UInt64 = 0
  /// The words above the first, without zeros at the end.
  private var rest: [UInt64] = []

  package init() {}

  package init(_ positions: some Sequence<Int>) {
    for position in positions { insert(position) }
  }

  package var isEmpty: Bool { low == 0 && rest.isEmpty }

  package var count: Int { rest.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  package func contains(_ position: Int) -> Bool { word(position >> 6) & Self.bit(position) != 0 }

  package mutating func insert(_ position: Int) {
    guard position >= 64 else {
      low |= Self.bit(position)
      return
    }
    let index = position >> 6 - 1
    if index >= rest.count {
      rest.append(contentsOf: repeatElement(0, count: index + 1 - rest.count))
    }
    rest[index] |= Self.bit(position)
  }

  package mutating func remove(_ position: Int) {
    let index = position >> 6 - 1
    if index < 0 {
      low &= ~Self.bit(position)
    } else if index < rest.count {
      rest[index] &= ~Self.bit(position)
      trim()
    }
  }

  package func inserting(_ position: Int) -> PositionSet {
    var set = self
    set.insert(position)
    return set
  }

  package func removing(_ position: Int) -> PositionSet {
    var set = self
    set.remove(position)
    return set
  }

  package mutating func formUnion(_ other: PositionSet) {
    low |= other.low
    for (index, word) in other.rest.enumerated() {
      if index < rest.count { rest[index] |= word } else { rest.append(word) }
    }
  }

  package func union(_ other: PositionSet) -> PositionSet {
    var set = self
    set.formUnion(other)
    return set
  }

  package func intersection(_ other: PositionSet) -> PositionSet {
    var set = self
    set.low &= other.low
    set.rest.removeLast(Swift.max(0, set.rest.count - other.rest.count))
    for index in set.rest.indices { set.rest[index] &= other.rest[index] }
    set.trim()
    return set
  }

  package func subtracting(_ other: PositionSet) -> PositionSet {
    var set = self
    set.low &= ~other.low
    for index in 0..<Swift.min(rest.count, other.rest.count) {
      set.rest[index] &= ~other.rest[index]
    }
    set.trim()
    return set
  }

  package func isSubset(of other: PositionSet) -> Bool {
    guard low & ~other.low == 0, rest.count <= other.rest.count else { return false }
    return rest.indices.allSatisfy { rest[$0] & ~other.rest[$0] == 0 }
  }

  package func isDisjoint(with other: PositionSet) -> Bool {
    low & other.low == 0 && !zip(rest, other.rest).contains { $0 & $1 != 0 }
  }

  /// The positions in rising order.
  package var positions: [Int] { Array(self) }

  private func word(_ index: Int) -> UInt64 {
    index == 0 ? low : (index <= rest.count ? rest[index - 1] : 0)
  }

  private static func bit(_ position: Int) -> UInt64 { 1 << UInt64(position & 63) }

  private mutating func trim() {
    while rest.last == 0 { rest.removeLast() }
  }
}

extension PositionSet: Comparable {
  /// Fewer before more; of equally many the one whose first difference stands first.
  package static func < (left: PositionSet, right: PositionSet) -> Bool {
    let (first, second) = (left.count, right.count)
    guard first == second else { return first < second }
    for index in 0...Swift.max(left.rest.count, right.rest.count) {
      let difference = left.word(index) ^ right.word(index)
      guard difference == 0 else {
        return left.word(index) >> UInt64(difference.trailingZeroBitCount) & 1 == 1
      }
    }
    return false
  }
}

extension PositionSet: Sequence {
  /// The positions in rising order, one after the other.
  package struct Iterator: IteratorProtocol {
    private let set: PositionSet
    private var index = 0
    private var bits: UInt64

    fileprivate init(_ set: PositionSet) {
      self.set = set
      bits = set.low
    }

    package mutating func next() -> Int? {
      while bits == 0 {
        guard index < set.rest.count else { return nil }
        index += 1
        bits = set.word(index)
      }
      defer { bits &= bits - 1 }
      return index << 6 + bits.trailingZeroBitCount
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}
