import Probity
import Testing

/// One rule over the shipped vocabulary, written as its few telling lines.
struct TrialPack {
  var scope = ""
  var condition: String
  var extra = ""
  var parameters = ""

  /// The shipped vocabulary with this rule alone.
  ///
  /// Examples are what a pack can't do without; these hold for every rule that waits for a fact.
  func rulebook(examples: String) throws -> Rulebook {
    let vocabulary = try ShippedFiles.texts(in: "rules/vocabulary")
    let pack = SourceText(
      name: "trial.yaml",
      """
      probity: rule-pack/1
      pack: {id: trial, version: 1.0.0, vocabulary: surveillance/1, title: {en: Trial}, lookback: P5Y, clear_within: P3Y}
      example_as_of: 2026-01-01
      example_sources: \(TrialPack.sources)
      \(parameters)
      rules:
        - id: trial/rule
          title: {en: A rule on trial}
          \(scope)
          violated_if: {all: [{label: {en: it is so}, cel: '\(condition)'}]}
          severity: prohibit
          standard: {adverse: balance, clear: balance}
          burden: vendor
          mechanism: technical_specification
          in_force: {from: 2000-01-01}
          basis: [{instrument: Trial Act, provision: s. 1}]
          remedy: {vendor: {en: Mend it.}}
          waiver: never
          \(extra)
          examples:
      \(examples)
      """
    )
    return try Rulebook(vocabulary + [pack])
  }

  /// One source that accuses and clears, for examples and profiles alike.
  static let sources =
    "{proof: {kind: judgment, publisher: Court, interest: none, published: 2025-06-01, "
    + "reliability: A, retracted: none, origins: [file]}}"

  /// A profile whose vendor has some fields; its sources are those of the examples.
  static func profile(_ fields: String, id: String = "acme") -> SourceText {
    SourceText(
      name: "\(id).yaml",
      """
      probity: vendor-profile/1
      graded: {by: tests, on: 2026-01-01}
      sources: \(sources)
      vendor:
        id: \(id)
        name: \(id)
        \(fields)
      """
    )
  }

  static let day = CalendarDate(daysSince1970: 20_454)  // 2026-01-01
}

extension Rulebook {
  /// The status of each finding on a profile, with its subject.
  func statuses(
    on profile: SourceText,
    parties: [SourceText] = [],
    procurement: SourceText? = nil
  ) throws -> [String: Finding.Status] {
    let profile = try self.profile(profile, parties: parties, procurement: procurement)
    let findings = decision(on: profile, asOf: TrialPack.day).findings
    return Dictionary(findings.map { ($0.subjectPath, $0.status) }) { first, _ in first }
  }
}
