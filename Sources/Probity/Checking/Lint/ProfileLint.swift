import ProbityCEL
package import ProbityText
import ProbityYAML

/// What is odd about a profile that can be read.
package struct ProfileLint {
  /// The most words of a quotation.
  package static let quotedWords = 25

  private let dossier: Dossier
  private var found = DiagnosticList()

  /// Looks at a profile; on a day also at how its evidence stands then.
  package static func lint(
    _ document: SourceDocument,
    _ profile: Profile,
    by rulebook: Rulebook,
    asOf day: CalendarDate?,
    into diagnostics: inout DiagnosticList
  ) {
    var lint = ProfileLint(dossier: profile.dossier)
    var unheard = DiagnosticList()
    if let node = document.node(of: [.profile], into: &unheard)?.node { lint.lint(node) }
    lint.lintFacts()
    if let day { lint.lintEvidence(by: rulebook, asOf: day) }
    diagnostics.append(contentsOf: lint.found)
  }

  private init(dossier: Dossier) { self.dossier = dossier }

  // MARK: The document

  private mutating func lint(_ node: Node) {
    var cited: Set<String> = []
    for entry in node.entries ?? [] {
      let tree = YAMLTree(entry.value)
      guard entry.name == "sources" else {
        tree.collectTexts(into: &cited)
        continue
      }
      // A source that another is superseded by, or comes from, is used.
      for source in tree.entries ?? [] {
        for field in ["superseded_by", "origins"] {
          source.value[field]?.collectTexts(into: &cited)
        }
      }
    }
    for source in node["sources"]?.entries ?? [] where !cited.contains(source.name) {
      found.warning(
        "lint.unused-source",
        "no answer or reply cites the source `\(source.name)`",
        at: source.key.span,
        help: "cite it where it speaks, or take it out"
      )
    }
    refuseLongQuotes(in: node)
  }

  private mutating func refuseLongQuotes(in node: Node) {
    for item in node.items ?? [] { refuseLongQuotes(in: item) }
    for entry in node.entries ?? [] {
      if entry.name == "quote", let text = entry.value.scalar?.text {
        let count = text.split(whereSeparator: \.isWhitespace).count
        if count > Self.quotedWords {
          found.warning(
            "lint.long-quote",
            "a quotation must have at most \(Self.quotedWords) words; this one has \(count)",
            at: entry.value.span,
            help: "cite longer texts by `locator`"
          )
        }
      }
      refuseLongQuotes(in: entry.value)
    }
  }

  // MARK: The facts

  private mutating func lintFacts() {
    for fact in dossier.facts where fact.file == 0 && fact.record != "procurement" {
      // Two companies may be tied in several ways.
      if fact.kind == .existence, fact.field?.isRelationList != true,
        let name = fact.path.split(separator: "#").last,
        fact.path.contains("#"), name.hasSuffix("]")
      {
        found.warning(
          "lint.name-twice",
          "two elements of a list are called alike: `\(fact.path)` is the second",
          at: fact.span,
          help: "give each a name of its own, so that answers find it"
        )
      }
      guard !dossier.vendor.isFictional, case .evidence = fact.ground, !fact.claims.isEmpty,
        fact.kind == .value, fact.claims.allSatisfy(\.evidence.isEmpty)
      else { continue }
      found.warning(
        "lint.no-evidence",
        "`\(fact.path)` is answered and has no evidence: no rule will take it for established",
        at: fact.claims[0].span ?? fact.span,
        help: "write `{is: …, evidence: […]}`, or `unknown`"
      )
    }
  }

  // MARK: The evidence on a day

  private mutating func lintEvidence(by rulebook: Rulebook, asOf day: CalendarDate) {
    guard let head = rulebook.packs.first else { return }
    let read = rulebook.rules.reduce(into: Set<FieldName>()) { $0.formUnion($1.fieldsRead) }
    let resolver = Resolver(dossier, asOf: day, provenance: Provenance(of: dossier.sources))
    let resolution = resolver.resolution(
      Resolution.Terms(
        .adverse,
        .balance,
        lookback: head.lookback,
        clearWithin: head.clearWithin
      )
    )
    for fact in dossier.facts where fact.file == 0 && fact.kind == .value {
      guard let name = fact.fieldName, read.contains(name), case .evidence = fact.ground else {
        continue
      }
      lint(fact, resolution.outcome(of: fact.id), asOf: day)
    }
  }

  private mutating func lint(
    _ fact: FactRecord,
    _ outcome: Resolution.Outcome,
    asOf day: CalendarDate
  ) {
    let span = fact.claims.first?.span ?? fact.span
    if outcome.gap == .stale {
      found.warning(
        "lint.stale-evidence",
        "the evidence for `\(fact.path)` is too old on \(day)",
        at: span,
        help: "look for something newer, or ask again"
      )
      return
    }
    let sources = Set(outcome.carriers.map(\.source))
    guard outcome.state != .unknown, sources.count == 1, outcome.level < 4,
      let source = sources.first
    else { return }
    found.warning(
      "lint.single-source",
      "`\(fact.path)` rests on one source, `\(dossier.sources[source].id)`",
      at: span,
      help: "look for a second one of another origin"
    )
  }
}
