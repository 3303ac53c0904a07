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

@Test(arguments: [
  // Open as it stands: whatever each fact turns out to be, the others can still decide.
  ("vendor.name == 'a'", true), ("vendor.name in ['a', 'b']", true),
  ("vendor.parent.mode in ['explicit', 'inferred']", true), ("vendor.parent.users < 2", true),
  ("vendor.listed && !vendor.parent.sold", true), ("has(vendor.name)", true),
  ("vendor.products.exists(p, p.mode in sets.modes && p.name == 'a')", true),
  ("vendor.products.all(p, has(p.mode) && has(p.since))", true),
  ("vendor.products.exists(p, p.tags.exists(t, t in ['a']) || p.since < date('2020'))", true),
  ("size(vendor.products.filter(p, p.sold)) > 3", true), ("'a' in vendor.parent.tags", true),
  // Read twice: whether that matters is not known without trying.
  ("vendor.parent.users < 2 || vendor.parent.users > 1", false),
  ("vendor.parent.tags.all(t, t == 'a' || t != 'a')", false),
  ("cel.bind(n, vendor.parent.users, n < 2 || n > 1)", false),
  // Open only to steps that merge what is unknown.
  ("vendor.parent.name.size() >= 0", false), ("math.abs(vendor.parent.users) >= 0", false),
  ("vendor.parent.mode in ['explicit', 'inferred', 'none_at_all']", false),
  ("(vendor.listed ? 'a' : 'b') != 'c'", false),
  ("sets.contains([vendor.name], ['a', 'b'])", false),
  ("size(vendor.products.map(p, p.users).distinct()) == 2", false), ("vendor.name < ''", false),
  // Nothing that a further element could be would do.
  ("vendor.products.exists(p, p.users < 2 && p.users > 3)", false),
  ("vendor.products.exists(p, p.sold && 1 == 2)", false),
  ("size(vendor.products.filter(p, false)) == 1", false),
  ("vendor.products.map(p, 'a').exists(n, n == 'b')", false),
])
func `an open answer is called exact only where it cannot be settled`(
  text: String,
  isExact: Bool
) throws {
  var company = Company(products: 1)
  // The named product decides nothing.
  company.rule(out: "products.0")
  company.know("parent", .bool(true))
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  let condition = try program(text)
  #expect(evaluator.truth(of: condition, in: company.view).truth == .unknown)
  let settled = settledTruth(
    view: company.view,
    candidates: evaluator.rereads,
    isApproximate: evaluator.isApproximate,
    domains: { _ in nil },
    evaluate: { evaluator.truth(of: condition, in: $0) }
  )
  #expect(settled.isExact == isExact)
}

@Test func `what is left open by approximation is exact once two answers are found`() throws {
  let company = Company()
  let condition = try program(
    "vendor.listed && (vendor.listed || math.abs(vendor.parent.users) >= 0)"
  )
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  _ = evaluator.truth(of: condition, in: company.view)
  #expect(evaluator.isApproximate)
  let settled = settledTruth(
    view: company.view,
    candidates: evaluator.rereads,
    isApproximate: true,
    domains: { _ in [.bool(false), .bool(true)] },
    evaluate: { evaluator.truth(of: condition, in: $0) }
  )
  #expect(settled == (Evaluation(truth: .unknown, waitsFor: settled.evaluation.waitsFor), true))
}
