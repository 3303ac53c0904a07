import ProbityCEL

/// The rule of a trial in up to 64 lanes at once, each with other facts hidden.
struct MaskedRule {
  let trial: Trial
  var view: FactView
  var masks: MaskPlanes
  private var evaluator: PlaneEvaluator

  init(_ trial: Trial, _ view: FactView, _ masks: MaskPlanes) {
    self.trial = trial
    self.view = view
    self.masks = masks
    evaluator = PlaneEvaluator(tree: trial.dossier.tree, bindings: trial.bindings)
  }

  /// Whether the rule is violated, as long as nothing excuses it.
  mutating func violation() -> Planes {
    let applies = application()
    let broken = trial.rule.condition.planes { answers($0) }
    return applies.and(trial.rule.isRequirement ? !broken : broken)
  }

  /// Whether the subject exists and the rule concerns it.
  mutating func application() -> Planes {
    var applies = Planes.always
    for fact in trial.subject.existence { applies = applies.and(existence(of: fact)) }
    if let when = trial.rule.when { applies = applies.and(answers(when)) }
    return applies
  }

  /// Whether any exception holds.
  mutating func excuse() -> Planes {
    trial.rule.exceptions.reduce(.never) { $0.or(answers($1)) }
  }

  /// Whether something is there.
  mutating func existence(of fact: FactID) -> Planes {
    evaluator.existence(of: fact, in: view, hiding: masks)
  }

  mutating func answers(_ leaf: Condition.Leaf) -> Planes {
    evaluator.answers(of: leaf.program, in: view, hiding: masks)
  }
}

extension [PositionSet] {
  /// The lanes, a lane a set, of those with a position.
  func lanes(with position: Int) -> UInt64 {
    enumerated().reduce(0) { lanes, set in
      set.element.contains(position) ? lanes | 1 << UInt64(set.offset) : lanes
    }
  }
}
