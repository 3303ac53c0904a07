import Probity
import ProbityTestSupport
import ProbityText
import Testing

/// The smallest world that can be decided on: a vocabulary, one pack, and profiles as texts.
struct TinyWorld {
  static let today = "2026-06-30"

  let rulebook: Rulebook

  /// Reads rules that need no examples here; nothing else may be wrong with them.
  init(_ rules: TinyRule..., pack: String = "") throws {
    try self.init(rules, pack: pack, except: ["rule.missing-example"])
  }

  /// Reads rules; only the faults with these ids may be found.
  init(_ rules: [TinyRule], pack: String = "", except known: Set<String>) throws {
    let rules = rules.map(\.yaml).joined()
    var diagnostics = DiagnosticList()
    rulebook = Rulebook(
      reading: [Self.vocabulary, Self.pack(rules, pack)],
      into: &diagnostics
    )
    let unexpected = diagnostics.sorted.filter { !known.contains($0.id) }
    #expect(unexpected.map(\.message) == [])
  }

  /// What the public reader says about a pack of rules, as ids.
  static func complaints(about rules: TinyRule...) -> [String] {
    do {
      _ = try Rulebook([vocabulary, pack(rules.map(\.yaml).joined())])
      return []
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  func profile(
    _ vendor: String,
    sources: String = TinyWorld.sources,
    parties: [String] = []
  ) throws -> Profile {
    try rulebook.profile(
      Self.file("vendor.yaml", vendor, sources),
      parties: parties.enumerated().map { Self.file("party\($0).yaml", $1, sources) }
    )
  }

  /// Decides a vendor whose fields are given as lines of YAML.
  func decision(
    _ vendor: String,
    sources: String = TinyWorld.sources,
    parties: [String] = [],
    asOf day: String = today
  ) throws -> Decision {
    let date = try #require(CalendarDate(day))
    let profile = try profile(vendor, sources: sources, parties: parties)
    return rulebook.decision(on: profile, asOf: date)
  }

  private static func file(_ name: String, _ vendor: String, _ sources: String) -> SourceText {
    let head = vendor.contains("id:") ? "" : "\n  id: vendor\n  name: Vendor"
    return SourceText(
      name: name,
      """
      probity: vendor-profile/1
      graded: {by: Reviewers, on: 2026-06-01}
      vendor:\(head)
      \(indented(vendor, by: 2))
      sources:
      \(indented(sources, by: 2))
      """
    )
  }

  private static func pack(_ rules: String, _ head: String = "") -> SourceText {
    SourceText(
      name: "tiny.yaml",
      """
      probity: rule-pack/1
      pack: {id: tiny, version: 1.0.0, vocabulary: tiny/1, title: {en: Tiny}}
      example_as_of: \(today)
      \(head)
      rules:
      \(rules)
      """
    )
  }
}

/// A rule of the tiny world; what is not given is the plainest there is.
struct TinyRule {
  var id = "tiny/rule"
  var forEach: String?
  var when: String?
  var condition = "violated_if: {label: {en: it is so}, cel: vendor.a}"
  var unless: String?
  var severity = "prohibit"
  var adverse = "balance"
  var clear = "balance"
  var burden = "vendor"
  var inForce = "{from: 2000-01-01}"
  var examples = "[]"

  /// A rule that is violated if an expression holds.
  static func violated(if cel: String) -> TinyRule {
    var rule = TinyRule()
    rule.condition = "violated_if: {label: {en: it is so}, cel: '\(cel)'}"
    return rule
  }

  var yaml: String {
    var lines = ["- id: \(id)", "  title: {en: Title}"]
    if let forEach { lines.append("  for_each: \(forEach)") }
    if let when { lines.append("  when: '\(when)'") }
    lines.append(indented(condition, by: 2))
    if let unless { lines.append("  unless: [{label: {en: excused}, cel: '\(unless)'}]") }
    lines += [
      "  severity: \(severity)", "  standard: {adverse: \(adverse), clear: \(clear)}",
      "  burden: \(burden)", "  mechanism: exclusion", "  in_force: \(inForce)",
      "  basis: [{instrument: Law, provision: art. 1}]", "  remedy: {vendor: {en: Mend it}}",
      "  waiver: never", "  examples: \(examples)\n",
    ]
    return lines.joined(separator: "\n")
  }
}

extension TinyWorld {
  /// Twelve plain questions, one of several answers, things, incidents and relations.
  static let vocabulary = SourceText(
    name: "tiny-vocabulary.yaml",
    """
    probity: vocabulary/1
    vocabulary: {id: tiny, version: 1, title: {en: Tiny}}
    enums:
      relation_kind:
        title: {en: kind}
        codes:
          owned_by: {label: {en: owned by}, control: owner}
          owns: {label: {en: owns}, control: owned}
          made_by: {label: {en: made by}, lineage: maker}
      mode:
        title: {en: mode}
        codes:
          shown: {label: {en: shown}}
          hidden: {label: {en: hidden}}
          absent: {label: {en: absent}}
    records:
      relation:
        title: {en: relation}
        key: party
        fields:
          kind: {type: relation_kind, identity: true}
          party: {type: string, identity: true}
      thing:
        title: {en: thing}
        key: name
        fields:
          name: {type: string, identity: true}
          bad: {type: bool, label: {en: bad}}
          mode: {type: mode, label: {en: mode}}
      incident:
        title: {en: incident}
        event: true
        fields:
          grave: {type: bool, label: {en: grave}}
      vendor:
        title: {en: vendor}
        fields:
          id: {type: string, identity: true}
          name: {type: string, identity: true}
          relations: {type: list(relation), label: {en: relations}}
          things: {type: list(thing), label: {en: things}}
          incidents: {type: list(incident), label: {en: incidents}}
          mode: {type: mode, label: {en: mode}}
    \("abcdefghijkl".map { "      \($0): {type: bool, label: {en: \($0)}}" }
      .joined(separator: "\n"))
    """
  )

  /// A laboratory and an authority that may clear, the vendor's own papers, and two newspapers.
  static let sources = [
    sound("lab", "test"), sound("authority", "official"), sound("court", "judgment"),
    sound("gazette", "investigation"), sound("courier", "investigation"),
    sound("forum", "allegation"), sound("word", "statement", "Vendor", "vendor"),
    sound("paper", "primary", "Vendor", "vendor"),
    sound("oath", "attestation", "Vendor", "vendor"),
  ].joined(separator: "\n")

  /// A source to which nobody could object.
  static func sound(
    _ id: String,
    _ kind: String,
    _ publisher: String? = nil,
    _ interest: String = "none"
  ) -> String {
    """
    \(id): {kind: \(kind), publisher: \(publisher ?? "The \(id)"), interest: \(interest), \
    published: 2026-01-15, origins: [\(id)-files], reliability: A, retracted: none}
    """
  }

  /// Nobody else has an interest, and a court found so: closed at every standard.
  static let closedRelations =
    "relations: {items: [], complete: {evidence: [{source: court, locator: p. 1}]}}"
}

/// A value that two sources without an interest establish, to accuse and to clear.
func proven(_ value: String) -> String {
  "{is: \(value), evidence: [{source: lab, locator: p. 1}, {source: authority, locator: p. 2}]}"
}

func indented(_ text: String, by width: Int) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String(repeating: " ", count: width) + $0 }
    .joined(separator: "\n")
}
