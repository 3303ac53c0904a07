import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Reasons, pivots, repairs and questions of the founding case, each evaluated again.
@Suite struct FoundingProofTests {
  private func inference(_ day: CalendarDate = .then) throws -> Finding {
    try #require(
      try FoundingCaseTests.decision(asOf: day).findings.first {
        $0.rule.id == FoundingCaseTests.rule && $0.subject.openList == nil
      }
    )
  }

  private func paths(_ facts: [FactID], of finding: Finding) -> [String] {
    facts.map { fact in
      let path = finding.trial.dossier.fact(fact).path
      return path.split(separator: ".").suffix(2).joined(separator: ".")
    }
  }

  /// Whether the finding is violated with some facts hidden, as decisions are made.
  private func isViolated(_ finding: Finding, without hidden: [FactID]) -> Bool {
    var view = finding.trial.adverse.view
    view.hidden = FactSet(hidden)
    return finding.trial.violation(in: view, exceptions: .no).evaluation.truth == .yes
  }

  private func isViolated(_ finding: Finding, by kept: [FactID]) -> Bool {
    let view = finding.trial.adverse.view.hidingAll(but: kept)
    return finding.trial.violation(in: view, exceptions: .no).evaluation.truth == .yes
  }

  @Test func `its reasons are the trait and each live stage, the admitted test first`() throws {
    let finding = try inference()
    let explanation = finding.explanation()
    #expect(explanation.isComplete && !explanation.hasFailed)
    let common = [
      "capabilities[biometric_categorisation].basis", "attributes[ethnic_origin].code",
      "attributes[ethnic_origin].mode",
    ]
    let reasons = explanation.reasons.map { paths($0.facts, of: finding) }
    #expect(reasons.first == common + ["stages[tested_lab].stage"])
    #expect(
      Set(reasons.map { Set($0) })
        == Set(
          ["tested_lab", "documented", "offered"].map { Set(common + ["stages[\($0)].stage"]) }
        )
    )
    for reason in explanation.reasons {
      #expect(reason.needsNoException)
      #expect(isViolated(finding, by: reason.facts))
      for spared in reason.facts {
        #expect(!isViolated(finding, by: reason.facts.filter { $0 != spared }))
      }
    }
  }

  @Test func `it hangs on the trait alone, on all stages together, and on no proven exception`()
    throws
  {
    let finding = try inference()
    let explanation = finding.explanation()
    #expect(explanation.pivots.first?.isMissingException == true)
    let single = Set(paths(explanation.indispensable, of: finding))
    #expect(
      single == [
        "capabilities[biometric_categorisation].basis", "attributes[ethnic_origin].code",
        "attributes[ethnic_origin].mode",
      ]
    )
    let stages = explanation.pivots.filter { $0.facts.count > 1 }
    #expect(stages.map(\.facts.count) == [3])
    for pivot in explanation.pivots where !pivot.isMissingException {
      #expect(!isViolated(finding, without: pivot.facts))
      for shown in pivot.facts {
        #expect(isViolated(finding, without: pivot.facts.filter { $0 != shown }))
      }
    }
  }

  @Test func `a proven removal would clear it, and no repair undoes what was`() throws {
    let finding = try inference()
    let repairs = finding.repairs()
    #expect(!repairs.hasFailed && !repairs.repairs.isEmpty)
    #expect(!repairs.isBeyondVendor)
    let removal = repairs.repairs.first { repair in
      repair.steps.allSatisfy { $0.kind == .prove }
        && paths(repair.steps.map(\.answer.fact), of: finding).contains("stages[withdrawn].stage")
    }
    #expect(
      removal != nil,
      "\(repairs.repairs.map { paths($0.steps.map(\.answer.fact), of: finding) })"
    )
    for repair in repairs.repairs {
      #expect(repair.standard == .clearAndConvincing)
      let after = status(finding, repair.steps)
      #expect(after == .satisfied || after == .notApplicable)
      for spared in repair.steps {
        let less = status(finding, repair.steps.filter { $0 != spared })
        #expect(less == .violated || less == .undetermined)
      }
      for step in repair.steps where step.kind == .change {
        #expect(!finding.trial.dossier.fact(step.answer.fact).path.contains("stages["))
      }
    }
  }

  /// The finding once both runs know what the steps say, decided anew.
  private func status(_ finding: Finding, _ steps: [Repair.Step]) -> Finding.Status {
    func done(_ resolution: Resolution) -> Resolution {
      var outcomes = resolution.outcomes
      for step in steps {
        outcomes[Int(step.answer.fact.index)] = Resolution.Outcome(
          state: step.answer.value,
          level: 4
        )
      }
      return Resolution(outcomes, of: finding.trial.dossier.tree, terms: resolution.terms)
    }
    let trial = finding.trial
    return trial.replacing(adverse: done(trial.adverse), clear: done(trial.clear))
      .finding(alleged: nil).status
  }

  @Test func `years later the questions are the inventory, the removal and the statements`() throws
  {
    let decision = try FoundingCaseTests.decision(asOf: .now)
    let open = decision.openQuestions()
    let asked = open.questions.filter(\.isInFirstRound).map { decision.dossier.fact($0.fact).path }
    #expect(asked.contains("products[cloud-shield].capabilities"))
    #expect(asked.contains("products"))
    #expect(asked.contains("statements"))
    #expect(asked.contains("removed_documents[api-guide-references-2020-12].explained"))
    // Of all questions the closed list of products and of capabilities bear on most.
    let first = try #require(open.questions.first)
    #expect(first.bearsOn.count >= (open.questions.map(\.bearsOn.count).max() ?? 0))
  }

  @Test func `each certificate of today settles its finding, and needs each answer`() throws {
    let decision = try FoundingCaseTests.decision(asOf: .now)
    var checked = 0
    for finding in decision.findings where finding.subject.openList == nil {
      let certificates = finding.certificates()
      #expect(!certificates.hasFailed)
      for certificate in certificates.cleared.prefix(8) {
        checked += 1
        let steps = certificate.answers.map {
          Repair.Step(answer: $0, kind: .prove, actor: .vendor, cost: 1)
        }
        let after = status(finding, steps)
        #expect(after == .satisfied || after == .notApplicable)
        for spared in steps {
          #expect(status(finding, steps.filter { $0 != spared }) == .undetermined)
        }
      }
    }
    #expect(checked > 3)
  }

  @Test func `the failure rests on no single source`() throws {
    let decision = try FoundingCaseTests.decision(asOf: .then)
    let foundation = decision.explanation().foundation
    #expect(foundation.supports.count > 3)
    for reliance in foundation.reliances {
      let without = decision.dossier.withholding(reliance.withheld)
      var deciding = Deciding(without, asOf: .then)
      let verdict = deciding.decision(by: decision.rules, of: decision.packs).verdict
      #expect(verdict == reliance.verdictWithout && verdict != .fail)
    }
    #expect(foundation.weakest?.level == 2)
  }
}
