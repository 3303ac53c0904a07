import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What settles an open finding, on generated rules and on every shipped rule with random facts.
@Suite struct CertificateTests {
  /// A finding's run for a goal with some facts answered, worked out without the search.
  private struct Oracle {
    let finding: Finding
    let goal: Certificate.Goal

    private var view: FactView {
      goal == .cleared ? finding.trial.clear.view : finding.trial.adverse.view
    }

    func settle(_ answers: [PossibleAnswer]) -> Bool {
      var view = view
      for answer in answers { view[answer.fact] = answer.value }
      let trial = finding.trial.splitting(atMost: 0)
      let truth = trial.violation(in: view, exceptions: .no).evaluation.truth
      switch goal {
      case .violated: return truth == .yes
      case .cleared:
        return truth == .no || trial.rule.exceptions.contains { trial.holds($0, in: view) }
      }
    }

    func isMinimal(_ answers: [PossibleAnswer]) -> Bool {
      settle(answers)
        && answers.indices.allSatisfy { spared in
          var fewer = answers
          fewer.remove(at: spared)
          return !settle(fewer)
        }
    }

    /// Every minimal choice of answers to some facts, as the facts that it answers; nil where
    /// there are too many to try.
    func minimalFacts(of domains: [[PossibleAnswer]]) -> Set<[FactID]>? {
      guard domains.reduce(1, { $0 * ($1.count + 1) }) <= 400 else { return nil }
      var choices: [[PossibleAnswer]] = [[]]
      for domain in domains {
        choices += choices.flatMap { choice in domain.map { choice + [$0] } }
      }
      let settling = choices.filter(isConsistent).filter(isMinimal)
      return Set(settling.map { $0.map(\.fact).sorted() })
    }

    /// What is not there has nothing below it.
    private func isConsistent(_ answers: [PossibleAnswer]) -> Bool {
      let dossier = finding.trial.dossier
      return !answers.contains { absence in
        guard dossier.fact(absence.fact).kind == .existence, absence.value == .known(.bool(false))
        else { return false }
        let below = dossier.tree.factsBelow(absence.fact)
        return answers.contains {
          below.contains(Int($0.fact.index))
            && !(dossier.fact($0.fact).kind == .existence && $0.value == .known(.bool(false)))
        }
      }
    }
  }

  /// All answers that may be given to the facts that a finding waits for, from the vocabulary.
  private func domains(_ finding: Finding, _ goal: Certificate.Goal) -> [[PossibleAnswer]]? {
    let (trial, dossier) = (finding.trial, finding.trial.dossier)
    let (base, other) = (trial.clear.view, trial.adverse.view)
    let view = goal == .cleared ? base : other
    let settled = goal == .cleared ? other : base
    let outcome: Outcome = goal == .cleared ? .cleared : .violated
    var domains: [[PossibleAnswer]] = []
    for fact in trial.reach(of: outcome, in: goal == .cleared ? trial.clear : trial.adverse).facts
    where view[fact] == .unknown && dossier.fact(fact).field?.isIdentity != true {
      let values: [Value]? =
        switch dossier.fact(fact).kind {
        case .closure: [.bool(true)]
        case .existence: [.bool(true), .bool(false)]
        case .value: dossier.fact(fact).names ?? dossier.domain(of: fact)
        }
      guard let values else { return nil }
      let answers = values.map { PossibleAnswer(fact: fact, value: .known($0)) }
      // What the other run knows is settled.
      domains.append(
        settled[fact] == .unknown ? answers : [PossibleAnswer(fact: fact, value: settled[fact])]
      )
    }
    return domains
  }

  @Test(arguments: ProofTests.worlds, ProofTests.seeds)
  func `property 7: certificates settle, need each answer, and are those of brute force`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    var counts = (brute: 0, cleared: 0, violated: 0)
    let world = try ProofTests.world(name)
    let failure = world.counterexample(seed: seed, findings: 60) { finding in
      guard finding.status == .undetermined, finding.subject.openList == nil else { return nil }
      let found = finding.certificates()
      if found.hasFailed { return "its own check failed" }
      counts.cleared += found.cleared.count
      counts.violated += found.violated.count
      for (goal, certificates) in [
        (Certificate.Goal.cleared, found.cleared), (.violated, found.violated),
      ] {
        let oracle = Oracle(finding: finding, goal: goal)
        for certificate in certificates where !oracle.isMinimal(certificate.answers) {
          return "\(goal): \(certificate) is not minimal"
        }
        guard found.isComplete, let domains = domains(finding, goal),
          let expected = oracle.minimalFacts(of: domains)
        else { continue }
        counts.brute += 1
        let facts = Set(certificates.map { $0.answers.map(\.fact).sorted() })
        if facts != expected {
          return "\(goal): \(facts), not \(expected)"
        }
      }
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(counts.cleared > 20 && counts.violated > 20, "\(counts)")
    #expect(name == "shipped" || counts.brute > 10, "\(counts)")
  }

  @Test(arguments: ProofTests.worlds, ProofTests.seeds)
  func `property 7: every way to clear and every way to violate have a fact in common`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    let failure = try ProofTests.world(name).counterexample(seed: seed, findings: 30) { finding in
      guard finding.status == .undetermined, finding.trial.rule.exceptions.isEmpty,
        finding.subject.openList == nil
      else { return nil }
      let found = finding.certificates()
      for clearing in found.cleared {
        for violating in found.violated {
          let common = clearing.answers.filter { answer in
            violating.answers.contains { $0.fact == answer.fact && $0.value != answer.value }
          }
          if common.isEmpty { return "\(clearing) and \(violating)" }
        }
      }
      return .some(nil)
    }
    #expect(failure == nil)
  }

  @Test(arguments: ProofTests.worlds, ProofTests.seeds)
  func `property 7: answers to irrelevant questions change nothing`(_ name: String, _ seed: UInt64)
    throws
  {
    var answered = 0
    let failure = try ProofTests.world(name).counterexample(seed: seed, findings: 60) { finding in
      guard finding.status == .undetermined, finding.subject.openList == nil else { return nil }
      let found = finding.certificates()
      guard found.isComplete else { return nil }
      let relevant = FactSet(found.relevant)
      var now = finding
      for fact in finding.waitsFor.facts
      where !relevant.contains(fact) && finding.trial.adverse.view[fact] == .unknown {
        let dossier = finding.trial.dossier
        guard let value = (dossier.fact(fact).names ?? dossier.domain(of: fact))?.first else {
          continue
        }
        now = now.answering([PossibleAnswer(fact: fact, value: .known(value))])
        answered += 1
        if now.status != .undetermined { return "\(fact) alone makes it \(now.status)" }
      }
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(name == "shipped" || answered > 5)
  }

  @Test(arguments: ProofTests.worlds, ProofTests.seeds)
  func `property 7: asked in turn, no more questions are needed than are relevant`(
    _ name: String,
    _ seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var settled = 0
    let failure = try ProofTests.world(name).counterexample(seed: seed, findings: 15) { finding in
      guard finding.status == .undetermined, finding.subject.openList == nil else { return nil }
      var now = finding
      let first = now.certificates()
      guard first.isComplete, first.isExact else { return nil }
      var asked = 0
      while now.status == .undetermined, let fact = now.certificates().nextQuestion {
        let answers = (first.cleared + first.violated).flatMap(\.answers).filter { $0.fact == fact }
        guard let answer = answers.randomElement(using: &generator) else { return "a new question" }
        now = now.answering([answer])
        asked += 1
        if asked > first.relevant.count { return "more than \(first.relevant.count) questions" }
      }
      settled += now.status == .undetermined ? 0 : 1
      return .some(nil)
    }
    #expect(failure == nil)
    #expect(settled > 3)
  }

  // MARK: Controls

  @Test(arguments: ProofTests.worlds)
  func `property 7, control: an answer too many and one too few are told`(_ name: String) throws {
    let failure = try ProofTests.world(name).counterexample(seed: 34, findings: 15) { finding in
      guard finding.status == .undetermined, finding.subject.openList == nil else { return nil }
      let found = finding.certificates()
      let oracle = Oracle(finding: finding, goal: .cleared)
      guard let certificate = found.cleared.first, certificate.answers.count > 1,
        let other = (found.cleared + found.violated).flatMap(\.answers).first(where: { answer in
          !certificate.answers.contains { $0.fact == answer.fact }
        })
      else { return nil }
      if oracle.isMinimal(certificate.answers + [other]) { return "one too many" }
      return .some(oracle.isMinimal(Array(certificate.answers.dropLast())) ? "one too few" : nil)
    }
    #expect(failure == nil)
  }
}

extension FactRecord {
  /// What an element is called, if it is this that the fact says: nobody asks for another name.
  fileprivate var names: [Value]? {
    guard let field, !claims.isEmpty else { return nil }
    var isName = ["code", "stage", "kind", "by"].contains(field.name)
    if case .list = field.type { isName = true }
    return isName
      ? claims.compactMap { if case .known(let value) = $0.value { value } else { nil } } : nil
  }
}

extension Finding {
  /// The finding with facts answered, well enough for both runs.
  func answering(_ answers: [PossibleAnswer]) -> Finding {
    func answered(_ resolution: Resolution) -> Resolution {
      var outcomes = resolution.outcomes
      for answer in answers {
        outcomes[Int(answer.fact.index)] = Resolution.Outcome(state: answer.value, level: 4)
      }
      return Resolution(outcomes, of: trial.dossier.tree, terms: resolution.terms)
    }
    return trial.replacing(adverse: answered(trial.adverse), clear: answered(trial.clear))
      .finding(alleged: nil)
  }
}
