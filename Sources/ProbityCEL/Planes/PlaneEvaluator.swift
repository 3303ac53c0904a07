/// Facts hidden in up to 64 lanes: one word a fact, one bit a lane.
package struct MaskPlanes: Sendable {
  /// The lanes in which each fact of a tree is hidden.
  package private(set) var words: [UInt64]

  /// How many lanes there are, at most 64.
  package private(set) var laneCount: Int

  /// Lanes in which nothing is hidden yet.
  package init(laneCount: Int, factCount: Int) {
    precondition((0...64).contains(laneCount), "a word has 64 lanes")
    self.laneCount = laneCount
    words = Array(repeating: 0, count: factCount)
  }

  /// A lane a mask, in their order; of more than 64 masks the first 64.
  package init(_ masks: some Collection<FactSet>, factCount: Int) {
    self.init(laneCount: min(64, masks.count), factCount: factCount)
    for (lane, mask) in masks.prefix(64).enumerated() {
      for fact in mask.facts where Int(fact.index) < factCount { hide(fact, inLane: lane) }
    }
  }

  /// Lanes in which everything is hidden, until `setHidden(_:inLanes:)` says otherwise.
  package init(hidingAll factCount: Int) {
    laneCount = 64
    words = Array(repeating: .max, count: factCount)
  }

  /// Uses so many lanes from now on, with the facts hidden in them that were.
  package mutating func use(lanes count: Int) {
    precondition((0...64).contains(count), "a word has 64 lanes")
    laneCount = count
  }

  /// Hides a fact in exactly these lanes.
  package mutating func setHidden(_ fact: FactID, inLanes lanes: UInt64) {
    words[Int(fact.index)] = lanes
  }

  package mutating func hide(_ fact: FactID, inLane lane: Int) {
    words[Int(fact.index)] |= 1 << UInt64(lane)
  }

  /// The bits of all lanes.
  package var lanes: UInt64 { laneCount == 64 ? .max : 1 << UInt64(laneCount) - 1 }

  /// What is hidden in one lane.
  package func mask(ofLane lane: Int) -> FactSet {
    FactSet(words.indices.lazy.filter { words[$0] >> UInt64(lane) & 1 == 1 }.map(FactID.init))
  }
}

/// Evaluates a program under up to 64 masks at once.
///
/// Each lane's answer is the one that `Evaluator` gives for its mask, without reasons. Holds
/// scratch space, so each thread needs its own.
package struct PlaneEvaluator: Sendable {
  private var machine: Machine
  private var scratch: PlaneScratch

  package init(
    tree: FactTree,
    bindings: [Value],
    limits: EvaluationLimits = .standard,
    zones: TimeZones = .offsetsOnly
  ) {
    machine = Machine(tree: tree, bindings: bindings, limits: limits, zones: zones)
    scratch = PlaneScratch(bindings, in: tree, recordsReads: false)
  }

  /// The answers of a boolean program, a lane a mask; what a view itself hides does not count.
  ///
  /// - Complexity: about that of one evaluation as long as its steps are made on planes; the steps
  ///   that are not, such as those on built lists, are evaluated lane by lane.
  package mutating func answers(
    of program: Program,
    in view: FactView,
    hiding masks: MaskPlanes
  ) -> Planes {
    precondition(masks.words.count == view.factCount, "a word for each fact of the view")
    var run = (planes: Planes.open, isConclusive: false)
    masks.words.withTable { words in
      scratch.withPlanes(view, hidden: .byLane(words), lanes: masks.lanes, &machine) { planes in
        var planes = planes
        run = planes.run(program, view)
      }
    }
    return run.isConclusive ? run.planes : completed(run.planes, program, view, masks)
  }

  /// Lends the machine for what is not a whole program.
  mutating func withMachine<T>(
    _ view: FactView,
    hiding masks: MaskPlanes,
    _ body: (inout PlaneMachine) -> T
  ) -> T? {
    precondition(masks.words.count == view.factCount, "a word for each fact of the view")
    var result: T?
    masks.words.withTable { words in
      scratch.withPlanes(
        view,
        hidden: .byLane(words),
        lanes: masks.lanes,
        fetches: false,
        &machine
      ) { planes in
        var planes = planes
        result = body(&planes)
      }
    }
    return result
  }

  /// The facts that a step consults where nothing is known of them.
  mutating func factsConsulted(
    at place: Int,
    of program: Program,
    with locals: [(variable: Int, element: Int)],
    _ blind: FactView
  ) -> FactSet {
    machine.reads = FactSet()
    machine.start(program, blind)
    for local in locals {
      let cell = blind.withTables { $0.cells[local.element] }
      if cell.isLeaf {
        let facts = FactSet(cell.fact.map { [$0] } ?? [])
        machine.reads.formUnion(facts)
        machine.locals[local.variable] = .unknown(facts)
      } else {
        machine.locals[local.variable] = .node(cell.node)
      }
    }
    _ = machine.answer(place)
    return machine.reads
  }

  /// Whether an element exists, as `FactView.existence(_:in:)` has it, a lane a mask.
  package func existence(
    of fact: FactID,
    in view: FactView,
    hiding masks: MaskPlanes
  ) -> Planes {
    let seen = masks.lanes & ~masks.words[Int(fact.index)]
    switch view[fact] {
    case .unknown: return .open
    case .known(.bool(true)): break
    case .known, .absent: return Planes(false, in: seen)
    }
    var lanes = seen
    for index in machine.tree.factsBelow(fact) where lanes != masks.lanes {
      guard machine.tree.kind(of: FactID(index)) == .value, case .known = view[FactID(index)]
      else { continue }
      lanes |= masks.lanes & ~masks.words[index]
    }
    return Planes(true, in: lanes)
  }

  /// Asks again, one by one, where lanes are open though they need not be.
  private mutating func completed(
    _ planes: Planes,
    _ program: Program,
    _ view: FactView,
    _ masks: MaskPlanes
  ) -> Planes {
    var planes = planes
    for lane in 0..<masks.laneCount where planes.truth(ofLane: lane) == .unknown {
      var view = view
      view.hidden = masks.mask(ofLane: lane)
      switch machine.evaluation(of: program, in: view).truth {
      case .yes: planes.yes |= 1 << UInt64(lane)
      case .no: planes.no |= 1 << UInt64(lane)
      case .unknown: break
      }
    }
    return planes
  }
}
