/// Sets of labels that are asked over and over whether two of them meet: a bit a label.
struct LabelSets: Sendable {
  /// The words of all sets, one set behind the other.
  private var words: [UInt64]
  /// How many words a set has.
  private var width = 1
  private var numbers: [String: Int] = [:]

  init(_ sets: [Set<String>]) {
    words = Array(repeating: 0, count: sets.count)
    for index in sets.indices { add(sets[index], to: index) }
  }

  /// Adds labels to a set.
  mutating func add(_ labels: Set<String>, to index: Int) {
    for label in labels { add(label, to: index) }
  }

  mutating func add(_ label: String, to index: Int) {
    let number = self.number(of: label)
    words[index * width + number >> 6] |= 1 << UInt64(number & 63)
  }

  private mutating func number(of label: String) -> Int {
    if let number = numbers[label] { return number }
    let number = numbers.count
    numbers[label] = number
    if number >> 6 >= width { widen() }
    return number
  }

  private mutating func widen() {
    var wider: [UInt64] = []
    wider.reserveCapacity(words.count / width * (width + 1))
    for start in stride(from: 0, to: words.count, by: width) {
      wider += words[start..<(start + width)]
      wider.append(0)
    }
    words = wider
    width += 1
  }

  /// Whether two of the sets, by their positions, have no label in common.
  func areDisjoint(_ first: Int, _ second: Int) -> Bool {
    for offset in 0..<width
    where words[first * width + offset] & words[second * width + offset] != 0 {
      return false
    }
    return true
  }
}
