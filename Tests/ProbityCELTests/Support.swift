import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

/// Compiles an expression of its own; the diagnostics stand in the marked text.
func compiled(
  _ marked: String,
  expecting type: CELType = .bool,
  in environment: Environment = .company
) -> (program: Program?, lines: [String], diagnostics: [Diagnostic]) {
  let text = MarkedText(marked, name: "rule.cel")
  var found = DiagnosticList()
  let program = Program.compile(
    EmbeddedText(text.source),
    expecting: type,
    in: environment,
    diagnostics: &found
  )
  return (program, text.lines(for: found.sorted), found.sorted)
}

/// A program of a text that must be sound.
func program(
  _ text: String,
  expecting type: CELType = .bool,
  in environment: Environment = .company
) throws -> Program {
  let result = compiled(text, expecting: type, in: environment)
  return try #require(result.program, "\(text): \(result.lines)")
}

extension Environment {
  /// The variable `v`, a record with some fields.
  static func vendor(_ fields: KeyValuePairs<String, CELType>) -> Environment {
    var catalog = TypeCatalog()
    let fields = fields.map { TypeCatalog.Field(name: $0.key, type: $0.value) }
    catalog.add(TypeCatalog.Record(name: "vendor", fields: fields))
    var environment = Environment(catalog: catalog)
    environment.declare("v", .record("vendor"))
    return environment
  }
}

extension TypeCatalog {
  /// A vendor with products: the smallest vocabulary that has every kind of field.
  static let company: TypeCatalog = {
    let place = SourceText(name: "vocabulary.yaml", "mode: explicit\nname: string\n")
    var catalog = TypeCatalog()
    catalog.add(
      Enumeration(
        name: "attribute_mode",
        codes: ["explicit", "inferred", "none_at_all"],
        declaration: place.span(0..<4)
      )
    )
    catalog.add(
      Record(
        name: "product",
        fields: [
          Field(name: "name", type: .string, declaration: place.span(15..<19)),
          Field(name: "sold", type: .bool),
          Field(name: "mode", type: .enumeration("attribute_mode")),
          Field(name: "since", type: .date), Field(name: "users", type: .int),
          Field(name: "tags", type: .list(.string)),
        ]
      )
    )
    catalog.add(
      Record(
        name: "vendor",
        fields: [
          Field(name: "name", type: .string), Field(name: "listed", type: .bool),
          Field(name: "parent", type: .record("product")),
          Field(name: "products", type: .list(.record("product"))),
        ]
      )
    )
    return catalog
  }()
}

extension Environment {
  static let company: Environment = {
    var environment = Environment(catalog: .company)
    environment.declare("vendor", .record("vendor"))
    environment.declare("other", .record("vendor"))
    environment.define(
      "sets.modes",
      .list(.enumeration("attribute_mode")),
      .list([.string("explicit"), .string("inferred")]),
      at: SourceText(name: "sets.yaml", "modes: []").span(0..<5)
    )
    environment.define("limit", .int, .int(3))
    return environment
  }()
}

/// A tree of two vendors, and what is known of it, to be filled in by field.
struct Company {
  private(set) var tree = FactTree()
  private(set) var vendors: [NodeID] = []

  /// Vendors with as many products, each with as many tags, as given.
  init(products: Int = 3, tags: Int = 2) {
    for _ in 0..<2 { vendors.append(addVendor(products: products, tags: tags)) }
    states = Array(repeating: .unknown, count: tree.factCount)
  }

  var states: [FactView.State] = []
  var view: FactView { FactView(states: states, of: tree) }
  var bindings: [Value] { vendors.map { .node($0) } }

  private mutating func addVendor(products: Int, tags: Int) -> NodeID {
    var fields = [FactTree.Child(tree.addScalar()), FactTree.Child(tree.addScalar())]
    fields.append(addProduct(tags: tags))
    var elements: [FactTree.Child] = []
    for _ in 0..<products { elements.append(addProduct(tags: tags)) }
    fields.append(FactTree.Child(tree.addList(elements)))
    return tree.addRecord(fields)
  }

  private mutating func addProduct(tags: Int) -> FactTree.Child {
    let existence = tree.addFact(.existence)
    var fields: [FactTree.Child] = []
    for _ in 0..<5 { fields.append(FactTree.Child(tree.addScalar())) }
    var elements: [FactTree.Child] = []
    for _ in 0..<tags { elements.append(FactTree.Child(tree.addScalar())) }
    fields.append(FactTree.Child(tree.addList(elements)))
    let node = tree.addRecord(fields)
    tree.endFacts(below: existence)
    return FactTree.Child(node, existence: existence)
  }

  /// The fact at a path such as `products.0.name`, `products` (closure) or `products.0` (existence).
  func fact(_ path: String, of vendor: Int = 0) -> FactID {
    var node = vendors[vendor]
    var record = "vendor"
    var existence: FactID?
    for part in path.split(separator: ".") {
      if let index = Int(part) {
        let child = tree.children(of: node)[tree.children(of: node).startIndex + index]
        (node, existence, record) = (child.node, child.existence, "product")
      } else {
        let slot = TypeCatalog.company.records[record]?.slot(of: String(part)) ?? 0
        let child = tree.field(slot, of: node)
        (node, existence) = (child.node, child.existence)
        if part == "parent" { record = "product" }
      }
    }
    return existence ?? tree.node(node).fact ?? FactID(0)
  }

  mutating func know(_ path: String, _ value: Value, of vendor: Int = 0) {
    states[Int(fact(path, of: vendor).index)] = .known(value)
  }

  mutating func rule(out path: String, of vendor: Int = 0) {
    states[Int(fact(path, of: vendor).index)] = .absent
  }

  func evaluation(_ text: String) throws -> Evaluation {
    var evaluator = Evaluator(tree: tree, bindings: bindings)
    return evaluator.truth(of: try program(text), in: view)
  }
}

/// A fault to stand for any.
let anyFault = EvaluationFault(message: "", span: SourceText(name: "", "").span(0..<0))
