import ProbityTestSupport

@testable import ProbityCEL

/// Two vendors as facts of a tree, in one of many layouts.
///
/// A *place* is a fact by its meaning, the same in every layout; a `FactID` is where a layout has
/// it. A whole scene has one further product a vendor and one further tag a product: what an open
/// list of the other scenes may turn out to hold.
struct Scene: Sendable {
  /// How the same facts may lie: in which order facts are added, and elements listed.
  enum Layout: Sendable {
    case plain
    case facts(seed: UInt64)
    case elements(seed: UInt64)
  }

  /// What a place is, and all states that its fact may have once it is known.
  struct Place: Sendable {
    var path: String
    var domain: [FactView.State]
    /// For a list's closure the place that tells whether there is a further element.
    var further: Int?
    /// For an existence the places below it.
    var below: Range<Int>?
    var isFurther: Bool
  }

  private(set) var tree = FactTree()
  private(set) var bindings: [Value] = []
  /// Where each place lies; nil for what only a whole scene has.
  private(set) var facts: [FactID?] = []
  private let isWhole: Bool
  private let layout: Layout
  private var random: SeededGenerator
  private var next = 0

  init(isWhole: Bool, layout: Layout = .plain) {
    self.isWhole = isWhole
    self.layout = layout
    switch layout {
    case .plain: random = SeededGenerator(seed: 0)
    case .facts(let seed), .elements(let seed): random = SeededGenerator(seed: seed)
    }
    facts = Array(repeating: nil, count: Self.places.count)
    bindings = [.node(addVendor(products: 2)), .node(addVendor(products: 1))]
  }

  /// Every fact, in the order of the plain layout of a whole scene.
  static let places: [Place] = {
    var places: [Place] = []
    for (name, products) in [("vendor", 2), ("other", 1)] {
      places += [value("\(name).name", ["a", "b"]), truth("\(name).listed")]
      addProduct("\(name).parent", to: &places)
      places.append(
        Place(path: "\(name).products", domain: [.known(.bool(true))], isFurther: false)
      )
      let closure = places.count - 1
      for index in 0...products {
        if index == products { places[closure].further = places.count }
        addProduct("\(name).products.\(index)", isFurther: index == products, to: &places)
      }
    }
    return places
  }()

  private static func addProduct(_ path: String, isFurther: Bool = false, to places: inout [Place])
  {
    let start = places.count
    places.append(
      Place(path: path, domain: [true, false].map { .known(.bool($0)) }, isFurther: isFurther)
    )
    let dates = ["2020-12", "2021", "2020-12-16"].compactMap { PartialDate($0) }
    places += [
      value("\(path).name", ["a", "b"]), truth("\(path).sold"),
      value("\(path).mode", ["explicit", "inferred", "none_at_all"]),
      place("\(path).since", dates.map(Value.date)),
      place("\(path).users", [.int(0), .int(1), .int(2)]),
      Place(
        path: "\(path).tags",
        domain: [.known(.bool(true))],
        further: places.count + 8,
        isFurther: false
      ),
    ]
    for tag in 0...2 {
      places.append(value("\(path).tags.\(tag)", ["a", "b"], isFurther: tag == 2))
    }
    places[start].below = (start + 1)..<places.count
    if isFurther { for index in start..<places.count { places[index].isFurther = true } }
  }

  private static func value(_ path: String, _ texts: [String], isFurther: Bool = false) -> Place {
    var place = place(path, texts.map { Value.string($0) })
    place.isFurther = isFurther
    return place
  }

  private static func truth(_ path: String) -> Place { place(path, [.bool(false), .bool(true)]) }

  private static func place(_ path: String, _ values: [Value]) -> Place {
    Place(path: path, domain: values.map { .known($0) } + [.absent], isFurther: false)
  }

  // MARK: Building

  private mutating func addVendor(products: Int) -> NodeID {
    var fields = [addScalar(), addScalar(), addProduct()]
    let closure = next
    next += 1
    let elements = (0...products).compactMap { index -> FactTree.Child? in
      index < products || isWhole ? addProduct() : skip(10)
    }
    fields.append(addList(elements, closure))
    return tree.addRecord(fields)
  }

  private mutating func skip(_ count: Int) -> FactTree.Child? {
    next += count
    return nil
  }

  private mutating func addScalar() -> FactTree.Child {
    let node = tree.addScalar()
    facts[next] = tree.node(node).fact
    next += 1
    return FactTree.Child(node)
  }

  /// A list's elements are added before it; its closure is a place before theirs.
  private mutating func addList(_ elements: [FactTree.Child], _ closure: Int) -> FactTree.Child {
    var elements = elements
    if case .elements = layout { elements.shuffle(using: &random) }
    let node = tree.addList(elements)
    facts[closure] = tree.node(node).fact
    return FactTree.Child(node)
  }

  private mutating func addProduct() -> FactTree.Child {
    let existence = tree.addFact(.existence)
    let start = next
    facts[start] = existence
    var fields: [FactTree.Child?] = Array(repeating: nil, count: 6)
    var order = Array(0..<6)
    if case .facts = layout { order.shuffle(using: &random) }
    for slot in order {
      next = start + 1 + slot
      fields[slot] = slot < 5 ? addScalar() : addTags()
    }
    next = start + 10
    let node = tree.addRecord(fields.compactMap(\.self))
    tree.endFacts(below: existence)
    return FactTree.Child(node, existence: existence)
  }

  private mutating func addTags() -> FactTree.Child {
    let closure = next
    next += 1
    let elements = (0...2).compactMap { $0 < 2 || isWhole ? addScalar() : skip(1) }
    return addList(elements, closure)
  }

  // MARK: Views

  /// What is known of a world with some places hidden; a list with a further element is open.
  func view(of world: [FactView.State], hiding hidden: Set<Int> = []) -> FactView {
    var states = [FactView.State](repeating: .unknown, count: tree.factCount)
    var mask = FactSet()
    for (place, fact) in facts.enumerated() {
      guard let fact else { continue }
      states[Int(fact.index)] = isOpen(place, in: world) ? .unknown : world[place]
      if hidden.contains(place) { mask.insert(fact) }
    }
    var view = FactView(states: states, of: tree)
    view.hidden = mask
    return view
  }

  func isOpen(_ closure: Int, in world: [FactView.State]) -> Bool {
    guard !isWhole, let further = Self.places[closure].further else { return false }
    return world[further] != .absent && world[further] != .known(.bool(false))
  }

  /// The places of some facts.
  func places(of set: FactSet) -> Set<Int> {
    Set(facts.indices.filter { facts[$0].map(set.contains) ?? false })
  }
}
