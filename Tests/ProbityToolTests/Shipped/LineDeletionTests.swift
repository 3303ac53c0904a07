import Probity
import ProbityTestSupport
import Testing

/// Fail closed, tried on every line: what is taken away never helps a vendor to pass.
@Suite struct LineDeletionTests {
  static let empty = SourceText(
    name: "empty.yaml",
    "probity: vendor-profile/1\nvendor:\n  id: empty\n  name: Empty\n"
  )

  static func text(_ vendor: String) throws -> SourceText {
    vendor == "empty" ? empty : try Shipped.text(vendor)
  }

  /// A company with a profile that the vendor's own names; others are not looked at.
  static let party = ["alibaba-cloud": "alibaba-group", "alibaba-group": "alibaba-cloud"]

  @Test(
    arguments: [
      "alibaba-cloud", "alibaba-group", "halcyon-grid-analytics", "quillon-cloud-vision", "empty",
    ]
  )
  func `no single line stands between a vendor and a pass`(vendor: String) throws {
    let book = try Shipped.rulebook()
    let source = try Self.text(vendor)
    let parties = try Self.party[vendor].map { [try Shipped.text($0)] } ?? []
    let lines = source.string.split(separator: "\n", omittingEmptySubsequences: false)
    var decided = 0
    for index in lines.indices {
      var kept = lines
      kept.remove(at: index)
      let text = SourceText(name: source.name, kept.joined(separator: "\n"))
      // A text that can't be read decides nothing, and so passes nobody.
      guard let profile = try? book.profile(text, parties: parties) else { continue }
      decided += 1
      for day in [CalendarDate.then, .now] {
        let verdict = book.decision(on: profile, asOf: day).verdict
        #expect(verdict != .pass, "as of \(day), without line \(index + 1): \(lines[index])")
      }
    }
    #expect(decided > 0)
  }
}
