import ProbityCEL

/// The conditions of a trial taken apart, for all searches for what settles it.
struct TrialOutlines {
  private var outlines: [ObjectIdentifier: Outline] = [:]

  init(of trial: Trial) {
    // The rest of a list is no record that conditions could look at.
    guard trial.subject.openList == nil, trial.subject.emptyLists.isEmpty else { return }
    let tree = trial.dossier.tree
    var evaluator = PlaneEvaluator(tree: tree, bindings: trial.bindings)
    for leaf in trial.leaves(of: .cleared) {
      outlines[ObjectIdentifier(leaf.program)] = evaluator.outline(
        of: leaf.program,
        in: trial.clear.view
      )
    }
  }

  /// The outline of a condition; nil where it can't be taken apart.
  subscript(program: Program) -> Outline? { outlines[ObjectIdentifier(program)] }
}
