import ProbityCEL

/// Decides a dossier by rules: total and pure; a fault inside becomes *undetermined*.
package struct Deciding {
  private let dossier: Dossier
  private let asOf: CalendarDate
  private let resolver: Resolver
  private var resolutions: [Resolution.Terms: Resolution] = [:]

  package init(_ dossier: Dossier, asOf: CalendarDate) {
    self.init(dossier, asOf: asOf, provenance: Provenance(of: dossier.sources))
  }

  /// Decides where it is known before what the dossier's sources come down to.
  init(_ dossier: Dossier, asOf: CalendarDate, provenance: Provenance) {
    self.dossier = dossier
    self.asOf = asOf
    resolver = Resolver(dossier, asOf: asOf, provenance: provenance)
  }

  /// The decision by some rules.
  package mutating func decision(by rules: [Rule], of packs: [PackHead]) -> Decision {
    let binding = rules.filter { $0.inForce.contains(asOf) }
    var findings: [Finding] = []
    for rule in binding { findings += self.findings(of: rule) }
    return Decision(
      verdict: Decision.verdict(of: findings),
      asOf: asOf,
      findings: findings,
      notInForce: rules.filter { !$0.inForce.contains(asOf) }.map(\.id),
      dossier: dossier,
      packs: packs,
      rules: binding
    )
  }

  /// The findings of one rule, one a subject.
  package mutating func findings(of rule: Rule) -> [Finding] {
    let adverse = resolution(rule.adverseTerms)
    let clear = resolution(rule.clearTerms)
    let alleged = rule.asksForAllegations ? resolution(rule.allegedTerms) : nil
    let ground = Trial.Ground(rule, in: dossier, adverse: adverse, clear: clear)
    return SubjectSearch.subjects(of: rule, in: dossier, clear: clear).map { subject in
      Trial(ground, on: subject, asOf: asOf).finding(alleged: alleged)
    }
  }

  private mutating func resolution(_ terms: Resolution.Terms) -> Resolution {
    if let known = resolutions[terms] { return known }
    let resolution = resolver.resolution(terms)
    resolutions[terms] = resolution
    return resolution
  }
}

extension Trial {
  /// Runs both ways: what is established is violated, what is excluded is cleared.
  ///
  /// What is alleged must be there if the rule asks for it.
  package func finding(alleged: Resolution?) -> Finding {
    if let openList = subject.openList {
      return finding(.undetermined, alleged, waitsFor: FactSet([openList]))
    }
    if !subject.emptyLists.isEmpty { return finding(.notApplicable, alleged) }
    let exceptions = exceptions
    let established = violation(in: adverse.view, exceptions: exceptions)
    if established.evaluation.truth == .yes { return finding(.violated, alleged) }
    let cleared = violation(in: clear.view, exceptions: exceptions)
    if cleared.evaluation.truth == .no {
      let applies = application(in: clear.view).evaluation.truth
      return finding(applies == .no ? .notApplicable : .satisfied, alleged)
    }
    return finding(
      .undetermined,
      alleged,
      waitsFor: cleared.evaluation.waitsFor,
      isExact: established.isExact && cleared.isExact,
      faults: established.evaluation.faults + cleared.evaluation.faults
    )
  }

  private func finding(
    _ status: Finding.Status,
    _ alleged: Resolution?,
    waitsFor: FactSet = FactSet(),
    isExact: Bool = true,
    faults: [EvaluationFault] = []
  ) -> Finding {
    Finding(
      status: status,
      blocks: blocks(status, alleged),
      waitsFor: waitsFor,
      isExact: isExact,
      faults: faults,
      trial: self
    )
  }

  /// Undetermined blocks, unless the burden is the buyer's and nothing adverse is even alleged.
  private func blocks(_ status: Finding.Status, _ alleged: Resolution?) -> Bool {
    switch status {
    case .violated: rule.isDecisive
    case .satisfied, .notApplicable: false
    case .undetermined: rule.isDecisive && (alleged.map { isAlleged(in: $0.view) } ?? true)
    }
  }

  private func isAlleged(in view: FactView) -> Bool {
    subject.openList == nil
      && rule.condition.leaves.contains { leaf in
        evaluation(of: leaf, in: view).evaluation.truth == (rule.isRequirement ? .no : .yes)
      }
  }
}

extension Rule {
  /// Whether an open finding blocks only where something adverse is alleged.
  fileprivate var asksForAllegations: Bool { isDecisive && burden == .buyer }

  fileprivate var allegedTerms: Resolution.Terms {
    Resolution.Terms(.adverse, .alleged, lookback: lookback, clearWithin: clearWithin)
  }
}
