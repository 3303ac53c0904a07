import ProbityCEL

/// Where a search writes down the answers that it tries, for one condition after the other.
///
/// A class, so that what is known of all facts is never copied for a single condition.
final class AnswerDesk {
  let trial: Trial
  private var view: FactView
  private var masks: MaskPlanes
  private var evaluator: PlaneEvaluator
  private var reader: Evaluator

  init(_ trial: Trial, _ view: FactView) {
    self.trial = trial
    self.view = view
    masks = MaskPlanes(laneCount: 1, factCount: trial.dossier.facts.count)
    let tree = trial.dossier.tree
    evaluator = PlaneEvaluator(tree: tree, bindings: trial.bindings)
    reader = Evaluator(tree: tree, bindings: trial.bindings)
  }

  subscript(fact: FactID) -> FactView.State {
    get { view[fact] }
    set { view[fact] = newValue }
  }

  func use(lanes count: Int) { masks.use(lanes: count) }

  func setHidden(_ fact: FactID, inLanes lanes: UInt64) { masks.setHidden(fact, inLanes: lanes) }

  /// Takes everything back that was written about some facts.
  func clear(_ facts: [FactID]) {
    for fact in facts {
      view[fact] = .unknown
      masks.setHidden(fact, inLanes: 0)
    }
    masks.use(lanes: 1)
  }

  // MARK: Asking

  /// The answers of a whole condition.
  func planes(of program: Program) -> Planes {
    evaluator.answers(of: program, in: view, hiding: masks)
  }

  /// The answers of a part of a condition, and whether those that stay open are open.
  func planes(
    of part: Outline.Part,
    _ program: Program
  ) -> (planes: Planes, isConclusive: Bool) {
    evaluator.answers(of: part, of: program, in: view, hiding: masks)
  }

  /// The facts that a whole condition consults with some facts hidden.
  func reads(of program: Program, hiding hidden: FactSet) -> FactSet {
    var view = view
    view.hidden = hidden
    reader.resetReads()
    // Where it stays open only a run that says what it waits for looks at everything.
    _ = reader.evaluating(in: view) { $0.truth(of: program) }
    return reader.reads
  }

  /// The facts that a whole condition consults where nothing is known.
  func reads(ofBlind program: Program) -> FactSet {
    reads(of: program, hiding: FactSet(allOf: trial.dossier.facts.count))
  }
}
