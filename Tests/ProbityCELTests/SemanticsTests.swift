import ProbityText
import Testing

@testable import ProbityCEL

/// A condition, what is known (`path=value`, `path=none`), and what must come of it.
private struct Case: CustomTestStringConvertible, Sendable {
  var text: String
  var known: String
  var truth: Truth
  var waitsFor: Set<String>

  init(_ text: String, _ known: String, _ truth: Truth, _ waitsFor: Set<String> = []) {
    (self.text, self.known, self.truth, self.waitsFor) = (text, known, truth, waitsFor)
  }

  var testDescription: String { "\(text) where \(known)" }
}

/// Products A and B of three; whether the third is there is unknown unless said.
private let pair = "products.0=true products.1=true products=true products.2=false "
private let three = "products.0=true products.1=true products.2=true products=true "

private func check(_ test: Case) throws {
  var company = Company()
  for entry in test.known.split(separator: " ") {
    let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
    if parts[1] == "none" {
      company.rule(out: parts[0])
    } else {
      company.know(parts[0], value(parts[1]))
    }
  }
  let evaluation = try company.evaluation(test.text)
  #expect(evaluation.truth == test.truth)
  #expect(evaluation.waitsFor == FactSet(test.waitsFor.map { company.fact($0) }))
}

private func value(_ text: String) -> Value {
  if text == "true" || text == "false" { return .bool(text == "true") }
  if let number = Int64(text), text.utf8.count < 4 { return .int(number) }
  return PartialDate(text).map(Value.date) ?? .string(text)
}

@Test(arguments: [
  Case("vendor.products.exists(p, p.sold == true)", pair + "products.0.sold=true", .yes),
  Case(
    "vendor.products.exists(p, p.name == 'A')",
    three + "products.0.name=A products.1.name=B",
    .yes
  ), Case("size(vendor.products) == 3", three + "products.2.name=none", .yes),
  Case("7 in [vendor.parent.users, 1]", "", .unknown, ["parent.users"]),
  Case("vendor.name in []", "", .no), Case("vendor.name in {}", "", .no),
  Case("1 / vendor.parent.users in []", "", .unknown, ["parent.users"]),
  Case("1 in [vendor.parent.users, 1]", "", .yes), Case("1 in [2, 3]", "", .no),
  Case("[vendor.parent.users, 1] == [7, 1]", "", .unknown, ["parent.users"]),
  Case("[vendor.parent.users, 1] == [7, 2]", "", .no),
  Case(
    "vendor.products.filter(p, p.sold == true).size() > 0",
    three + "products.0.sold=true products.1.sold=false",
    .yes
  ),
  Case(
    "vendor.products.exists_one(p, p.sold)",
    three + "products.0.sold=true products.1.sold=false",
    .unknown,
    ["products.2.sold"]
  ),
  Case(
    "vendor.products.exists_one(p, p.sold)",
    three + "products.0.sold=true products.1.sold=true",
    .no
  ), Case("vendor.name == vendor.parent.name", "", .unknown, ["name", "parent.name"]),
  Case(
    "vendor.products[0].users + vendor.parent.users > 3",
    pair,
    .unknown,
    ["products.0.users", "parent.users"]
  ), Case("vendor.listed ? true : true", "", .yes),
  Case(
    "vendor.listed ? vendor.parent.sold : vendor.parent.sold",
    "",
    .unknown,
    ["listed", "parent.sold"]
  ), Case("vendor.listed || !vendor.listed", "", .unknown, ["listed"]),
  Case("vendor.?name.orValue('zz') == 'zz'", "", .unknown, ["name"]),
  Case("vendor.?name.orValue('zz') == 'zz'", "name=none", .yes),
  Case("has(vendor.name)", "", .unknown, ["name"]), Case("true || 1 / 0 > 1", "", .yes),
])
private func `known and unknown combine as the study of other engines demands`(_ test: Case) throws
{
  try check(test)
}

@Test(arguments: [
  Case("has(vendor.name)", "name=A", .yes), Case("has(vendor.name)", "name=none", .no),
  Case("has(vendor.parent)", "", .unknown, ["parent"]),
  Case("has(vendor.parent)", "parent=true", .yes),
  Case("has(vendor.parent)", "parent=false", .no),
  Case(
    "has(vendor.products)",
    "",
    .unknown,
    ["products", "products.0", "products.1", "products.2"]
  ),
  Case("has(vendor.products)", "products=true", .yes),
  Case("has(vendor.products)", "products.1=true", .yes),
  Case("has(vendor.parent.tags)", "parent.tags.0=web", .yes),
  Case("vendor.parent == vendor.parent", "", .unknown, ["parent"]),
  Case("vendor.parent == vendor.parent", "parent.name=A", .yes),
  Case("vendor.parent.tags.exists(t, t == 'a')", "", .unknown, ["parent"]),
  Case("vendor.?parent.hasValue()", "", .unknown, ["parent"]),
  Case("has(vendor.parent.name)", "parent=false", .no),
  Case("vendor.parent.name == 'A'", "parent.name=A", .yes),
  Case("vendor.parent.name == 'A'", "", .unknown, ["parent.name"]),
  Case("vendor.parent.name == 'A' || true", "parent=false", .yes),
  Case("vendor.listed && vendor.parent.sold", "listed=false", .no),
  Case("vendor.parent.sold && vendor.listed", "listed=false", .no),
  Case("vendor.parent.sold && vendor.listed", "listed=true", .unknown, ["parent.sold"]),
  Case("vendor.listed || vendor.parent.sold", "", .unknown, ["listed", "parent.sold"]),
  Case("vendor.listed ? 1 == 1 : 1 == 2", "", .unknown, ["listed"]),
  Case("(vendor.parent.users / 2 > 1) ? true : true", "", .unknown, ["parent.users"]),
])
private func `fields that are unanswered, none or below a record in doubt are kept apart`(
  _ test: Case
) throws { try check(test) }

@Test(arguments: [
  Case("vendor.products.exists(p, p.sold)", "products.0=true products.0.sold=true", .yes),
  Case(
    "vendor.products.exists(p, p.sold)",
    "products.0.sold=true",
    .unknown,
    ["products", "products.0", "products.1", "products.1.sold", "products.2", "products.2.sold"]
  ),
  Case(
    "vendor.products.exists(p, p.sold)",
    "products=true products.0=false products.1=false products.2=false",
    .no
  ),
  Case(
    "vendor.products.exists(p, p.sold)",
    pair + "products.0.sold=false products.1.sold=false",
    .no
  ),
  Case(
    "vendor.products.all(p, p.sold)",
    "products.0=true products.0.sold=false",
    .no
  ),
  Case("vendor.products.all(p, p.sold)", pair + "products.0.sold=true products.1.sold=true", .yes),
  Case(
    "vendor.products.all(p, p.sold || !p.sold)",
    "products=true products.0=false products.1=false products.2=false",
    .yes
  ),
  Case("size(vendor.products) >= 2", "products.0=true products.1=true", .yes),
  Case("2 <= vendor.products.size()", "products.0=true products.1=true", .yes),
  Case("size(vendor.products) > 3", "products=true", .no),
  Case(
    "size(vendor.products) == 2",
    "products.0=true products.1=true",
    .unknown,
    ["products", "products.2"]
  ),
  Case("size(vendor.products) != 4", "products=true", .yes),
  Case("vendor.products[0].name == 'A'", pair + "products.0.name=A", .yes),
  Case(
    "vendor.products[0].name == 'A'",
    "products.0=true products.0.name=A",
    .unknown,
    ["products", "products.1", "products.2"]
  ),
  Case(
    "vendor.products[1].name == 'A'",
    "products=true products.1=true products.2=false products.1.name=A",
    .unknown,
    ["products.0"]
  ),
  Case("'web' in vendor.parent.tags", "parent.tags.0=web", .yes),
  Case("'web' in vendor.parent.tags", "parent.tags=true parent.tags.0=a parent.tags.1=none", .no),
  Case(
    "'web' in vendor.parent.tags",
    "parent.tags=true parent.tags.0=a",
    .unknown,
    ["parent.tags.1"]
  ),
  Case("'web' in vendor.parent.tags", "parent.tags.0=a parent.tags.1=b", .unknown, ["parent.tags"]),
  Case(
    "vendor.parent.tags == ['a', 'b']",
    "parent.tags=true parent.tags.0=a parent.tags.1=b",
    .yes
  ),
  Case("vendor.parent.tags == ['a', 'b']", "parent.tags=true parent.tags.0=a parent.tags.1=c", .no),
  Case("vendor.parent.tags == ['a', 'b']", "parent.tags.0=a parent.tags.1=c", .no),
  Case(
    "vendor.parent.tags == ['a', 'b']",
    "parent.tags.0=a parent.tags.1=b",
    .unknown,
    ["parent.tags"]
  ),
  Case("vendor.parent.tags == ['a']", "parent.tags.0=a parent.tags.1=b", .no),
  Case(
    "vendor.products.map(p, p.users).exists(n, n > 5)",
    "products.0=true products.0.users=9",
    .yes
  ),
  Case(
    "vendor.products.map(p, p.sold, p.users) == [9]",
    pair + "products.0.sold=true products.0.users=9 products.1.sold=false",
    .yes
  ),
  Case(
    "vendor.products.map(p, p.sold, p.users) == [9]",
    pair + "products.0.sold=true products.0.users=9",
    .unknown,
    ["products.1.sold"]
  ),
  Case(
    "vendor.products.exists_one(p, p.sold)",
    "products.0=true products.0.sold=true",
    .unknown,
    ["products", "products.1", "products.1.sold", "products.2", "products.2.sold"]
  ),
  Case(
    "vendor.products.filter(p, p.users / p.users == 1).size() > 0",
    pair + "products.0.users=3",
    .unknown,
    ["products.1.users"]
  ),
])
private func `open lists and possible elements never count as certain`(_ test: Case) throws {
  try check(test)
}

@Test(arguments: [
  Case("vendor.parent.since < date('2020-12-16')", "parent.since=2020-11", .yes),
  Case("vendor.parent.since < date('2020-12-16')", "parent.since=2020-12", .unknown),
  Case("vendor.parent.since >= date('2020-12-01')", "parent.since=2020-12", .yes),
  Case("vendor.parent.since > date('2020-12-01')", "parent.since=2020-12", .unknown),
  Case("vendor.parent.since <= date('2020-12-31')", "parent.since=2020-12", .yes),
  Case("vendor.parent.since <= date('2020-12-30')", "parent.since=2020-12", .unknown),
  Case("vendor.parent.since == date('2020-12')", "parent.since=2020-12", .unknown),
  Case("vendor.parent.since != date('2021')", "parent.since=2020-12", .yes),
  Case("vendor.parent.since.plusMonths(1) >= date('2021-01')", "parent.since=2020-12", .unknown),
  Case("vendor.parent.since.minusDays(31) < date('2020-12-01')", "parent.since=2020-12", .yes),
  Case("vendor.parent.since < date('2020')", "", .unknown, ["parent.since"]),
])
private func `imprecise dates compare as the intervals that they are`(_ test: Case) throws {
  try check(test)
}

@Test(arguments: [
  ("1 / 0 > 1", "a number is divided by zero", "1 / 0"),
  ("!(1 / 0 in [])", "a number is divided by zero", "1 / 0"),
  ("!(1 / 0 in {})", "a number is divided by zero", "1 / 0"),
  (
    "9223372036854775807 + 1 > 0", "the result does not fit into 64 bits", "9223372036854775807 + 1"
  ),
  ("[1, 2][5] == 1", "the list has no element 5", "[1, 2][5]"),
  ("{'a': 1}['b'] == 1", "the map has no entry `b`", "{'a': 1}['b']"),
  ("int('x') == 1", "`x` cannot become an int", "int('x')"),
  ("vendor.name == 'A'", "`name` is none", "name"),
  ("1 / 0 > vendor.parent.users", "a number is divided by zero", "1 / 0"),
  ("vendor.parent.users > 1 / 0", "a number is divided by zero", "1 / 0"),
  (
    "date('2020' + '-13') == date('2020')", "`2020-13` cannot become a date",
    "date('2020' + '-13')"
  ),
])
func `a failure gives no answer, names its cause and its place`(
  text: String,
  message: String,
  place: String
) throws {
  var company = Company()
  company.rule(out: "name")
  let evaluation = try company.evaluation(text)
  #expect(evaluation.truth == .unknown)
  #expect(evaluation.faults.map(\.message) == [message])
  let span = try #require(evaluation.faults.first?.span)
  #expect(span.source.text(in: span.lowerBound..<span.upperBound) == place)
}

@Test(arguments: [
  (
    "[1, 2, 3].all(x, [1, 2, 3].all(y, x == y || true))", 10, "more than 10 steps"
  ),
  ("'aaaaaaaaaa' + 'aaaaaaaaaa' + 'aaaaaaaaaa' != ''", 100, "beyond 20 bytes"),
  ("true || [1, 2] + [3, 4] == []", 100, ""),
  ("[1, 2] + [3, 4] == [] || true", 100, "beyond 3 elements"),
])
func `a limit is never absorbed into an answer`(text: String, steps: Int, message: String) throws {
  let company = Company()
  let limits = EvaluationLimits(steps: steps, stringSize: 20, listSize: 3)
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings, limits: limits)
  let evaluation = evaluator.truth(of: try program(text), in: company.view)
  #expect(evaluation.truth == (message.isEmpty ? .yes : .unknown))
  #expect(evaluation.faults.isEmpty == message.isEmpty)
  #expect(evaluation.faults.allSatisfy { $0.message.contains(message) })
}

@Test(
  arguments: [
    (doubled("[", "]") + "== []", "a list grows beyond"), (doubled("{0: ", "}", "") + "== {}", ""),
    (doubled("[", "]") + ".flatten(40) == []", "a list grows beyond"),
    ("cel.bind(x, \(text), '%s'.format([[\(xs)]])) == ''", "a text grows beyond"),
    ("\(text).replace('a', \(text)) == ''", "a text grows beyond"),
    ("\(text).replace('', \(text)) == ''", "a text grows beyond"),
    ("(\(text) + 'b').indexOf(\(text) + 'c') == -1", ""),
    ("(\(text) + 'b').lastIndexOf('c' + \(text)) == -1", ""),
    ("(\(text) + 'b').contains(\(text) + 'c')", ""),
  ]
)
private func `what is small to write and endless to work out meets a limit or an end`(
  condition: String,
  message: String
) throws {
  let evaluation = try Company().evaluation(condition)
  #expect(evaluation.truth.isDefinite == message.isEmpty, "\(evaluation)")
  #expect(evaluation.faults.allSatisfy { $0.message.hasPrefix(message) }, "\(evaluation)")
}

/// A list or map in which each level holds the one below it, the list twice, forty times.
private func doubled(_ start: String, _ end: String, _ second: String = ", x") -> String {
  var text = "[1]"
  for _ in 0..<40 { text = "cel.bind(x, \(text), \(start)x\(second)\(end))" }
  return text
}

private let text = "'\(String(repeating: "a", count: 40_000))'"
private let xs = Array(repeating: "x", count: 26).joined(separator: ", ")

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
