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

  private var knowledge: Knowledge

  /// Facts that are to be treated as unknown.
  package var hidden = FactSet()

  /// What is known of the facts of a tree, which is complete: one state a fact, in their order.
  package init(states: [State], of tree: FactTree) {
    knowledge = Knowledge(states, of: tree)
  }

  /// Nothing known of a tree.
  package init(unknownFactsOf tree: FactTree) {
    self.init(states: Array(repeating: .unknown, count: tree.factCount), of: tree)
  }

  var factCount: Int { knowledge.states.count }

  /// One state a fact, in the tree's order; what is hidden does not count.
  package var states: [State] { knowledge.states }

  /// What a fact is known to be where nothing is hidden.
  ///
  /// - Complexity: to set, O(1), or O(*facts*) if other views share what this one knows.
  package subscript(fact: FactID) -> State {
    get { knowledge.states[Int(fact.index)] }
    set {
      if !isKnownUniquelyReferenced(&knowledge) { knowledge = Knowledge(copying: knowledge) }
      knowledge.set(fact, to: newValue)
    }
  }

  /// The view with all facts hidden but some.
  package func hidingAll(but shown: [FactID]) -> FactView {
    var view = self
    view.hidden = FactSet(allOf: factCount).subtracting(FactSet(shown))
    return view
  }

  /// The state of a fact, unknown where it is hidden.
  package func state(of fact: FactID) -> State {
    hidden.contains(fact) ? .unknown : knowledge.states[Int(fact.index)]
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
    switch knowledge.states[Int(fact.index)] {
    case .known(.bool(true)): if !isHidden { return .yes }
    case .known, .absent: return isHidden ? .unknown : .no
    case .unknown: return .unknown
    }
    let implied = tree.factsBelow(fact).contains { index in
      let below = FactID(index)
      guard tree.kind(of: below) == .value, !hidden.contains(below) else { return false }
      if case .known = knowledge.states[index] { return true }
      return false
    }
    return implied ? .yes : .unknown
  }
}

extension FactView {
  /// What is known of all facts, kept together so that a view is two references.
  ///
  /// INVARIANT: written to by its one owner only, so those who share it may read it anywhere.
  final class Knowledge: @unchecked Sendable {
    fileprivate(set) var states: [State]
    /// The same in a form that is compared without references, child by child.
    private(set) var layout: FactTree.Layout
    /// The bytes of its texts.
    private(set) var bytes: [UInt8]
    let facts: [FactTree.Fact]

    fileprivate init(_ states: [State], of tree: FactTree) {
      precondition(states.count == tree.factCount, "a state for each fact of the tree")
      self.states = states
      facts = tree.facts
      var layout = tree.layout
      var bytes: [UInt8] = []
      for (index, state) in states.enumerated() {
        // Nothing is known before.
        if case .unknown = state { continue }
        layout.learn(state, of: FactID(index), facts[index].kind, &bytes)
      }
      self.layout = layout
      self.bytes = bytes
    }

    fileprivate init(copying other: Knowledge) {
      states = other.states
      layout = other.layout
      bytes = other.bytes
      facts = other.facts
    }

    fileprivate func set(_ fact: FactID, to state: State) {
      states[Int(fact.index)] = state
      layout.learn(state, of: fact, facts[Int(fact.index)].kind, &bytes)
    }
  }

  /// What is known, lent for the time of a call.
  struct Tables {
    /// One a child of the tree.
    let cells: Table<FactCell>
    /// The bytes of the texts.
    let bytes: Table<UInt8>
    /// What is rarely looked at.
    unowned(unsafe) let knowledge: Knowledge
  }

  @inline(__always)
  func withTables<T>(_ body: (Tables) -> T) -> T {
    withExtendedLifetime(knowledge) {
      knowledge.layout.cells.withTable { cells in
        knowledge.bytes.withTable { bytes in
          body(Tables(cells: cells, bytes: bytes, knowledge: knowledge))
        }
      }
    }
  }
}
