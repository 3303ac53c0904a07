import Testing

@testable import ProbityCEL

@Test func `a condition that only looks open is settled by trying every value`() throws {
  let company = Company()
  let condition = try program("vendor.listed || !vendor.listed")
  func settled(cap: Int, domain: [Value]?) -> (evaluation: Evaluation, isExact: Bool) {
    var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
    _ = evaluator.truth(of: condition, in: company.view)
    return settledTruth(
      view: company.view,
      candidates: evaluator.rereads,
      domains: { _ in domain },
      cap: cap,
      evaluate: { evaluator.truth(of: condition, in: $0) }
    )
  }
  let both: [Value] = [.bool(false), .bool(true)]
  #expect(settled(cap: 2, domain: both) == (Evaluation(truth: .yes), true))
  #expect(settled(cap: 1, domain: both).isExact == false)
  #expect(settled(cap: 1, domain: both).evaluation.waitsFor == FactSet([company.fact("listed")]))
  #expect(settled(cap: 9, domain: nil).isExact == false)
  #expect(settled(cap: 9, domain: both + [.null]).evaluation.truth == .unknown)
}
