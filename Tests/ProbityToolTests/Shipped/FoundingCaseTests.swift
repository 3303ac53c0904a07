import Probity
import ProbityCEL
import ProbityReports
import ProbityTestSupport
import Testing

/// The case that this project began with, by the shipped rules on the shipped profile.
@Suite struct FoundingCaseTests {
  static let rule = "core/protected-attribute-inference"
  static let admission = "alizila-2020-12-17"

  static func decision(asOf day: CalendarDate) throws -> Decision {
    try Shipped.decision(on: "alibaba-cloud", asOf: day)
  }

  @Test func `the day after the statement it fails`() throws {
    let decision = try Self.decision(asOf: .then)
    #expect(decision.verdict == .fail)
    let finding = try #require(decision.finding(Self.rule, .violated))
    #expect(finding.subjectPath.hasPrefix("products[cloud-shield].capabilities["))
    #expect(finding.blocks)
  }

  @Test func `every fact of its reason is carried by the vendor's admission`() throws {
    let decision = try Self.decision(asOf: .then)
    let reason = try #require(decision.finding(Self.rule, .violated)?.reason)
    #expect(reason.facts.count > 2)
    for fact in reason.facts {
      let outcome = reason.resolution.outcome(of: fact)
      #expect(outcome.level == 4)
      #expect(!outcome.carriers.isEmpty)
      for carrier in outcome.carriers {
        #expect(carrier.admits && decision.dossier.sources[carrier.source].id == Self.admission)
        #expect(carrier.isPinpointed)
      }
    }
  }

  @Test func `the reason is minimal and needs no exception to fail`() throws {
    let finding = try #require(try Self.decision(asOf: .then).finding(Self.rule, .violated))
    let reason = try #require(finding.reason)
    let truth = { (kept: [FactID]) in
      finding.trial.violation(
        in: reason.resolution.view.hidingAll(but: kept),
        exceptions: .no
      ).evaluation.truth
    }
    #expect(truth(reason.facts) == .yes)
    for fact in reason.facts { #expect(truth(reason.facts.filter { $0 != fact }) == .unknown) }
    #expect(reason.needsNoException)
  }

  @Test func `the vendor's denial stands beside it and clears nothing`() throws {
    let decision = try Self.decision(asOf: .then)
    let finding = try #require(decision.finding(Self.rule, .violated))
    for exception in finding.exceptionAccounts { #expect(exception.truth != .yes) }
    let withdrawn = try #require(decision.facts(endingIn: ".stages[withdrawn].stage").first)
    #expect(finding.trial.clear.outcome(of: withdrawn.id).state == .unknown)
    #expect(finding.trial.clear.outcome(of: withdrawn.id).level <= 1)
    let offered = decision.facts(endingIn: ".stages[offered]").filter { $0.kind == .existence }
    let exists = try #require(offered.first)
    #expect(exists.claims.contains { $0.value == .known(.bool(false)) })
    #expect(finding.trial.adverse.outcome(of: exists.id).state == .known(.bool(true)))
    let report = FindingReport(finding, language: "en")
    let quotes = report.reason?.facts.flatMap(\.replies).compactMap(\.quote) ?? []
    #expect(quotes.contains("eliminated any ethnic tag in our product offering"))
    #expect(quotes.contains("trial technology was not deployed by any customer"))
  }

  @Test func `two outlets with one origin are level 2, not 3`() throws {
    let decision = try Self.decision(asOf: .then, admitting: false)
    let trait = try #require(decision.facts(endingIn: ".attributes[ethnic_origin].code").first)
    let finding = try #require(decision.finding(Self.rule, .violated))
    #expect(finding.trial.adverse.outcome(of: trait.id).level == 2)
    let sources = trait.claims.flatMap(\.evidence).map { decision.dossier.sources[$0.source].id }
    #expect(Set(sources).isSuperset(of: ["ipvm-2020-12-16", "nyt-2020-12-16"]))
  }

  @Test(
    arguments: [
      ("reasonable_grounds", true, Finding.Status.violated),
      ("reasonable_grounds", false, .violated), ("balance", false, .violated),
      ("clear_and_convincing", true, .violated), ("clear_and_convincing", false, .undetermined),
      ("conclusive", true, .violated), ("conclusive", false, .undetermined),
    ]
  )
  func `without the admission the standard of proof decides`(
    standard: String,
    admitting: Bool,
    status: Finding.Status
  ) throws {
    let decision = try Self.decision(asOf: .then, admitting: admitting, standard: standard)
    let found = decision.findings.filter { $0.rule.id == Self.rule && $0.subject.openList == nil }
    #expect(found.map(\.status) == [status])
  }

  @Test func `years later it is undetermined, and one document is named`() throws {
    let decision = try Self.decision(asOf: .now)
    #expect(decision.verdict == .undetermined)
    #expect(decision.findings.allSatisfy { $0.status == .undetermined })
    let best = try #require(decision.advice.first)
    #expect(best.document.id == "capability_inventory")
    #expect(best.settledCount > decision.openFindings.count / 2)
    #expect(best.rules.contains(Self.rule))
  }

  @Test func `nothing was edited in between: the evidence has gone stale`() throws {
    let finding = try #require(
      try Self.decision(asOf: .now).findings.first {
        $0.rule.id == Self.rule && $0.subject.openList == nil
      }
    )
    let trait = try #require(
      finding.trial.dossier.facts.first { $0.path.hasSuffix(".attributes[ethnic_origin].code") }
    )
    #expect(finding.trial.adverse.outcome(of: trait.id).gap == .stale)
  }

  /// The decision with or without the admissions, with the rule's adverse standard replaced.
  ///
  /// The rule's own examples were written for its own standard: they need not hold.
  static func decision(
    asOf day: CalendarDate,
    admitting: Bool,
    standard: String = "balance"
  ) throws -> Decision {
    var rules = try Repository.coreRules()
    let index = try #require(rules.firstIndex { $0.name.hasSuffix("/\(rule.dropFirst(5)).yaml") })
    rules[index] = try rules[index].replacing(
      "standard: {adverse: balance, clear: clear_and_convincing}",
      with: "standard: {adverse: \(standard), clear: \(clear(above: standard))}"
    )
    var found = DiagnosticList()
    let book = Rulebook(reading: rules, into: &found)
    #expect(found.sorted.allSatisfy { $0.id == "rule.example-fails" })
    var text = try Shipped.text("alibaba-cloud")
    if !admitting { text = try text.replacing("admits: true", with: "admits: false") }
    let profile = try book.profile(text, parties: Shipped.parties(of: "alibaba-cloud"))
    return book.decision(on: profile, asOf: day)
  }

  private static func clear(above standard: String) -> String {
    standard == "conclusive" ? standard : "clear_and_convincing"
  }
}
