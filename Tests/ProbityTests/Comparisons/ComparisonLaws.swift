import Probity
import ProbityTestSupport
import Testing

/// What holds of comparisons on generated evidence: causes turn findings, and none can be spared.
@Suite struct ComparisonLaws {
  private let bench: LawBench
  private let world: TinyWorld

  init() throws {
    var generator = RuleGenerator(seed: LawBench.seed)
    world = try TinyWorld(generator.rules(10), except: ["rule.missing-example", "rule.constant"])
    bench = try LawBench(world, vendor: Self.vendor)
  }

  private static let vendor = """
    id: vendor
    name: vendor
    relations: [{kind: owned_by, party: parent}]
    things: [{name: one}, {name: two}]
    incidents: [{}]
    """

  private func someDay(_ generator: inout EvidenceGenerator) throws -> CalendarDate {
    let days = ["2019-06-30", "2026-02-20", "2026-03-20", "2027-06-30", "2030-02-01"]
    return try #require(CalendarDate(generator.pick(days)))
  }

  /// The statuses after moving influences, by an evaluation that is made anew.
  private func statuses(
    _ dossier: Dossier,
    _ from: CalendarDate,
    _ to: CalendarDate,
    _ moved: Set<Influence>
  ) -> [FindingKey: Finding.Status] {
    var mixed = dossier
    for source in mixed.sources.indices {
      mixed.sources[source].seenFrom = moved.contains(.source(source)) ? to : from
    }
    var deciding = Deciding(mixed, asOf: moved.contains(.day) ? to : from)
    let findings = world.rulebook.rules.flatMap { deciding.findings(of: $0) }
    return Dictionary(
      findings.map { (FindingKey($0), $0.status) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test func `every cause turns its finding, and none can be spared`() throws {
    var (changes, together) = (0, 0)
    let failure = try bench.counterexample(sets: 2_000) { dossier, generator in
      let (from, to) = (try someDay(&generator), try someDay(&generator))
      let profile = Profile(dossier: dossier)
      let comparison = world.rulebook.comparison(on: profile, from: from, to: to)
      if comparison.hasFailed { return "it failed its own check" }
      for change in comparison.changes {
        changes += 1
        let causes = Set(change.causes.map(\.influence))
        if causes.isEmpty { return "no cause of \(change.key)" }
        let sets = change.isEachEnough ? causes.map { [$0] } : [causes]
        for moved in sets {
          let turned = statuses(dossier, from, to, Set(moved))[change.key]
          if turned != change.after?.status { return "\(moved) does not turn \(change.key)" }
        }
        guard !change.isEachEnough else { continue }
        together += 1
        for cause in causes {
          let turned = statuses(dossier, from, to, causes.subtracting([cause]))[change.key]
          if turned == change.after?.status { return "\(cause) can be spared: \(change.key)" }
        }
      }
      return nil
    }
    #expect(failure == nil)
    #expect(changes > 50, "\(changes)")
    #expect(together > 0, "\(together)")
  }

  @Test func `findings that are not named are the same on both days`() throws {
    let failure = try bench.counterexample(sets: 2_000) { dossier, generator in
      let (from, to) = (try someDay(&generator), try someDay(&generator))
      let comparison = world.rulebook.comparison(
        on: Profile(dossier: dossier),
        from: from,
        to: to
      )
      let named = Set(comparison.changes.map(\.key))
      let before = statuses(dossier, from, to, [])
      let everything = Set(dossier.sources.indices.map(Influence.source) + [.day])
      let after = statuses(dossier, from, to, everything)
      for key in Set(before.keys).union(after.keys) where !named.contains(key) {
        if before[key] != after[key] { return "\(key)" }
      }
      return nil
    }
    #expect(failure == nil)
  }
}
