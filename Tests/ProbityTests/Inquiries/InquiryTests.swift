import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity

/// What an expression over data comes to: its text, what it waits for, what was said.
private func answer(
  _ expression: String,
  _ data: String? = nil
) -> (answer: InquiryAnswer?, said: [Diagnostic]) {
  var diagnostics = DiagnosticList()
  let answer = Inquiry.answer(
    to: SourceText(name: "expression", expression),
    data: data.map { SourceText(name: "data", $0) },
    into: &diagnostics
  )
  return (answer, diagnostics.sorted)
}

@Suite struct InquiryTests {
  /// An expression over data, its value, and the paths that it waits for.
  struct Case: Sendable {
    var expression: String
    var data: String
    var text: String
    var waitsFor: [String]

    init(_ expression: String, _ data: String, _ text: String, _ waitsFor: [String] = []) {
      self.expression = expression
      self.data = data
      self.text = text
      self.waitsFor = waitsFor
    }
  }

  static let products = #"{"vendor": {"products": [{"users": null}, {"users": 3}]}}"#

  static let cases = [
    Case("n + 1", #"{"n": 2}"#, "3"), Case("n", #"{"n": 1.0}"#, "1.0"),
    Case("n", #"{"n": -9223372036854775808}"#, "-9223372036854775808"),
    Case("n", #"{"n": 18446744073709551615}"#, "18446744073709551615u"),
    Case("s + 'b'", #"{"s": "a\u00e9"}"#, "\"aéb\""), Case("b", "b: yes", "\"yes\""),
    Case("m", #"{"m": {"b": [1, true], "a": {}}}"#, #"{"b": [1, true], "a": {}}"#),
    Case("m[1]", "m: {1: one, true: two}", "\"one\""),
    Case("x", #"{"x": null}"#, "unknown", ["x"]), Case("x", "x:", "unknown", ["x"]),
    Case("x", "x: ~", "unknown", ["x"]), Case("x", "x: unknown", "unknown", ["x"]),
    Case("x", #"{"x": "unknown"}"#, "\"unknown\""), Case("x", #"{"x": ""}"#, "\"\""),
    Case("x == null", #"{"x": null}"#, "unknown", ["x"]),
    Case("x > 1 || true", #"{"x": null}"#, "true"),
    Case("x > 1 && y", #"{"x": null, "y": null}"#, "unknown", ["x", "y"]),
    Case("has(a.b)", #"{"a": {"b": null}}"#, "unknown", ["a.b"]),
    Case("has(a.c)", #"{"a": {"b": null}}"#, "false"),
    Case("a.?b.orValue(1)", #"{"a": {"b": null}}"#, "unknown", ["a.b"]),
    Case("7 in l", #"{"l": [null, 1]}"#, "unknown", ["l[0]"]),
    Case("1 in l", #"{"l": [null, 1]}"#, "true"),
    Case("size(l)", #"{"l": [null, 1]}"#, "2"),
    Case("l", #"{"l": [null, 1]}"#, "[unknown, 1]", ["l[0]"]),
    Case("m.`c d`", #"{"m": {"c d": null}}"#, "unknown", [#"m["c d"]"#]),
    Case("m", "m: {1: ~, for: ~}", #"{1: unknown, "for": unknown}"#, ["m[1]", #"m["for"]"#]),
    Case(
      "vendor.products.exists(p, p.users > 10)",
      products,
      "unknown",
      ["vendor.products[0].users"]
    ),
    Case("vendor.products.exists(p, p.users < 10)", products, "true"),
    // A part that is nobody's field may turn out to be of any kind, and then the whole fails.
    Case("vendor.products.map(p, p.users)", products, "unknown", ["vendor.products[0].users"]),
    Case("date('2020-12') < date('2020-12-05')", "{}", "unknown"),
  ]

  @Test(arguments: cases)
  func `null is an open fact with a path, everything else a value`(_ test: Case) throws {
    let (answer, said) = answer(test.expression, test.data)
    let found = try #require(answer, "\(said.map(\.message))")
    #expect(found.text == test.text)
    #expect(found.openFacts.map(\.path) == test.waitsFor)
    #expect(found.isOpen == (test.text == "unknown" || !test.waitsFor.isEmpty))
    #expect(said.isEmpty)
  }

  @Test(arguments: [
    ("①a.b / 0", "{a: {b: 1}}", "eval.failed"), ("①nope + 1", "{a: 1}", "cel.unknown-name"),
    ("1 +①", "{a: 1}", "cel.syntax"), ("①", "{a: 1}", "cel.syntax"),
  ])
  func `an error of the expression has its place`(marked: String, data: String, id: String) {
    let text = MarkedText(marked, name: "expression")
    var diagnostics = DiagnosticList()
    let answer = Inquiry.answer(
      to: text.source,
      data: SourceText(name: "data", data),
      into: &diagnostics
    )
    #expect(answer == nil)
    let places = text.lines(for: diagnostics.sorted)
    #expect(diagnostics.sorted.map(\.id) == [id])
    #expect(places.allSatisfy { $0.hasPrefix("①") }, "\(places)")
  }

  @Test(arguments: [
    ("①[1]", "eval.not-an-object"), ("①1", "eval.not-an-object"),
    ("{a: 1, ①a: 2}", "yaml.duplicate-key"), ("a: ①184467440737095516160", "eval.number-range"),
    ("①{\"a\": 1", "yaml.unclosed-bracket"), ("a: {1: x, ①0x1: y}", "eval.key-twice"),
  ])
  func `faulty data is refused at its place, and nothing is evaluated`(marked: String, id: String) {
    let text = MarkedText(marked, name: "data")
    var diagnostics = DiagnosticList()
    let answer = Inquiry.answer(
      to: SourceText(name: "expression", "1"),
      data: text.source,
      into: &diagnostics
    )
    #expect(answer == nil)
    #expect(diagnostics.sorted.map(\.id) == [id])
    let lines = text.lines(for: diagnostics.sorted)
    #expect(lines.allSatisfy { $0.hasPrefix("①") }, "\(lines)")
  }

  @Test(arguments: ["a-b", "for", "true", "1a", "", "é"])
  func `a key that can't be a name is told`(key: String) {
    let (answer, said) = answer("1", "{\"\(key)\": 1}")
    #expect(answer?.text == "1")
    #expect(said.map(\.id) == ["eval.no-name"])
    #expect(said.map(\.severity) == [.warning])
  }

  @Test func `a result that is too long is an error at the whole expression`() {
    let numbers = (0..<2_000).map(String.init).joined(separator: ", ")
    let long = String(repeating: "x", count: 1_000)
    let (answer, said) = answer("l.map(x, s)", "{l: [\(numbers)], s: \(long)}")
    #expect(answer == nil)
    #expect(said.map(\.id) == ["eval.too-long"])
    #expect(said.first?.span?.description == "expression:1:1")
  }
}
