import Testing

@testable import ProbityCEL

@Test(arguments: [
  TruthCase(
    "vendor.products.exists(p, p.sold == true)",
    pairOfProducts + "products.0.sold=true",
    .yes
  ),
  TruthCase(
    "vendor.products.exists(p, p.name == 'A')",
    threeProducts + "products.0.name=A products.1.name=B",
    .yes
  ), TruthCase("size(vendor.products) == 3", threeProducts + "products.2.name=none", .yes),
  TruthCase("7 in [vendor.parent.users, 1]", "", .unknown, ["parent.users"]),
  TruthCase("vendor.name in []", "", .no), TruthCase("vendor.name in {}", "", .no),
  TruthCase("1 / vendor.parent.users in []", "", .unknown, ["parent.users"]),
  TruthCase("1 in [vendor.parent.users, 1]", "", .yes), TruthCase("1 in [2, 3]", "", .no),
  TruthCase("[vendor.parent.users, 1] == [7, 1]", "", .unknown, ["parent.users"]),
  TruthCase("[vendor.parent.users, 1] == [7, 2]", "", .no),
  TruthCase(
    "vendor.products.filter(p, p.sold == true).size() > 0",
    threeProducts + "products.0.sold=true products.1.sold=false",
    .yes
  ),
  TruthCase(
    "vendor.products.exists_one(p, p.sold)",
    threeProducts + "products.0.sold=true products.1.sold=false",
    .unknown,
    ["products.2.sold"]
  ),
  TruthCase(
    "vendor.products.exists_one(p, p.sold)",
    threeProducts + "products.0.sold=true products.1.sold=true",
    .no
  ), TruthCase("vendor.name == vendor.parent.name", "", .unknown, ["name", "parent.name"]),
  TruthCase(
    "vendor.products[0].users + vendor.parent.users > 3",
    pairOfProducts,
    .unknown,
    ["products.0.users", "parent.users"]
  ), TruthCase("vendor.listed ? true : true", "", .yes),
  TruthCase(
    "vendor.listed ? vendor.parent.sold : vendor.parent.sold",
    "",
    .unknown,
    ["listed", "parent.sold"]
  ), TruthCase("vendor.listed || !vendor.listed", "", .unknown, ["listed"]),
  TruthCase("vendor.?name.orValue('zz') == 'zz'", "", .unknown, ["name"]),
  TruthCase("vendor.?name.orValue('zz') == 'zz'", "name=none", .yes),
  TruthCase("has(vendor.name)", "", .unknown, ["name"]), TruthCase("true || 1 / 0 > 1", "", .yes),
])
func `known and unknown combine as the study of other engines demands`(_ test: TruthCase) throws {
  try check(test)
}

@Test(arguments: [
  TruthCase("has(vendor.name)", "name=A", .yes), TruthCase("has(vendor.name)", "name=none", .no),
  TruthCase("has(vendor.parent)", "", .unknown, ["parent"]),
  TruthCase("has(vendor.parent)", "parent=true", .yes),
  TruthCase("has(vendor.parent)", "parent=false", .no),
  TruthCase(
    "has(vendor.products)",
    "",
    .unknown,
    ["products", "products.0", "products.1", "products.2"]
  ),
  TruthCase("has(vendor.products)", "products=true", .yes),
  TruthCase("has(vendor.products)", "products.1=true", .yes),
  TruthCase("has(vendor.parent.tags)", "parent.tags.0=web", .yes),
  TruthCase("vendor.parent == vendor.parent", "", .unknown, ["parent"]),
  TruthCase("vendor.parent == vendor.parent", "parent.name=A", .yes),
  TruthCase("vendor.parent.tags.exists(t, t == 'a')", "", .unknown, ["parent"]),
  TruthCase("vendor.?parent.hasValue()", "", .unknown, ["parent"]),
  TruthCase("has(vendor.parent.name)", "parent=false", .no),
  TruthCase("vendor.parent.name == 'A'", "parent.name=A", .yes),
  TruthCase("vendor.parent.name == 'A'", "", .unknown, ["parent.name"]),
  TruthCase("vendor.parent.name == 'A' || true", "parent=false", .yes),
  TruthCase("vendor.listed && vendor.parent.sold", "listed=false", .no),
  TruthCase("vendor.parent.sold && vendor.listed", "listed=false", .no),
  TruthCase("vendor.parent.sold && vendor.listed", "listed=true", .unknown, ["parent.sold"]),
  TruthCase("vendor.listed || vendor.parent.sold", "", .unknown, ["listed", "parent.sold"]),
  TruthCase("vendor.listed ? 1 == 1 : 1 == 2", "", .unknown, ["listed"]),
  TruthCase("(vendor.parent.users / 2 > 1) ? true : true", "", .unknown, ["parent.users"]),
])
func `fields that are unanswered, none or below a record in doubt are kept apart`(
  _ test: TruthCase
) throws { try check(test) }
