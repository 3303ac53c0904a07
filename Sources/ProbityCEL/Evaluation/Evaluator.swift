/// Evaluates programs over one tree; holds scratch space, so each thread needs its own.
///
/// A condition first runs without reasons, in one lane of a `PlaneMachine`. Only where that leaves
/// it open does `Machine` run it once more and say what it waits for.
package struct Evaluator: Sendable {
  private var machine: Machine
  private var scratch: PlaneScratch
  /// Whether conditions are left to `Machine` alone.
  var isWithoutPlanes = false

  package init(
    tree: FactTree,
    bindings: [Value],
    limits: EvaluationLimits = .standard,
    zones: TimeZones = .offsetsOnly
  ) {
    machine = Machine(tree: tree, bindings: bindings, limits: limits, zones: zones)
    scratch = PlaneScratch(bindings, in: tree, recordsReads: true)
  }

  /// One value a declared variable, in the order of declaration.
  package var bindings: [Value] {
    get { machine.bindings }
    set {
      machine.bindings = newValue
      scratch.bind(newValue, in: machine.tree)
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
  package var reads: FactSet { machine.reads.union(FactSet(words: scratch.reads)) }

  /// Those consulted more than once where an answer stayed open: candidates for `settledTruth`.
  package var rereads: FactSet { machine.rereads }

  /// Whether an answer that stayed open since `resetReads()` may be decided all the same, other
  /// than for a fact that was read twice.
  package var isApproximate: Bool { machine.isApproximate }

  /// Known values that unknown ones were compared with, where a test asks for them.
  var comparands: [Value]? {
    get { machine.comparands }
    set { machine.comparands = newValue }
  }

  package mutating func resetReads() {
    machine.reads = FactSet()
    machine.rereads = FactSet()
    machine.isApproximate = false
    scratch.resetReads()
  }

  /// The answer of a boolean program; any other program's answer is a fault.
  package mutating func truth(of program: Program, in view: FactView) -> Evaluation {
    var evaluation = Evaluation(truth: .unknown)
    lend(view) { evaluation = $0.truth(of: program) }
    return evaluation
  }

  /// Lends what it takes to evaluate any number of programs over one view.
  package mutating func evaluating<T>(
    in view: FactView,
    _ body: (inout Session) -> T
  ) -> T {
    var result: T?
    lend(view) { result = body(&$0) }
    guard let result else { preconditionFailure("the body is called once") }
    return result
  }

  /// Not generic, so that nothing within is either once it is compiled.
  private mutating func lend(_ view: FactView, _ body: (inout Session) -> Void) {
    if view.hidden.isEmpty {
      lend(view, hidden: .none, body)
    } else {
      view.hidden.words.withTable { lend(view, hidden: .inOneLane($0), body) }
    }
  }

  private mutating func lend(
    _ view: FactView,
    hidden: PlaneMachine.HiddenFacts,
    _ body: (inout Session) -> Void
  ) {
    let usesPlanes = defect == nil && !isWithoutPlanes
    scratch.withPlanes(view, hidden: hidden, lanes: 1, &machine) { planes in
      var session = Session(planes: planes, view: view, usesPlanes: usesPlanes)
      body(&session)
    }
  }

  /// The evaluation of programs over one view.
  package struct Session: ~Copyable {
    private var planes: PlaneMachine
    private let view: FactView
    private let usesPlanes: Bool

    fileprivate init(
      planes: consuming PlaneMachine,
      view: FactView,
      usesPlanes: Bool
    ) {
      self.planes = planes
      self.view = view
      self.usesPlanes = usesPlanes
    }

    /// The facts consulted since `Evaluator.resetReads()`, as `Evaluator.reads` has them.
    package var reads: FactSet {
      mutating get { unsafe planes.substitute.pointee.reads.union(planes.consulted) }
    }

    /// The answer of a boolean program; any other program's answer is a fault.
    package mutating func truth(of program: Program) -> Evaluation {
      if usesPlanes, program.tables.startsOnPlanes {
        let before = program.tables.needsMachine ? unsafe Notes(planes.substitute.pointee) : nil
        let truth = planes.run(program, view).planes.truth(ofLane: 0)
        if let before { unsafe before.restore(&planes.substitute.pointee, truth) }
        if truth.isDefinite { return Evaluation(truth: truth) }
      }
      return unsafe planes.substitute.pointee.evaluation(of: program, in: view)
    }

    /// The same answer without saying what an open one waits for, which costs a second run.
    package mutating func bareTruth(of program: Program) -> Truth {
      guard usesPlanes, program.tables.startsOnPlanes else { return truth(of: program).truth }
      let run = planes.run(program, view)
      let truth = run.planes.truth(ofLane: 0)
      return truth.isDefinite || run.isConclusive ? truth : self.truth(of: program).truth
    }

    /// What `Machine` has noted; steps that it does for the planes are none of a second look.
    private struct Notes {
      let reads: FactSet
      let rereads: FactSet
      let isApproximate: Bool

      init(_ machine: Machine) {
        (reads, rereads) = (machine.reads, machine.rereads)
        isApproximate = machine.isApproximate
      }

      func restore(_ machine: inout Machine, _ truth: Truth) {
        // What an open answer rests on is read again by the run that says what it waits for.
        if !truth.isDefinite { machine.reads = reads }
        machine.rereads = rereads
        machine.isApproximate = isApproximate
      }
    }
  }

  /// The value of a program: `.unknown` with the facts it waits for, `.error` with the fault.
  ///
  /// A list may hold unknown or possible elements; a list or map that holds a field known to be
  /// none is that field's fault.
  package mutating func value(of program: Program, in view: FactView) -> Value {
    machine.start(program, view)
    let value = machine.value(machine.program.root)
    if case .error(let fault) = machine.limited(.yes) { return .error(fault) }
    return value.firstFault.map(Value.error) ?? value
  }
}

extension Value {
  /// The fault of a value, or the first one in what it holds.
  var firstFault: EvaluationFault? {
    switch self {
    case .error(let fault): fault
    case .list(let list): Self.firstFault(in: list.values)
    case .map(let map): Self.firstFault(in: map.values)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .optional, .node, .unknown:
      nil
    }
  }

  private static func firstFault(in values: [Value]) -> EvaluationFault? {
    for value in values {
      if let fault = value.firstFault { return fault }
    }
    return nil
  }
}
