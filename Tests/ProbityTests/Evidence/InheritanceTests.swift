import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: inheritance, existence and closed lists, as profiles write them.
@Suite struct InheritanceTests {
  /// How one fact of a profile stands, each way, at `balance` or another standard.
  private func states(
    _ path: String,
    _ vendor: String,
    _ kind: FactTree.FactKind = .value,
    at standard: StandardOfProof = .balance
  ) throws -> [FactView.State] {
    let world = try TinyWorld(TinyRule())
    let dossier = try world.profile(TinyWorld.closedRelations + "\n" + vendor).dossier
    let fact = try #require(dossier.facts.first { $0.path == path && $0.kind == kind })
    let resolver = Resolver(dossier, asOf: try #require(CalendarDate(TinyWorld.today)))
    return Direction.allCases.map { direction in
      let terms = Resolution.Terms(direction, standard, lookback: nil, clearWithin: nil)
      return resolver.resolution(terms).view.state(of: fact.id)
    }
  }

  private let yes = FactView.State.known(.bool(true))
  private let no = FactView.State.known(.bool(false))

  @Test(arguments: [
    ("evidence: [{source: lab, quote: q}]\na: true", [true, false]),
    ("a: {is: true, evidence: [{source: lab, quote: q}]}", [true, true]),
    ("a: {is: true, evidence: [lab]}", [true, false]),
    ("a: {claims: [{is: true, evidence: [{source: lab, locator: p. 1}]}]}", [true, true]),
    ("a: true", [false, false]),
    // What stands on the value replaces what stands above it.
    ("evidence: [lab]\na: {is: true, evidence: [forum]}", [false, false]),
  ])
  func `evidence on the record covers its values, to accuse alone`(
    _ vendor: String,
    _ known: [Bool]
  ) throws {
    #expect(try states("a", vendor) == known.map { $0 ? yes : .unknown })
  }

  @Test func `evidence covers what lies deeper, to accuse alone`() throws {
    let vendor = "evidence: [{source: lab, quote: q}]\nthings: [{name: x, bad: true}]"
    #expect(try states("things[x].bad", vendor) == [yes, .unknown])
    #expect(try states("things[x]", vendor, .existence) == [yes, .unknown])
  }

  @Test(arguments: [
    ("things: [{name: x, bad: {is: true, evidence: [lab]}}]", [true, false]),
    ("things: [{name: x, bad: {is: true, evidence: [{source: lab, quote: q}]}}]", [true, true]),
    ("things: [{name: x, evidence: [{source: lab, quote: q}]}]", [true, true]),
    // What says that the thing is not bad says that it is there.
    ("things: [{name: x, bad: {is: false, evidence: [lab]}}]", [true, false]),
    ("things: [{name: x, bad: {is: true, evidence: [forum]}}]", [false, false]),
    ("things: [{name: x, bad: true}]", [false, false]),
  ])
  func `evidence below an element establishes the element`(_ vendor: String, _ known: [Bool]) throws
  {
    #expect(try states("things[x]", vendor, .existence) == known.map { $0 ? yes : .unknown })
  }

  @Test func `an element may be denied, and is in doubt while that is disputed`() throws {
    func vendor(_ bad: String) -> String {
      "things: [{name: x, \(bad)exists: {is: false, evidence: [{source: lab, quote: q}]}}]"
    }
    #expect(try states("things[x]", vendor(""), .existence) == [no, no])
    let disputed = vendor("bad: {is: true, evidence: [authority]}, ")
    #expect(try states("things[x]", disputed, .existence) == [.unknown, .unknown])
    let overruled = vendor("bad: {is: true, evidence: [court]}, ")
    #expect(try states("things[x]", overruled, .existence) == [yes, .unknown])
  }

  /// A list that the laboratory closes, and what stands in it.
  private func list(_ items: String, by closing: String = "{source: lab, quote: all}") -> String {
    "things: {items: [\(items)], complete: {evidence: [\(closing)]}}"
  }

  @Test(arguments: [
    ("{source: lab, quote: all}", [true, true]), ("{source: lab}", [false, false]),
    ("lab", [false, false]),
    ("{source: paper, quote: all}", [true, false]), ("{source: oath, quote: all}", [true, true]),
    ("{source: forum, quote: all}", [false, false]),
  ])
  func `a list is closed by what says so on the spot`(_ closing: String, _ known: [Bool]) throws {
    let states = try states("things", list("", by: closing), .closure)
    #expect(states == known.map { $0 ? yes : .unknown })
  }

  @Test func `a plain list is open`() throws {
    for vendor in ["things: []", "things: [{name: x, evidence: [court]}]", "things: unknown"] {
      #expect(try states("things", vendor, .closure) == [.unknown, .unknown])
    }
  }

  @Test func `an element that the closing source leaves out speaks against it`() throws {
    let left = "{name: x, bad: {is: true, evidence: [gazette]}}"
    #expect(try states("things", list(left), .closure) == [.unknown, .unknown])
    // It is on file; so the list can't have been whole without it.
    let mentioned = "{name: x, bad: {is: true, evidence: [gazette]}, evidence: [lab]}"
    #expect(try states("things", list(mentioned), .closure) == [yes, yes])
    let hearsay = "{name: x, bad: {is: true, evidence: [forum]}}"
    #expect(try states("things", list(hearsay), .closure) == [yes, yes])
    let denied = "{name: x, exists: {is: false, evidence: [{source: gazette, quote: q}]}}"
    #expect(try states("things", list(denied), .closure) == [yes, yes])
  }

  @Test func `names and ids are known as they stand`() throws {
    #expect(
      try states("things[x].name", "things: [{name: x}]", at: .conclusive)
        == Array(repeating: .known(.string("x")), count: 2)
    )
  }

  @Test(arguments: ["", "a:", "a: null", "a: unknown", "a: {declined: 2026-01-01}"])
  func `what nobody answered is unknown`(_ vendor: String) throws {
    #expect(try states("a", vendor) == [.unknown, .unknown])
  }
}
