import Testing

@testable import ProbityCEL

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
