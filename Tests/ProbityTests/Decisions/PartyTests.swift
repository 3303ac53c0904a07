import Probity
import Testing

/// What a company that the vendor controls has done, and what the vendor's owner has not.
@Suite struct PartyTests {
  static let examples = """
        - {name: its own, expect: violated, profile: {vendor: {id: a, conduct: [{id: c, type: {is: retaliation, evidence: [proof]}}]}, sources: {}}}
        - {name: none, expect: satisfied, profile: {vendor: {id: a, relations: {items: [], complete: {evidence: [{source: proof, quote: no}]}}, conduct: {items: [{id: c, type: {is: forced_labour, evidence: [{source: proof, quote: it}]}}], complete: {evidence: [{source: proof, quote: whole}]}}}}}
        - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}
    """

  static func rulebook() throws -> Rulebook {
    try TrialPack(
      scope: "for_each: {party: vendor.control_group, conduct: party.conduct}",
      condition: "conduct.type == \"retaliation\""
    ).rulebook(examples: examples)
  }

  static let conduct = "conduct: [{id: c, type: {is: retaliation, evidence: [proof]}}]"

  @Test func `conduct flows up from a subsidiary that names its parent`() throws {
    let child = TrialPack.profile(
      "relations: [{kind: subsidiary_of, party: acme, evidence: [proof]}]\n  " + Self.conduct,
      id: "child"
    )
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("jurisdiction: ZZ"),
      parties: [child]
    )
    #expect(statuses["child:conduct[c]"] == .violated)
  }

  @Test func `conduct flows up from a subsidiary that the parent names`() throws {
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("relations: [{kind: parent_of, party: child, evidence: [proof]}]"),
      parties: [TrialPack.profile(Self.conduct, id: "child")]
    )
    #expect(statuses["child:conduct[c]"] == .violated)
  }

  @Test func `a control that is merely said leaves the subsidiary's conduct open`() throws {
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("relations: [{kind: parent_of, party: child}]"),
      parties: [TrialPack.profile(Self.conduct, id: "child")]
    )
    #expect(statuses["child:conduct[c]"] == .undetermined)
  }

  @Test func `an owner's conduct does not flow down`() throws {
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("relations: [{kind: subsidiary_of, party: owner, evidence: [proof]}]"),
      parties: [TrialPack.profile(Self.conduct, id: "owner")]
    )
    #expect(statuses["owner:conduct[c]"] == nil)
    #expect(!statuses.values.contains(.violated))
  }

  @Test func `a subsidiary without a profile leaves the group open`() throws {
    let closed = "complete: {evidence: [{source: proof, quote: whole}]}"
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile(
        "relations: {items: [{kind: parent_of, party: child, "
          + "evidence: [{source: proof, quote: owns it}]}], \(closed)}\n"
          + "  conduct: {items: [], \(closed)}"
      )
    )
    #expect(statuses["child:conduct"] == .undetermined)
  }

  @Test func `a vendor alone in the world, with nothing done, is not concerned`() throws {
    let closed = "{items: [], complete: {evidence: [{source: proof, quote: whole}]}}"
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("relations: \(closed)\n  conduct: \(closed)")
    )
    #expect(Array(statuses.values) == [.notApplicable])
  }

  @Test func `companies that own each other in a circle are read once`() throws {
    let other = TrialPack.profile(
      "relations: [{kind: subsidiary_of, party: acme, evidence: [proof]}, "
        + "{kind: parent_of, party: acme, evidence: [proof]}]\n  " + Self.conduct,
      id: "other"
    )
    let statuses = try Self.rulebook().statuses(
      on: TrialPack.profile("jurisdiction: ZZ"),
      parties: [other]
    )
    #expect(statuses["other:conduct[c]"] == .violated)
  }

  @Test func `two profiles of one vendor are refused`() throws {
    let error = #expect(throws: InvalidSource.self) {
      try Self.rulebook().profile(
        TrialPack.profile("jurisdiction: ZZ"),
        parties: [TrialPack.profile("jurisdiction: XZ")]
      )
    }
    #expect(try #require(error).diagnostics.map(\.id) == ["profile.vendor-twice"])
  }
}
