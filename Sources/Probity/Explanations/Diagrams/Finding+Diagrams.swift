/// One condition of a finding's rule with its diagram, in the run that tells.
package struct ConditionDiagram: Sendable {
  /// What part of the rule it is.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case when
    case condition
    case exception = "unless"
  }

  package var role: Role
  package var label: LocalizedText
  /// How facts had to stand to count here.
  package var terms: Resolution.Terms
  package var diagram: ValueDiagram
}

extension Finding {
  /// The diagrams of all conditions, in the order of the rule; none where there is no subject.
  ///
  /// Each shows the run in which its condition is certain, else the one that would clear.
  package func diagrams(packs: [PackHead]) -> [ConditionDiagram] {
    guard subject.openList == nil, subject.emptyLists.isEmpty else { return [] }
    let when = zip([rule.when].compactMap(\.self), [whenAccount].compactMap(\.self))
    let conditions = zip(rule.condition.leaves, account.leaves)
    let exceptions = zip(rule.exceptions, exceptionAccounts)
    return when.compactMap { diagram(.when, $0, $1.resolution, packs) }
      + conditions.compactMap { diagram(.condition, $0, $1.resolution, packs) }
      + exceptions.compactMap { diagram(.exception, $0, $1.resolution, packs) }
  }

  private func diagram(
    _ role: ConditionDiagram.Role,
    _ leaf: Condition.Leaf,
    _ resolution: Resolution,
    _ packs: [PackHead]
  ) -> ConditionDiagram? {
    trial.diagram(of: leaf, in: resolution, packs: packs).map {
      ConditionDiagram(role: role, label: leaf.label, terms: resolution.terms, diagram: $0)
    }
  }
}
