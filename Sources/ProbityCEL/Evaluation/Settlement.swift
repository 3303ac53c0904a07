/// The answer that every way of filling in some unknown facts has in common.
///
/// Kleene logic leaves `x || !x` unknown. Where a condition is unknown, each candidate that is
/// unknown and has a finite domain is given each of its values; if all combinations agree, that is
/// the answer. Sound always. `isExact` promises that the answer is definite, or that no answer is
/// that of every way of filling in what is unknown: it is false where a candidate could not be
/// split, where there were more combinations than the cap, and where the evaluation was
/// approximate besides.
///
/// `candidates` are the facts that were read more than once. `domains` gives every value that a
/// fact may turn out to have (`null` for none), or nil if they are not finitely many or the fact's
/// record may turn out not to be there.
package func settledTruth(
  view: FactView,
  candidates: FactSet,
  isApproximate: Bool = false,
  domains: (FactID) -> [Value]?,
  cap: Int = 4096,
  evaluate: (FactView) -> Evaluation
) -> (evaluation: Evaluation, isExact: Bool) {
  let kleene = evaluate(view)
  guard kleene.truth == .unknown else { return (kleene, true) }
  var split: [(fact: FactID, values: [Value])] = []
  var isExact = !isApproximate
  var combinations = 1
  for fact in candidates.facts {
    switch view.state(of: fact) {
    case .unknown: break
    // One of its days may be meant, and is the same one each time.
    case .known(.date(let date)) where !date.isExact:
      isExact = false
      continue
    case .known, .absent: continue
    }
    guard let values = domains(fact), !values.isEmpty else {
      isExact = false
      continue
    }
    let (product, overflow) = combinations.multipliedReportingOverflow(by: values.count)
    guard !overflow, product <= cap else {
      isExact = false
      continue
    }
    combinations = product
    split.append((fact, values))
  }
  guard !split.isEmpty else { return (kleene, isExact) }
  switch outcome(view, split, combinations, evaluate) {
  case .common(let evaluation): return (evaluation, true)
  case .different: return (kleene, true)
  case .open: return (kleene, isExact)
  }
}

private enum Outcome {
  case common(Evaluation)
  /// Two combinations have different answers: what else there is to learn does not matter.
  case different
  case open
}

private func outcome(
  _ view: FactView,
  _ split: [(fact: FactID, values: [Value])],
  _ combinations: Int,
  _ evaluate: (FactView) -> Evaluation
) -> Outcome {
  var view = view
  for (fact, _) in split { view.hidden.remove(fact) }
  var common: Evaluation?
  for combination in 0..<combinations {
    var rest = combination
    for (fact, values) in split {
      let value = values[rest % values.count]
      view[fact] = value == .null ? .absent : .known(value)
      rest /= values.count
    }
    let evaluation = evaluate(view)
    guard evaluation.truth.isDefinite else { return .open }
    guard evaluation.truth == common?.truth ?? evaluation.truth else { return .different }
    common = evaluation
  }
  return common.map(Outcome.common) ?? .open
}
