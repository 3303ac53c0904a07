import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

/// Three facts in play, each with all that it may turn out to be.
private let facts: [(path: String, values: [Value])] = [
  ("listed", [.bool(false), .bool(true)]), ("parent.sold", [.bool(false), .bool(true)]),
  ("parent.users", [.int(0), .int(1), .int(2)]),
]

/// All views in which every fact in play is known.
private func completions(of company: Company) -> [FactView] {
  facts.reduce([company.view]) { views, fact in
    views.flatMap { view in
      fact.values.map { value in
        var view = view
        view.states[Int(company.fact(fact.path).index)] = .known(value)
        return view
      }
    }
  }
}

private func condition(_ depth: Int, _ random: inout SeededGenerator) -> String {
  let leaves = [
    "vendor.listed", "vendor.parent.sold", "vendor.parent.users == 1", "vendor.parent.users < 2",
    "vendor.parent.users in [1, vendor.parent.users]", "1 / vendor.parent.users == 1",
    "has(vendor.parent.users)", "[vendor.parent.users, 1] == [1, 2]",
    "vendor.parent.users in [0, 2]", "vendor.listed == vendor.parent.sold",
  ]
  guard depth > 0, let leaf = leaves.randomElement(using: &random) else { return leaves[0] }
  let parts = (0..<3).map { _ in condition(depth - 1, &random) }
  switch Int.random(in: 0..<5, using: &random) {
  case 0: return "(\(parts[0]) && \(parts[1]))"
  case 1: return "(\(parts[0]) || \(parts[1]))"
  case 2: return "!(\(parts[0]))"
  case 3: return "(\(parts[0]) ? \(parts[1]) : \(parts[2]))"
  default: return "(\(leaf))"
  }
}

@Test(arguments: [11, 12, 13] as [UInt64])
func `an answer is what every completion gives, and settling misses none`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  var company = Company()
  company.know("parent", .bool(true))
  let all = completions(of: company)
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  var settledMore = 0
  for _ in 0..<400 {
    let text = condition(3, &random)
    let condition = try program(text)
    let answers = Set(all.map { evaluator.truth(of: condition, in: $0).truth })
    let common = answers.count == 1 ? answers.first ?? .unknown : .unknown
    evaluator.resetReads()
    let kleene = evaluator.truth(of: condition, in: company.view).truth
    if kleene.isDefinite { #expect(kleene == common, "seed \(seed): \(text)") }
    let settled = settledTruth(
      view: company.view,
      candidates: evaluator.reads,
      domains: { fact in facts.first { company.fact($0.path) == fact }?.values },
      evaluate: { evaluator.truth(of: condition, in: $0) }
    )
    #expect(settled.evaluation.truth == common && settled.isExact, "seed \(seed): \(text)")
    if settled.evaluation.truth != kleene { settledMore += 1 }
  }
  #expect(settledMore > 0, "some conditions need the split")
}

@Test(arguments: [
  "vendor.listed || !vendor.listed", "vendor.parent.sold ? vendor.listed : vendor.listed || true",
  "vendor.parent.users < 1 || vendor.parent.users > 0",
])
func `facts read more than once are the ones to split`(text: String) throws {
  var company = Company()
  company.know("parent", .bool(true))
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  let condition = try program(text)
  _ = evaluator.truth(of: condition, in: company.view)
  let repeated = evaluator.rereads.facts.filter { company.tree.kind(of: $0) == .value }
  #expect(repeated.count == 1)
  evaluator.resetReads()
  #expect(evaluator.reads.isEmpty && evaluator.rereads.isEmpty)
}
