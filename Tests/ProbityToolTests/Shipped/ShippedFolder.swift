import Probity
import ProbityCEL
import ProbityReports
import ProbityTestSupport

/// Every vendor of this repository, each read with those of the folder that it has to do with.
enum ShippedFolder {
  private static let texts: Result<[String: SourceText], any Error> = Result {
    let all = try Repository.texts(in: "vendors")
    return Dictionary(uniqueKeysWithValues: all.map { (id(of: $0), $0) })
  }

  private static let book: Result<Rulebook, any Error> = Result {
    try Rulebook(baseline())
  }

  /// The vocabulary and the pack that decides where nobody names another.
  static func baseline() throws -> [SourceText] {
    try Repository.texts(in: "rules/vocabulary") + Repository.texts(in: "rules/core")
  }

  /// The ids of all vendors, which are the names of their files.
  static func vendors() throws -> [String] { try texts.get().keys.sorted() }

  /// A vendor's profile, with those that name it or that it names as its parties.
  static func profile(_ vendor: String, by book: Rulebook) throws -> Profile {
    let texts = try texts.get()
    guard let text = texts[vendor] else { throw Unknown(vendor: vendor) }
    let parties = texts.keys.sorted().filter { id in
      id != vendor && (text.string.contains(id) || texts[id]?.string.contains(vendor) == true)
    }
    return try book.profile(text, parties: parties.compactMap { texts[$0] })
  }

  /// The baseline's decision on a vendor as of a day.
  static func decision(on vendor: String, asOf day: CalendarDate) throws -> Decision {
    let book = try book.get()
    return book.decision(on: try profile(vendor, by: book), asOf: day)
  }

  private static func id(of text: SourceText) -> String {
    let file = text.name.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }

  /// No profile of this name is shipped.
  struct Unknown: Error { var vendor: String }
}

/// What the accused said, as it stands beside the facts that a finding rests on.
struct FindingReportReplies {
  var quotes: [String]

  init(_ finding: Finding) {
    let report = FindingReport(finding, language: "en")
    quotes = report.reason?.facts.flatMap(\.replies).compactMap(\.quote) ?? []
  }
}
