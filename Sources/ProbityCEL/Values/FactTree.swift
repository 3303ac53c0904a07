/// The identity of one node in a `FactTree`.
package struct NodeID: Sendable, Hashable, BitwiseCopyable {
  package var index: Int32

  package init(_ index: Int) { self.index = Int32(index) }
}

/// The shape of what is asked about: records, lists and leaves, without any answer.
///
/// Every field of every record is there, answered or not, so that each missing answer is a fact
/// of its own. What is known stands in a `FactView`; many views share one tree.
package struct FactTree: Sendable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case scalar
    case record
    case list
  }

  /// What a fact says.
  package enum FactKind: UInt8, Sendable, BitwiseCopyable {
    /// The value of a leaf.
    case value
    /// That a list is complete: known true, or unknown; it is never known to be open.
    case closure
    /// That an element of a list, or the record behind a field, exists.
    case existence
  }

  /// A node below another, and the fact that it exists; nil where existence is not in question
  /// (leaves and lists behind fields; leaf elements exist as far as their value is known).
  package struct Child: Sendable, BitwiseCopyable {
    package var node: NodeID
    package var existence: FactID?
  }

  package struct Node: Sendable, BitwiseCopyable {
    package var kind: Kind
    /// The value of a leaf, the closure of a list; nil for a record.
    package var fact: FactID?
    /// Fields in slot order, or the named elements of a list: a range of `children`.
    private(set) var firstChild: Int32
    private(set) var childCount: Int32

    /// The places of its children in the tree's list of them.
    var children: Range<Int> { Int(firstChild)..<Int(firstChild + childCount) }

    fileprivate init(_ kind: Kind, fact: FactID?) {
      self.kind = kind
      self.fact = fact
      firstChild = 0
      childCount = 0
    }

    fileprivate mutating func take(_ children: Range<Int>) {
      firstChild = Int32(children.lowerBound)
      childCount = Int32(children.count)
    }
  }

  struct Fact: Sendable, BitwiseCopyable {
    var kind: FactKind
    /// One past the last fact below: those whose being known implies this existence.
    var end: Int32
  }

  private var nodes: [Node] = []
  private var childList: [Child] = []
  private(set) var facts: [Fact] = []
  private(set) var layout = Layout()

  package init() {}

  package var factCount: Int { facts.count }

  package func node(_ id: NodeID) -> Node { nodes[Int(id.index)] }

  /// Fields in slot order, or the named elements of a list.
  package func children(of id: NodeID) -> ArraySlice<Child> {
    childList[nodes[Int(id.index)].children]
  }

  /// The field at a slot of a record node.
  package func field(_ slot: Int, of id: NodeID) -> Child {
    childList[Int(nodes[Int(id.index)].firstChild) + slot]
  }

  package func kind(of fact: FactID) -> FactKind { facts[Int(fact.index)].kind }

  /// The facts below an existence: each of them, once known, presupposes it.
  package func factsBelow(_ fact: FactID) -> Range<Int> {
    let start = Int(fact.index) + 1
    return start..<max(start, Int(facts[Int(fact.index)].end))
  }

  /// The existences that a fact presupposes.
  ///
  /// - Complexity: O(*facts before it*).
  package func existences(above fact: FactID) -> [FactID] {
    (0..<Int(fact.index)).filter {
      facts[$0].kind == .existence && facts[$0].end > fact.index
    }.map { FactID($0) }
  }

  // MARK: Building, depth first

  /// Adds a fact without a node: an existence, before what lies below it is added.
  package mutating func addFact(_ kind: FactKind) -> FactID {
    facts.append(Fact(kind: kind, end: 0))
    return FactID(facts.count - 1)
  }

  /// Says that all facts added since an existence lie below it.
  package mutating func endFacts(below existence: FactID) {
    facts[Int(existence.index)].end = Int32(facts.count)
  }

  /// Adds a leaf with a fact for its value.
  package mutating func addScalar() -> NodeID {
    add(Node(.scalar, fact: addFact(.value)), [])
  }

  /// Adds a record over its fields, which stand in slot order.
  package mutating func addRecord(_ fields: [Child]) -> NodeID {
    add(Node(.record, fact: nil), fields)
  }

  /// Adds a list over its named elements, with a fact for its being complete.
  package mutating func addList(_ elements: [Child]) -> NodeID {
    add(Node(.list, fact: addFact(.closure)), elements)
  }

  private mutating func add(_ node: Node, _ children: [Child]) -> NodeID {
    var node = node
    node.take(childList.count..<(childList.count + children.count))
    append(children)
    nodes.append(node)
    return NodeID(nodes.count - 1)
  }

  /// Gives a list other elements, once nodes exist that it could not wait for.
  ///
  /// - Complexity: O(*children of the tree*).
  package mutating func setElements(of list: NodeID, to elements: [Child]) {
    nodes[Int(list.index)].take(childList.count..<(childList.count + elements.count))
    append(elements)
    for index in childList.indices where childList[index].node == list {
      layout.cells[index] = Self.cell(childList[index], nodes[Int(list.index)])
    }
  }

  private mutating func append(_ children: [Child]) {
    childList.append(contentsOf: children)
    for child in children {
      let node = nodes[Int(child.node.index)]
      layout.append(
        Self.cell(child, node),
        existence: child.existence,
        facts: [node.fact, child.existence].compactMap(\.self)
      )
    }
  }

  /// A child of which nothing is known yet.
  private static func cell(_ child: Child, _ node: Node) -> FactCell {
    var cell = node.kind == .scalar ? FactCell(.open) : FactCell(child.node, node)
    if node.kind == .scalar {
      precondition(child.existence == nil, "a leaf is there as far as its value is known")
      cell.factIndex = node.fact?.index ?? -1
    }
    if let existence = child.existence {
      cell.existence = .open
      // A list in a list has two facts; `Layout.existences` knows the one that says it exists.
      if node.kind == .record { cell.factIndex = existence.index }
    }
    return cell
  }
}

extension FactTree.Child {
  package init(_ node: NodeID, existence: FactID? = nil) {
    self.init(node: node, existence: existence)
  }
}
