/// Evaluates programs over one tree; holds scratch space, so each thread needs its own.
package struct Evaluator {
  /// One value a declared variable, in the order of declaration.
  package var bindings: [Value]

  /// The facts consulted since `resetReads()`: known, unknown, closures and existences.
  package private(set) var reads = FactSet()

  /// Those consulted more than once: candidates for `settledTruth`.
  package private(set) var rereads = FactSet()

  private let tree: FactTree
  private let limits: EvaluationLimits

  package init(tree: FactTree, bindings: [Value], limits: EvaluationLimits = .standard) {
    self.tree = tree
    self.bindings = bindings
    self.limits = limits
  }

  /// The answer of a boolean program.
  package mutating func truth(of program: Program, in view: FactView) -> Evaluation {
    Evaluation(truth: .unknown)
  }

  /// The value of a program: `.unknown` with the facts it waits for, `.error` with the fault.
  package mutating func value(of program: Program, in view: FactView) -> Value {
    .unknown(FactSet())
  }

  package mutating func resetReads() {
    reads = FactSet()
    rereads = FactSet()
  }
}
