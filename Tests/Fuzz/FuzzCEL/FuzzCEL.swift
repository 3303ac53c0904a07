import CFuzzer
import Glibc
import ProbityCEL
import ProbityText

/// Compiles any text as a condition, and evaluates it over facts of which nothing is known.
@main
enum FuzzCEL {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        unsafe check(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      }
    )
  }
}

private func check(_ bytes: [UInt8]) {
  // What YAML hands on is always well-formed.
  let source = SourceText(name: "fuzz.cel", String(decoding: bytes, as: UTF8.self))
  var diagnostics = DiagnosticList()
  let program = Program.compile(
    EmbeddedText(source),
    expecting: .bool,
    in: Company.environment,
    diagnostics: &diagnostics
  )
  precondition((program == nil) == !diagnostics.isFreeOfErrors, "nothing is refused in silence")
  _ = Excerpt.text(for: diagnostics.sorted)
  guard let program else { return }
  let limits = EvaluationLimits(steps: 20_000, stringSize: 100_000, listSize: 10_000)
  var evaluator = Evaluator(
    tree: Company.shared.tree,
    bindings: [.node(Company.shared.vendor)],
    limits: limits
  )
  let open = evaluator.truth(of: program, in: FactView(unknownFactsOf: Company.shared.tree))
  let view = FactView(states: Company.shared.states, of: Company.shared.tree)
  let known = evaluator.truth(of: program, in: view)
  if open.truth != .unknown { precondition(open.truth == known.truth, "facts change no answer") }
}

/// One vendor with two products, and the environment that rules speak of it in.
private struct Company {
  static let shared = Self()

  var tree = FactTree()
  var vendor = NodeID(0)
  var states: [FactView.State] = []

  init() {
    var products: [FactTree.Child] = []
    for index in 0..<2 { products.append(addProduct(number: index)) }
    var fields = [add(.string("A")), add(.bool(true))]
    fields.append(FactTree.Child(tree.addList(products)))
    states.append(.known(.bool(true)))
    vendor = tree.addRecord(fields)
  }

  private mutating func add(_ value: Value) -> FactTree.Child {
    states.append(.known(value))
    return FactTree.Child(tree.addScalar())
  }

  private mutating func addProduct(number: Int) -> FactTree.Child {
    let existence = tree.addFact(.existence)
    states.append(.known(.bool(true)))
    let date = PartialDate(year: 2020, month: 12).map(Value.date) ?? .null
    let fields = [
      add(.string("P\(number)")), add(.bool(number == 0)), add(.string("explicit")), add(date),
      add(.int(Int64(number))),
    ]
    let tags = [add(.string("a")), add(.string("b"))]
    let list = FactTree.Child(tree.addList(tags))
    states.append(.known(.bool(true)))
    let node = tree.addRecord(fields + [list])
    tree.endFacts(below: existence)
    return FactTree.Child(node, existence: existence)
  }
}

extension Company {
  static let environment: Environment = {
    var environment = Environment(catalog: catalog)
    environment.declare("vendor", .record("vendor"))
    environment.define(
      "sets.modes",
      .list(.enumeration("mode")),
      .list([.string("explicit"), .string("inferred")])
    )
    return environment
  }()

  private static var catalog: TypeCatalog {
    let place = SourceText(name: "vocabulary.yaml", "vocabulary").span(0..<10)
    var catalog = TypeCatalog()
    catalog.add(.init(name: "mode", codes: ["explicit", "inferred"], declaration: place))
    catalog.add(
      .init(
        name: "product",
        fields: [
          .init(name: "name", type: .string), .init(name: "sold", type: .bool),
          .init(name: "mode", type: .enumeration("mode")), .init(name: "since", type: .date),
          .init(name: "users", type: .int), .init(name: "tags", type: .list(.string)),
        ]
      )
    )
    catalog.add(
      .init(
        name: "vendor",
        fields: [
          .init(name: "name", type: .string), .init(name: "listed", type: .bool),
          .init(name: "products", type: .list(.record("product"))),
        ]
      )
    )
    return catalog
  }
}
