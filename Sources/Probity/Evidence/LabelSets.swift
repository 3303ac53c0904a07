/// Sets of labels that are asked over and over whether two of them meet: a bit a label.
struct LabelSets: Sendable {
  private var words: [[UInt64]]

  init(_ sets: [Set<String>]) {
    var numbers: [String: Int] = [:]
    words = sets.map { labels in
      var words: [UInt64] = []
      for label in labels {
        let number = numbers[label] ?? numbers.count
        numbers[label] = number
        while words.count <= number >> 6 { words.append(0) }
        words[number >> 6] |= 1 << UInt64(number & 63)
      }
      return words
    }
  }

  /// Whether two of the sets, by their positions, have no label in common.
  func areDisjoint(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (words[first], words[second])
    var index = min(left.count, right.count)
    while index > 0 {
      index -= 1
      if left[index] & right[index] != 0 { return false }
    }
    return true
  }
}
