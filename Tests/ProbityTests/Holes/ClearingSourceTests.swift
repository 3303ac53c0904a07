import Probity
import ProbityTestSupport
import Testing

/// Whatever a profile says against the one source that clears it, leaving that line out must not
/// make it pass: nobody is to gain by saying less.
@Suite struct ClearingSourceTests {
  private static let lines: [(String, String)] = [
    ("kind", "test"), ("publisher", "The lab"), ("interest", "none"), ("published", "2026-01-15"),
    ("origins", "[lab-bench]"), ("reliability", "A"), ("retracted", "none"),
  ]

  /// What a profile says in one line about the source.
  private enum Line {
    case given(String)
    case leftOut
  }

  /// A profile that the laboratory alone clears, with some lines about it changed or left out.
  private func verdict(
    _ changes: [String: Line],
    relations: String = TinyWorld.closedRelations
  ) throws -> Verdict {
    let fields = Self.lines.compactMap { name, value -> String? in
      let line = changes[name] ?? .given(value)
      guard case .given(let value) = line else { return nil }
      return "  \(name): \(value)"
    }
    let court = TinyWorld.sound("court", "judgment")
    return try TinyWorld(TinyRule()).decision(
      "\(relations)\na: {is: false, evidence: [{source: lab, locator: p. 1}]}",
      sources: "lab:\n\(fields.joined(separator: "\n"))\n\(court)"
    ).verdict
  }

  @Test func `the profile passes on a sound source`() throws {
    #expect(try verdict([:]) == .pass)
  }

  @Test(arguments: [
    ("retracted", "2026-03-01"), ("reliability", "E"), ("publisher", "Vendor"),
    ("interest", "vendor"), ("kind", "allegation"), ("published", "2027-01-01"),
  ])
  func `an unsound source does not clear, and less said of it neither`(
    _ line: String,
    _ value: String
  ) throws {
    #expect(try verdict([line: .given(value)]) == .undetermined)
    // Nobody can leave out what a source is: that does not even load.
    guard line != "kind" else { return }
    #expect(try verdict([line: .leftOut]) == .undetermined)
  }

  @Test func `a source of a company that a relation ties to the vendor does not clear`() throws {
    let tied = "relations: [{kind: owns, party: the-lab}]"
    #expect(try verdict([:], relations: tied) == .undetermined)
    #expect(try verdict([:], relations: "relations: []") == .undetermined)
    #expect(try verdict([:], relations: "") == .undetermined)
    #expect(try verdict([:], relations: "relations: unknown") == .undetermined)
    // Nor does it where the list is closed, for the relation stands in it.
    let closed =
      "relations: {items: [{kind: owns, party: the-lab, evidence: [court]}], "
      + "complete: {evidence: [{source: court, locator: p. 1}]}}"
    #expect(try verdict([:], relations: closed) == .undetermined)
  }
}
