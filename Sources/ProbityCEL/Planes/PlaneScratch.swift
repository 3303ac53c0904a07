/// What runs on planes need besides a program and a view; kept from one run to the next.
struct PlaneScratch: Sendable {
  /// The most variables of a program that runs on planes; one with more is left to `Machine`.
  private static let localCount = 64

  private var bindings: [Found]
  /// One bit a fact that was consulted; empty where nobody asks.
  private(set) var reads: [UInt64]

  init(_ bindings: [Value], in tree: FactTree, recordsReads: Bool) {
    self.bindings = bindings.map { Found(binding: $0, in: tree) }
    reads = recordsReads ? Array(repeating: 0, count: (tree.factCount + 63) / 64) : []
  }

  mutating func bind(_ values: [Value], in tree: FactTree) {
    bindings = values.map { Found(binding: $0, in: tree) }
  }

  mutating func resetReads() {
    for index in reads.indices { reads[index] = 0 }
  }

  /// Lends a machine for any number of programs over one view; `fetches` says whether so much of
  /// it will be looked at that all is best fetched at once.
  @inline(__always)
  mutating func withPlanes(
    _ view: FactView,
    hidden: PlaneMachine.HiddenFacts,
    lanes: UInt64,
    fetches: Bool = true,
    _ machine: inout Machine,
    _ body: (consuming PlaneMachine) -> Void
  ) {
    view.withTables { view in
      bindings.withTable { bindings in
        reads.withSlots { reads in
          // On the stack, where it is at hand.
          unsafe withUnsafeTemporaryAllocation(of: Found.self, capacity: Self.localCount) {
            locals in
            unsafe locals.initialize(repeating: .nothing)
            unsafe withUnsafeMutablePointer(to: &machine) { substitute in
              let planes = unsafe PlaneMachine(
                view: view,
                hidden: hidden,
                lanes: lanes,
                bindings: bindings,
                locals: Slots(locals),
                reads: reads,
                fetches: fetches,
                substitute: substitute
              )
              body(planes)
            }
          }
        }
      }
    }
  }
}

extension Found {
  /// What a variable is in all lanes; what fits no cell is left to `Machine` to look at.
  init(binding: Value, in tree: FactTree) {
    if case .node(let node) = binding {
      let cell = FactCell(node, tree.node(node))
      // Whether a list is complete is known of it only as somebody's child.
      self.init(cell: cell.kind == .list ? FactCell(.other) : cell, lanes: .max)
      return
    }
    var bytes: [UInt8] = []
    let cell = FactCell(binding, &bytes, isConstant: false)
    // The bytes of a text belong to no table.
    self.init(cell: cell.isText ? FactCell(.other) : cell, lanes: .max)
  }
}
