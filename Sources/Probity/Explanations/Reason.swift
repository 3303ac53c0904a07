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
    minimalFacts(trial.adverse, coming: .yes) { trial.violation(in: $0, exceptions: .no) }.map {
      Reason(facts: $0, resolution: trial.adverse, needsNoException: !rule.exceptions.isEmpty)
    }
  }

  private var clearingReason: Reason? {
    guard subject.emptyLists.isEmpty else {
      return Reason(facts: subject.emptyLists, resolution: trial.clear)
    }
    let plain = minimalFacts(trial.clear, coming: .no) { view in
      status == .notApplicable
        ? trial.application(in: view) : trial.violation(in: view, exceptions: .no)
    }
    if let plain { return Reason(facts: plain, resolution: trial.clear) }
    return exceptionReason
  }

  private var exceptionReason: Reason? {
    for exception in rule.exceptions where trial.holds(exception, in: trial.clear.view) {
      let facts = minimalFacts(trial.clear, coming: .yes) { view in
        trial.evaluation(of: exception, in: view)
      }
      guard let facts else { continue }
      return Reason(facts: facts, resolution: trial.clear, exception: exception)
    }
    return nil
  }

  private func minimalFacts(
    _ resolution: Resolution,
    coming wanted: Truth,
    _ read: (FactView) -> Trial.Reading
  ) -> [FactID]? {
    FactMasks(resolution, dossier: trial.dossier)
      .minimal(coming: wanted, over: rule.fieldsRead, read)
  }
}
