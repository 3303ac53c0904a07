import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// Reasons and pivots on generated rules and on every shipped rule with random facts.
@Suite struct ProofTests {
  /// A small dossier and rules to try on it.
  struct World {
    let rules: [Rule]
    let dossier: Dossier
    let asOf: CalendarDate

    /// Generated rules on the tiny vocabulary.
    static func generated(
      things: String = "{name: one}, {name: two}",
      incidents: String = "{}"
    ) throws -> World {
      var generator = RuleGenerator(seed: LawBench.seed)
      let mayHappen: Set = ["rule.missing-example", "rule.constant"]
      let plain = try TinyWorld(generator.rules(40), except: mayHappen)
      let excused = try TinyWorld(generator.rules(40, withExceptions: true), except: mayHappen)
      let profile = try plain.profile(
        "id: vendor\nname: vendor\nthings: [\(things)]\nincidents: [\(incidents)]"
      )
      return World(
        rules: plain.rulebook.rules + excused.rulebook.rules,
        dossier: profile.dossier,
        asOf: try #require(CalendarDate(TinyWorld.today))
      )
    }

    /// Generated rules with all that the language has, faults among it.
    static func wide() throws -> World {
      var generator = RuleGenerator(seed: LawBench.seed &+ 1, isWide: true)
      let mayHappen: Set = ["rule.missing-example", "rule.constant"]
      let world = try TinyWorld(generator.rules(60), except: mayHappen)
      let profile = try world.profile(
        "id: vendor\nname: vendor\nthings: [{name: one}, {name: two}]\nincidents: [{}]"
      )
      return World(
        rules: world.rulebook.rules,
        dossier: profile.dossier,
        asOf: try #require(CalendarDate(TinyWorld.today))
      )
    }

    /// Every shipped rule on a vendor with one of everything.
    static func shipped() throws -> World {
      let book = try ShippedFiles.rulebook()
      let profile = try book.profile(SourceText(name: "one-of-each.yaml", oneOfEach))
      return World(
        rules: book.rules,
        dossier: profile.dossier,
        asOf: try #require(CalendarDate("2026-11-23"))
      )
    }

    private static let oneOfEach = """
      probity: vendor-profile/1
      vendor:
        id: vendor
        name: Vendor
        products:
          - id: product
            capabilities:
              - kind: biometric_categorisation
                attributes: [{code: ethnic_origin}]
                outputs: [alert]
                editable_attributes: [religion]
                stages: [{stage: tested_lab}, {stage: withdrawn}]
            inventory: {interface_languages: [en], searched_languages: [en]}
            hria: {groups_consulted: [residents]}
        conduct:
          - {id: conduct, type: protected_trait_targeting, remediation: [{kind: cessation}]}
        statements: [{id: statement, contradictions: [{by: guide}]}]
        removed_documents: [{id: document}]
      sources: {}
      """

    /// Runs a check on random facts for every rule in turn until enough findings were checked.
    func counterexample(
      seed: UInt64,
      findings wanted: Int,
      _ check: (Finding) throws -> String??
    ) rethrows -> String? {
      var generator = ViewGenerator(seed: seed)
      var checked = 0
      for round in 0..<max(20_000, wanted * 40) where checked < wanted {
        let rule = rules[round % rules.count]
        for trial in generator.trials(rule, in: dossier, asOf: asOf) {
          let finding = trial.finding(alleged: nil)
          guard let result = try check(finding) else { continue }
          checked += 1
          if let failure = result {
            return "seed \(seed), round \(round), \(rule.id) \(finding.status): \(failure)"
          }
        }
      }
      return checked < wanted ? "only \(checked) findings were checked" : nil
    }

    /// Runs a check on random facts for every rule in turn; it says what is wrong, nothing, or that
    /// there was nothing to check.
    func counterexample(
      seed: UInt64,
      trials wanted: Int,
      _ check: (Trial, inout ViewGenerator) throws -> String??
    ) rethrows -> String? {
      var generator = ViewGenerator(seed: seed)
      var checked = 0
      for round in 0..<wanted * 40 where checked < wanted {
        let rule = rules[round % rules.count]
        for trial in generator.trials(rule, in: dossier, asOf: asOf)
        where trial.subject.openList == nil && trial.subject.emptyLists.isEmpty {
          guard let result = try check(trial, &generator) else { continue }
          checked += 1
          if let failure = result { return "seed \(seed), round \(round), \(rule.id): \(failure)" }
        }
      }
      return checked < wanted ? "only \(checked) of \(wanted) were checked" : nil
    }
  }

  static let worlds = ["generated", "shipped"]
  static let allWorlds = ["generated", "wide", "shipped"]
  static let seeds: [UInt64] = [31, 32]

  static func world(_ name: String) throws -> World {
    switch name {
    case "generated": try World.generated()
    case "wide": try World.wide()
    default: try World.shipped()
    }
  }

  @Test(arguments: worlds, seeds)
  func `property 4: complete reasons and pivots are those of brute force`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    let world = try Self.world(name)
    var counts = (brute: 0, several: 0, complete: 0)
    let failure = world.counterexample(seed: seed, findings: 120) { finding in
      guard let oracle = FindingOracle(finding) else { return nil }
      let explanation = finding.explanation()
      counts.brute += oracle.candidates.count <= 8 ? 1 : 0
      counts.several += explanation.reasons.count > 1 ? 1 : 0
      counts.complete += explanation.isComplete ? 1 : 0
      return .some(oracle.fault(of: explanation))
    }
    #expect(failure == nil)
    #expect(min(counts.brute, counts.several, counts.complete) > 5, "\(counts)")
  }

  @Test(arguments: worlds, seeds)
  func `property 4: the first reason is the one that is given alone`(_ name: String, _ seed: UInt64)
    throws
  {
    let failure = try Self.world(name).counterexample(seed: seed, findings: 50) { finding in
      guard FindingOracle(finding) != nil else { return nil }
      let (one, all) = (finding.reason, finding.explanation())
      return .some(one?.facts == all.reason?.facts ? nil : "\(String(describing: one?.facts))")
    }
    #expect(failure == nil)
  }

  @Test(arguments: worlds, seeds)
  func `property 4: reasons are those that provenance puts together along the condition`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    let failure = try Self.world(name).counterexample(seed: seed, findings: 40) { finding in
      guard let oracle = FindingOracle(finding), !oracle.isSplit, oracle.candidates.count <= 8,
        let expected = Provenance.reasons(of: oracle)
      else { return nil }
      let found = Set(oracle.reasons(of: finding.explanation()))
      return .some(
        found == expected ? nil : "\(found.map(\.positions)), not \(expected.map(\.positions))"
      )
    }
    #expect(failure == nil)
  }

  @Test(arguments: worlds, seeds)
  func `property 5: within any budget what is found is right`(_ name: String, _ seed: UInt64) throws
  {
    var number = 0
    let failure = try Self.world(name).counterexample(seed: seed, findings: 80) { finding in
      guard let oracle = FindingOracle(finding) else { return nil }
      number += 1
      let budget = SearchBudget(sets: 1 + number % 3, runs: 6 + number % 20)
      let explanation = finding.explanation(within: budget)
      // A budget that ends before the first reason explains nothing, and says so.
      if explanation.reasons.isEmpty { return .some(explanation.isComplete ? "complete" : nil) }
      return .some(oracle.fault(of: explanation))
    }
    #expect(failure == nil)
  }

  // MARK: Controls

  @Test(arguments: worlds)
  func `properties 4 and 5, control: a fact too many, one too few and a reason less are told`(
    _ name: String
  ) throws {
    var noticed = 0
    let failure = try Self.world(name).counterexample(seed: 33, findings: 60) { finding in
      let whole = finding.explanation()
      guard let oracle = FindingOracle(finding), oracle.candidates.count <= 8,
        whole.isExact || !oracle.isSplit, let reason = whole.reason, !reason.facts.isEmpty
      else { return nil }
      var more = whole
      if let other = oracle.candidates.first(where: { !reason.facts.contains($0) }) {
        more.reasons[0].facts.append(other)
        if oracle.fault(of: more) == nil { return "one too many" }
      }
      var fewer = whole
      fewer.reasons[0].facts.removeLast()
      if oracle.fault(of: fewer) == nil { return "one too few" }
      var missing = whole
      missing.reasons.removeLast()
      noticed += 1
      return .some(oracle.fault(of: missing) == nil ? "one reason less" : nil)
    }
    #expect(failure == nil)
    #expect(noticed >= 60)
  }
}
