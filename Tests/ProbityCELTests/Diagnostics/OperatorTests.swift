import ProbityText
import Testing

@testable import ProbityCEL

@Test(arguments: [
  // Each operator.
  ("vendor.name ①+ 1 == ''", "+", "string and int"),
  ("1 ①- 'a' == 1", "-", "int and string"),
  ("1 ①* 1.0 == 1.0", "*", "int and double"),
  ("1 ①/ 1u == 1", "/", "int and uint"),
  ("1.0 ①% 2.0 == 0.0", "%", "double and double"),
  ("①-true == true", "-", "bool"),
  ("①!vendor.name", "!", "string"),
  ("vendor.listed ①== 'true'", "==", "bool and string"),
  ("vendor.parent.users ①!= '3'", "!=", "int and string"),
  ("1 ①< 'a'", "<", "int and string"),
  ("'a' ①<= true", "<=", "string and bool"),
  ("vendor ①> 1", ">", "vendor and int"),
  ("vendor.products ①>= []", ">=", "list(product) and list(T10)"),
  ("1 ①in vendor.parent.tags", "in", "int and list(string)"),
  ("vendor.name ①in 'abc'", "in", "string and string"),
  // Chains, from left to right.
  ("1 + 2 ①- 'a' + 1 == 1", "-", "int and string"),
  // Records and nothing.
  ("vendor ①== vendor.parent", "==", "vendor and product"),
  ("vendor.products ①== vendor.parent", "==", "list(product) and product"),
  ("vendor.parent ①in [vendor]", "in", "product and list(vendor)"),
  ("vendor.name ①== null", "==", "string and null"),
  // Lists and maps in each other.
  ("[[1]] ①== [['a']]", "==", "list(list(int)) and list(list(string))"),
  ("[[1], [2]] ①!= [1, 2]", "!=", "list(list(int)) and list(int)"),
  ("[1] ①in [['a']]", "in", "list(int) and list(list(string))"),
  ("[1] ①+ ['a'] == [1]", "+", "list(int) and list(string)"),
  ("{'a': 1} ①== {'a': 'b'}", "==", "map(string, int) and map(string, string)"),
  ("{'a': [1]} ①!= {1: [1]}", "!=", "map(string, list(int)) and map(int, list(int))"),
  ("'a' ①in {1: 'a'}", "in", "string and map(int, string)"),
  ("{'a': {'b': 1}}.a ①== 1", "==", "map(string, int) and int"),
  // Optionals.
  ("vendor.?name ①== 'A'", "==", "optional(string) and string"),
  ("vendor.?name.orValue('') ①== 1", "==", "string and int"),
  ("vendor.products[?0] ①== vendor.parent", "==", "optional(product) and product"),
  // Dates and times.
  ("vendor.parent.since ①== '2020'", "==", "date and string"),
  ("vendor.parent.since ①in ['2020']", "in", "date and list(string)"),
  ("vendor.parent.since ①+ 1 == vendor.parent.since", "+", "date and int"),
  ("vendor.parent.since ①- '2020' == days(1)", "-", "date and string"),
  (
    "vendor.parent.since ①< timestamp('2020-01-01T00:00:00Z')", "<", "date and timestamp"
  ),
  ("vendor.parent.since ①> days(3)", ">", "date and duration"),
  ("[vendor.parent.since] ①== ['2020']", "==", "list(date) and list(string)"),
])
func `a fault of operands names the operator and both types`(
  text: String,
  sign: String,
  operands: String
) {
  #expect(compiled(text).lines == ["① cel.operand-types: `\(sign)` does not take \(operands)"])
}

@Test(arguments: ["all", "exists", "exists_one", "existsOne", "filter", "map"])
func `a macro with one variable wants a list or a map, a condition and a name`(macro: String) {
  let name = macro == "existsOne" ? "exists_one" : macro
  #expect(
    compiled("①vendor.name.\(macro)(x, true) == true").lines.first
      == "① cel.operand-types: `\(name)` goes over a list or a map, this is a string"
  )
  #expect(
    compiled("[1].①\(macro)(1, true) == true").lines.first?.hasPrefix(
      "① cel.bad-macro: `\(macro)` takes a name and a "
    ) == true
  )
  let rest = macro == "map" ? ", x" : ""
  #expect(
    compiled("dyn([1].\(macro)(x, ①x\(rest))) == 1").lines
      == ["① cel.not-bool: the condition of `\(name)` must be a bool, this is an int"]
  )
  #expect(compiled("dyn([1].\(macro)(x, x > 0\(rest))) == 1").lines == [])
}

@Test(arguments: ["transformList", "transformMap", "transformMapEntry"])
func `a macro with two variables wants a list or a map, names and a condition`(macro: String) {
  #expect(
    compiled("①vendor.name.\(macro)(i, x, {i: x}) == 1").lines.first
      == "① cel.operand-types: `\(macro)` goes over a list or a map, this is a string"
  )
  #expect(
    compiled("[1].①\(macro)(x, {x: x}) == 1").lines
      == [
        "① cel.bad-macro: `\(macro)` takes two names and a result, such as `\(macro)(i, x, …)`"
      ]
  )
  #expect(
    compiled("[1].\(macro)(i, x, ①x, {i: x}) == 1").lines.first
      == "① cel.not-bool: the condition of `\(macro)` must be a bool, this is an int"
  )
}

@Test(arguments: [
  ("vendor.parent.name ①+ 1 == ''", ["`name` is declared here"]),
  ("1 ①== vendor.parent.name", ["`name` is declared here"]),
  (
    "vendor.parent.name ①in sets.modes",
    ["`name` is declared here", "`sets.modes` is declared here"]
  ),
  ("(vendor.listed ①? vendor.parent.name : 1) == 1", ["`name` is declared here"]),
  ("vendor.parent.name①[0] == 1", ["`name` is declared here"]),
  ("vendor.parent.name.①startsWith(1)", ["`name` is declared here"]),
  ("①vendor.parent.name", ["`name` is declared here"]),
  ("true || ①vendor.parent.name", ["`name` is declared here"]),
  ("①vendor.parent.name.exists(x, true)", ["`name` is declared here"]),
])
func `a fault of types says where what it is about is declared`(text: String, notes: [String]) {
  let result = compiled(text)
  #expect(result.lines.map { $0.prefix(1) } == ["①"])
  #expect(result.diagnostics.flatMap(\.notes).map(\.message) == notes)
}

@Test(arguments: [
  ("vendor.name == null", "`has(…)` asks whether a field has a value"),
  ("vendor.parent.since in ['2020']", "`date('2020-12-31')` makes a date"),
  ("vendor.parent.mode < 'explicit'", "`string(…)` makes an ordinary string of a code"),
  ("vendor['name'] == ''", "a field is selected by `.`"),
  ("size(1) == 1", "it is `size(string)`, `string.size()`, `size(bytes)`, `bytes.size()`, …"),
])
func `a fault of types says what may have been meant`(text: String, help: String) {
  #expect(compiled(text).diagnostics.map(\.help) == [help])
}

@Test(arguments: [
  "[[], [[1]]] == [[], [[1]]]", "[optional.none(), optional.of(1)] == [optional.of(1)]",
  "[[]] + [[1]] == [[1]]", "(vendor.listed ? [] : [1]) == [1]", "{} == {'a': 1}",
  "vendor.?parent.?name.orValue('') == ''", "[1, 'a', true].size() == 3",
  "vendor.products.map(p, p.tags).flatten().exists(t, t == 'a')",
  "vendor.products.map(p, {p.name: p.tags}).all(m, m.exists(k, 'a' in m[k]))",
  "vendor.products.map(p, p.since).exists(d, d < date('2020-12'))",
  "optional.none().orValue(1) == 1", "[optional.of('a')].unwrapOpt() == ['a']",
])
func `what has a type in common is sound`(text: String) {
  #expect(compiled(text).lines == [])
}

@Test func `texts that are too long, too deep or too large say where they begin to be`() {
  let large = compiled(String(repeating: "1+", count: 20_000) + "①1+1 == 2")
  #expect(
    large.lines == ["① cel.too-large: an expression has at most 20000 names, values and operations"]
  )
  let deep = String(repeating: "(", count: 5000)
  #expect(compiled(deep).diagnostics.map(\.id).contains("cel.too-deep"))
  let long = compiled("①" + String(repeating: " ", count: 100_000) + "true")
  #expect(long.lines == ["① cel.too-long: an expression has at most 100000 characters"])
}
