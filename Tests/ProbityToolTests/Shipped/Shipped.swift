import Probity
import ProbityCEL
import ProbityTestSupport

/// The baseline and the vendors of this repository, and what becomes of them when they are edited.
enum Shipped {
  static let vendors = [
    "alibaba-cloud", "alibaba-group", "fjordglass-optics", "halcyon-grid-analytics",
    "quillon-cloud-vision",
  ]

  private static let book: Result<Rulebook, any Error> = Result {
    try Rulebook(Repository.coreRules())
  }

  /// The rules as they are, read once.
  static func rulebook() throws -> Rulebook { try book.get() }

  static func text(_ vendor: String) throws -> SourceText {
    try Repository.text("vendors/\(vendor).yaml")
  }

  /// The other vendors' files.
  static func parties(of vendor: String) throws -> [SourceText] {
    try vendors.filter { $0 != vendor }.map(text)
  }

  static func profile(_ vendor: String) throws -> Profile {
    try rulebook().profile(text(vendor), parties: parties(of: vendor))
  }

  /// The decision on a vendor as of a day.
  static func decision(on vendor: String, asOf day: CalendarDate) throws -> Decision {
    try rulebook().decision(on: profile(vendor), asOf: day)
  }
}

extension CalendarDate {
  /// The day after the statement of the founding case.
  static let then = CalendarDate(daysSince1970: 18_614)
  /// The day on which the shipped profiles were graded.
  static let now = CalendarDate(daysSince1970: 20_780)
}

extension Decision {
  /// The only finding of a rule on named subjects that came out so; nil if there are more or none.
  func finding(_ rule: String, _ status: Finding.Status) -> Finding? {
    let found = findings.filter { $0.rule.id == rule && $0.status == status }
    return found.count == 1 ? found[0] : nil
  }

  /// Every fact of the dossier whose path ends so.
  func facts(endingIn path: String) -> [FactRecord] {
    dossier.facts.filter { $0.path.hasSuffix(path) }
  }
}
