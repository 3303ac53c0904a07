import Testing

@testable import ProbityCEL

@Test(arguments: [
  TruthCase("vendor.parent.since < date('2020-12-16')", "parent.since=2020-11", .yes),
  TruthCase("vendor.parent.since < date('2020-12-16')", "parent.since=2020-12", .unknown),
  TruthCase("vendor.parent.since >= date('2020-12-01')", "parent.since=2020-12", .yes),
  TruthCase("vendor.parent.since > date('2020-12-01')", "parent.since=2020-12", .unknown),
  TruthCase("vendor.parent.since <= date('2020-12-31')", "parent.since=2020-12", .yes),
  TruthCase("vendor.parent.since <= date('2020-12-30')", "parent.since=2020-12", .unknown),
  TruthCase("vendor.parent.since == date('2020-12')", "parent.since=2020-12", .unknown),
  TruthCase("vendor.parent.since != date('2021')", "parent.since=2020-12", .yes),
  TruthCase(
    "vendor.parent.since.plusMonths(1) >= date('2021-01')",
    "parent.since=2020-12",
    .unknown
  ),
  TruthCase("vendor.parent.since.minusDays(31) < date('2020-12-01')", "parent.since=2020-12", .yes),
  TruthCase("vendor.parent.since < date('2020')", "", .unknown, ["parent.since"]),
])
func `imprecise dates compare as the intervals that they are`(_ test: TruthCase) throws {
  try check(test)
}
