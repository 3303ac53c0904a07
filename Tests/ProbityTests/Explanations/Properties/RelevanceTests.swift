import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Property 7, first half: what is asked is exactly what an open finding can still hang on.
@Suite struct RelevanceTests {
  /// The facts of which another answer changes what some way of answering the rest comes to; nil
  /// where there are too many ways to try.
  private func support(of finding: Finding) -> FactSet? {
    let (trial, dossier) = (finding.trial, finding.trial.dossier)
    let open = trial.reach(of: .violated, in: trial.adverse).facts.filter {
      trial.clear.view[$0] == .unknown
    }
    var domains: [[PossibleAnswer]] = []
    for fact in open {
      guard dossier.fact(fact).kind == .value, trial.adverse.view[fact] == .unknown,
        let values = dossier.domain(of: fact, in: trial.clear.view)
      else { return nil }
      domains.append(values.map { PossibleAnswer(fact: fact, value: .known($0)) })
    }
    let count = domains.reduce(1) { min($0 * $1.count, 1_000) }
    guard count <= 128, domains.count <= 8 else { return nil }
    let truths = (0..<count).map { isViolated(finding, answers(number: $0, domains)) }
    var (support, stride) = (FactSet(), 1)
    for (index, domain) in domains.enumerated() {
      let changes = truths.indices.contains { number in
        let own = number / stride % domain.count
        return own > 0 && truths[number] != truths[number - own * stride]
      }
      if changes { support.insert(open[index]) }
      stride *= domain.count
    }
    return support
  }

  private func answers(number: Int, _ domains: [[PossibleAnswer]]) -> [PossibleAnswer] {
    var rest = number
    return domains.map { domain in
      defer { rest /= domain.count }
      return domain[rest % domain.count]
    }
  }

  private func isViolated(_ finding: Finding, _ answers: [PossibleAnswer]) -> Truth {
    var view = finding.trial.clear.view
    for answer in answers { view[answer.fact] = answer.value }
    return finding.trial.violation(in: view, exceptions: .no).evaluation.truth
  }

  /// What is wrong with the facts that certificates call relevant.
  private func fault(
    seed: UInt64,
    findings: Int,
    relevant: (Certificates) -> [FactID]
  ) throws -> String? {
    let world = try ProofTests.world("generated")
    return world.counterexample(seed: seed, findings: findings) { drawn in
      // Both runs know the same, so that one answer serves both.
      let trial = drawn.trial.replacing(
        adverse: Resolution(
          drawn.trial.clear.outcomes,
          of: drawn.trial.dossier.tree,
          terms: drawn.trial.adverse.terms
        ),
        clear: drawn.trial.clear
      )
      let finding = trial.finding(alleged: nil)
      guard finding.status == .undetermined, finding.subject.openList == nil,
        trial.rule.exceptions.isEmpty, let support = support(of: finding)
      else { return nil }
      let found = finding.certificates()
      guard found.isComplete else { return nil }
      let named = FactSet(relevant(found))
      let paths = [named, support].map { $0.facts.map { trial.dossier.fact($0).path } }
      let why = trial.told(trial.clear.view)
      // Facts that are read both ways may be asked in vain; nothing that matters is left out.
      let isRight = found.isExact ? named == support : support.subtracting(named).isEmpty
      return .some(isRight ? nil : "\(paths[0]), not \(paths[1]): \(why)")
    }
  }

  @Test(arguments: ProofPlan.seeds)
  func `property 7: what is asked is what another answer could change`(_ seed: UInt64) throws {
    let found = try fault(seed: seed, findings: 60 * ProofPlan.factor, relevant: \.relevant)
    #expect(found == nil)
  }

  @Test func `property 7, control: the questions of one way alone are told`() throws {
    // Facts that only violating needs, or only clearing, would be missed.
    let clearing = try fault(seed: 1, findings: 200) { found in
      found.cleared.prefix(1).flatMap { $0.answers.map(\.fact) }
    }
    #expect(clearing != nil)
  }

  /// Asks, answers by chance and decides again until it is settled.
  @Test(arguments: ProofTests.worlds, ProofPlan.seeds)
  func `property 7: asking ends, after no more rounds than there are open facts`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var settled = 0
    let failure = try ProofTests.world(name).counterexample(
      seed: seed,
      findings: 12 * ProofPlan.factor
    ) { finding in
      guard finding.status == .undetermined, finding.subject.openList == nil else { return nil }
      let open = finding.trial.dossier.facts.count {
        finding.trial.clear.view[$0.id] == .unknown || finding.trial.adverse.view[$0.id] == .unknown
      }
      var (now, asked) = (finding, FactSet())
      while now.status == .undetermined {
        let certificates = now.certificates()
        guard let fact = certificates.nextQuestion else { break }
        if asked.contains(fact) { return "\(fact) is asked twice" }
        if asked.count >= open { return "more rounds than open facts" }
        asked.insert(fact)
        let answers = (certificates.cleared + certificates.violated).flatMap(\.answers)
          .filter { $0.fact == fact }
        guard let answer = answers.randomElement(using: &random) else { return "no answer" }
        now = now.answering([answer])
      }
      settled += now.status == .undetermined ? 0 : 1
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(settled > 3)
  }
}
