import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What is left of a decision without some of its sources, against a decision from scratch.
@Suite struct RelianceTests {
  static let seeds: [UInt64] = [61, 62, 63]

  /// Every other shipped profile, by the seed these or those, each on two days, whole and with
  /// some of their claims taken away.
  private static func decisions(_ seed: UInt64) throws -> [Decision] {
    let book = try ShippedFiles.core()
    var generator = SeededGenerator(seed: seed)
    let all = try ShippedFiles.profiles(by: book).enumerated()
    let share = all.filter { $0.offset % 2 == Int(seed % 2) }
    return try share.map(\.element).flatMap { profile in
      try ["2020-12-18", "2026-11-23"].flatMap { day in
        let date = try #require(CalendarDate(day))
        let thinned = (0..<2).map { _ in profile.dossier.thinned(by: &generator) }
        return ([profile.dossier] + thinned).map { dossier in
          var deciding = Deciding(dossier, asOf: date)
          return deciding.decision(by: book.rules, of: book.packs)
        }
      }
    }
  }

  /// What a decision comes to that is made anew, and the facts that stand otherwise in it.
  private static func fromScratch(
    _ decision: Decision,
    without withheld: Withheld
  ) -> (verdict: Verdict, changed: [Resolution.Terms: FactSet]) {
    let dossier = decision.dossier.withholding(withheld)
    var deciding = Deciding(dossier, asOf: decision.asOf)
    let verdict = deciding.decision(by: decision.rules, of: decision.packs).verdict
    let resolver = Resolver(dossier, asOf: decision.asOf)
    var changed: [Resolution.Terms: FactSet] = [:]
    for finding in decision.findings {
      for whole in [finding.trial.adverse, finding.trial.clear] where changed[whole.terms] == nil {
        let view = resolver.resolution(whole.terms).view
        changed[whole.terms] = FactSet(
          dossier.facts.map(\.id).filter { view[$0] != whole.view[$0] }
        )
      }
    }
    return (verdict, changed)
  }

  /// Single sources, and some at random together.
  private static func choices(_ decision: Decision, _ seed: UInt64) -> [Withheld] {
    var generator = SeededGenerator(seed: seed)
    let cited = WithheldDeciding(decision).citedSources
    let several = (0..<2).map { _ in
      cited.filter { _ in Bool.random(using: &generator) }
    }
    return cited.map(Withheld.source)
      + several.filter { !$0.isEmpty }.map { .publisher("some", sources: $0) }
  }

  @Test(arguments: seeds)
  func `without a source a decision comes to what it comes to from scratch`(
    _ seed: UInt64
  ) throws {
    var counts = (verdicts: 0, facts: 0, untouched: 0)
    for decision in try Self.decisions(seed) {
      let deciding = WithheldDeciding(decision)
      for withheld in Self.choices(decision, seed) {
        let found = deciding.outcome(without: withheld.sources)
        let expected = Self.fromScratch(decision, without: withheld)
        let vendor = decision.dossier.vendor.vendorID
        #expect(found.verdict == expected.verdict, "seed \(seed), \(vendor), \(withheld)")
        for (terms, facts) in expected.changed {
          #expect(found.changed[terms] == facts, "seed \(seed), \(vendor), \(withheld), \(terms)")
          if facts.isEmpty { counts.untouched += 1 } else { counts.facts += 1 }
        }
        if found.verdict != decision.verdict { counts.verdicts += 1 }
      }
    }
    // Else nothing was tried.
    #expect(counts.verdicts > 5 && counts.facts > 50 && counts.untouched > 50, "\(counts)")
  }

  @Test(arguments: seeds)
  func `as long as what it read stays the same, so does a finding`(_ seed: UInt64) throws {
    var (same, other) = (0, 0)
    for decision in try Self.decisions(seed) {
      for withheld in Self.choices(decision, seed).prefix(6) {
        let dossier = decision.dossier.withholding(withheld)
        var deciding = Deciding(dossier, asOf: decision.asOf)
        let anew = deciding.decision(by: decision.rules, of: decision.packs).findings
        guard anew.map(\.subjectPath) == decision.findings.map(\.subjectPath) else { continue }
        for (finding, without) in zip(decision.findings, anew) {
          let isTouched = finding.reads.facts.contains { fact in
            finding.trial.adverse.view[fact] != without.trial.adverse.view[fact]
              || finding.trial.clear.view[fact] != without.trial.clear.view[fact]
          }
          if isTouched || finding.rule.burden == .buyer {
            other += finding.status == without.status ? 0 : 1
          } else {
            same += 1
            #expect(finding.status == without.status, "seed \(seed), \(finding.rule.id)")
          }
        }
      }
    }
    // The control: what was read is what the status hangs on.
    #expect(same > 200 && other > 5, "\(same), \(other)")
  }
}

extension Dossier {
  /// The same with some of its claims.
  fileprivate func thinned(by generator: inout SeededGenerator) -> Dossier {
    var dossier = self
    for fact in dossier.facts.indices where dossier.facts[fact].ground == .evidence {
      if Int.random(in: 0..<100, using: &generator) < 30 { dossier.facts[fact].claims = [] }
    }
    return dossier
  }
}
