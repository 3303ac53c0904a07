import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

@Test(arguments: [
  ("1 +①", "① cel.syntax: expected a value, the text ends"),
  ("(1 == 1①", "① cel.syntax: expected `)`, the text ends"),
  ("1 == 1 ①2", "① cel.syntax: expected the end of the expression, here is `2`"),
  ("[1 ①2] == [1]", "① cel.syntax: expected `,` or `]`, here is `2`"),
  ("true ? 1 ①", "① cel.syntax: expected `:`, the text ends"),
  ("vendor①.1", "① cel.syntax: expected the end of the expression, here is `.1`"),
  ("vendor.①(1)", "① cel.syntax: expected a field name, here is `(`"),
  ("①'abc", "① cel.unclosed-string: the string is not closed"),
  (#"'a①\q' == ''"#, #"① cel.bad-escape: `\q` is not an escape sequence"#),
  (#"'①\ud800' == ''"#, #"① cel.bad-escape: `\ud800` is not an escape sequence"#),
  ("1 ①& 2", "① cel.unexpected-character: `&` is not part of the expression language"),
  ("①99999999999999999999 > 1", "① cel.number-range: the number does not fit into 64 bits"),
  ("①9223372036854775808 > 1", "① cel.number-range: the number does not fit into an int"),
  ("①-1u > 1u", "① cel.number-range: an unsigned number has no sign"),
  ("①1e999 > 1.0", "① cel.number-range: the number does not fit into a double"),
  ("①while == 1", "① cel.reserved-word: `while` is a reserved word and cannot be a name"),
  (
    "vendor.①`a$` == ''",
    "① cel.bad-name: a back-quoted name holds letters, digits, `_ - . /` and blanks and ends with a"
      + " back-quote"
  ),
])
func `a text that is no expression is refused where it goes wrong`(text: String, line: String) {
  let result = compiled(text)
  #expect(result.program == nil)
  #expect(result.lines.first == line)
}

@Test(arguments: [
  ("①vender.listed", "① cel.unknown-name: nothing is called `vender` here"),
  ("vendor.①listd", "① cel.unknown-field: `vendor` has no field `listd`"),
  (
    "vendor.products.①name == 'A'",
    "① cel.unknown-field: a list(product) has no field `name`"
  ), ("vendor.name.①size == 1", "① cel.unknown-field: a string has no field `size`"),
  ("vendor.name.①startWith('A')", "① cel.unknown-function: there is no function `startWith`"),
  ("①matchez(vendor.name, 'A')", "① cel.unknown-function: there is no function `matchez`"),
  (
    "vendor.name.①startsWith(1)",
    "① cel.argument-types: there is no `string.startsWith(int)`"
  ), ("①size(1) == 1", "① cel.argument-types: there is no `size(int)`"),
  ("vendor.name ①+ 1 == 'A'", "① cel.operand-types: `+` does not take string and int"),
  ("vendor.name ①== 1", "① cel.operand-types: `==` does not take string and int"),
  ("1 ①< 'a'", "① cel.operand-types: `<` does not take int and string"),
  ("1 ①in 'abc'", "① cel.operand-types: `in` does not take int and string"),
  ("①-'a' == 'a'", "① cel.operand-types: `-` does not take string"),
  ("①!1", "① cel.operand-types: `!` does not take int"),
  ("[1]①['a'] == 1", "① cel.operand-types: `[…]` does not take list(int) and string"),
  ("①vendor.products", "① cel.not-bool: a condition must be a bool, this is a list(product)"),
  ("true && ①vendor.name", "① cel.not-bool: an operand of `&&` must be a bool, this is a string"),
  ("①1 ? true : false", "① cel.not-bool: what stands before `?` must be a bool, this is an int"),
  (
    "vendor.products.exists(p, ①p.name)",
    "① cel.not-bool: the condition of `exists` must be a bool, this is a string"
  ),
  (
    "true ①? 1 : 'a'",
    "① cel.operand-types: both branches of `?:` have one type, these are int and string"
  ),
  (
    "①vendor.name.all(x, true)",
    "① cel.operand-types: `all` goes over a list or a map, this is a string"
  ),
  (
    "①{1.5: 1} == {}",
    "① cel.operand-types: the key of a map is a bool, int, uint or string, not a double"
  ),
  (
    "vendor.products.①exists(p.name, true)",
    "① cel.bad-macro: `exists` takes a name and a condition, such as `exists(x, …)`"
  ),
  ("①has(vendor)", "① cel.bad-macro: `has` takes one field, such as `has(product.name)`"),
  (
    "①product{name: 'A'} == vendor.parent",
    "① cel.record-literal: a `product` cannot be written here: records come from profiles only"
  ),
  ("[?①1] == [1]", "① cel.not-optional: an element after `?` must be an optional, this is an int"),
  (
    "vendor.name.matches(①'(a')",
    "① cel.bad-pattern: the pattern is no regular expression: missing ): (a"
  ),
  (
    "vendor.name.matches(①'(a)\\\\1')",
    "① cel.bad-pattern: the pattern is no regular expression: invalid escape sequence: \\1"
  ), ("date(①'2020-13') > date('2020')", "① cel.bad-literal: `2020-13` cannot become a date"),
  (
    "vendor.products.①transformList(p, p.name) == []",
    "① cel.bad-macro: `transformList` takes two names and a result, such as"
      + " `transformList(i, x, …)`"
  ),
  (
    "cel.①bind(1, 2, true)",
    "① cel.bad-macro: `bind` takes a name, a value and a result, such as `cel.bind(x, …, …)`"
  ),
  (
    "vendor.?name.①optMap(1, true).hasValue()",
    "① cel.bad-macro: `optMap` takes a name and a result, such as `optMap(x, …)`"
  ),
  (
    "①vendor.name.optMap(x, x).hasValue()",
    "① cel.not-optional: what stands before `.optMap` must be an optional, this is a string"
  ),
  (
    "vendor.?name.optFlatMap(x, ①x).hasValue()",
    "① cel.not-optional: the result of `optFlatMap` must be an optional, this is a string"
  ),
  (
    "[1].transformMapEntry(i, x, ①x) == {}",
    "① cel.operand-types: the result of `transformMapEntry` must be a map, this is an int"
  ), ("1 + 2 ①+ 'a' == 3", "① cel.operand-types: `+` does not take int and string"),
  ("math.①greatest('a') == 1", "① cel.argument-types: there is no `math.greatest(string)`"),
  (
    "vendor.parent.mode == ①'explicitt'",
    "① cel.unknown-code: `explicitt` is not a `attribute_mode`"
  ),
  ("vendor.parent.mode in ['inferred', ①'x']", "① cel.unknown-code: `x` is not a `attribute_mode`"),
  ("①'infered' in sets.modes", "① cel.unknown-code: `infered` is not a `attribute_mode`"),
  ("[vendor.parent.mode] == [①'x']", "① cel.unknown-code: `x` is not a `attribute_mode`"),
  (
    "vendor.parent.mode == (true ? 'explicit' : ①'x')",
    "① cel.unknown-code: `x` is not a `attribute_mode`"
  ),
  (
    "vendor.parent.mode ①== vendor.name",
    "① cel.operand-types: `==` does not take attribute_mode and string"
  ),
  ("vendor.parent.since ①< '2020'", "① cel.operand-types: `<` does not take date and string"),
  ("①sets.mode == []", "① cel.unknown-name: nothing is called `sets.mode` here"),
])
func `a condition that does not fit the vocabulary is refused once, at its place`(
  text: String,
  line: String
) {
  let result = compiled(text)
  #expect(result.program == nil)
  #expect(result.lines == [line])
}

@Test(
  arguments: [
    ("vendor.listd", "did you mean `listed`?", nil),
    ("vender.listed", "did you mean `vendor`?", nil),
    ("vendor.parent.nam == ''", "did you mean `name`?", "`name` is declared here"),
    ("vendor.name.startWith('A')", "did you mean `startsWith`?", nil),
    ("sets.mode == []", "did you mean `sets.modes`?", "`sets.modes` is declared here"),
    (
      "vendor.parent.mode == 'explicitt'", "did you mean `explicit`?",
      "`attribute_mode` is declared here"
    ),
    (
      "vendor.parent.mode == 'zzzzzz'",
      "the codes are `explicit`, `inferred`, `none_at_all`", "`attribute_mode` is declared here"
    ),
    (
      "vendor.parent.mode == vendor.name", "`string(…)` makes an ordinary string of a code", nil
    ), ("vendor.parent.since < '2020'", "`date('2020-12-31')` makes a date", nil),
    ("vendor.parent.name + 1 == ''", nil, "`name` is declared here"),
    ("1 = 1", "did you mean `==`?", nil),
    ("'a'.contains(1)", "it is `string.contains(string)`", nil),
  ] as [(String, String?, String?)]
)
func `a message says what was meant and where it is declared`(
  text: String,
  help: String?,
  note: String?
) throws {
  let diagnostic = try #require(compiled(text).diagnostics.first)
  #expect(diagnostic.help == help)
  #expect(diagnostic.notes.first?.message == note)
  #expect(diagnostic.notes.allSatisfy { $0.span != nil })
}

@Test func `several faults of one text are all reported, each once`() {
  let result = compiled("[1 + ①, 2 ②3].exists(x, x ==③) && (vendor.name == ④")
  #expect(
    result.lines == [
      "① cel.syntax: expected a value, here is `,`",
      "② cel.syntax: expected `,` or `]`, here is `3`",
      "③ cel.syntax: expected a value, here is `)`",
      "④ cel.syntax: expected a value, the text ends",
    ]
  )
  let checked = compiled("vendor.①listd && vendor.parent.②nme == 1 || ③nobody.name.size() > 'a'")
  #expect(checked.lines.map { $0.prefix(1) } == ["①", "②", "③"])
}

@Test func `a program knows its type, its text and the fields that it reads`() throws {
  let result = try program(
    "vendor.products.map(p, has(p.tags), p.name)",
    expecting: .list(.string)
  )
  #expect(result.type == .list(.string))
  #expect(result.text.text == "vendor.products.map(p, has(p.tags), p.name)")
  #expect(
    result.fieldsRead == [
      FieldName(record: "vendor", field: "products"), FieldName(record: "product", field: "tags"),
      FieldName(record: "product", field: "name"),
    ]
  )
  let mismatch = compiled("①vendor.listed", expecting: .list(.string))
  #expect(
    mismatch.lines == ["① cel.result-type: the result must be a list(string), this is a bool"]
  )
}

@Test(arguments: [
  (String(repeating: "(", count: 96) + "true" + String(repeating: ")", count: 96), true),
  (String(repeating: "(", count: 50_000), false),
  (String(repeating: "!", count: 96) + "true", true),
  (String(repeating: "!", count: 99_000) + "true", false),
  (String(repeating: "[", count: 50_000), false),
  ("1" + String(repeating: " + 1", count: 96) + " > 0", true),
  ("1" + String(repeating: " + 1", count: 19_000) + " > 0", true),
  ("1" + String(repeating: " + 1", count: 20_000) + " > 0", false),
  ("true" + String(repeating: " && true", count: 12_000), true),
  (String(repeating: "true ? true : ", count: 96) + "true", true),
  (String(repeating: "true ? true : ", count: 7000) + "true", false),
  ("vendor" + String(repeating: ".parent", count: 14_000), false),
  (String(repeating: " ", count: 100_000) + "true", false),
])
func `deep and long texts are refused, not a crash, on a task's stack`(
  text: String,
  isSound: Bool
) async {
  let truth = await Task { () -> Truth? in
    let company = Company()
    guard let program = compiled(text).program else { return nil }
    var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
    return evaluator.truth(of: program, in: company.view).truth
  }.value
  #expect(truth == (isSound ? .yes : nil))
}
