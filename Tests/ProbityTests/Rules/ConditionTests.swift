import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Trees of conditions in three values, against all ways of filling in what is open.
@Suite struct ConditionTests {
  /// A tree over numbered leaves; each number stands once, so that Kleene logic is exact.
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var leafCount: Int
    var condition: @Sendable ([Condition]) -> Condition
    /// What the tree means with two values.
    var meaning: @Sendable ([Bool]) -> Bool
  }

  static let samples = [
    Sample(testDescription: "all", leafCount: 3) {
      .all($0)
    } meaning: {
      $0.allSatisfy(\.self)
    },
    Sample(testDescription: "any", leafCount: 3) {
      .any($0)
    } meaning: {
      $0.contains(true)
    },
    Sample(testDescription: "none", leafCount: 3) {
      .none($0)
    } meaning: {
      !$0.contains(true)
    },
    Sample(testDescription: "at least 2 of 4", leafCount: 4) {
      .atLeast(2, $0)
    } meaning: {
      $0.count(where: \.self) >= 2
    },
    Sample(testDescription: "at least all", leafCount: 3) {
      .atLeast(3, $0)
    } meaning: {
      $0.allSatisfy(\.self)
    },
    Sample(testDescription: "none of any and all", leafCount: 4) {
      .none([.any(Array($0[..<2])), .all(Array($0[2...]))])
    } meaning: {
      !($0[0] || $0[1] || ($0[2] && $0[3]))
    },
  ]

  @Test(arguments: samples)
  func `a tree answers what every completion answers`(_ sample: Sample) throws {
    let leaf = try Self.leaf()
    let condition = sample.condition(Array(repeating: .leaf(leaf), count: sample.leafCount))
    for truths in Self.combinations(of: Truth.allCases, count: sample.leafCount) {
      var rest = truths[...]
      let answer = condition.truth { _ in rest.popFirst() ?? .unknown }
      let completed = Self.completions(of: truths).map(sample.meaning)
      let expected: Truth =
        completed.allSatisfy(\.self) ? .yes : (completed.contains(true) ? .unknown : .no)
      #expect(answer == expected, "\(sample.testDescription) of \(truths)")
    }
  }

  @Test func `leaves come in the order of the text`() throws {
    let leaf = try Self.leaf()
    let condition = Condition.all([.leaf(leaf), .any([.leaf(leaf), .leaf(leaf)])])
    #expect(condition.leaves.count == 3)
  }

  static func leaf() throws -> Condition.Leaf {
    let text = EmbeddedText(SourceText(name: "leaf", "true"))
    var diagnostics = DiagnosticList()
    let environment = Environment(catalog: TypeCatalog())
    let program = Program.compile(
      text,
      expecting: .bool,
      in: environment,
      diagnostics: &diagnostics
    )
    return Condition.Leaf(
      label: LocalizedText(["en": "leaf"]),
      program: try #require(program),
      span: text.span(0..<4)
    )
  }

  static func combinations<Item>(of items: [Item], count: Int) -> [[Item]] {
    guard count > 0 else { return [[]] }
    return combinations(of: items, count: count - 1).flatMap { rest in items.map { rest + [$0] } }
  }

  static func completions(of truths: [Truth]) -> [[Bool]] {
    truths.reduce([[]]) { lists, truth in
      let values: [Bool] =
        switch truth {
        case .no: [false]
        case .unknown: [false, true]
        case .yes: [true]
        }
      return lists.flatMap { list in values.map { list + [$0] } }
    }
  }
}
