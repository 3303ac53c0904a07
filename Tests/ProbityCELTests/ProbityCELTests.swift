import ProbityText
import Testing

@testable import ProbityCEL

@Test(arguments: [
  "vendor.products.exists(p, p.sold)", "1 + 1 == 2 && !(2 < 1)", "[1, 2].map(x, x * 2) == [2, 4]",
  "size(vendor.products.filter(p, p.sold)) > 0",
])
func smoke(_ text: String) throws {
  var company = Company()
  company.know("products.0", .bool(true))
  company.know("products.0.sold", .bool(true))
  #expect(try company.evaluation(text).truth == .yes, "\(text)")
}
