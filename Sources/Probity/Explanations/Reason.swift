package import ProbityCEL

/// Facts that force a finding, whatever all other facts may be.
package struct Reason: Sendable {
  /// The facts, most firmly established first; none can be spared.
  package var facts: [FactID]
  /// The facts as they stand for this finding.
  package var resolution: Resolution
  /// Whether the finding also rests on no exception being proven.
  package var needsNoException = false
  /// The exception that is proven, if it is what clears.
  package var exception: Condition.Leaf?
}

extension Finding {
  /// The paths of the facts that force the finding, none of which can be spared.
  ///
  /// Empty for an undetermined finding.
  public var decidingFacts: [String] {
    (reason?.facts ?? []).map { trial.dossier.fact($0).path }
  }

  /// The paths of the facts that an undetermined finding waits for.
  public var openFacts: [String] {
    waitsFor.facts.map { trial.dossier.fact($0).path }
  }

  /// One minimal reason, checked again before it is handed out.
  ///
  /// Nil for an undetermined finding; for a definite one nil is an internal fault.
  package var reason: Reason? {
    switch status {
    case .violated: violationReason
    case .satisfied, .notApplicable: clearingReason
    case .undetermined: nil
    }
  }

  private var violationReason: Reason? {
    minimalFacts(trial.adverse, coming: .yes) { $0.violation(in: $1, exceptions: .no) }.map {
      Reason(facts: $0, resolution: trial.adverse, needsNoException: !rule.exceptions.isEmpty)
    }
  }

  private var clearingReason: Reason? {
    guard subject.emptyLists.isEmpty else {
      return Reason(facts: subject.emptyLists, resolution: trial.clear)
    }
    let plain = minimalFacts(trial.clear, coming: .no) { trial, view in
      status == .notApplicable
        ? trial.application(in: view) : trial.violation(in: view, exceptions: .no)
    }
    if let plain { return Reason(facts: plain, resolution: trial.clear) }
    return exceptionReason
  }

  private var exceptionReason: Reason? {
    for exception in rule.exceptions where trial.holds(exception, in: trial.clear.view) {
      let facts = minimalFacts(trial.clear, coming: .yes) { trial, view in
        trial.evaluation(of: exception, in: view)
      }
      guard let facts else { continue }
      return Reason(facts: facts, resolution: trial.clear, exception: exception)
    }
    return nil
  }

  /// Searches with few splits a reading, and only where these do not suffice with all.
  private func minimalFacts(
    _ resolution: Resolution,
    coming wanted: Truth,
    _ read: (Trial, FactView) -> Trial.Reading
  ) -> [FactID]? {
    let masks = FactMasks(resolution, dossier: trial.dossier)
    let cheap = trial.splitting(atMost: 64)
    return masks.minimal(coming: wanted, over: rule.fieldsRead) { read(cheap, $0) }
      ?? masks.minimal(coming: wanted, over: rule.fieldsRead) { read(trial, $0) }
  }
}
