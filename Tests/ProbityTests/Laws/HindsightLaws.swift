import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What holds of decisions "as known by" a day.
///
/// To take sources away is not monotone: a contradiction that nobody knew of leaves established
/// what it would have left open. What does hold is that nothing learnt later bears on what could
/// be known; that a day by which everything was in hand changes nothing; and that a finding which
/// is no longer what it was rests on a fact that later sources made another one, for from facts to
/// findings everything is monotone.
@Suite struct HindsightLaws {
  private let bench: LawBench
  private let rules: [Rule]

  init() throws {
    var generator = RuleGenerator(seed: LawBench.seed)
    let world = try TinyWorld(
      generator.rules(16)
        + generator.rules(8, withExceptions: true).map { rule in
          var rule = rule
          rule.id += "-excused"
          return rule
        },
      except: ["rule.missing-example", "rule.constant"]
    )
    rules = world.rulebook.rules
    bench = try LawBench(world, vendor: Self.vendor)
  }

  private static let vendor = """
    id: vendor
    name: vendor
    relations: [{kind: owned_by, party: parent}, {kind: made_by, party: maker}]
    things: [{name: one}, {name: two}]
    incidents: [{}]
    """

  private func findings(_ dossier: Dossier) -> [Finding] {
    var deciding = Deciding(dossier, asOf: bench.asOf)
    return rules.flatMap { deciding.findings(of: $0) }
  }

  private func statuses(_ dossier: Dossier) -> [String] {
    findings(dossier).map { "\($0.rule.id) \($0.subjectPath) \($0.status) \($0.openFacts)" }
  }

  /// A day among those of generated sources.
  private func someDay(_ generator: inout EvidenceGenerator) throws -> CalendarDate {
    let days = ["2019-06-30", "2026-01-31", "2026-02-20", "2026-03-20", "2026-04-20"]
    return try #require(CalendarDate(generator.pick(days)))
  }

  // MARK: Nothing later bears on it

  /// What later sources change of what was known by a day; nil if they change nothing.
  private func effectOfLater(
    sets: Int,
    known: (Dossier, CalendarDate) -> Dossier
  ) throws -> String? {
    try bench.counterexample(sets: sets) { dossier, generator in
      let day = try someDay(&generator)
      let later = generator.addingLater(to: dossier, than: day)
      let (before, after) = (statuses(known(dossier, day)), statuses(known(later, day)))
      return before == after ? nil : zip(before, after).first { $0 != $1 }.map { "\($0)" }
    }
  }

  @Test func `nothing that came later bears on what was known`() throws {
    #expect(try effectOfLater(sets: 12_000) { $0.asKnown(by: $1) } == nil)
  }

  @Test func `what came later bears on what is known now`() throws {
    #expect(try effectOfLater(sets: 12_000) { dossier, _ in dossier } != nil)
  }

  // MARK: The end of time

  @Test func `known by the end of time is known`() throws {
    let end = try #require(CalendarDate("9999-12-31"))
    let failure = bench.counterexample(sets: 6_000) { dossier, _ in
      let (plain, known) = (statuses(dossier), statuses(dossier.asKnown(by: end)))
      return plain == known ? nil : zip(plain, known).first { $0 != $1 }.map { "\($0)" }
    }
    #expect(failure == nil)
  }

  // MARK: What was definite and is no longer so

  private func hasTurned(_ before: Finding, _ after: Finding) -> Bool {
    before.status != after.status && !(before.isCleared && after.isCleared)
  }

  /// A finding that was definite by a day and is another one now, though no fact that it rested on
  /// is another one now.
  private func groundlessTurns(sets: Int, isTurned: (Reason, Finding) -> Bool) throws -> (
    failure: String?, turns: Int
  ) {
    var turns = 0
    let failure = try bench.counterexample(sets: sets) { dossier, generator in
      let known = findings(dossier.asKnown(by: try someDay(&generator)))
      let now = Dictionary(
        findings(dossier).map { ("\($0.rule.id) \($0.subjectPath) \($0.isOnRest)", $0) },
        uniquingKeysWith: { first, _ in first }
      )
      for finding in known where finding.status != .undetermined {
        let key = "\(finding.rule.id) \(finding.subjectPath) \(finding.isOnRest)"
        guard let later = now[key], hasTurned(finding, later),
          let reason = finding.reason
        else { continue }
        turns += 1
        if !isTurned(reason, later) {
          return "\(key): \(finding.status) to \(later.status) on "
            + reason.facts.map { dossier.describe($0) }.joined(separator: ", ")
        }
      }
      return nil
    }
    return (failure, turns)
  }

  @Test func `a finding that hindsight changes rests on a fact that hindsight changed`() throws {
    let (failure, turns) = try groundlessTurns(sets: 20_000) { reason, later in
      let view =
        reason.resolution.terms.direction == .adverse
        ? later.trial.adverse.view : later.trial.clear.view
      // A name or fact that is known shows that what it belongs to is there.
      let tree = later.trial.dossier.tree
      let facts =
        reason.facts + reason.facts.flatMap { tree.existences(above: $0) }
        + later.trial.subject.existence
      let hasOtherFacts = facts.contains { reason.resolution.view[$0] != view[$0] }
      return hasOtherFacts || (reason.needsNoException && later.trial.exceptions == .yes)
    }
    #expect(failure == nil)
    // A law about findings that never turn would say nothing.
    #expect(turns > 10, "\(turns)")
  }

  @Test func `hindsight does leave open what was definite`() throws {
    let (failure, _) = try groundlessTurns(sets: 12_000) { _, later in
      later.status != .undetermined
    }
    #expect(failure != nil)
  }
}

extension Finding {
  /// Whether it is satisfied or does not apply: two names of one class.
  fileprivate var isCleared: Bool { status == .satisfied || status == .notApplicable }

  fileprivate var isOnRest: Bool { subject.openList != nil }
}

extension EvidenceGenerator {
  /// Further sources, all of which came out after a day, and what they say about every fact.
  mutating func addingLater(to dossier: Dossier, than day: CalendarDate) -> Dossier {
    var later = dossier
    let generated = self.dossier(like: dossier)
    let first = later.sources.count
    for (number, source) in generated.sources.enumerated() {
      var source = source
      source.id = "later\(number)"
      source.supersededBy = nil
      let date = PartialDate(
        firstDay: day.date.firstDay + 1 + Int32(below(30)),
        lastDay: day.date.firstDay + 31
      )
      source.published = date
      later.sources.append(source)
    }
    // Of a tie on nobody's evidence a file does not tell since when it is alleged.
    let ties = Set(dossier.edges.map(\.existence))
    for fact in later.facts.indices
    where later.facts[fact].ground == .evidence && !ties.contains(later.facts[fact].id) {
      for _ in 0..<below(3) {
        var item = citation(among: generated.sources)
        item.source += first
        later.facts[fact].claim(pick(values(of: dossier.facts[fact], dossier)), by: item)
      }
    }
    for index in dossier.sources.indices {
      if dossier.sources[index].supersededBy == nil, chance(15) {
        later.sources[index].supersededBy = "later\(below(generated.sources.count))"
      }
      if dossier.sources[index].retraction == .none, chance(15) {
        later.sources[index].retraction = .on(
          PartialDate(firstDay: day.date.firstDay + 1, lastDay: day.date.firstDay + 9)
        )
      }
    }
    return later
  }
}
