import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// One fact of a vendor on hand-made evidence: sources by name, claims by value.
struct EvidenceBench {
  static let span = SourceText(name: "bench", "x").span(0..<1)

  private(set) var dossier: Dossier
  private var value: FactID
  var asOf: CalendarDate
  var knownBy: CalendarDate?
  var lookback: CalendarPeriod?
  var clearWithin: CalendarPeriod?

  /// A vendor of whom `a` is asked, in no company unless relations are given.
  init(relations: String = TinyWorld.closedRelations, parties: [String] = []) throws {
    let world = try TinyWorld(TinyRule())
    let dossier = try world.profile(relations, parties: parties).dossier
    let fact = dossier.facts.first { $0.path == "a" && $0.file == 0 }
    asOf = try #require(CalendarDate(TinyWorld.today))
    value = try #require(fact).id
    self.dossier = dossier
  }

  /// The dossier, as it was known by the day if there is one.
  private var known: Dossier { knownBy.map(dossier.asKnown) ?? dossier }

  /// Claims a value on a source, which stands on the value itself with a quote.
  mutating func claim(
    _ value: Bool,
    _ source: Source,
    _ change: (inout CitedEvidence) -> Void = { _ in }
  ) {
    var item = CitedEvidence(source: add(source), placement: .value, span: Self.span)
    item.quote = "so it is"
    change(&item)
    dossier.facts[Int(self.value.index)].claim(.known(.bool(value)), by: item)
  }

  /// Puts a source on file, which no claim has to cite.
  @discardableResult
  mutating func add(_ source: Source) -> Int {
    let isHere = { (known: Source) in
      known.id == source.id && known.span.source == source.span.source
    }
    if let known = dossier.sources.firstIndex(where: isHere) { return known }
    dossier.sources.append(source)
    return dossier.sources.count - 1
  }

  mutating func change(_ change: (inout FactRecord) -> Void) {
    change(&dossier.facts[Int(value.index)])
  }

  func outcome(_ direction: Direction, _ standard: StandardOfProof = .balance) -> Resolution.Outcome
  {
    let terms = Resolution.Terms(
      direction,
      standard,
      lookback: lookback,
      clearWithin: clearWithin
    )
    return Resolver(known, asOf: asOf).resolution(terms).outcome(of: value)
  }

  /// What the items for a value come to against another one, in a run of a direction.
  func contradiction(by value: Bool, in direction: Direction) -> Int {
    let claims = known.fact(self.value).claims.filter { $0.value == .known(.bool(value)) }
    let scales = Resolver(known, asOf: asOf).scalesByFile[0]
    let question = Scales.Question(
      direction.opposite,
      lookback: lookback,
      clearWithin: clearWithin
    )
    return scales.standing(of: claims.flatMap(\.evidence), question, as: .contradiction).level
  }

  /// The level of the value `true`, each way.
  var levels: [Int] { [outcome(.adverse).level, outcome(.clear).level] }
}

extension Source {
  /// A source to which nobody could object: graded, disinterested, reliable, fresh, by itself.
  static func sound(
    _ id: String,
    _ kind: Kind,
    _ change: (inout Source) -> Void = { _ in }
  ) -> Source {
    var source = Source(id: id, kind: kind, span: EvidenceBench.span)
    source.publisher = "The \(id)"
    source.interest = Interest.none
    source.published = day("2026-01-15")
    source.origins = [id + "-files"]
    source.reliability = .a
    source.retraction = .none
    source.grading = Grading(by: "Reviewers", on: day("2026-06-01"))
    change(&source)
    return source
  }

  /// A source of the vendor's own.
  static func own(
    _ id: String,
    _ kind: Kind,
    _ change: (inout Source) -> Void = { _ in }
  ) -> Source {
    sound(id, kind) { source in
      source.publisher = "Vendor"
      source.interest = .vendor
      change(&source)
    }
  }
}

/// A date that is written correctly; a slip of the pen fails every test that uses it.
func day(_ text: String) -> PartialDate {
  PartialDate(text) ?? PartialDate(firstDay: .max, lastDay: .max)
}
