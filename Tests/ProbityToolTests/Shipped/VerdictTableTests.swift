import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What the baseline says of every shipped vendor, on the day they were graded and on others.
@Suite struct VerdictTableTests {
  /// What each vendor comes to today.
  ///
  /// Of real ones much is reported and nothing cleared, and what was admitted or shown in 2020 and
  /// 2021 is older than the baseline's five years.
  static let today: [String: Verdict] = [
    "24x7-panoptes": .undetermined, "alibaba-cloud": .undetermined,
    "alibaba-group": .undetermined, "applogic-networks": .undetermined, "axon": .undetermined,
    "brightwater-resale": .undetermined, "clearview-ai": .undetermined, "cytrox": .undetermined,
    "dahua": .undetermined, "fjordglass-optics": .pass, "halcyon-grid-analytics": .undetermined,
    "hikvision": .undetermined, "huawei": .undetermined, "intellexa": .undetermined,
    "ipjsc-ntk": .undetermined, "megvii": .undetermined, "meridian-gatehouse": .pass,
    "northmark-systems": .pass, "nso-group": .undetermined, "ntechlab": .undetermined,
    "quillon-cloud-vision": .fail, "sandvine": .undetermined, "sensetime": .undetermined,
    "shenzhen-sensetime": .undetermined, "synesis": .undetermined,
    "tesaly-laboratories": .undetermined, "tessaly-holdings": .undetermined,
    "tessaly-labs": .pass,
  ]

  @Test func `the table has every shipped vendor, and no other`() throws {
    #expect(Self.today.keys.sorted() == (try ShippedFolder.vendors()))
  }

  @Test(arguments: Self.today.keys.sorted())
  func `each vendor has its verdict today`(vendor: String) throws {
    let decision = try ShippedFolder.decision(on: vendor, asOf: .now)
    #expect(decision.verdict == Self.today[vendor])
    for finding in decision.findings where finding.status == .undetermined {
      #expect(!finding.waitsFor.isEmpty, "\(finding.rule.id) on \(finding.subjectPath)")
    }
  }

  /// The same file on other days: what was not yet known decides nothing, what is too old no more.
  @Test(
    arguments: [
      ("alibaba-cloud", "2020-12-15", Verdict.undetermined),
      ("alibaba-cloud", "2020-12-18", .fail), ("alibaba-cloud", "2026-11-23", .undetermined),
      ("dahua", "2020-12-18", .undetermined), ("dahua", "2021-02-12", .fail),
      ("dahua", "2025-01-01", .undetermined), ("huawei", "2020-12-07", .undetermined),
      ("huawei", "2020-12-09", .fail), ("huawei", "2023-01-09", .undetermined),
      ("megvii", "2020-12-07", .undetermined), ("megvii", "2020-12-09", .fail),
      ("megvii", "2023-01-09", .undetermined), ("shenzhen-sensetime", "2021-12-11", .undetermined),
      ("northmark-systems", "2024-03-01", .undetermined),
      ("northmark-systems", "2026-06-25", .undetermined),
      ("northmark-systems", "2026-07-01", .pass),
      ("meridian-gatehouse", "2026-04-30", .undetermined),
      ("meridian-gatehouse", "2026-06-16", .pass),
      ("sandvine", "2024-01-01", .undetermined), ("sandvine", "2024-06-01", .undetermined),
      ("axon", "2020-01-01", .undetermined), ("axon", "2026-11-23", .undetermined),
    ]
  )
  func `each vendor has its verdict on its day`(
    vendor: String,
    day: String,
    verdict: Verdict
  ) throws {
    let date = try #require(CalendarDate(day))
    #expect(try ShippedFolder.decision(on: vendor, asOf: date).verdict == verdict)
  }

  @Test(arguments: ["2020-12-18", "2021-02-12", "2022-01-10", "2024-06-01", "2025-06-01"])
  func `no real vendor passes on any of the days`(day: String) throws {
    let date = try #require(CalendarDate(day))
    for vendor in try ShippedFolder.vendors() {
      let decision = try ShippedFolder.decision(on: vendor, asOf: date)
      if decision.dossier.vendor.isFictional { continue }
      #expect(decision.verdict != .pass, "\(vendor)")
    }
  }

  /// Pictures that were scraped, and an authority that accepts no ground for it.
  @Test(
    arguments: [
      ("2020-12-18", Verdict.undetermined), ("2021-03-01", .fail), ("2026-11-23", .fail),
    ]
  )
  func `a scraped database of faces fails by the rules on data since somebody decided so`(
    day: String,
    verdict: Verdict
  ) throws {
    let rules = try Repository.texts(in: "rules/vocabulary") + Repository.texts(in: "rules/data")
    let book = try Rulebook(rules)
    let profile = try ShippedFolder.profile("clearview-ai", by: book)
    let decision = book.decision(on: profile, asOf: try #require(CalendarDate(day)))
    #expect(decision.verdict == verdict)
    let violated = decision.findings.filter { $0.status == .violated }.map(\.rule.id)
    #expect(violated.contains("data/untargeted-scraping") == (verdict == .fail))
  }

  /// With the rules on companies and data beside the baseline's: who answered those, too, passes.
  @Test func `what passes by three packs is invented, and answered all of them`() throws {
    let more = try ["corporate", "data"].flatMap { try Repository.texts(in: "rules/\($0)") }
    let book = try Rulebook(ShippedFolder.baseline() + more)
    let verdicts = try ShippedFolder.vendors().map { vendor in
      let profile = try ShippedFolder.profile(vendor, by: book)
      return (vendor: vendor, verdict: book.decision(on: profile, asOf: .now).verdict)
    }
    #expect(
      verdicts.filter { $0.verdict == .pass }.map(\.vendor) == [
        "meridian-gatehouse", "northmark-systems",
      ]
    )
    #expect(
      verdicts.filter { $0.verdict == .fail }.map(\.vendor) == [
        "clearview-ai", "quillon-cloud-vision",
      ]
    )
  }

  /// Where a real vendor fails, it fails by what is said of its own product.
  @Test(
    arguments: [
      ("dahua", "2021-02-12", "products[heart-of-city]"),
      ("huawei", "2020-12-09", "products[video-cloud]"),
      ("megvii", "2020-12-09", "products[dynamic-face-recognition]"),
    ]
  )
  func `an ethnic alert that was described or tested violates both rules on traits`(
    vendor: String,
    day: String,
    product: String
  ) throws {
    let decision = try ShippedFolder.decision(on: vendor, asOf: #require(CalendarDate(day)))
    let violated = decision.findings.filter { $0.status == .violated }
    #expect(
      Set(violated.map(\.rule.id)) == [
        "core/protected-attribute-alerting", "core/protected-attribute-inference",
      ]
    )
    for finding in violated {
      #expect(finding.subjectPath.hasPrefix(product))
      let report = FindingReportReplies(finding)
      #expect(!report.quotes.isEmpty, "\(vendor): no reply stands beside \(finding.rule.id)")
    }
  }
}
