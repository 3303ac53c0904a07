import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: who has an interest by the relations on file, and when nobody can tell.
@Suite struct RelationTests {
  private static let closed = "complete: {evidence: [{source: court, locator: p. 1}]}"

  private static func relations(_ kind: String, _ party: String, proven: Bool = false) -> String {
    let evidence =
      proven
      ? ", evidence: [{source: authority, locator: p. 2}, {source: court, locator: p. 3}]" : ""
    return "relations: {items: [{kind: \(kind), party: \(party)\(evidence)}], \(closed)}"
  }

  private static func party(_ id: String, _ relations: String = "relations: {items: [], \(closed)}")
    -> String
  {
    "id: \(id)\nname: \(id)\n\(relations)"
  }

  /// What a source by `Hub` reaches, each way, beside one that nobody could object to.
  private func levels(_ vendor: String, _ parties: [String] = []) throws -> [[Int]] {
    let hub = Source.sound("hub", .test) { $0.publisher = "Hub" }
    var alone = try EvidenceBench(relations: vendor, parties: parties)
    alone.claim(true, hub)
    var pair = alone
    pair.claim(true, .sound("lab", .test))
    return [alone.levels, pair.levels]
  }

  @Test func `with every list closed a stranger clears`() throws {
    #expect(try levels(TinyWorld.closedRelations) == [[2, 2], [3, 3]])
  }

  @Test(arguments: [
    "relations: unknown", "relations: []", "relations: {items: []}",
    "relations: {items: [], complete: {evidence: [{source: word, locator: p. 1}]}}",
    "relations: {items: [], complete: {evidence: [authority]}}",
  ])
  func `with a list open every stranger is doubted, and accuses as before`(_ list: String) throws {
    #expect(try levels(list) == [[2, 1], [3, 1]])
  }

  @Test(arguments: ["owned_by", "owns", "made_by"])
  func `a relation that is merely alleged makes an interest, and no less of an accuser`(
    _ kind: String
  ) throws {
    let profile = Self.party("hub")
    #expect(try levels(Self.relations(kind, "hub"), [profile]) == [[2, 1], [3, 2]])
  }

  @Test(arguments: ["owned_by", "owns", "made_by"])
  func `an established relation takes the accuser out of pairs`(_ kind: String) throws {
    let relations = Self.relations(kind, "hub", proven: true)
    #expect(try levels(relations, [Self.party("hub")]) == [[2, 1], [2, 2]])
  }

  @Test func `a sister has an interest by way of the common parent`() throws {
    let parent = Self.party("parent", Self.relations("owns", "hub"))
    let levels = try levels(
      Self.relations("owned_by", "parent"),
      [parent, Self.party("hub")]
    )
    #expect(levels == [[2, 1], [3, 2]])
  }

  @Test func `a party whose own list is open leaves everyone in doubt`() throws {
    let vendor = Self.relations("owned_by", "parent")
    #expect(try levels(vendor, [Self.party("parent")]) == [[2, 2], [3, 3]])
    #expect(try levels(vendor, [Self.party("parent", "relations: []")]) == [[2, 1], [3, 1]])
  }

  @Test(arguments: ["owned_by", "owns", "made_by"])
  func `a party without a profile leaves everyone in doubt`(_ kind: String) throws {
    #expect(try levels(Self.relations(kind, "parent")) == [[2, 1], [3, 1]])
  }

  @Test func `publishers under one control are one, when clearing as soon as it is alleged`() throws
  {
    func oaths(proven: Bool) throws -> [Int] {
      let relations = Self.relations("owned_by", "hub", proven: proven)
      var bench = try EvidenceBench(relations: relations, parties: [Self.party("hub")])
      bench.claim(true, .own("oath", .attestation))
      bench.claim(true, .sound("hub-oath", .attestation) { $0.publisher = "Hub" })
      return bench.levels
    }
    #expect(try oaths(proven: false) == [3, 2])
    #expect(try oaths(proven: true) == [2, 2])
  }

  @Test func `what a court would not accept closes no list for a rule that asks as much`() throws {
    let byRegister =
      "relations: {items: [], complete: {evidence: [{source: authority, quote: all}]}}"
    for (relations, level) in [(byRegister, 1), (TinyWorld.closedRelations, 2)] {
      var bench = try EvidenceBench(relations: relations)
      bench.claim(true, .sound("lab", .test))
      #expect(bench.outcome(.clear, .balance).level == 2)
      #expect(bench.outcome(.clear, .clearAndConvincing).level == level)
    }
  }

  @Test func `companies that share one of several controllers are under one control`() {
    let edges = [("b", "p"), ("b", "q"), ("a", "p"), ("c", "q")].map { subject, party in
      Affiliations.Edge(subject: subject, tie: .owner, party: party, existence: FactID(0))
    }
    let affiliations = Affiliations(edges: edges, names: [])
    #expect(affiliations.controllers(of: "b") == ["b", "p", "q"])
    #expect(affiliations.interestedGroup(of: "b") == ["a", "b", "c", "p", "q"])
    #expect(affiliations.interestedGroup(of: "a") == ["a", "b", "p"])
  }

  /// The first of each is ASCII, which is folded by itself; the other is folded as any text.
  @Test(arguments: [
    ("Acme-Grid Corp", "Ácme-Grid Corp"), ("ACME GRID  corp", "ÁCME GRID  corp"),
    (" acme\tgrid\r\ncorp- ", " ácme\tgrid\r\ncorp- "),
    ("-acme--grid\u{0B}\u{0C}corp", "-ácme--grid\u{0B}\u{0C}corp"),
  ])
  func `case, blanks and hyphens tell no names apart`(plain: String, accented: String) {
    let affiliations = Affiliations(
      edges: [],
      names: [("plain", "acme grid corp"), ("accented", "ácme grid corp")]
    )
    for (name, id) in [(plain, "plain"), (accented, "accented"), ("x" + plain, nil)] {
      let source = Source.sound("s", .test) { $0.publisher = name }
      #expect(affiliations.party(of: source, vendor: "v") == id)
    }
  }
}
