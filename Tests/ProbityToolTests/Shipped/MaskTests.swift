import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// The engine's one idea: with less known, nothing is ever more certain.
@Suite struct MaskTests {
  @Test(arguments: Shipped.vendors, [CalendarDate.then, .now])
  func `hiding any one fact of a vendor makes nothing more definite`(
    vendor: String,
    day: CalendarDate
  ) throws {
    try check(vendor, asOf: day) { facts in facts.map { [$0] } }
  }

  @Test func `hiding any two facts of the passing vendor makes nothing more definite`() throws {
    try check("fjordglass-optics", asOf: .now) { facts in
      facts.indices.flatMap { index in facts[..<index].map { [facts[index], $0] } }
    }
  }

  private func check(
    _ vendor: String,
    asOf day: CalendarDate,
    _ masks: ([FactID]) -> [[FactID]]
  ) throws {
    let decision = try Shipped.decision(on: vendor, asOf: day)
    for finding in decision.findings where finding.subject.openList == nil {
      let trial = finding.trial
      let whole = Answer(trial)
      for mask in masks(trial.knownFacts) {
        let masked = Answer(trial.hiding(FactSet(mask), asOf: day))
        #expect(
          masked.isNoMoreDefinite(than: whole),
          "\(finding.rule.id) on \(finding.subjectPath), without \(mask.map(trial.path(of:)))"
        )
      }
    }
  }
}

/// Both runs of a trial: what is established, and what is excluded.
private struct Answer {
  var isEstablished: Bool
  var isExcluded: Bool

  init(_ trial: Trial) {
    let exceptions = trial.exceptions
    let established = trial.violation(in: trial.adverse.view, exceptions: exceptions)
    let excluded = trial.violation(in: trial.clear.view, exceptions: exceptions)
    isEstablished = established.evaluation.truth == .yes
    isExcluded = excluded.evaluation.truth == .no
  }

  func isNoMoreDefinite(than other: Answer) -> Bool {
    (!isEstablished || other.isEstablished) && (!isExcluded || other.isExcluded)
  }
}

extension Trial {
  /// The facts that either run knows and that the rule could look at.
  fileprivate var knownFacts: [FactID] {
    dossier.facts.map(\.id).filter { fact in
      [adverse, clear].contains { $0.outcome(of: fact).state != .unknown }
    }
  }

  /// The trial with some facts unknown to both of its runs.
  fileprivate func hiding(_ facts: FactSet, asOf day: CalendarDate) -> Trial {
    Trial(
      rule,
      on: subject,
      in: dossier,
      adverse: adverse.hiding(facts, of: dossier.tree),
      clear: clear.hiding(facts, of: dossier.tree),
      asOf: day
    )
  }

  fileprivate func path(of fact: FactID) -> String { dossier.fact(fact).path }
}

extension Resolution {
  fileprivate func hiding(_ facts: FactSet, of tree: FactTree) -> Resolution {
    var outcomes = outcomes
    for fact in facts.facts { outcomes[Int(fact.index)].state = .unknown }
    return Resolution(outcomes, of: tree, terms: terms)
  }
}
