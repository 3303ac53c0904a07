import ProbityTestSupport

/// A condition on yes-or-no facts that are numbered from 0.
indirect enum Formula: Sendable {
  case fact(Int)
  case not(Formula)
  case all([Formula])
  case any([Formula])

  /// What is known of each fact; nil is open.
  typealias Answers = [Bool?]

  /// The condition as rule authors write it, on the fields `vendor.a`, `vendor.b` and so on.
  var text: String {
    switch self {
    case .fact(let number): "vendor.\(Self.name(of: number))"
    case .not(let part): "!\(part.text)"
    case .all(let parts): "(\(parts.map(\.text).joined(separator: " && ")))"
    case .any(let parts): "(\(parts.map(\.text).joined(separator: " || ")))"
    }
  }

  static func name(of fact: Int) -> String { String(Array("abcdefghijkl")[fact]) }

  /// The answer where every fact is known: those of which the bit is set are true.
  func holds(_ bits: Int) -> Bool {
    switch self {
    case .fact(let number): bits >> number & 1 == 1
    case .not(let part): !part.holds(bits)
    case .all(let parts): parts.allSatisfy { $0.holds(bits) }
    case .any(let parts): parts.contains { $0.holds(bits) }
    }
  }

  /// What somebody who reads from left to right, and stops as soon as it is settled, asks next;
  /// the answer if it is settled.
  func reading(_ answers: Answers) -> (answer: Bool?, asks: Int?) {
    switch self {
    case .fact(let number): return (answers[number], answers[number] == nil ? number : nil)
    case .not(let part):
      let inner = part.reading(answers)
      return (inner.answer.map { !$0 }, inner.asks)
    case .all(let parts), .any(let parts):
      let isAll = if case .all = self { true } else { false }
      for part in parts {
        let inner = part.reading(answers)
        guard let answer = inner.answer else { return inner }
        if answer != isAll { return (answer, nil) }
      }
      return (isAll, nil)
    }
  }
}

/// The classes of rules of which the order of questions is measured.
enum FormulaClass: String, Sendable, CaseIterable {
  /// Every fact is named once.
  case readOnce
  /// Triggers that call for safeguards, which may be given in more ways than one.
  case safeguards
  case random

  /// A condition that can turn out either way.
  func formula(over count: Int, using random: inout SeededGenerator) -> Formula {
    while true {
      let formula = drawn(over: count, using: &random)
      let answers = Set((0..<(1 << count)).map(formula.holds))
      if answers.count == 2 { return formula }
    }
  }

  private func drawn(over count: Int, using random: inout SeededGenerator) -> Formula {
    let facts = (0..<count).shuffled(using: &random)
    switch self {
    case .readOnce: return Self.readOnce(facts, isAll: Bool.random(using: &random), using: &random)
    case .safeguards:
      let triggers = facts.prefix(Int.random(in: 2...(count / 2), using: &random))
      let safeguards = Array(facts.dropFirst(triggers.count))
      let called = Self.pairs(Array(triggers), using: &random).map(Formula.all)
      let given = Self.pairs(safeguards, using: &random).map(Formula.any)
      // Some authors begin with what triggers a duty, others with what the duty is.
      return .all([.any(called), .not(.all(given))].shuffled(using: &random))
    case .random: return Self.tree(facts, depth: 3, using: &random)
    }
  }

  /// Some facts alone or in pairs, which may share one.
  private static func pairs(
    _ facts: [Int],
    using random: inout SeededGenerator
  ) -> [[Formula]] {
    (0..<Int.random(in: 1...2, using: &random) + 1).map { _ in
      facts.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
        .map(Formula.fact)
    }
  }

  private static func readOnce(
    _ facts: [Int],
    isAll: Bool,
    using random: inout SeededGenerator
  ) -> Formula {
    guard facts.count > 1 else {
      return Int.random(in: 0..<3, using: &random) == 0
        ? .not(.fact(facts[0])) : .fact(facts[0])
    }
    let cut = Int.random(in: 1..<facts.count, using: &random)
    let parts = [Array(facts.prefix(cut)), Array(facts.dropFirst(cut))].map {
      readOnce($0, isAll: Bool.random(using: &random), using: &random)
    }
    return isAll ? .all(parts) : .any(parts)
  }

  private static func tree(
    _ facts: [Int],
    depth: Int,
    using random: inout SeededGenerator
  ) -> Formula {
    let isLeaf = depth == 0 || Int.random(in: 0..<5, using: &random) == 0
    if isLeaf {
      let fact = Formula.fact(facts[Int.random(in: 0..<facts.count, using: &random)])
      return Int.random(in: 0..<3, using: &random) == 0 ? .not(fact) : fact
    }
    let parts = (0..<2).map { _ in tree(facts, depth: depth - 1, using: &random) }
    return Bool.random(using: &random) ? .all(parts) : .any(parts)
  }
}
