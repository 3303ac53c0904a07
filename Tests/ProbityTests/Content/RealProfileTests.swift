import Probity
import ProbityCEL
import Testing

/// Each profile of a real company, and copies of one with something taken out.
@Suite struct RealProfileTests {
  /// Files of real companies; where a company is invented, its file says so.
  static let files: [SourceText] = {
    let all = (try? ShippedFiles.texts(in: "vendors")) ?? []
    return all.filter { !text($0).contains("\n  fictional: true\n") }
  }()

  static func text(_ source: SourceText) -> String {
    String(decoding: source.bytes, as: UTF8.self)
  }

  private static let book = Result { try ShippedFiles.rulebook() }

  private static func faults(of source: SourceText) throws -> [String] {
    ProfileAudit.faults(of: try book.get().profile(source).dossier)
  }

  @Test func `the twelve cases are shipped, in files of their own`() {
    #expect(Self.files.count >= 19)
  }

  @Test(arguments: Self.files)
  func `a real company's profile says who said what, when, and what was replied`(
    source: SourceText
  ) throws {
    #expect(try Self.faults(of: source) == [])
    let head = Self.text(source)
    for language in ["en", "fr"] {
      #expect(head.contains("\nnotice:\n") && head.contains("\n  \(language): >-\n"))
    }
  }

  @Test(
    arguments: [
      ("    publisher: IPVM\n", "", "ipvm-2021-02-09: no publisher"),
      ("    published: 2021-02-11\n", "", "dahua-2021-02-11: no day"),
      (
        "  - {to: [commerce-2019-10-09, fcc-covered-list, us-1260h-row], none_found: 2026-11-23}\n",
        "",
        "no reply beside commerce-2019-10-09"
      ),
      ("          evidence: [reuters-2024-12-23]\n", "", "no source"),
      ("      listed: 2022-10-05\n", "", "listings[us-1260h-2022-10-05]: nothing about its listed"),
      (
        "quote: real-time Uyghur warnings}",
        "quote: \(String(repeating: "word ", count: 26))}", "too long: word word"
      ),
    ]
  )
  func `a profile that lacks one of them is found`(
    part: String,
    other: String,
    fault: String
  ) throws {
    let dahua = try #require(Self.files.first { $0.name.hasSuffix("/dahua.yaml") })
    let whole = Self.text(dahua)
    try #require(whole.contains(part))
    let broken = SourceText(
      name: dahua.name,
      whole.replacing(part, with: other, maxReplacements: 1)
    )
    let faults = try Self.faults(of: broken)
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }
}
