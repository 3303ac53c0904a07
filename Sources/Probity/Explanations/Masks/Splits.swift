package import ProbityCEL

/// Facts that a rule reads twice, with every value that each may turn out to have.
package struct Splits: Sendable {
  package var facts: [(fact: FactID, values: [FactView.State])] = []

  /// Whether these are all facts that are read twice, and can be filled in wherever they are open.
  package var areAll = true

  /// What must be there for the facts to be: where that is not certain nothing is filled in, as a
  /// value would give it away.
  package private(set) var existences: [FactID] = []

  /// Splits those with the fewest values as long as there are no more combinations than the cap.
  init(_ candidates: FactSet, in dossier: Dossier, _ view: FactView, atMost cap: Int) {
    var domains: [(fact: FactID, values: [FactView.State])] = []
    for fact in candidates.facts {
      if let values = dossier.domain(of: fact, in: view), !values.isEmpty {
        domains.append((fact, values.map(FactView.State.known)))
      } else {
        areAll = false
      }
    }
    var combinations = 1
    for domain in domains.sorted(by: { ($0.values.count, $0.fact) < ($1.values.count, $1.fact) }) {
      let (product, overflow) = combinations.multipliedReportingOverflow(by: domain.values.count)
      guard !overflow, product <= cap else {
        areAll = false
        continue
      }
      combinations = product
      facts.append(domain)
    }
    existences = facts.reduce(into: FactSet()) { set, split in
      set.formUnion(FactSet(dossier.tree.existences(above: split.fact)))
    }.facts.filter { view[$0] == .known(.bool(true)) }
    areAll = areAll && existences.isEmpty
  }

  /// One value for each of the facts, in every way.
  var combinations: some Sequence<[FactView.State]> {
    let facts = facts
    let count = facts.reduce(1) { $0 * $1.values.count }
    return (0..<count).lazy.map { number in
      var rest = number
      return facts.map { split in
        defer { rest /= split.values.count }
        return split.values[rest % split.values.count]
      }
    }
  }
}
