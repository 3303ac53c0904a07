import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// Fills the facts of a small dossier with random claims on random evidence.
///
/// Most sources are sound, as otherwise next to nothing would reach a standard; the rest lack,
/// feign or contradict whatever a source can.
struct EvidenceGenerator {
  private static let family = ["vendor", "parent", "sister", "child", "maker"]
  private static let strangers = ["gazette", "courier", "lab", "authority", "forum"]
  private static let span = SourceText(name: "generated", "x").span(0..<1)

  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A dossier of the same shape, with its sources, claims and ties drawn anew.
  mutating func dossier(like shape: Dossier) -> Dossier {
    var dossier = shape
    dossier.sources = (0..<14).map { source(id: "s\($0)") }
    dossier.edges = dossier.edges.filter { _ in chance(60) }
    for index in dossier.facts.indices where dossier.facts[index].ground == .evidence {
      dossier.facts[index].isEvent = chance(15)
      dossier.facts[index].claims = claims(for: dossier.facts[index], dossier)
    }
    dossier.sources[0] = soundSource(id: "s0", by: "court")
    dossier.sources[0].kind = .judgment
    let closed = pick([100, 50])
    for list in dossier.relationLists where chance(closed) {
      dossier.facts[Int(list.closure.index)].claims = [
        Claim(.known(.bool(true)), evidence: [cited(0, .value)])
      ]
    }
    return dossier
  }

  // MARK: Claims

  private mutating func claims(for fact: FactRecord, _ dossier: Dossier) -> [Claim] {
    guard chance(92) else { return [] }
    return values(of: fact, dossier).shuffled(using: &random)
      .prefix(pick([1, 1, 1, 2, 2, 3]))
      .map { value in
        Claim(value, evidence: (0..<below(4)).map { _ in citation(among: dossier.sources) })
      }
  }

  /// Everything that can be claimed of a fact.
  func values(of fact: FactRecord, _ dossier: Dossier) -> [FactView.State] {
    let domain = fact.kind == .value ? dossier.domain(of: fact.id) : nil
    return (domain ?? [.bool(true), .bool(false)]).map(FactView.State.known)
  }

  /// A reference to one of the sources; only the vendor's own people may admit something.
  mutating func citation(among sources: [Source]) -> CitedEvidence {
    let position = below(sources.count)
    var item = cited(position, pick([.value, .value, .value, .record, .inherited]))
    if chance(15) { item.quote = nil }
    let speaksForItself = sources[position].publisher.map(Self.family.contains) ?? false
    item.admits = speaksForItself && chance(25)
    return item
  }

  func cited(_ source: Int, _ placement: CitedEvidence.Placement) -> CitedEvidence {
    var item = CitedEvidence(source: source, placement: placement, span: Self.span)
    item.quote = "q"
    return item
  }

  // MARK: Sources

  private mutating func source(id: String) -> Source {
    let publisher = pick(Self.strangers + Self.strangers + Self.family)
    var source = soundSource(id: id, by: publisher)
    guard chance(45) else { return source }
    if chance(30) { source.publisher = nil }
    if chance(30) { source.interest = pick([nil, .vendor, .party("parent")]) }
    if chance(30) { source.grading = nil }
    if chance(30) { source.reliability = pick([nil, .a, .d, .e, .f]) }
    if chance(30) { source.retraction = pick([.notStated, .on(date(from: 2024))]) }
    if chance(40) { source.published = chance(20) ? nil : date(from: 2015) }
    if chance(30) { source.observed = date(from: 2015) }
    if chance(40) { source.origins = pick([[], ["o1"], ["o1", "o2"], ["s1"], ["s2", "o2"]]) }
    if chance(20) { source.supersededBy = pick(["s3", "s4"]) }
    return source
  }

  private mutating func soundSource(id: String, by publisher: String) -> Source {
    let isFamily = Self.family.contains(publisher)
    var source = Source(id: id, kind: pick(Source.Kind.allCases), span: Self.span)
    source.publisher = publisher
    source.interest = isFamily ? .vendor : Source.Interest.none
    source.grading = Source.Grading(by: "reviewers", on: day(2026, 6))
    source.reliability = .a
    source.retraction = .none
    source.published = day(2026, 1 + below(5))
    source.origins = [id + "-files"]
    return source
  }

  /// A word of one of some companies that nobody signed, however it is dressed up.
  mutating func ownWord(id: String, of companies: [String]) -> Source {
    var source = soundSource(id: id, by: pick(companies))
    source.kind = pick(Source.Kind.allCases.filter { $0 != .attestation })
    source.interest = pick([nil, .vendor, Source.Interest.none])
    if chance(20) { source.grading = nil }
    if chance(20) { source.published = date(from: 2015) }
    return source
  }

  private mutating func date(from year: Int) -> PartialDate {
    let year = year + below(2028 - year)
    return chance(20) ? day(year, nil) : day(year, 1 + below(12))
  }

  private func day(_ year: Int, _ month: Int?) -> PartialDate {
    PartialDate(year: year, month: month, day: month.map { _ in 15 })
      ?? PartialDate(firstDay: 0, lastDay: 0)
  }

  // MARK: Chance

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
