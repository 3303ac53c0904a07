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
  ///
  /// - Complexity: O(*facts*) to set as a whole; to set one, use the subscript.
  package var states: [State] {
    get { knownStates }
    set { self = FactView(states: newValue, hidden: hidden) }
  }

  private var knownStates: [State]
  /// The same in a form that is compared without references, and the bytes of its texts.
  private var cells: [FactCell] = []
  private var bytes: [UInt8] = []

  /// Facts that are to be treated as unknown.
  package var hidden = FactSet()

  package init(states: [State]) { self.init(states: states, hidden: FactSet()) }

  private init(states: [State], hidden: FactSet) {
    knownStates = states
    self.hidden = hidden
    cells.reserveCapacity(states.count)
    for state in states { cells.append(FactCell(state, &bytes)) }
  }

  var factCount: Int { cells.count }

  /// What a fact is known to be where nothing is hidden.
  package subscript(fact: FactID) -> State {
    get { knownStates[Int(fact.index)] }
    set {
      knownStates[Int(fact.index)] = newValue
      cells[Int(fact.index)] = FactCell(newValue, &bytes)
    }
  }

  /// Nothing known of a tree.
  package init(unknownFactsOf tree: FactTree) {
    self.init(states: Array(repeating: .unknown, count: tree.factCount))
  }

  /// The state of a fact, unknown where it is hidden.
  package func state(of fact: FactID) -> State {
    hidden.contains(fact) ? .unknown : knownStates[Int(fact.index)]
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
    switch knownStates[Int(fact.index)] {
    case .known(.bool(true)): if !isHidden { return .yes }
    case .known, .absent: return isHidden ? .unknown : .no
    case .unknown: return .unknown
    }
    let implied = tree.factsBelow(fact).contains { index in
      let below = FactID(index)
      guard tree.kind(of: below) == .value, !hidden.contains(below) else { return false }
      if case .known = knownStates[index] { return true }
      return false
    }
    return implied ? .yes : .unknown
  }
}

extension FactView {
  /// The facts' cells and the bytes of their texts, lent for the time of a call.
  @inline(__always)
  func withTables<T>(_ body: (Table<FactCell>, Table<UInt8>) -> T) -> T {
    cells.withTable { cells in bytes.withTable { body(cells, $0) } }
  }
}
