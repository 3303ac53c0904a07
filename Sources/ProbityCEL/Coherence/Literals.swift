/// Facts of one sort as conditions name them: those of one field that say the same kind of thing.
package struct FieldRole: Sendable, Hashable {
  package var field: FieldName
  package var kind: FactTree.FactKind

  package init(field: FieldName, kind: FactTree.FactKind) {
    self.field = field
    self.kind = kind
  }
}

/// What conditions ask of single facts once every `!` has moved down to them: their *literals*.
///
/// A sort of facts is *coherent* if some state makes none of its literals false, and some state
/// makes none of them true. Where all unknown facts that are read more than once are coherent, and
/// independent, Kleene logic is exact: an answer that it leaves open can turn out either way, or
/// fail. (All literals that are open set to false, or failed, the conditions are at most what they
/// were with these open, as nothing in them is negated any more; and so the other way round.)
package struct Literals: Sendable {
  /// What is asked of a fact.
  enum Test: Sendable, Hashable {
    /// Its value is one of some.
    case isOneOf([Constant])
    /// Its value is beyond a bound.
    case isOrdered
    /// It has a value.
    case isAnswered
    /// An element is there, or a list has a further one.
    case isThere
    /// A record is there, or what is asked of it fails.
    case isPresupposed
    /// Something that is not understood, or that two facts decide together.
    case other
  }

  /// A value, or the text of an expression that no fact goes into.
  enum Constant: Sendable, Hashable {
    case value(Value)
    case written(String)
  }

  private struct Literal: Hashable {
    var test: Test
    var isNegated: Bool
  }

  private var literals: [FieldRole: Set<Literal>] = [:]
  /// Every value of those fields that have few.
  private var domains: [FieldName: [Value]] = [:]

  package init() {}

  mutating func add(_ test: Test, of role: FieldRole, isNegated: Bool = false) {
    literals[role, default: []].insert(Literal(test: test, isNegated: isNegated))
  }

  mutating func setDomain(_ values: [Value], of field: FieldName) { domains[field] = values }

  /// Notes that an element of a list must be there.
  package mutating func addElement(of list: FieldName) {
    add(.isThere, of: FieldRole(field: list, kind: .existence))
  }

  /// The same for conditions of which both, or either, must hold.
  package mutating func formUnion(_ other: Literals) {
    literals.merge(other.literals) { $0.union($1) }
    domains.merge(other.domains) { first, _ in first }
  }

  /// Those of the opposite.
  package static prefix func ! (literals: Literals) -> Literals {
    var result = literals
    result.literals = literals.literals.mapValues { set in
      Set(set.map { Literal(test: $0.test, isNegated: !$0.isNegated) })
    }
    return result
  }

  /// The sorts of facts that are certain to be coherent.
  ///
  /// - Complexity: O(*literals* × *values*) for each field with several literals.
  package var coherent: Set<FieldRole> {
    Set(literals.compactMap { isCoherent($1, of: $0.field) ? $0 : nil })
  }

  private func isCoherent(_ literals: Set<Literal>, of field: FieldName) -> Bool {
    guard !literals.contains(where: { $0.test == .other }) else { return false }
    let sets = literals.filter { if case .isOneOf = $0.test { true } else { false } }
    let hasOrder = literals.contains { $0.test == .isOrdered }
    for test in [Test.isOrdered, .isAnswered, .isThere] where isAskedBothWays(test, literals) {
      return false
    }
    return hasOrder ? sets.isEmpty : sets.count < 2 || canAllAgree(sets, on: field)
  }

  private func isAskedBothWays(_ test: Test, _ literals: Set<Literal>) -> Bool {
    literals.count { $0.test == test } > 1
  }

  /// Whether one value makes all of several literals true, and one makes all of them false.
  private func canAllAgree(_ literals: Set<Literal>, on field: FieldName) -> Bool {
    var sets: [(values: Set<Value>, isNegated: Bool)] = []
    for literal in literals {
      guard case .isOneOf(let constants) = literal.test else { return false }
      let values = constants.compactMap { if case .value(let value) = $0 { value } else { nil } }
      guard values.count == constants.count else { return false }
      sets.append((Set(values), literal.isNegated))
    }
    let named = sets.reduce(into: Set<Value>()) { $0.formUnion($1.values) }
    // Nil stands for any value that nobody has named.
    let candidates: [Value?] = domains[field] ?? Array(named) + [nil]
    return [true, false].allSatisfy { wanted in
      candidates.contains { value in
        sets.allSatisfy { set in
          let isIn = value.map(set.values.contains) ?? false
          return (isIn != set.isNegated) == wanted
        }
      }
    }
  }
}
