import Testing

@testable import ProbityCEL

@Test(arguments: [
  TruthCase("vendor.products.exists(p, p.sold)", "products.0=true products.0.sold=true", .yes),
  TruthCase(
    "vendor.products.exists(p, p.sold)",
    "products.0.sold=true",
    .unknown,
    ["products", "products.0", "products.1", "products.1.sold", "products.2", "products.2.sold"]
  ),
  TruthCase(
    "vendor.products.exists(p, p.sold)",
    "products=true products.0=false products.1=false products.2=false",
    .no
  ),
  TruthCase(
    "vendor.products.exists(p, p.sold)",
    pairOfProducts + "products.0.sold=false products.1.sold=false",
    .no
  ),
  TruthCase(
    "vendor.products.all(p, p.sold)",
    "products.0=true products.0.sold=false",
    .no
  ),
  TruthCase(
    "vendor.products.all(p, p.sold)",
    pairOfProducts + "products.0.sold=true products.1.sold=true",
    .yes
  ),
  TruthCase(
    "vendor.products.all(p, p.sold || !p.sold)",
    "products=true products.0=false products.1=false products.2=false",
    .yes
  ),
  TruthCase("size(vendor.products) >= 2", "products.0=true products.1=true", .yes),
  TruthCase("2 <= vendor.products.size()", "products.0=true products.1=true", .yes),
  TruthCase("size(vendor.products) > 3", "products=true", .no),
  TruthCase(
    "size(vendor.products) == 2",
    "products.0=true products.1=true",
    .unknown,
    ["products", "products.2"]
  ),
  TruthCase("size(vendor.products) != 4", "products=true", .yes),
  TruthCase("vendor.products[0].name == 'A'", pairOfProducts + "products.0.name=A", .yes),
  TruthCase(
    "vendor.products[0].name == 'A'",
    "products.0=true products.0.name=A",
    .unknown,
    ["products", "products.1", "products.2"]
  ),
  TruthCase(
    "vendor.products[1].name == 'A'",
    "products=true products.1=true products.2=false products.1.name=A",
    .unknown,
    ["products.0"]
  ),
  TruthCase("'web' in vendor.parent.tags", "parent.tags.0=web", .yes),
  TruthCase(
    "'web' in vendor.parent.tags",
    "parent.tags=true parent.tags.0=a parent.tags.1=none",
    .no
  ),
  TruthCase(
    "'web' in vendor.parent.tags",
    "parent.tags=true parent.tags.0=a",
    .unknown,
    ["parent.tags.1"]
  ),
  TruthCase(
    "'web' in vendor.parent.tags",
    "parent.tags.0=a parent.tags.1=b",
    .unknown,
    ["parent.tags"]
  ),
  TruthCase(
    "vendor.parent.tags == ['a', 'b']",
    "parent.tags=true parent.tags.0=a parent.tags.1=b",
    .yes
  ),
  TruthCase(
    "vendor.parent.tags == ['a', 'b']",
    "parent.tags=true parent.tags.0=a parent.tags.1=c",
    .no
  ),
  TruthCase("vendor.parent.tags == ['a', 'b']", "parent.tags.0=a parent.tags.1=c", .no),
  TruthCase(
    "vendor.parent.tags == ['a', 'b']",
    "parent.tags.0=a parent.tags.1=b",
    .unknown,
    ["parent.tags"]
  ),
  TruthCase("vendor.parent.tags == ['a']", "parent.tags.0=a parent.tags.1=b", .no),
  TruthCase(
    "vendor.products.map(p, p.users).exists(n, n > 5)",
    "products.0=true products.0.users=9",
    .yes
  ),
  TruthCase(
    "vendor.products.map(p, p.sold, p.users) == [9]",
    pairOfProducts + "products.0.sold=true products.0.users=9 products.1.sold=false",
    .yes
  ),
  TruthCase(
    "vendor.products.map(p, p.sold, p.users) == [9]",
    pairOfProducts + "products.0.sold=true products.0.users=9",
    .unknown,
    ["products.1.sold"]
  ),
  TruthCase(
    "vendor.products.exists_one(p, p.sold)",
    "products.0=true products.0.sold=true",
    .unknown,
    ["products", "products.1", "products.1.sold", "products.2", "products.2.sold"]
  ),
  TruthCase(
    "vendor.products.filter(p, p.users / p.users == 1).size() > 0",
    pairOfProducts + "products.0.users=3",
    .unknown,
    ["products.1.users"]
  ),
])
func `open lists and possible elements never count as certain`(_ test: TruthCase) throws {
  try check(test)
}
