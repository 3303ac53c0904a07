import ProbityText
import Testing

@testable import ProbityCEL

private let newYork = TimeZones { name, _ in name == "America/New_York" ? -17_762 : nil }

/// What the comparison with another runtime brought to light: see Tests/Differential.
@Test(arguments: [
  ("timestamp('0001-01-01T00:00:00Z').getDayOfYear('America/New_York')", "365"),
  ("timestamp('0001-01-01T05:00:00Z').getDayOfYear('America/New_York')", "0"),
  ("timestamp('0001-01-01T00:00:00Z').getFullYear('America/New_York')", "0"),
  ("uint(-0.5)", "error"), ("uint(-0.0)", "0u"), ("uint(0.9)", "0u"),
  ("dyn(double('NaN')) < dyn(1)", "false"), ("dyn(double('NaN')) < dyn('a')", "error"),
  ("dyn(int) >= dyn(double('NaN'))", "error"), ("size({0: 1, 0u: 2})", "error"),
])
func `the specification is followed where another runtime showed a fault`(
  text: String,
  result: String
) throws {
  let program = try program(text, expecting: .dyn, in: Environment(catalog: TypeCatalog()))
  var evaluator = Evaluator(tree: FactTree(), bindings: [], zones: newYork)
  switch evaluator.value(of: program, in: FactView(unknownFactsOf: FactTree())) {
  case .error: #expect(result == "error")
  case let value: #expect(value.simpleText == result)
  }
}
