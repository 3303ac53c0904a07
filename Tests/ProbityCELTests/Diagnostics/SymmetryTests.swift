import Testing

@testable import ProbityCEL

/// Values whose types have open ends, with others that may close them.
private let values = [
  "1", "1u", "'a'", "true", "null", "vendor.name", "limit", "vendor.parent.mode", "sets.modes",
  "[]",
  "[[]]", "[1]", "['a']", "[[1]]", "[1, 'a']", "{}", "{}['a']", "{'a': 1}", "{'a': []}", "[][0]",
  "[{}['a'], 'a']", "['a', {}['a']]", "[math.abs(limit), [][0]]", "[[][0], 1]",
  "[vendor.parent.mode]", "['explicit', vendor.parent.mode]", "['explicit']", "optional.none()",
  "optional.of(1)", "optional.of([])", "[optional.none()]", "[?optional.none()]",
  "(vendor.listed ? [] : [1])", "cel.bind(x, [], x + ['a'])", "[].map(x, x)", "vendor.parent",
  "vendor.parent.since", "dyn(1)", "type(1)",
]

@Test(arguments: [
  ("(A == B)", "(B == A)"), ("(A != B)", "(B != A)"), ("([A, B] == [])", "([B, A] == [])"),
  ("([A, B] == [1, 'a'])", "([B, A] == ['a', 1])"),
  ("([A, B] == ['a', 'a'])", "([B, A] == ['a', 'a'])"),
  ("({'a': A, 'b': B} == {})", "({'b': B, 'a': A} == {})"),
  ("((vendor.listed ? A : B) == A)", "((vendor.listed ? B : A) == A)"),
  ("([A, B, A] == [B])", "([B, A, A] == [B])"),
  ("([A, B] == [[][0], 1])", "([B, A] == [1, [][0]])"),
  ("([A] + [B] == [A])", "([B] + [A] == [A])"),
  ("sets.contains([A], [B])", "sets.contains([B], [A])"),
])
func `what the checker takes in one order it takes in the other`(one: String, other: String) {
  var disagreeing: [String] = []
  for first in values {
    for second in values {
      let texts = [one, other].map { template in
        template.reduce(into: "") { text, letter in
          text += letter == "A" ? first : letter == "B" ? second : String(letter)
        }
      }
      if compiled(texts[0]).lines.isEmpty != compiled(texts[1]).lines.isEmpty {
        disagreeing.append(texts.joined(separator: " but not "))
      }
    }
  }
  #expect(disagreeing == [])
}
