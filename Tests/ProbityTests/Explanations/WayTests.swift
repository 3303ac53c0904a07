import Probity
import ProbityTestSupport
import Testing

/// Ways to settle a whole, put together from those of its parts, against every choice of answers.
@Suite struct WayTests {
  /// What is settled by single answers, and what is put together from such.
  indirect enum Whole: CustomStringConvertible {
    case answer(Int)
    case all([Whole])
    case any([Whole])
    case reached(Int, [Whole])

    static func random(
      depth: Int,
      answers: Int,
      by generator: inout SeededGenerator
    ) -> Whole {
      let kind = depth == 0 ? 0 : Int.random(in: 0..<4, using: &generator)
      if kind == 0 { return .answer(Int.random(in: 0..<answers, using: &generator)) }
      let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        random(depth: depth - 1, answers: answers, by: &generator)
      }
      switch kind {
      case 1: return .all(parts)
      case 2: return .any(parts)
      default: return .reached(Int.random(in: 0...parts.count + 1, using: &generator), parts)
      }
    }

    func isSettled(by set: PositionSet) -> Bool {
      switch self {
      case .answer(let answer): set.contains(answer)
      case .all(let parts): parts.allSatisfy { $0.isSettled(by: set) }
      case .any(let parts): parts.contains { $0.isSettled(by: set) }
      case .reached(let needed, let parts): parts.count { $0.isSettled(by: set) } >= needed
      }
    }

    func ways(_ composer: WayComposer) -> Ways {
      switch self {
      case .answer(let answer): Ways(answer: answer)
      case .all(let parts): composer.all(parts.map { $0.ways(composer) })
      case .any(let parts): composer.any(parts.map { $0.ways(composer) })
      case .reached(let needed, let parts):
        composer.reached(needed, by: parts.map { $0.ways(composer) })
      }
    }

    var description: String {
      switch self {
      case .answer(let answer): "\(answer)"
      case .all(let parts): "all\(parts)"
      case .any(let parts): "any\(parts)"
      case .reached(let needed, let parts): "\(needed) of \(parts)"
      }
    }
  }

  private static let count = 8

  /// Answers to four questions with two answers each.
  private static let rivals = (0..<count).map { PositionSet([$0 ^ 1]) }

  private static let choices = (0..<(1 << count)).map { bits in
    PositionSet((0..<count).filter { bits >> $0 & 1 == 1 })
  }.filter { set in set.allSatisfy { !set.contains($0 ^ 1) } }

  private static func expected(_ whole: Whole, in choices: [PositionSet]) -> [PositionSet] {
    let settling = choices.filter(whole.isSettled)
    return settling.filter { set in
      !settling.contains { $0 != set && $0.isSubset(of: set) }
    }.sorted()
  }

  @Test(arguments: [UInt64](71...74))
  func `they are the smallest choices that settle it`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let composer = WayComposer(rivals: Self.rivals, limit: 1_000)
    var (none, several) = (0, 0)
    for round in 0..<300 {
      let whole = Whole.random(depth: 3, answers: Self.count, by: &generator)
      let ways = whole.ways(composer)
      let expected = Self.expected(whole, in: Self.choices)
      #expect(ways.isComplete && ways.sets == expected, "seed \(seed), round \(round): \(whole)")
      none += expected.isEmpty ? 1 : 0
      several += expected.count > 1 ? 1 : 0
    }
    #expect(none > 5 && several > 50, "\(none), \(several)")
  }

  @Test(arguments: [UInt64](71...74))
  func `up to a limit they settle it, and that some are missing is said`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let composer = WayComposer(rivals: Self.rivals, limit: 3)
    var incomplete = 0
    for round in 0..<300 {
      let whole = Whole.random(depth: 3, answers: Self.count, by: &generator)
      let ways = whole.ways(composer)
      let all = Self.expected(whole, in: Self.choices)
      let isRight = ways.sets.allSatisfy(whole.isSettled)
      #expect(isRight, "seed \(seed), round \(round): \(whole)")
      #expect(!ways.isComplete || ways.sets == all, "seed \(seed), round \(round): \(whole)")
      incomplete += ways.isComplete ? 0 : 1
    }
    #expect(incomplete > 20)
  }

  @Test func `the oracle notices ways with two answers to one question`() {
    var generator = SeededGenerator(seed: 75)
    let careless = WayComposer(
      rivals: Array(repeating: PositionSet(), count: Self.count),
      limit: 1_000
    )
    let noticed = (0..<300).contains { _ in
      let whole = Whole.random(depth: 3, answers: Self.count, by: &generator)
      return whole.ways(careless).sets != Self.expected(whole, in: Self.choices)
    }
    #expect(noticed)
  }
}
