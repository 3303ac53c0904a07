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
