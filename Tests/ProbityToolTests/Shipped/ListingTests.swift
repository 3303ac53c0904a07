import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What the lists say of real vendors on a day: ground, date, end and condition decide, not the name.
@Suite struct ListingTests {
  /// A rulebook with a rule that reads listings of one ground, by ground.
  private static let books: [String: Result<Rulebook, any Error>] = Dictionary(
    uniqueKeysWithValues: ["human_rights", "military", "national_security"].map { ground in
      (
        ground,
        Result { try Rulebook(ShippedFolder.baseline() + [VerdictTests.listingRule(ground)]) }
      )
    }
  )

  @Test(
    arguments: [
      // Listed, taken off again: three days, three answers.
      ("sandvine", "human_rights", "2024-01-01", Finding.Status.undetermined),
      ("sandvine", "human_rights", "2024-06-01", .violated),
      ("sandvine", "human_rights", "2026-11-23", .undetermined),
      // Off one list, and still on another.
      ("megvii", "military", "2024-06-01", .violated),
      ("megvii", "military", "2025-06-01", .undetermined),
      ("megvii", "human_rights", "2025-06-01", .violated),
      // A listing on another ground is none on human rights.
      ("alibaba-group", "human_rights", "2026-11-23", .undetermined),
      ("alibaba-group", "military", "2026-11-23", .violated),
      ("alibaba-group", "military", "2026-03-01", .undetermined),
      ("huawei", "human_rights", "2026-11-23", .undetermined),
      ("huawei", "national_security", "2026-11-23", .violated),
      ("dahua", "human_rights", "2026-11-23", .violated),
      ("hikvision", "human_rights", "2026-11-23", .violated),
      ("nso-group", "human_rights", "2026-11-23", .violated),
      ("ntechlab", "human_rights", "2023-07-19", .undetermined),
      ("ntechlab", "human_rights", "2023-07-20", .violated),
      // What was listed was the group; and a successor does not inherit a listing by its name.
      ("sensetime", "human_rights", "2026-11-23", .violated),
      ("shenzhen-sensetime", "human_rights", "2026-11-23", .undetermined),
      ("ipjsc-ntk", "human_rights", "2026-11-23", .undetermined),
      // On what ground these stand on their lists was not read.
      ("synesis", "human_rights", "2026-11-23", .undetermined),
      ("intellexa", "human_rights", "2026-11-23", .undetermined),
      // Nearly the same name, and another company.
      ("tesaly-laboratories", "human_rights", "2026-11-23", .violated),
      ("tessaly-labs", "human_rights", "2026-11-23", .satisfied),
      ("tessaly-holdings", "human_rights", "2026-11-23", .satisfied),
      // A list that was left is told, and no longer in force.
      ("northmark-systems", "human_rights", "2026-11-23", .satisfied),
    ]
  )
  func `a listing counts by its ground and on its days`(
    vendor: String,
    ground: String,
    day: String,
    status: Finding.Status
  ) throws {
    let book = try #require(Self.books[ground]).get()
    let profile = try ShippedFolder.profile(vendor, by: book)
    let decision = book.decision(on: profile, asOf: try #require(CalendarDate(day)))
    #expect(decision.findings.filter { $0.rule.id == "core/listed" }.map(\.status) == [status])
  }

  @Test(arguments: ["dahua", "hikvision"])
  func `a listing with a condition tells it`(vendor: String) throws {
    let decision = try ShippedFolder.decision(on: vendor, asOf: .now)
    let scope = try #require(
      decision.facts(endingIn: "listings[us-fcc-covered-list-2021-03-12].scope").first
    )
    guard case .known(.string(let text))? = scope.claims.first?.value else {
      Issue.record("no scope")
      return
    }
    #expect(text.description.contains("to the extent it is used for the purpose of public safety"))
  }

  @Test func `a judgment on a suspicion proves nothing but that the listing stands`() throws {
    let decision = try ShippedFolder.decision(on: "synesis", asOf: .now)
    let judged = decision.dossier.facts.filter { fact in
      fact.claims.flatMap(\.evidence).contains {
        decision.dossier.sources[$0.source].id == "high-court-2023-03"
      }
    }
    #expect(!judged.isEmpty)
    for fact in judged {
      #expect(fact.path.hasPrefix("listings[uk-belarus-2020-12-18]"), "\(fact.path)")
    }
  }
}
