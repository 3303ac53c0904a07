/// The answer that every way of filling in some unknown facts has in common.
///
/// Kleene logic leaves `x || !x` unknown. Where a condition is unknown, each candidate that is
/// unknown and has a finite domain is given each of its values; if all combinations agree, that is
/// the answer. Sound always; `isExact` is false where a candidate could not be split or there
/// were more combinations than the cap, so that an unknown may be one too many.
///
/// `domains` gives every value that a fact may turn out to have (`null` for none), or nil if they
/// are not finitely many or the fact's record may turn out not to be there.
package func settledTruth(
  view: FactView,
  candidates: FactSet,
  domains: (FactID) -> [Value]?,
  cap: Int = 4096,
  evaluate: (FactView) -> Evaluation
) -> (evaluation: Evaluation, isExact: Bool) {
  let kleene = evaluate(view)
  guard kleene.truth == .unknown else { return (kleene, true) }
  var split: [(fact: FactID, values: [Value])] = []
  var isExact = true
  var combinations = 1
  for fact in candidates.facts where view.state(of: fact) == .unknown {
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
  return (commonAnswer(view, split, combinations, evaluate) ?? kleene, isExact)
}

private func commonAnswer(
  _ view: FactView,
  _ split: [(fact: FactID, values: [Value])],
  _ combinations: Int,
  _ evaluate: (FactView) -> Evaluation
) -> Evaluation? {
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
    guard evaluation.truth.isDefinite, evaluation.truth == common?.truth ?? evaluation.truth
    else { return nil }
    common = evaluation
  }
  return common
}
