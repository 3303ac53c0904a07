import ProbityText
import Testing

@testable import ProbityCEL

/// Which sorts of facts a condition asks of in one direction only.
@Suite struct CoherenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// What is coherent of what the condition reads, such as `vendor.listed` or
    /// `vendor.products/closure`.
    var coherent: Set<String>

    init(_ text: String, _ coherent: String...) {
      self.text = text
      self.coherent = Set(coherent)
    }

    var testDescription: String { text }
  }

  static let cases = [
    // Values.
    Case("vendor.listed", "vendor.listed"),
    Case("vendor.listed || !vendor.listed"),
    Case("!(vendor.listed && !(vendor.name == 'a'))", "vendor.listed", "vendor.name"),
    Case("vendor.listed == true && vendor.listed != false", "vendor.listed"),
    Case("vendor.name == 'a' || vendor.name == 'b'"),
    Case("vendor.name in ['a', 'b'] && vendor.name in ['b', 'c']", "vendor.name"),
    Case("vendor.name in ['a', 'b'] && vendor.name in ['c']"),
    Case("vendor.name == 'a' || vendor.name != 'b'", "vendor.name"),
    Case("vendor.name == 'a' || vendor.name != 'a'"),
    Case("vendor.name == other.name"),
    Case("vendor.name.startsWith('a')"),
    Case("vendor.listed ? other.listed : !other.listed"),
    // A record that is not there fails whatever is asked of it.
    Case(
      "vendor.parent.users > 3 && vendor.parent.users >= limit",
      "product.users",
      "vendor.parent/existence"
    ),
    Case(
      "vendor.parent.users > 3 && 3 < vendor.parent.users",
      "product.users",
      "vendor.parent/existence"
    ),
    Case("vendor.parent.users > 3 || vendor.parent.users < 2", "vendor.parent/existence"),
    Case("vendor.parent.users > 3 || vendor.parent.users == 3", "vendor.parent/existence"),
    Case(
      "vendor.parent.mode == 'explicit' && vendor.parent.mode in sets.modes",
      "product.mode",
      "vendor.parent/existence"
    ),
    // One of the two it is in any case, or the third one.
    Case(
      "vendor.parent.mode in sets.modes || vendor.parent.mode in ['inferred', 'none_at_all']",
      "vendor.parent/existence"
    ),
    Case("has(vendor.parent) || vendor.parent.sold", "product.sold", "vendor.parent/existence"),
    Case("has(vendor.parent) || !has(vendor.parent)"),
    Case(
      "has(vendor.parent.sold) && vendor.parent.sold",
      "product.sold",
      "vendor.parent/existence"
    ),
    Case("vendor.parent.name == vendor.name", "vendor.parent/existence"),
    Case("vendor.parent.name.startsWith('a')", "vendor.parent/existence"),
    Case("vendor.parent.?name == optional.of('a')"),
    Case("has(vendor.parent.tags) || vendor.parent.sold", "product.sold"),
    // Lists.
    Case(
      "vendor.products.exists(p, p.sold) || other.products.exists(p, p.sold && p.users > 1)",
      "product.sold",
      "product.users",
      "vendor.products/closure",
      "vendor.products/existence"
    ),
    Case("vendor.products.exists(p, p.sold) || vendor.products.all(p, p.sold)", "product.sold"),
    Case(
      "!vendor.products.exists(p, p.sold) && vendor.products.all(p, !p.sold)",
      "product.sold",
      "vendor.products/closure",
      "vendor.products/existence"
    ),
    Case("vendor.products.exists_one(p, p.sold)"),
    Case(
      "size(vendor.products.filter(p, p.sold)) > 1 && 2 <= vendor.products.size()",
      "product.sold",
      "vendor.products/closure",
      "vendor.products/existence"
    ),
    Case("size(vendor.products) > 1 && size(vendor.products) < 3"),
    Case("size(vendor.products) == 1"),
    Case(
      "vendor.products.exists(p, p.tags.exists(t, t == 'a') && p.tags.exists(t, t in ['a', 'b']))",
      "product.tags",
      "product.tags/closure",
      "vendor.products/closure",
      "vendor.products/existence"
    ),
    Case(
      "vendor.products.exists(p, 'a' in p.tags || p.sold)",
      "product.sold",
      "vendor.products/closure",
      "vendor.products/existence"
    ),
  ]

  @Test(arguments: cases)
  func `what is asked of in one direction only is found`(_ example: Case) throws {
    var found = DiagnosticList()
    let program = try #require(
      Program.compile(
        EmbeddedText(SourceText(name: "c.cel", example.text)),
        expecting: .bool,
        in: .company,
        diagnostics: &found
      )
    )
    #expect(Set(program.coherent.map(\.described)) == example.coherent)
    // The opposite asks the same of the same facts.
    #expect((!program.literals).coherent == program.coherent)
  }

  @Test func `a condition and its opposite together are coherent in nothing`() throws {
    var found = DiagnosticList()
    let program = try #require(
      Program.compile(
        EmbeddedText(SourceText(name: "c.cel", "vendor.listed && vendor.name == 'a'")),
        expecting: .bool,
        in: .company,
        diagnostics: &found
      )
    )
    var both = program.literals
    both.formUnion(!program.literals)
    #expect(both.coherent.isEmpty)
  }
}

extension FieldRole {
  fileprivate var described: String {
    let path = "\(field.record).\(field.field)"
    return kind == .value ? path : "\(path)/\(kind)"
  }
}
