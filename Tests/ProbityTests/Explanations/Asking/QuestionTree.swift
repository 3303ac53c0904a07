/// How many questions it takes to settle a condition, if every answer is as likely as its opposite.
struct QuestionTree {
  private let count: Int
  private let truths: [Bool]
  private var least: [Formula.Answers: Double] = [:]

  init(_ formula: Formula, over count: Int) {
    self.count = count
    truths = (0..<(1 << count)).map(formula.holds)
  }

  /// Whether every way of answering the rest comes to the same.
  func isSettled(_ answers: Formula.Answers) -> Bool {
    var seen: Bool?
    for bits in truths.indices where agrees(bits, with: answers) {
      if let seen, seen != truths[bits] { return false }
      seen = truths[bits]
    }
    return true
  }

  private func agrees(_ bits: Int, with answers: Formula.Answers) -> Bool {
    answers.indices.allSatisfy { answers[$0] == nil || answers[$0] == (bits >> $0 & 1 == 1) }
  }

  /// The expected number of questions of whoever asks best, from every state by dynamic programming.
  mutating func optimum(from answers: Formula.Answers) -> Double {
    if let known = least[answers] { return known }
    var best = isSettled(answers) ? 0 : Double.infinity
    if best > 0 {
      for fact in answers.indices where answers[fact] == nil {
        let both = [false, true].map { answer -> Double in
          var next = answers
          next[fact] = answer
          return optimum(from: next)
        }
        best = min(best, 1 + (both[0] + both[1]) / 2)
      }
    }
    least[answers] = best
    return best
  }

  /// The expected number of questions in some order; nil if it asks what it was told, or ends too
  /// early or too late.
  func expected(
    from answers: Formula.Answers,
    asking next: (Formula.Answers) throws -> Int?
  ) rethrows -> Double? {
    guard let fact = try next(answers) else { return isSettled(answers) ? 0 : nil }
    guard answers[fact] == nil, !isSettled(answers) else { return nil }
    var total = 1.0
    for answer in [false, true] {
      var more = answers
      more[fact] = answer
      guard let further = try expected(from: more, asking: next) else { return nil }
      total += further / 2
    }
    return total
  }
}
