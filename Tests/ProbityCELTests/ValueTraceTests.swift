import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

/// The parts of an expression with their values, as `text at column: value` where they stand.
private func lines(_ text: String, _ bindings: [(String, CELType, Value)]) throws -> [String] {
  var environment = Environment(catalog: TypeCatalog())
  for (name, type, _) in bindings { environment.declare(name, type) }
  let trace = ValueTrace.of(
    EmbeddedText(SourceText(name: "text", text)),
    in: environment,
    tree: FactTree(),
    bindings: bindings.map(\.2),
    view: FactView(unknownFactsOf: FactTree())
  )
  return try #require(trace).parts.map { part in
    let source = String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
    let page = ValuePrinter.page(
      of: part.value,
      type: part.type,
      tree: FactTree(),
      view: FactView(unknownFactsOf: FactTree()),
      catalog: TypeCatalog()
    )
    return "\(part.anchor.lowerBound) \(source): \(page?.text ?? "")"
  }
}

@Test(
  arguments: [
    ("a", ["0 a: true"]),
    ("1 + 2", ["2 1 + 2: 3"]),
    ("a && b", ["0 a: true", "5 b: false", "2 a && b: false"]),
    // What comes behind a decisive operand is not evaluated.
    ("b && a", ["0 b: false", "2 b && a: false"]),
    ("a || b", ["0 a: true", "2 a || b: true"]),
    ("u || a || b", ["0 u: unknown", "5 a: true", "2 u || a || b: true"]),
    ("!b", ["1 b: false", "0 !b: true"]),
    ("a ? 1 : n", ["0 a: true", "2 a ? 1 : n: 1"]),
    ("b ? 1 : n", ["0 b: false", "8 n: 7", "2 b ? 1 : n: 7"]),
    ("u ? n : 7", ["0 u: unknown", "4 n: 7", "2 u ? n : 7: 7"]),
    ("n in [1, 7]", ["0 n: 7", "2 n in [1, 7]: true"]),
    ("n in [1, n]", ["0 n: 7", "9 n: 7", "5 [1, n]: [1, 7]", "2 n in [1, n]: true"]),
    ("l[1] == n", ["0 l: [1, 2]", "1 l[1]: 2", "8 n: 7", "5 l[1] == n: false"]),
    // One element tells what a macro comes to: the first that decides.
    (
      "l.exists(x, x > 1)",
      ["0 l: [1, 2]", "12 x: 2", "14 x > 1: true", "2 l.exists(x, x > 1): true"]
    ),
    (
      "l.all(x, x > 1)",
      ["0 l: [1, 2]", "9 x: 1", "11 x > 1: false", "2 l.all(x, x > 1): false"]
    ),
    // Where none does, no single one tells.
    ("l.exists(x, x > 5)", ["0 l: [1, 2]", "2 l.exists(x, x > 5): false"]),
    ("l.map(x, x + 1)", ["0 l: [1, 2]", "2 l.map(x, x + 1): [2, 3]"]),
    (
      "[n].exists(x, x > 9)",
      [
        "1 n: 7", "0 [n]: [7]", "14 x: 7", "16 x > 9: false", "4 [n].exists(x, x > 9): false",
      ]
    ),
    (
      "cel.bind(x, n + 1, x > 7)",
      [
        "12 n: 7", "14 n + 1: 8", "19 x: 8", "21 x > 7: true",
        "4 cel.bind(x, n + 1, x > 7): true",
      ]
    ),
    ("!(a && (b))", ["2 a: true", "8 b: false", "4 a && (b): false", "0 !(a && (b)): true"]),
    ("size(l) == 2", ["5 l: [1, 2]", "0 size(l): 2", "8 size(l) == 2: true"]),
    ("n / 0 == 1", ["0 n: 7", "2 n / 0: error", "6 n / 0 == 1: error"]),
  ] as [(String, [String])]
)
func `each part that was evaluated has its value`(_ text: String, _ parts: [String]) throws {
  let unknown = Value.unknown(FactSet([FactID(0)]))
  let found = try lines(
    text,
    [
      ("a", .bool, .bool(true)), ("b", .bool, .bool(false)), ("u", .bool, unknown),
      ("n", .int, .int(7)), ("l", .list(.int), .list([.int(1), .int(2)])),
    ]
  )
  #expect(found == parts)
}

@Test func `what does not compile has no trace`() {
  for text in ["1 +", "nobody", "1 && true"] {
    let trace = ValueTrace.of(
      EmbeddedText(SourceText(name: "text", text)),
      in: Environment(catalog: TypeCatalog()),
      tree: FactTree(),
      bindings: [],
      view: FactView(unknownFactsOf: FactTree())
    )
    #expect(trace == nil)
  }
}

@Test func `a trace ends at its limit, and says so`() throws {
  let text = Array(repeating: "a", count: 600).joined(separator: " && ")
  var environment = Environment(catalog: TypeCatalog())
  environment.declare("a", .bool)
  let trace = try #require(
    ValueTrace.of(
      EmbeddedText(SourceText(name: "text", text)),
      in: environment,
      tree: FactTree(),
      bindings: [.bool(true)],
      view: FactView(unknownFactsOf: FactTree())
    )
  )
  #expect(trace.isCut)
  #expect(trace.parts.count <= ValueTrace.limit + 1)
}
