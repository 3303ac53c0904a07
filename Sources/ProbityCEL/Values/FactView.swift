/// What is known about the facts of a tree, at one standard of proof, with some facts hidden.
package struct FactView: Sendable {
  /// What one fact is known to be.
  package enum State: Sendable, Hashable {
    case unknown
    /// Known to be none: the field was asked for and there is nothing.
    case absent
    /// A leaf's value; for a closure or an existence a `bool`.
    case known(Value)
  }

  /// One state a fact, in the tree's order.
  package var states: [State]

  /// Facts that are to be treated as unknown.
  package var hidden = FactSet()

  package init(states: [State]) { self.states = states }

  /// Nothing known of a tree.
  package init(unknownFactsOf tree: FactTree) {
    self.init(states: Array(repeating: .unknown, count: tree.factCount))
  }

  /// The state of a fact, unknown where it is hidden.
  package func state(of fact: FactID) -> State {
    hidden.contains(fact) ? .unknown : states[Int(fact.index)]
  }

  /// Whether a list is known to have no further element.
  package func isClosed(_ closure: FactID) -> Bool {
    state(of: closure) == .known(.bool(true))
  }

  /// Whether an element exists; hidden, it still does as long as something below it is known.
  ///
  /// - Complexity: O(1), O(*facts below*) for a hidden existence.
  package func existence(_ fact: FactID, in tree: FactTree) -> Truth {
    let isHidden = hidden.contains(fact)
    switch states[Int(fact.index)] {
    case .known(.bool(true)): if !isHidden { return .yes }
    case .known, .absent: return isHidden ? .unknown : .no
    case .unknown: return .unknown
    }
    let implied = tree.factsBelow(fact).contains { index in
      let below = FactID(index)
      guard tree.kind(of: below) == .value, !hidden.contains(below) else { return false }
      if case .known = states[index] { return true }
      return false
    }
    return implied ? .yes : .unknown
  }
}
