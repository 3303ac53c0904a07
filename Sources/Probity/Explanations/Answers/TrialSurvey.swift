import ProbityCEL

/// What all searches for what settles a trial begin with, worked out once.
struct TrialSurvey {
  /// The facts on which it rests that it is cleared.
  let reach: Trial.Reach

  /// The values for answers to these.
  let domains: AnswerDomains

  private var outlines: [ObjectIdentifier: Outline] = [:]

  init(_ trial: Trial) {
    reach = trial.reach(of: .cleared, in: trial.clear)
    domains = AnswerDomains(trial, .cleared, reach, in: trial.clear.view)
    let tree = trial.dossier.tree
    var evaluator = PlaneEvaluator(tree: tree, bindings: trial.bindings)
    for leaf in trial.leaves(of: .cleared) {
      outlines[ObjectIdentifier(leaf.program)] = evaluator.outline(
        of: leaf.program,
        in: trial.clear.view
      )
    }
  }

  /// A condition taken apart; nil where it can't be.
  subscript(program: Program) -> Outline? { outlines[ObjectIdentifier(program)] }
}
