extension FactTree {
  /// A child with what is known of its node, as `PlaneMachine` reads it.
  ///
  /// Sixteen bytes side by side: most of an evaluation's time goes into fetching them.
  struct Entry: Sendable, BitwiseCopyable {
    /// The fact of a leaf, -1 if it has none; else the place of the first child.
    private let first: Int32
    /// -1 for a leaf; else twice the number of children, and one more for a list.
    private let form: Int32
    /// The fact that it exists, -1 where that is not in question.
    private let existenceIndex: Int32
    /// The node of a record; the fact that a list is complete.
    private let mark: Int32

    init(_ child: Child, _ target: Node) {
      existenceIndex = child.existence?.index ?? -1
      switch target.kind {
      case .scalar:
        precondition(child.existence == nil, "a leaf is there as far as its value is known")
        (first, form, mark) = (target.fact?.index ?? -1, -1, -1)
      case .record:
        (first, form, mark) = (target.firstChild, target.childCount * 2, child.node.index)
      case .list:
        (first, form) = (target.firstChild, target.childCount * 2 + 1)
        mark = target.fact?.index ?? -1
      }
    }

    @inline(__always)
    var isLeaf: Bool { form < 0 }

    /// The fact of a leaf; nil where it has none.
    @inline(__always)
    var fact: FactID? { first < 0 ? nil : FactID(Int(first)) }

    @inline(__always)
    var existence: FactID? { existenceIndex < 0 ? nil : FactID(Int(existenceIndex)) }

    /// The cell of a record or list.
    @inline(__always)
    var cell: FactCell {
      FactCell(form & 1 == 0 ? .record : .list, first: first, count: form >> 1, mark: mark)
    }
  }
}
