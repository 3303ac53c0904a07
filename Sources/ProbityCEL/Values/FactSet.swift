/// The identity of one fact in a `FactTree`: a position in it.
package struct FactID: Sendable, Hashable, Comparable, BitwiseCopyable {
  package var index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (left: FactID, right: FactID) -> Bool { left.index < right.index }
}

/// A set of facts, one bit a fact.
package struct FactSet: Sendable, Hashable {
  /// 64 facts a word, without zeros at the end.
  private(set) var words: [UInt64] = []

  package init() {}

  init(words: [UInt64]) {
    self.words = words
    trim()
  }

  package init(_ facts: some Sequence<FactID>) {
    for fact in facts { insert(fact) }
  }

  /// All facts of a tree with so many.
  package init(allOf count: Int) {
    words = Array(repeating: .max, count: count / 64)
    if count % 64 > 0 { words.append(1 << UInt64(count % 64) - 1) }
  }

  package var isEmpty: Bool { words.isEmpty }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package func contains(_ fact: FactID) -> Bool {
    let word = Int(fact.index) >> 6
    return word < words.count && words[word] & (1 << UInt64(fact.index & 63)) != 0
  }

  package mutating func insert(_ fact: FactID) {
    let word = Int(fact.index) >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(fact.index & 63)
  }

  package mutating func remove(_ fact: FactID) {
    let word = Int(fact.index) >> 6
    guard word < words.count else { return }
    words[word] &= ~(1 << UInt64(fact.index & 63))
    trim()
  }

  package mutating func formUnion(_ other: FactSet) {
    if words.isEmpty {
      self = other
      return
    }
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for (index, word) in other.words.enumerated() { words[index] |= word }
  }

  package func union(_ other: FactSet) -> FactSet {
    var result = self
    result.formUnion(other)
    return result
  }

  package func intersection(_ other: FactSet) -> FactSet {
    var result = FactSet()
    result.words = zip(words, other.words).map { $0 & $1 }
    result.trim()
    return result
  }

  package func subtracting(_ other: FactSet) -> FactSet {
    var result = self
    for index in 0..<min(words.count, other.words.count) {
      result.words[index] &= ~other.words[index]
    }
    result.trim()
    return result
  }

  /// The facts in rising order.
  package var facts: [FactID] {
    var facts: [FactID] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        facts.append(FactID(index << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return facts
  }

  /// Equal sets have equal words: no trailing zero word is kept.
  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}
