package import ProbityCEL

/// The sorts of facts that a rule asks of in one direction only: of these it may be left open what
/// they are, and an answer is open only if it can turn out either way.
package struct RuleCoherence: Sendable {
  /// Where it is asked whether the rule applies.
  package let application: Set<FieldRole>

  /// Where it is asked whether the rule is violated, exceptions aside.
  package let violation: Set<FieldRole>

  init(
    _ scope: [Rule.ScopeStep],
    _ when: Condition.Leaf?,
    _ condition: Condition,
    isRequirement: Bool
  ) {
    var literals = when?.program.literals ?? Literals()
    for step in scope { literals.addElement(of: step.list) }
    application = literals.coherent
    literals.formUnion(isRequirement ? !condition.literals : condition.literals)
    violation = literals.coherent
  }
}

extension Condition {
  /// What its leaves ask of single facts.
  fileprivate var literals: Literals {
    switch self {
    case .leaf(let leaf): leaf.program.literals
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.reduce(into: Literals()) { $0.formUnion($1.literals) }
    case .none(let parts): !parts.reduce(into: Literals()) { $0.formUnion($1.literals) }
    }
  }
}

extension Dossier {
  /// Those of some facts that are of none of some sorts.
  func facts(_ facts: FactSet, notOf roles: Set<FieldRole>) -> FactSet {
    guard !roles.isEmpty, !facts.isEmpty else { return facts }
    return FactSet(
      facts.facts.filter { id in
        let record = fact(id)
        guard let field = record.fieldName else { return true }
        return !roles.contains(FieldRole(field: field, kind: record.kind))
      }
    )
  }
}
