import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// Property 8: the same words for the same facts, in whatever order the file has them and however
/// many do it at once.
@Suite struct DeterminismTests {
  /// A decision with all that explains it, in paths: every word of it depends on the facts alone.
  private func told(_ decision: Decision) -> String {
    let dossier = decision.dossier
    func paths(_ facts: [FactID]) -> String { "\(facts.map { dossier.fact($0).path })" }
    func answers(_ answers: [PossibleAnswer]) -> String {
      "\(answers.map { "\(dossier.fact($0.fact).path) \($0.value)" })"
    }
    let explanation = decision.explanation(within: SearchBudget(sets: 12, runs: 60))
    var lines = ["\(decision.verdict)"]
    for (index, finding) in decision.findings.enumerated() {
      let proof = explanation.findings[index]
      lines.append("\(finding.rule.id) \(finding.subject.path) \(finding.status)")
      lines += proof.reasons.map { "reason \(paths($0.facts))" }
      lines += proof.pivots.map { "pivot \(paths($0.facts))" }
      lines +=
        explanation.repairs[index]?.repairs.map { "repair \(answers($0.steps.map(\.answer)))" }
        ?? []
      let certificates = explanation.open.certificates[index]
      lines += certificates?.cleared.map { "clears \(answers($0.answers))" } ?? []
      lines += certificates?.violated.map { "violates \(answers($0.answers))" } ?? []
    }
    lines += explanation.open.questions.map { "question \(paths([$0.fact]))" }
    return lines.joined(separator: "\n")
  }

  private func decision(_ book: Rulebook, _ text: SourceText, _ day: String) throws -> Decision {
    book.decision(on: try book.profile(text), asOf: try #require(CalendarDate(day)))
  }

  /// Profiles on which shipped rules, and generated ones, are tried.
  private func cases() throws -> [(book: Rulebook, text: SourceText, day: String)] {
    let shipped = try ShippedFiles.core()
    var generator = RuleGenerator(seed: ProofPlan.seeds[0])
    let generated = try TinyWorld(
      generator.rules(12),
      except: ["rule.missing-example", "rule.constant"]
    ).rulebook
    let vendor = """
      probity: vendor-profile/1
      graded: {by: Reviewers, on: 2026-06-01}
      vendor:
        id: vendor
        name: Vendor
      \(indented(TinyWorld.closedRelations, by: 2))
        a: \(proven("true"))
        b: {is: false, evidence: [{source: gazette, locator: p. 3}, {source: courier, quote: "no"}]}
        mode: {claims: [{is: shown, evidence: [lab]}, {is: hidden, evidence: [forum, gazette]}]}
        things: [{name: one, bad: \(proven("true"))}, {name: two, mode: \(proven("hidden"))}]
        incidents: [{grave: \(proven("false"))}]
      sources:
      \(indented(TinyWorld.sources, by: 2))
      """
    return try ShippedFiles.texts(in: "vendors").map { (shipped, $0, "2026-11-23") }
      + [(generated, SourceText(name: "vendor.yaml", vendor), TinyWorld.today)]
  }

  @Test func `property 8: the order of keys and of evidence changes no word`() throws {
    for (book, text, day) in try cases() {
      let expected = told(try decision(book, text, day))
      for seed in 0..<UInt64(ProofPlan.factor) {
        var shuffle = ShuffledYAML(seed: seed + ProofPlan.seeds[0])
        let shuffled = try shuffle.shuffled(text)
        #expect(told(try decision(book, shuffled, day)) == expected, "\(text.name), seed \(seed)")
      }
    }
  }

  @Test func `property 8: any number of threads say the same`() async throws {
    let (book, text, day) = try #require(try cases().last)
    let decision = try decision(book, text, day)
    let expected = told(decision)
    let all = await withTaskGroup(of: String.self) { group in
      for _ in 0..<6 { group.addTask { told(decision) } }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(all == [expected])
  }

  @Test func `property 8, control: another order is really written, and another fact is told`()
    throws
  {
    let (book, text, day) = try #require(try cases().last)
    var shuffle = ShuffledYAML(seed: 1)
    let shuffled = try shuffle.shuffled(text)
    #expect(try shuffle.shuffled(text).string != shuffled.string)
    let other = SourceText(
      name: text.name,
      text.string.replacing("a: {is: true", with: "a: {is: false")
    )
    #expect(other.string != text.string)
    #expect(told(try decision(book, other, day)) != told(try decision(book, text, day)))
  }
}
