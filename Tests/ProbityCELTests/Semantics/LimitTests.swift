import Testing

@testable import ProbityCEL

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
