import Probity
import ProbityText
import Testing

/// Of the files beside a profile only those are read that may have to do with its vendor.
@Suite struct NeighbourTests {
  private static func broken(_ text: String) -> SourceText {
    SourceText(name: "broken.yaml", "probity: vendor-profile/1\nvendor: {id: \(text), id: b}\n")
  }

  /// A subsidiary of a subsidiary, whose conduct flows up.
  private static func grandchild(_ id: String, parent: String) -> SourceText {
    TrialPack.profile(
      "relations: [{kind: subsidiary_of, party: \(parent), evidence: [proof]}]\n  "
        + PartyTests.conduct,
      id: id
    )
  }

  @Test func `a broken file that names nobody concerned hinders no decision`() throws {
    let statuses = try PartyTests.rulebook().statuses(
      on: TrialPack.profile(PartyTests.conduct),
      parties: [Self.broken("somebody")]
    )
    #expect(statuses["conduct[c]"] == .violated)
  }

  @Test(arguments: ["acme", "the-acme-group", "\"ac\\x6de\"", "\"some\\x62ody\""])
  func `a broken file that may concern the vendor is told`(_ id: String) throws {
    let error = #expect(throws: InvalidSource.self) {
      try PartyTests.rulebook().statuses(
        on: TrialPack.profile(PartyTests.conduct),
        parties: [Self.broken(id)]
      )
    }
    #expect(error?.diagnostics.contains { $0.id == "yaml.duplicate-key" } == true)
  }

  @Test func `who is tied to someone who is tied to the vendor is read, in any order`() throws {
    let child = TrialPack.profile(
      "relations: [{kind: subsidiary_of, party: acme, evidence: [proof]}]",
      id: "child"
    )
    let other = TrialPack.profile(PartyTests.conduct, id: "stranger")
    let parties = [Self.grandchild("grandchild", parent: "child"), other, child]
    for parties in [parties, parties.reversed()] {
      let statuses = try PartyTests.rulebook().statuses(
        on: TrialPack.profile("jurisdiction: ZZ"),
        parties: parties
      )
      #expect(statuses["grandchild:conduct[c]"] == .violated)
      #expect(statuses["stranger:conduct[c]"] == nil)
    }
  }

  @Test func `a name that is written by its numbers is found`() throws {
    let statuses = try PartyTests.rulebook().statuses(
      on: TrialPack.profile("jurisdiction: ZZ"),
      parties: [Self.grandchild("child", parent: "\"ac\\x6de\"")]
    )
    #expect(statuses["child:conduct[c]"] == .violated)
  }
}
