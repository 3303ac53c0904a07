import ProbityText
import Testing

@testable import ProbityCEL

/// The page of an expression's value; nothing is known of the company but what is given.
private func page(
  _ text: String,
  of company: Company = Company(),
  limit: Int = ValuePrinter.textLimit
) throws -> ValuePrinter.Page? {
  let program = try program(text, expecting: .dyn)
  var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
  return ValuePrinter.page(
    of: evaluator.value(of: program, in: company.view),
    type: program.type,
    tree: company.tree,
    view: company.view,
    catalog: .company,
    limit: limit
  )
}

@Suite struct ValuePrinterTests {
  @Test(arguments: [
    "null", "true", "-7", "7u", "2.0", "-0.0", "1e+300", "5e-324", "0.1", "double(\"NaN\")",
    "double(\"Infinity\")", "double(\"-Infinity\")", "\"\"", "\"a \\\"b\\\" \\\\ \\n\\r\\t é 阿\"",
    "\"\\u001b[2J\\u202e\\u200b\"", "\"\\U000e0041\"", "b\"\"", "b\"a\\x00\\xff\\x22\\x5c\"",
    "[1, [2, \"3\"], {}]", "{\"a\": 1, 2: [], true: null}", "date(\"2020-12\")", "date(\"2020\")",
    "date(\"2020-12-16\")", "timestamp(\"2020-12-16T08:00:00.5Z\")", "duration(\"-1.5s\")",
    "optional.of(1)", "optional.none()", "int", "optional.of(optional.none())",
  ])
  func `a value's text is an expression with that value`(text: String) throws {
    let page = try #require(try page(text))
    #expect(page.text == text)
    #expect(!page.isOpen && page.waitsFor.isEmpty)
  }

  @Test func `nothing that steers a terminal is written`() throws {
    for value in 0..<0x3000 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = Value.string(String(Character(scalar))).simpleText
      #expect(!text.unicodeScalars.contains(where: isDeceptive), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `what is open in a record is named and waited for`() throws {
    var company = Company(products: 2, tags: 1)
    company.know("name", .string("A"))
    company.rule(out: "listed")
    company.know("parent", .bool(false))
    company.know("products.0", .bool(true))
    company.know("products.0.users", .int(3))
    let page = try #require(try page("vendor", of: company))
    #expect(
      page.text == """
        vendor{name: "A", listed: none, parent: none, products: [product{name: unknown, \
        sold: unknown, mode: unknown, since: unknown, users: 3, tags: [unknown, ...]}, \
        product{name: unknown, sold: unknown, mode: unknown, since: unknown, users: unknown, \
        tags: [unknown, ...]}?, ...]}
        """
    )
    #expect(page.isOpen)
    #expect(page.waitsFor.contains(company.fact("products")))
    #expect(page.waitsFor.contains(company.fact("products.1")))
    #expect(page.waitsFor.contains(company.fact("products.0.name")))
    #expect(!page.waitsFor.contains(company.fact("products.0")))
    #expect(!page.waitsFor.contains(company.fact("parent")))
  }

  @Test func `a closed list of records is written without an end that is open`() throws {
    var company = Company(products: 1, tags: 0)
    for field in ["name", "mode"] { company.know("products.0.\(field)", .string("explicit")) }
    company.know("products.0", .bool(true))
    company.know("products", .bool(true))
    let page = try #require(try page("vendor.products.map(p, p.name)", of: company))
    #expect(page == ValuePrinter.Page(text: "[\"explicit\"]", waitsFor: FactSet(), isOpen: false))
  }

  @Test func `a record within itself is written once`() throws {
    var tree = FactTree()
    let list = tree.addList([])
    let group = tree.addRecord([FactTree.Child(list)])
    tree.setElements(of: list, to: [FactTree.Child(group)])
    var catalog = TypeCatalog()
    catalog.add(
      TypeCatalog.Record(
        name: "group",
        fields: [TypeCatalog.Field(name: "members", type: .list(.record("group")))]
      )
    )
    let page = ValuePrinter.page(
      of: .node(group),
      type: .record("group"),
      tree: tree,
      view: FactView(unknownFactsOf: tree),
      catalog: catalog
    )
    #expect(page?.text == "group{members: [group{...}, ...]}")
  }

  @Test func `a text has the length that it may have, and no more`() throws {
    #expect(try page("[\"abc\", \"de\"]", limit: 13)?.text == "[\"abc\", \"de\"]")
    #expect(try page("[\"abc\", \"de\"]", limit: 12) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a value that shares its parts ends at the limit`() {
    var value = Value.list([])
    for _ in 0..<60 { value = .list([value, value]) }
    let page = ValuePrinter.page(
      of: value,
      type: .dyn,
      tree: FactTree(),
      view: FactView(unknownFactsOf: FactTree()),
      catalog: TypeCatalog()
    )
    #expect(page == nil)
  }
}
