import Testing

@testable import ProbityCEL

@Test func `a program is not shown what an earlier one left in its variables`() throws {
  let company = Company()
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  let first = try program(
    "cel.bind(t, 'a long constant text', vendor.name == t) || 'b' == vendor.name"
  )
  let second = try program(
    "vendor.parent.tags.join('-').contains('x') || vendor.parent.tags.exists_one(v, v == 'a')"
  )
  _ = evaluator.truth(of: first, in: company.view)
  #expect(evaluator.truth(of: second, in: company.view).truth == .unknown)
}
