package import ProbityCEL

/// One generated profile as a tree of facts, with what each says and how well it is established.
package struct BenchmarkVendor: Sendable {
  package internal(set) var id = ""
  package internal(set) var tree = FactTree()
  package internal(set) var root = NodeID(0)
  var states: [FactView.State] = []
  var levels: [UInt8] = []

  /// The facts that reach a standard of proof; all others are unknown.
  package func view(atLevel level: UInt8) -> FactView {
    FactView(states: zip(states, levels).map { $1 < level ? .unknown : $0 }, of: tree)
  }

  package func evaluator() -> Evaluator { Evaluator(tree: tree, bindings: [.node(root)]) }
}
