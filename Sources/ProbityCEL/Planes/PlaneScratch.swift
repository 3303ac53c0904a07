/// What runs on planes need besides a program and a view; kept from one run to the next.
struct PlaneScratch: Sendable {
  /// The most variables of a program that runs on planes; one with more is left to `Machine`.
  static let localCount = 64

  private let tree: FactTree
  private var bindings: [Reading]
  private var locals = Array(repeating: Reading.open, count: localCount)
  /// One bit a fact that was consulted; empty where nobody asks.
  var reads: [UInt64]

  init(_ bindings: [Value], in tree: FactTree, recordsReads: Bool) {
    self.tree = tree
    self.bindings = bindings.map { Reading(binding: $0, in: tree) }
    reads = recordsReads ? Array(repeating: 0, count: (tree.factCount + 63) / 64) : []
  }

  mutating func bind(_ values: [Value]) {
    bindings = values.map { Reading(binding: $0, in: tree) }
  }

  mutating func resetReads() {
    for index in reads.indices { reads[index] = 0 }
  }

  /// Lends a machine for any number of programs over one view.
  @inline(__always)
  mutating func withPlanes<T>(
    _ view: FactView,
    hidden: PlaneMachine.HiddenFacts,
    lanes: UInt64,
    _ machine: inout Machine,
    _ body: (consuming PlaneMachine) -> T
  ) -> T {
    tree.withTables { tree in
      view.withTables { cells, bytes in
        bindings.withTable { bindings in
          locals.withSlots { locals in
            reads.withSlots { reads in
              unsafe withUnsafeMutablePointer(to: &machine) { substitute in
                let planes = unsafe PlaneMachine(
                  tree: tree,
                  cells: cells,
                  bytes: bytes,
                  hidden: hidden,
                  lanes: lanes,
                  bindings: bindings,
                  locals: locals,
                  reads: reads,
                  substitute: substitute
                )
                return body(planes)
              }
            }
          }
        }
      }
    }
  }
}

extension Reading {
  /// What a variable is in all lanes; what fits no cell is left to `Machine` to look at.
  init(binding: Value, in tree: FactTree) {
    if case .node(let node) = binding {
      self.init(cell: FactCell(node, tree.node(node)), present: .max)
      return
    }
    var bytes: [UInt8] = []
    let cell = FactCell(binding, &bytes, isConstant: false)
    // The bytes of a text belong to no table.
    self.init(cell: cell.isText ? FactCell(.other) : cell, present: .max)
  }
}
