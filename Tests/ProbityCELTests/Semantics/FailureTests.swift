import ProbityText
import Testing

@testable import ProbityCEL

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
