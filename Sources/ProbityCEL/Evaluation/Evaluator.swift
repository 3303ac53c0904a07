/// Evaluates programs over one tree; holds scratch space, so each thread needs its own.
package struct Evaluator: Sendable {
  private var machine: Machine

  package init(
    tree: FactTree,
    bindings: [Value],
    limits: EvaluationLimits = .standard,
    zones: TimeZones = .offsetsOnly
  ) {
    machine = Machine(tree: tree, bindings: bindings, limits: limits, zones: zones)
  }

  /// One value a declared variable, in the order of declaration.
  package var bindings: [Value] {
    get { machine.bindings }
    set { machine.bindings = newValue }
  }

  /// A wrong semantics that a test has planted.
  var defect: Machine.Defect? {
    get { machine.defect }
    set { machine.defect = newValue }
  }

  /// The facts consulted since `resetReads()`: known, unknown, closures and existences.
  ///
  /// Sufficient: with all others hidden, a definite answer stays what it is.
  package var reads: FactSet { machine.reads }

  /// Those consulted more than once: candidates for `settledTruth`.
  package var rereads: FactSet { machine.rereads }

  package mutating func resetReads() {
    machine.reads = FactSet()
    machine.rereads = FactSet()
  }

  /// The answer of a boolean program; any other program's answer is a fault.
  package mutating func truth(of program: Program, in view: FactView) -> Evaluation {
    machine.start(program, view)
    switch machine.limited(machine.answer(program.root)) {
    case .no: return Evaluation(truth: .no)
    case .yes: return Evaluation(truth: .yes)
    case .unknown(let facts): return Evaluation(truth: .unknown, waitsFor: facts)
    case .error(let fault): return Evaluation(truth: .unknown, faults: [fault])
    }
  }

  /// The value of a program: `.unknown` with the facts it waits for, `.error` with the fault.
  ///
  /// A list may hold unknown or possible elements; a list or map that holds a field known to be
  /// none is that field's fault.
  package mutating func value(of program: Program, in view: FactView) -> Value {
    machine.start(program, view)
    let value = machine.value(program.root)
    if case .error(let fault) = machine.limited(.yes) { return .error(fault) }
    return firstFault(in: value).map(Value.error) ?? value
  }

  private func firstFault(in value: Value) -> EvaluationFault? {
    switch value {
    case .error(let fault): fault
    case .list(let list): firstFault(in: list.values)
    case .map(let map): firstFault(in: map.values)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .optional, .node, .unknown:
      nil
    }
  }

  private func firstFault(in values: [Value]) -> EvaluationFault? {
    for value in values {
      if let fault = firstFault(in: value) { return fault }
    }
    return nil
  }
}
