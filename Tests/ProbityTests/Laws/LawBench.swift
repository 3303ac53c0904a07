import Foundation
import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// Runs a law on generated dossiers until it fails or enough evidence sets were seen.
struct LawBench {
  static let wantedSets = 50_000

  /// The seeds of a run: the one in `PROBITY_SEED`, or a fixed one.
  static let seed =
    ProcessInfo.processInfo.environment["PROBITY_SEED"].flatMap(UInt64.init) ?? 20_261_123

  let shape: Dossier
  let asOf: CalendarDate

  init(_ world: TinyWorld? = nil, vendor: String = LawBench.manyFacts) throws {
    let world = try world ?? TinyWorld(TinyRule())
    let parties = ["parent", "sister", "child", "maker"].map {
      "id: \($0)\nname: \($0)\nrelations: []"
    }
    shape = try world.profile(vendor, parties: parties).dossier
    asOf = try #require(CalendarDate(TinyWorld.today))
  }

  /// What a law says against one dossier; nil if it holds.
  typealias Law = (Dossier, inout EvidenceGenerator) throws -> String?

  /// The first counterexample to a law, or nil.
  func counterexample(sets: Int = wantedSets, to law: Law) rethrows -> String? {
    var seen = 0
    var round: UInt64 = 0
    while seen < sets {
      var generator = EvidenceGenerator(seed: Self.seed &+ round)
      let dossier = generator.dossier(like: shape)
      if let failure = try law(dossier, &generator) {
        return "seed \(Self.seed &+ round): \(failure)"
      }
      seen += dossier.facts.count { $0.ground == .evidence && !$0.claims.isEmpty }
      round += 1
    }
    return nil
  }

  /// A vendor of whom much may be asked, in a family of five companies.
  static let manyFacts = """
    id: vendor
    name: vendor
    relations:
      - {kind: owned_by, party: parent}
      - {kind: owns, party: child}
      - {kind: made_by, party: maker}
      - {kind: owned_by, party: sister}
    things: [\((0..<24).map { "{name: t\($0)}" }.joined(separator: ", "))]
    incidents: [\((0..<12).map { _ in "{}" }.joined(separator: ", "))]
    """
}

extension Dossier {
  /// Each fact with its position, for messages.
  func describe(_ fact: FactID) -> String {
    let record = self.fact(fact)
    let claims = record.claims.map { claim in
      let items = claim.evidence.map { item in
        let source = sources[item.source]
        return "\(source.kind) of \(source.publisher ?? "?") \(item.placement)"
          + (item.admits ? " admits" : "") + (item.isPinpointed ? "" : " no quote")
      }
      return "\(claim.value): \(items)"
    }
    return "\(record.path): \(claims)"
  }
}
