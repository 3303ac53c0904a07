extension FactTree {
  /// The children as `PlaneMachine` reads them: a cell each, siblings side by side.
  ///
  /// Most of an evaluation's time goes into fetching these, so all that is asked about a child
  /// stands in its one cell; whatever is rarely needed stands elsewhere.
  struct Layout: Sendable {
    /// A cell a child, in the tree's order of children, with nothing known.
    var cells: [FactCell] = []
    /// The first child that each fact is about; -1 for none.
    private(set) var places: [Int32] = []
    /// Further children that a fact is about, where several share a node.
    private(set) var furtherPlaces: [FurtherPlace] = []
    /// The fact that each child exists, -1 where that is not in question.
    private(set) var existences: [Int32] = []

    struct FurtherPlace: Sendable {
      let fact: FactID
      let place: Int
    }

    mutating func append(_ cell: FactCell, existence: FactID?, facts: [FactID]) {
      for fact in facts { note(fact, at: cells.count) }
      existences.append(existence?.index ?? -1)
      cells.append(cell)
    }

    private mutating func note(_ fact: FactID, at place: Int) {
      let index = Int(fact.index)
      if index >= places.count {
        places.append(contentsOf: repeatElement(-1, count: index + 1 - places.count))
      }
      if places[index] < 0 {
        places[index] = Int32(place)
      } else {
        furtherPlaces.append(FurtherPlace(fact: fact, place: place))
      }
    }

    /// Takes over what is known of a fact, wherever a child is concerned.
    mutating func learn(
      _ state: FactView.State,
      of fact: FactID,
      _ kind: FactKind,
      _ bytes: inout [UInt8]
    ) {
      let index = Int(fact.index)
      guard index < places.count, places[index] >= 0 else { return }
      cells[Int(places[index])].learn(state, of: kind, &bytes)
      for further in furtherPlaces where further.fact == fact {
        cells[further.place].learn(state, of: kind, &bytes)
      }
    }
  }
}
