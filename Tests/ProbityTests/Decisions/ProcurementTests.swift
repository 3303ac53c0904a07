import Probity
import Testing

/// The buyer's side: known as it stands, unknown where it is silent.
@Suite struct ProcurementTests {
  static let examples = """
        - {name: police, expect: violated, profile: {vendor: {id: a}}, procurement: {procurement: {buyer: {type: police_authority}}}}
        - {name: library, expect: satisfied, profile: {vendor: {id: a}}, procurement: {procurement: {buyer: {type: municipality}}}}
        - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}
    """

  static func buyer(_ fields: String) -> SourceText {
    SourceText(name: "buyer.yaml", "probity: procurement/1\nprocurement: {\(fields)}\n")
  }

  @Test(arguments: [
    ("buyer: {type: police_authority}", Finding.Status.violated),
    ("buyer: {type: municipality}", .satisfied),
    ("buyer: {name: Port Hesk}", .undetermined),
    ("buyer: {type: unknown}", .undetermined),
    ("subject: cameras", .undetermined),
  ])
  func `what the buyer says decides, and silence decides nothing`(
    _ fields: String,
    _ expected: Finding.Status
  ) throws {
    let book = try TrialPack(condition: "procurement.buyer.type == \"police_authority\"")
      .rulebook(examples: Self.examples)
    let statuses = try book.statuses(
      on: TrialPack.profile("jurisdiction: ZZ"),
      procurement: Self.buyer(fields)
    )
    #expect(statuses == ["vendor": expected])
  }

  @Test func `without a procurement file the buyer's side is unknown`() throws {
    let book = try TrialPack(condition: "procurement.buyer.type == \"police_authority\"")
      .rulebook(examples: Self.examples)
    #expect(
      try book.statuses(on: TrialPack.profile("jurisdiction: ZZ")) == ["vendor": .undetermined]
    )
  }

  /// `for_each` over the buyer's lists looks at these, not at what stands at their place in a vendor.
  @Test(arguments: [
    (
      "sites: {items: [{id: a, type: school}, {id: b, type: online}], complete: {evidence: []}}",
      1, 1
    ),
    ("sites: {items: [{id: a, type: online}], complete: {evidence: []}}", 0, 1),
    ("sites: [{id: a, type: online}]", 0, 1),
    ("sites: unknown", 0, 0),
  ])
  func `a rule runs on each of the buyer's sites`(
    _ fields: String,
    violated: Int,
    satisfied: Int
  ) throws {
    let examples = """
          - {name: school, expect: violated, profile: {vendor: {id: a}}, procurement: {procurement: {sites: [{id: s, type: school}]}}}
          - {name: online, expect: satisfied, profile: {vendor: {id: a}}, procurement: {procurement: {sites: {items: [{id: s, type: online}], complete: {evidence: []}}}}}
          - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}
      """
    let book = try TrialPack(
      scope: "for_each: {site: procurement.sites}",
      condition: "site.type == \"school\""
    ).rulebook(examples: examples)
    let statuses = try book.statuses(
      on: TrialPack.profile("jurisdiction: ZZ"),
      procurement: Self.buyer(fields)
    )
    #expect(statuses.values.filter { $0 == .violated }.count == violated, "\(statuses)")
    #expect(statuses.values.filter { $0 == .satisfied }.count == satisfied, "\(statuses)")
    #expect(statuses.keys.allSatisfy { $0.hasPrefix("sites") || $0.hasPrefix("procurement") })
  }

  @Test func `a buyer's faults are named in the buyer's file`() throws {
    let book = try TrialPack(condition: "procurement.buyer.type == \"police_authority\"")
      .rulebook(examples: Self.examples)
    let error = #expect(throws: InvalidSource.self) {
      try book.profile(
        TrialPack.profile("jurisdiction: ZZ"),
        procurement: Self.buyer("buyer: {type: municpality}")
      )
    }
    let found = try #require(error).diagnostics
    #expect(found.map(\.id) == ["profile.unknown-code"])
    #expect(found.first?.span?.source.name == "buyer.yaml")
    #expect(found.first?.help == "did you mean `municipality`?")
  }
}
