/// Evaluates programs over one tree; holds scratch space, so each thread needs its own.
///
/// A condition first runs without reasons, in one lane of a `PlaneMachine`. Only where that leaves
/// it open does `Machine` run it once more and say what it waits for.
package struct Evaluator: Sendable {
  private var machine: Machine
  private var laneBindings: [Reading]
  private var locals: [Reading] = []
  private var laneReads: [UInt64]
  /// Whether conditions are left to `Machine` alone.
  var isWithoutPlanes = false

  package init(
    tree: FactTree,
    bindings: [Value],
    limits: EvaluationLimits = .standard,
    zones: TimeZones = .offsetsOnly
  ) {
    machine = Machine(tree: tree, bindings: bindings, limits: limits, zones: zones)
    laneBindings = bindings.map { Reading(binding: $0, in: tree) }
    laneReads = Array(repeating: 0, count: (tree.factCount + 63) / 64)
  }

  /// One value a declared variable, in the order of declaration.
  package var bindings: [Value] {
    get { machine.bindings }
    set {
      machine.bindings = newValue
      laneBindings = newValue.map { Reading(binding: $0, in: machine.tree) }
    }
  }

  /// A wrong semantics that a test has planted.
  var defect: Machine.Defect? {
    get { machine.defect }
    set { machine.defect = newValue }
  }

  /// The facts consulted since `resetReads()`: known, unknown, closures and existences.
  ///
  /// Sufficient: with all others hidden, a definite answer stays what it is.
  package var reads: FactSet { machine.reads.union(FactSet(words: laneReads)) }

  /// Those consulted more than once where an answer stayed open: candidates for `settledTruth`.
  package var rereads: FactSet { machine.rereads }

  package mutating func resetReads() {
    machine.reads = FactSet()
    machine.rereads = FactSet()
    for index in laneReads.indices { laneReads[index] = 0 }
  }

  /// The answer of a boolean program; any other program's answer is a fault.
  package mutating func truth(of program: Program, in view: FactView) -> Evaluation {
    machine.start(program, view)
    if program.startsOnPlanes, defect == nil, !isWithoutPlanes {
      let truth = laneTruth(of: program, in: view)
      if truth.isDefinite { return Evaluation(truth: truth) }
      machine.resume(stepsLeft: machine.limits.steps)
    }
    switch machine.limited(machine.answer(program.root)) {
    case .no: return Evaluation(truth: .no)
    case .yes: return Evaluation(truth: .yes)
    case .unknown(let facts): return Evaluation(truth: .unknown, waitsFor: facts)
    case .error(let fault): return Evaluation(truth: .unknown, faults: [fault])
    }
  }

  private mutating func laneTruth(of program: Program, in view: FactView) -> Truth {
    if locals.count < program.localCount {
      locals = Array(repeating: .open, count: program.localCount)
    }
    let run =
      view.hidden.isEmpty
      ? machine.runOnPlanes(
        hidden: .none,
        lanes: 1,
        bindings: laneBindings,
        locals: &locals,
        reads: &laneReads
      )
      : view.hidden.words.withTable { bits in
        machine.runOnPlanes(
          hidden: .inOneLane(bits),
          lanes: 1,
          bindings: laneBindings,
          locals: &locals,
          reads: &laneReads
        )
      }
    return run.planes.truth(ofLane: 0)
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
