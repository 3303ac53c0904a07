import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What the shipped rules say of the invented vendors, and of them with something taken away.
@Suite struct VerdictTests {
  @Test(
    arguments: [
      ("alibaba-cloud", Verdict.undetermined), ("alibaba-group", .undetermined),
      ("fjordglass-optics", .pass), ("halcyon-grid-analytics", .undetermined),
      ("quillon-cloud-vision", .fail),
    ]
  )
  func `each shipped vendor has its verdict`(vendor: String, verdict: Verdict) throws {
    #expect(try Shipped.decision(on: vendor, asOf: .now).verdict == verdict)
  }

  @Test func `an empty profile is undetermined, with every question open`() throws {
    let book = try Shipped.rulebook()
    let profile = try book.profile(LineDeletionTests.empty)
    let decision = book.decision(on: profile, asOf: .now)
    #expect(decision.verdict == .undetermined)
    #expect(Set(decision.findings.map(\.rule.id)) == Set(book.rules.map(\.id)))
    for finding in decision.findings {
      #expect(finding.status == .undetermined)
      #expect(!finding.waitsFor.isEmpty, "\(finding.rule.id) waits for nothing")
    }
    #expect(!decision.advice.isEmpty)
  }

  @Test(arguments: ["halcyon-grid-analytics", "alibaba-cloud", "alibaba-group"])
  func `an undetermined finding says which facts are open`(vendor: String) throws {
    let decision = try Shipped.decision(on: vendor, asOf: .now)
    for finding in decision.findings where finding.status == .undetermined {
      #expect(!finding.waitsFor.isEmpty, "\(finding.rule.id) on \(finding.subjectPath)")
    }
  }

  /// The lines at which the passing vendor closes a list.
  static let closures: [Int] = {
    let text = (try? Shipped.text("fjordglass-optics").string) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { lines[$0].contains("complete:") }
  }()

  @Test func `the passing vendor closes lists`() { #expect(Self.closures.count > 8) }

  @Test(arguments: closures)
  func `without any one closure the passing vendor is undetermined`(line: Int) throws {
    var lines = try Shipped.text("fjordglass-optics").string
      .split(separator: "\n", omittingEmptySubsequences: false)
    let indent = lines[line].prefix { $0 == " " }.count
    let rest = lines[(line + 1)...].prefix { $0.prefix { $0 == " " }.count > indent }
    lines.removeSubrange(line...(line + rest.count))
    let book = try Shipped.rulebook()
    let profile = try book.profile(
      SourceText(name: "fjordglass-optics.yaml", lines.joined(separator: "\n"))
    )
    #expect(book.decision(on: profile, asOf: .now).verdict == .undetermined)
  }

  @Test func `without any one source that it rests on the passing vendor is undetermined`() throws {
    let profile = try Shipped.profile("fjordglass-optics")
    let decision = try Shipped.rulebook().decision(on: profile, asOf: .now)
    let sources = profile.dossier.sources.map(\.id)
    let single = decision.reliance.map(\.withheld.sources).filter { $0.count == 1 }
    #expect(single.map { sources[$0[0]] } == sources)
    #expect(decision.reliance.allSatisfy { $0.verdictWithout == .undetermined })
  }

  @Test(
    arguments: [
      ("human_rights", "alibaba-group", Finding.Status.undetermined),
      ("military", "alibaba-group", .violated), ("human_rights", "alibaba-cloud", .undetermined),
    ]
  )
  func `a listing on a military ground is no listing on human rights`(
    ground: String,
    vendor: String,
    status: Finding.Status
  ) throws {
    let rules = try Repository.coreRules() + [Self.listingRule(ground)]
    let book = try Rulebook(rules)
    let profile = try book.profile(
      Shipped.text(vendor),
      parties: Shipped.parties(of: vendor)
    )
    let decision = book.decision(on: profile, asOf: .now)
    #expect(decision.findings.filter { $0.rule.id == "core/listed" }.map(\.status) == [status])
    let shipped = decision.findings.filter { $0.rule.id != "core/listed" }
    #expect(shipped.allSatisfy { $0.status != .violated })
  }

  /// A rule that reads listings; no shipped one does.
  static func listingRule(_ ground: String) -> SourceText {
    let head = "vendor: {id: example-vendor, name: Example Vendor"
    let entry = "status: in_force, evidence: [{source: authority-decision, locator: row 1}]"
    return SourceText(
      name: "listed.yaml",
      """
      probity: rule-pack/1
      pack: core
      rules:
        - id: core/listed
          title: {en: It stands on no list, fr: Il ne figure sur aucune liste}
          violated_if:
            all:
              - label: {en: it is listed, fr: il est inscrit}
                cel: vendor.listings.exists(l, l.ground == "\(ground)" && l.status == "in_force")
          severity: prohibit
          standard: {adverse: balance, clear: balance}
          burden: vendor
          mechanism: technical_specification
          in_force: {from: 2020-01-01}
          basis: [{instrument: An instrument, provision: 1, status: to_verify}]
          remedy: {vendor: {en: Ask, fr: Demandez}, buyer: {en: Look, fr: Regardez}}
          waiver: never
          examples:
            - name: listed
              expect: violated
              profile: {\(head), listings: [{id: a, ground: \(ground), \(entry)}]}}
            - name: on no list
              expect: satisfied
              profile:
                \(head), listings: {items: [], complete: {evidence: [{source: vendor-attestation, locator: all}]}}}
            - name: nobody looked
              expect: undetermined
              profile: {\(head)}}
      """
    )
  }
}
