package import Probity
import ProbityCEL

/// A source as readers see it.
package struct SourceReport: Sendable {
  package var id: String
  package var kind: String
  package var publisher: String?
  package var title: String?
  package var published: String?
  package var observed: String?
  package var url: String?
  package var reliability: String?
  package var limits: String?

  package init(_ source: Source) {
    id = source.id
    kind = source.kind.rawValue
    publisher = source.publisher
    title = source.title
    published = source.published?.description
    observed = source.observed?.description
    url = source.url
    reliability = source.reliability?.rawValue
    limits = source.limits
  }
}

/// One citation for a value.
package struct CitationReport: Sendable {
  package var source: SourceReport
  /// `admitted`, `found`, `listed`, `reported`, …: kept apart, since they are not the same.
  package var manner: String
  package var quote: String?
  package var locator: String?
  /// Whether the value's level rests on it.
  package var carries: Bool
}

/// One fact: its value, its standing, who says so, who says otherwise.
package struct FactReport: Sendable {
  /// A value that somebody claims against the one that stands.
  package struct Denial: Sendable {
    package var value: String
    package var evidence: [CitationReport]
  }

  package struct Reply: Sendable, Hashable {
    package var publisher: String?
    package var quote: String?
    package var date: String?
    package var source: String?
    /// The day on which no reply had been found.
    package var noneFound: String?
    /// What is known of a reply of which no words are quoted.
    package var gist: String?
    /// The sources cited beside it that it answers, or to which no answer was found.
    package var to: [String]
  }

  package var path: String
  package var label: String
  /// `value`, `complete` or `exists`.
  package var kind: String
  package var value: String?
  package var level: Int
  package var contradiction: Int
  package var standard: String
  /// The strictest standard that the value meets as it stands; nil if it meets none.
  package var meets: String?
  package var place: FindingReport.Place?
  package var evidence: [CitationReport]
  package var denials: [Denial]
  package var replies: [Reply]
  /// Why it is unknown; nil if it is known.
  package var gap: String?
  package var question: String?
  package var document: String?
}

/// Makes fact reports of one dossier in one language.
struct FactReports {
  private let dossier: Dossier
  private let language: String

  init(_ dossier: Dossier, language: String) {
    self.dossier = dossier
    self.language = language
  }

  /// The path, with what is said of it if that is not a value.
  func path(of fact: FactID) -> String {
    let record = dossier.fact(fact)
    switch record.kind {
    case .value: return record.path
    case .closure: return record.path + " (complete)"
    case .existence: return record.path + " (exists)"
    }
  }

  func report(_ fact: FactID, _ resolution: Resolution) -> FactReport {
    let record = dossier.fact(fact)
    let outcome = resolution.outcome(of: fact)
    let claimed = outcome.claim.map { record.claims[$0] }
    let supporting = record.claims.filter { $0.value == claimed?.value }
    let rivals = record.claims.filter { $0.value != claimed?.value }
    let evidence = supporting.flatMap(\.evidence)
    return FactReport(
      path: path(of: fact),
      label: record.field?.label[language] ?? record.path,
      kind: kind(of: fact),
      value: claimed.map { text(of: $0.value) } ?? known(outcome.state),
      level: outcome.level,
      contradiction: outcome.contradiction,
      standard: resolution.terms.standard.rawValue,
      meets: meets(outcome),
      place: record.span.map(FindingReport.Place.init),
      evidence: citations(evidence.isEmpty ? outcome.carriers : evidence, outcome.carriers),
      denials: rivals.filter { !$0.evidence.isEmpty }.map {
        FactReport.Denial(value: text(of: $0.value), evidence: citations($0.evidence, []))
      },
      replies: replies(to: evidence, in: record.file),
      gap: outcome.gap.map { words($0, resolution.terms) },
      question: record.field?.question?[language],
      document: record.field?.document
    )
  }

  /// An open fact: how it stands to clear, and how it stands to accuse.
  func openReport(_ fact: FactID, adverse: Resolution, clear: Resolution) -> FactReport {
    var report = report(fact, clear)
    guard !dossier.fact(fact).claims.isEmpty else { return report }
    let accusing = adverse.outcome(of: fact)
    let clearing = report.gap ?? "open"
    if accusing.state != .unknown {
      report.gap = "established to accuse, level \(accusing.level); to clear it: \(clearing)"
    } else if let gap = accusing.gap, gap != clear.outcome(of: fact).gap {
      report.gap = "to accuse: \(words(gap, adverse.terms)); to clear: \(clearing)"
    }
    return report
  }

  /// `value`, `complete` or `exists`.
  func kind(of fact: FactID) -> String {
    switch dossier.fact(fact).kind {
    case .value: "value"
    case .closure: "complete"
    case .existence: "exists"
    }
  }

  private func known(_ state: FactView.State) -> String? {
    state == .unknown ? nil : text(of: state)
  }

  private func meets(_ outcome: Resolution.Outcome) -> String? {
    guard outcome.level > 0 else { return nil }
    return StandardOfProof.allCases.last {
      $0.isMet(level: outcome.level, contradiction: outcome.contradiction)
    }?.rawValue
  }

  /// One line a source, the carriers first.
  private func citations(
    _ evidence: [CitedEvidence],
    _ carriers: [CitedEvidence]
  ) -> [CitationReport] {
    if evidence.isEmpty, carriers.isEmpty { return [] }
    var seen: Set<Int> = []
    let ordered = carriers + evidence.filter { $0.isPinpointed } + evidence
    return ordered.filter { seen.insert($0.source).inserted }.map { item in
      let source = dossier.sources[item.source]
      return CitationReport(
        source: SourceReport(source),
        manner: manner(of: item, source),
        quote: item.quote,
        locator: item.locator,
        carries: carriers.contains { $0.source == item.source }
      )
    }
  }

  private func manner(of item: CitedEvidence, _ source: Source) -> String {
    if item.admits { return "admitted" }
    switch source.kind {
    case .judgment, .official: return "found"
    case .listing: return "listed"
    case .primary: return "documented"
    case .test: return "tested"
    case .investigation, .media: return "reported"
    case .testimony: return "testified"
    case .allegation: return "alleged"
    case .attestation: return "attested"
    case .statement: return "stated"
    }
  }

  /// What those accused say to the sources that speak here.
  private func replies(to evidence: [CitedEvidence], in file: Int) -> [FactReport.Reply] {
    if evidence.isEmpty || dossier.files[file].replies.isEmpty { return [] }
    let cited = Set(evidence.map(\.source))
    return dossier.files[file].replies.filter { !cited.isDisjoint(with: $0.to) }.map { reply in
      let source = reply.source.map { dossier.sources[$0] }
      return FactReport.Reply(
        publisher: source?.publisher,
        quote: reply.quote,
        date: source?.date?.description,
        source: source?.id,
        noneFound: reply.noneFound?.description,
        gist: reply.quote == nil ? source.flatMap(gist) : nil,
        to: reply.to.filter(cited.contains).map { dossier.sources[$0].id }
      )
    }
  }

  /// What a source is, and how far it was read.
  private func gist(_ source: Source) -> String? {
    let parts = [source.title, source.limits.map { "(\($0))" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func words(_ gap: Resolution.Gap, _ terms: Resolution.Terms) -> String {
    gap.words(on: terms)
  }
}

extension Resolution.Gap {
  /// Why a fact is unknown, for readers.
  func words(on terms: Resolution.Terms) -> String {
    switch self {
    case .notAnswered: "not answered"
    case .declined(let date): "the vendor declined to answer on \(date)"
    case .belowStandard(let level, let contradiction):
      contradiction == 0
        ? "level \(level) falls short of \(terms.standard.rawValue)"
        : "level \(level), contradicted at level \(contradiction), falls short of "
          + terms.standard.rawValue
    case .stale: "the evidence is too old" + reach(terms)
    case .conflicting: "two values reach \(terms.standard.rawValue)"
    }
  }

  private func reach(_ terms: Resolution.Terms) -> String {
    let period = terms.direction == .adverse ? terms.lookback : terms.clearWithin
    return period.map { " (older than \($0))" } ?? ""
  }
}

/// A fact's state as people read it.
func text(of state: FactView.State) -> String {
  switch state {
  case .unknown: "unknown"
  case .absent: "none"
  case .known(let value): value.plainText
  }
}

extension Value {
  /// A fact's value as people read it.
  fileprivate var plainText: String {
    switch self {
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .double(let value): String(describing: value)
    case .string(let value): value.description
    case .date(let value): value.description
    default: "\(self)"
    }
  }
}
