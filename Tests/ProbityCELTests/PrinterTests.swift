import Testing

@testable import ProbityCEL

@Test(arguments: [
  ("-(5)", "-(5)"), ("- -5", "-(-5)"), ("a-b-(c-d)", "a - b - (c - d)"),
  ("(a||b)&&c", "(a || b) && c"), ("a?b:c?d:e", "a ? b : c ? d : e"),
  ("(a?b:c)?d:e", "(a ? b : c) ? d : e"), ("(a==b)==c", "a == b == c"),
  ("a==(b==c)", "a == (b == c)"),
  ("x.`a-b`.in_", "x.`a-b`.in_"), ("x.?y[?0]", "x.?y[?0]"), ("[?a,{?b:c}]", "[?a, {?b: c}]"),
  ("b'\\xff\"'", "b\"\\xff\\x22\""), ("has(.a.b)", "has(.a.b)"), ("T{a:1,?b:c}", "T{a: 1, ?b: c}"),
  ("cel.bind(x,1,x)", "cel.bind(x, 1, x)"), ("l.existsOne(x,y,x)", "l.exists_one(x, y, x)"),
  ("cel.block([1],cel.index(0))", "cel.block([1], cel.index(0))"), ("!(a.b())", "!a.b()"),
  ("o.optMap(x,-x)", "o.optMap(x, -x)"), ("1.0e300*2u%3", "1e+300 * 2u % 3"),
])
func `the canonical text is written one way`(text: String, canonical: String) {
  #expect(Printer(parsed(text).syntax).text == canonical)
}
