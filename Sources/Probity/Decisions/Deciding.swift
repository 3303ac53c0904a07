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

  /// Decides where it is known before how the facts stand, on all terms that will be asked for.
  init(
    _ dossier: Dossier,
    asOf: CalendarDate,
    resolver: Resolver,
    resolutions: [Resolution.Terms: Resolution]
  ) {
    self.dossier = dossier
    self.asOf = asOf
    self.resolver = resolver
    self.resolutions = resolutions
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
      let list = FactSet([openList])
      return finding(.undetermined, alleged, waitsFor: list, reads: list)
    }
    if !subject.emptyLists.isEmpty {
      return finding(.notApplicable, alleged, reads: FactSet(subject.emptyLists))
    }
    var reads = FactSet()
    let exceptions = exceptions(noting: &reads)
    let established = violation(in: adverse.view, exceptions: exceptions)
    reads.formUnion(established.reads)
    if established.evaluation.truth == .yes { return finding(.violated, alleged, reads: reads) }
    let cleared = violation(in: clear.view, exceptions: exceptions)
    reads.formUnion(cleared.reads)
    if cleared.evaluation.truth == .no {
      let application = application(in: clear.view)
      reads.formUnion(application.reads)
      let applies = application.evaluation.truth
      return finding(applies == .no ? .notApplicable : .satisfied, alleged, reads: reads)
    }
    return finding(
      .undetermined,
      alleged,
      waitsFor: cleared.evaluation.waitsFor,
      reads: reads,
      isExact: established.isExact && cleared.isExact,
      faults: established.evaluation.faults + cleared.evaluation.faults
    )
  }

  private func finding(
    _ status: Finding.Status,
    _ alleged: Resolution?,
    waitsFor: FactSet = FactSet(),
    reads: FactSet,
    isExact: Bool = true,
    faults: [EvaluationFault] = []
  ) -> Finding {
    var reads = reads
    let blocks = blocks(status, alleged, noting: &reads)
    return Finding(
      status: status,
      blocks: blocks,
      waitsFor: waitsFor,
      reads: reads,
      isExact: isExact,
      faults: faults,
      trial: self
    )
  }

  /// Undetermined blocks, unless the burden is the buyer's and nothing adverse is even alleged.
  private func blocks(
    _ status: Finding.Status,
    _ alleged: Resolution?,
    noting reads: inout FactSet
  ) -> Bool {
    switch status {
    case .violated: rule.isDecisive
    case .satisfied, .notApplicable: false
    case .undetermined:
      rule.isDecisive && (alleged.map { isAlleged(in: $0.view, noting: &reads) } ?? true)
    }
  }

  private func isAlleged(in view: FactView, noting reads: inout FactSet) -> Bool {
    subject.openList == nil
      && rule.condition.leaves.contains { leaf in
        let reading = evaluation(of: leaf, in: view)
        reads.formUnion(reading.reads)
        return reading.evaluation.truth == (rule.isRequirement ? .no : .yes)
      }
  }
}

extension Rule {
  /// Whether an open finding blocks only where something adverse is alleged.
  fileprivate var asksForAllegations: Bool { isDecisive && burden == .buyer }

  /// All terms on which it asks for facts.
  var terms: [Resolution.Terms] {
    [adverseTerms, clearTerms] + (asksForAllegations ? [allegedTerms] : [])
  }

  fileprivate var allegedTerms: Resolution.Terms {
    Resolution.Terms(.adverse, .alleged, lookback: lookback, clearWithin: clearWithin)
  }
}
