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

@Test func `a field of a record that is not there stays a failure in an index`() throws {
  // The law "an answer is that of every completion" broke here: false, and unknown once the
  // number of users was learnt.
  var company = Company()
  company.rule(out: "parent", of: 1)
  let text = "optional.of(1) == vendor.products[other.parent.sold ? 1 : vendor.parent.users].?users"
  let open = try company.evaluation(text)
  company.know("parent.users", .int(1))
  let known = try company.evaluation(text)
  #expect(open.truth == known.truth)
}

@Test(arguments: [
  // Each was definite with the parent hidden, and failed once it was known not to be there.
  "1 >= size([vendor.parent, vendor.parent].filter(v, {'a': 1} == {'a': 1}))",
  "has(('a' in vendor.parent.tags ? vendor.parent : vendor.parent).users)",
  "size((vendor.parent.sold ? [vendor.parent] : [vendor.parent]).filter(v, true)) == 1",
  // This failed, and yet was no once the parent was hidden.
  "has({?'a': optional.of(other.parent.users), 'b': {'a': vendor.parent.users}['a']}.a)",
])
func `a record that may not be there decides nothing that its absence would not`(
  text: String
) throws {
  var company = Company()
  company.rule(out: "parent.users")
  #expect(try company.evaluation(text).truth == .unknown)
  company.rule(out: "parent")
  #expect(try company.evaluation(text).truth == .unknown)
}

@Test func `whether a list was answered waits for its elements too`() throws {
  var company = Company()
  company.know("parent", .bool(true))
  let waitsFor = try company.evaluation("has(vendor.parent.tags)").waitsFor
  let wanted = ["parent.tags", "parent.tags.0", "parent.tags.1"].map { company.fact($0) }
  #expect(waitsFor == FactSet(wanted))
}

@Test(arguments: ["products.0", "products.1"])
func `a failure among the elements of a list has one name in any order`(absent: String) throws {
  var company = Company(products: 2)
  for fact in ["products", "products.0", "products.1"] { company.know(fact, .bool(true)) }
  company.know(absent == "products.0" ? "products.1.users" : "products.0.users", .int(0))
  company.rule(out: absent + ".users")
  let text = "1 in vendor.products.map(v, v.users).distinct()"
  #expect(try company.evaluation(text).faults.map(\.message) == ["`users` is none"])
}

@Test(arguments: [
  "vendor.products.map(v, v.mode in sets.modes, 'a').all(w, true)",
  "!vendor.products.map(v, v.mode in sets.modes, 'a').exists(w, false)",
  "!('b' in vendor.products.map(v, v.sold, 'a'))",
  "sets.contains(['a'], vendor.products.map(v, v.sold, 'a'))",
])
func `a condition that fails for want of a field decides what an open one would`(
  text: String
) throws {
  var company = Company(products: 1)
  for fact in ["products", "products.0"] { company.know(fact, .bool(true)) }
  #expect(try company.evaluation(text).truth == .yes)
  for field in ["mode", "sold"] { company.rule(out: "products.0." + field) }
  #expect(try company.evaluation(text).truth == .yes)
}

@Test func `an element that may be first takes no certainty from an equal one`() throws {
  var company = Company(products: 2)
  company.know("products.0.users", .int(0))
  company.know("products.1", .bool(true))
  company.know("products.1.users", .int(0))
  #expect(try company.evaluation("0 in vendor.products.map(v, v.users).distinct()").truth == .yes)
  // How many there are is certain as well, but not which of two different ones is the first.
  company.know("products", .bool(true))
  let users = "vendor.products.map(v, v.users).distinct()"
  #expect(try company.evaluation("size(\(users)) == 1").truth == .yes)
  #expect(try company.evaluation("\(users).sort() == [0]").truth == .yes)
  #expect(try company.evaluation("(\(users) + [1, 0]).distinct()[0] == 1").truth == .unknown)
}

@Test func `an element that may repeat a known one takes no certainty from it`() throws {
  let company = Company()
  for text in ["[vendor.parent.users, 2]", "[2, vendor.parent.users]"] {
    #expect(try company.evaluation("2 in \(text).distinct()").truth == .yes, "\(text)")
  }
}

@Test(arguments: [
  // Each was an error while some fact was not known that decides it.
  "[?optional.of('a'), vendor.name] == [[''], other.parent.tags].flatten()",
  "other.parent in vendor.products.filter(v, days(1) < days(1))",
])
func `where something else can decide, a field that is none is no failure`(text: String) throws {
  var company = Company()
  company.rule(out: "parent", of: 1)
  let open = try company.evaluation(text)
  #expect(open.faults.isEmpty)
  #expect(!open.waitsFor.isEmpty)
}

@Test func `where nothing else can decide, a field that is none is the failure`() throws {
  var company = Company(products: 1)
  for fact in ["products", "products.0"] { company.know(fact, .bool(true)) }
  company.rule(out: "products.0.users")
  let filtered = "vendor.products.filter(v, v.users == 1)"
  let answer = try company.evaluation("sets.intersects(\(filtered).map(v, ['a'][1]), ['a'])")
  #expect(answer.faults.map(\.message) == ["`users` is none"])
}

@Test func `a failure of an element that may not be there is none yet`() throws {
  var company = Company()
  company.know("parent", .bool(true))
  company.rule(out: "parent", of: 1)
  let text = "vendor.parent.tags.map(v, other.parent.sold, 'a').join('') == ''"
  #expect(try company.evaluation(text).faults.isEmpty)
}

@Test func `what two lists share waits for either to be empty`() throws {
  var company = Company(products: 0)
  company.know("parent", .bool(true))
  let text = "sets.intersects(vendor.products.map(v, v.name), vendor.parent.tags)"
  let wanted = ["products", "parent.tags", "parent.tags.0", "parent.tags.1"]
  #expect(try company.evaluation(text).waitsFor == FactSet(wanted.map { company.fact($0) }))
}

@Test func `which branch is taken waits for what the branches wait for`() throws {
  let company = Company()
  let text = "'a' in (vendor.listed ? vendor.parent : vendor.parent).tags"
  let wanted = ["listed", "parent"].map { company.fact($0) }
  #expect(try company.evaluation(text).waitsFor == FactSet(wanted))
}

@Test(arguments: [
  ("vendor.parent.tags.exists(v, vendor.listed)", false),
  ("vendor.products.exists(p, vendor.listed)", true),
])
func `a condition behind a record that may not be there is not taken apart`(
  text: String,
  isTakenApart: Bool
) throws {
  // The law "a part looks at no other facts than it says" broke here: nothing that knows no fact
  // gets as far as `listed`.
  let company = Company()
  var planes = PlaneEvaluator(tree: company.tree, bindings: company.bindings)
  let outline = planes.outline(of: try program(text), in: company.view)
  #expect((outline != nil) == isTakenApart)
}
