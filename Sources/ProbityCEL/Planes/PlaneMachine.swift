/// Evaluates boolean steps in up to 64 lanes at once; what a lane may not see is hidden in it.
///
/// The same program as `Machine` runs, over the same facts, but without reasons: a lane is yes, no
/// or open. Steps that are not made for planes are left to `Machine`, lane by lane. A single
/// evaluation is a run in one lane.
///
/// Not copyable, so that no step pays for a copy unawares.
@safe struct PlaneMachine: ~Copyable {
  let view: FactView.Tables
  let hidden: HiddenFacts
  /// All lanes that are in use.
  let lanes: UInt64
  let bindings: Table<Found>
  /// One a variable of a comprehension, the outermost first.
  let locals: Slots<Found>
  /// One bit a fact that was consulted; empty where nobody asks.
  let reads: Slots<UInt64>
  /// The program that runs.
  private(set) var program = Program.Tables.none
  /// Steps that may still be made.
  var stepsLeft = 0
  /// Whether what stayed open is open for `Machine` too: no value was left out.
  var isConclusive = true
  /// The lanes in which a limit was met, which nothing may absorb.
  var exhausted: UInt64 = 0
  /// Nothing in particular; kept so that the cells are fetched.
  private let fetched: UInt8
  /// Does what is not made for planes.
  let substitute: UnsafeMutablePointer<Machine>

  /// The facts that a lane may not see.
  enum HiddenFacts {
    case none
    /// A bit a fact, for a run in one lane.
    case inOneLane(Table<UInt64>)
    /// A word a fact: the lanes in which it is hidden.
    case byLane(Table<UInt64>)
  }

  init(
    view: FactView.Tables,
    hidden: HiddenFacts,
    lanes: UInt64,
    bindings: Table<Found>,
    locals: Slots<Found>,
    reads: Slots<UInt64>,
    fetches: Bool,
    substitute: UnsafeMutablePointer<Machine>
  ) {
    self.view = view
    fetched =
      fetches ? view.cells.fetched(atMost: 16_384) &+ view.bytes.fetched(atMost: 16_384) : 0
    self.hidden = hidden
    self.lanes = lanes
    self.bindings = bindings
    self.locals = locals
    self.reads = reads
    unsafe self.substitute = substitute
  }

  /// Runs a boolean program in all lanes; open lanes are open for `Machine` too if the run is
  /// conclusive.
  mutating func run(
    _ program: Program,
    _ view: FactView
  ) -> (planes: Planes, isConclusive: Bool) {
    // The tables live as long as the program.
    defer { withExtendedLifetime(program) {} }
    guard begin(program) else { return (.open, false) }
    if self.program.needsMachine {
      unsafe substitute.pointee.start(program, view)
      // What an earlier program left there points into that program's bytes.
      for index in 0..<self.program.localCount { locals[index] = .nothing }
    }
    var planes = answer(self.program.root, lanes)
    planes.yes &= ~exhausted
    planes.no &= ~exhausted
    return (planes, isConclusive && exhausted == 0)
  }

  /// Makes ready for a program; false for one that can't be run.
  @inline(__always)
  mutating func begin(_ program: Program) -> Bool {
    self.program = program.tables
    guard self.program.localCount <= locals.count else { return false }
    let budget = unsafe substitute.pointee.limits.steps
      .multipliedReportingOverflow(by: lanes.nonzeroBitCount)
    stepsLeft = budget.overflow ? .max : budget.partialValue
    exhausted = 0
    isConclusive = true
    return spend(self.program.instructions.count)
  }

  // MARK: Facts

  /// The facts that were consulted.
  var consulted: FactSet {
    mutating get { FactSet(words: (0..<reads.count).map { reads[$0] }) }
  }

  /// The lanes in which a fact may be seen; notes that it was consulted.
  @inline(__always)
  mutating func seen(_ fact: FactID, _ lanes: UInt64) -> UInt64 {
    note(fact)
    return visible(fact, lanes)
  }

  @inline(__always)
  private mutating func note(_ fact: FactID) {
    #if !PROBITY_UNMETERED
    let word = Int(fact.index) >> 6
    if word < reads.count { reads[word] |= 1 << UInt64(fact.index & 63) }
    #endif
  }

  @inline(__always)
  private mutating func visible(_ fact: FactID, _ lanes: UInt64) -> UInt64 {
    let index = Int(fact.index)
    switch hidden {
    case .none: return lanes
    case .inOneLane(let bits):
      let word = index >> 6
      return word < bits.count && bits[word] >> UInt64(index & 63) & 1 == 1 ? 0 : lanes
    case .byLane(let words): return lanes & ~words[index]
    }
  }

  /// The lanes in which something below an existence is known, which shows that it is there.
  private mutating func witnessed(below existence: FactID, _ lanes: UInt64) -> UInt64 {
    var found: UInt64 = 0
    let first = Int(existence.index) + 1
    let knowledge = unsafe view.knowledge
    for index in first..<max(first, Int(knowledge.facts[Int(existence.index)].end)) {
      guard knowledge.facts[index].kind == .value, case .known = knowledge.states[index] else {
        continue
      }
      let witness = visible(FactID(index), lanes & ~found)
      if witness == 0 { continue }
      note(FactID(index))
      found |= witness
      if found == lanes { break }
    }
    return found
  }

  /// The lanes in which an element, or what stands behind a field, is there, and those in which it
  /// is not.
  ///
  /// Hidden, it still is as long as something below it is known.
  @inline(__always)
  mutating func existence(
    _ cell: FactCell,
    at place: Int,
    _ lanes: UInt64,
    isField: Bool
  ) -> Planes {
    if cell.existence == .certain { return Planes(yes: lanes, no: 0) }
    let index =
      cell.kind == .list ? unsafe view.knowledge.layout.existences[place] : cell.factIndex
    let fact = FactID(Int(index))
    let known = seen(fact, lanes)
    switch cell.existence {
    case .absent where isField && known != lanes:
      return Planes(yes: witnessed(below: fact, lanes & ~known), no: known)
    case .absent: return Planes(yes: 0, no: known)
    case .there where known == lanes: return Planes(yes: lanes, no: 0)
    case .there: return Planes(yes: known | witnessed(below: fact, lanes & ~known), no: 0)
    // An element of which nobody says that it is there may not be, whatever is known below it.
    case .open where isField: return Planes(yes: witnessed(below: fact, lanes), no: 0)
    case .open, .certain: return .open
    }
  }

  /// The lanes in which a list is known to have no further element.
  @inline(__always)
  mutating func closed(_ list: FactCell, _ lanes: UInt64) -> UInt64 {
    guard let closure = list.fact else { return lanes }
    let known = seen(closure, lanes)
    return list.closure == .there ? known : 0
  }

  // MARK: Boolean steps

  /// Counts steps before they are made; false once there are too many.
  ///
  /// A program is counted as a whole and a body once an element, so that single steps need no
  /// count. Where that is more than were really made `Machine` is asked, which counts each.
  @inline(__always)
  mutating func spend(_ steps: Int) -> Bool {
    #if PROBITY_UNMETERED
    return true
    #else
    stepsLeft -= steps
    if stepsLeft >= 0 { return true }
    exhausted = .max
    return false
    #endif
  }

  /// The answers of a step in some lanes; all others stay open.
  mutating func answer(_ place: Int, _ lanes: UInt64) -> Planes {
    let instruction = program.instructions[place]
    guard instruction.runsOnPlanes else { return substituted(place, lanes) }
    switch instruction.opcode {
    case .and: return !disjunction(instruction, lanes, isAnd: true)
    case .or: return disjunction(instruction, lanes, isAnd: false)
    case .not: return !answer(Int(instruction.first), lanes)
    case .conditional: return conditional(instruction, lanes)
    case .hasField: return has(instruction, lanes)
    case .fieldEquals: return fieldEquality(instruction, lanes)
    case .fieldIn, .elementOf: return constantMembership(instruction, lanes)
    case .equal: return equality(instruction, lanes, place)
    case .notEqual: return !equality(instruction, lanes, place)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return order(instruction, lanes, place)
    case .contains: return membership(instruction, lanes, place)
    case .exists: return existential(instruction, lanes, isAll: false)
    case .all: return !existential(instruction, lanes, isAll: true)
    case .existsOne: return exactlyOne(instruction, lanes)
    case .compareCounts: return comparedCounts(instruction, lanes)
    case .startsWith, .endsWith, .containsText, .matches:
      return textTest(instruction, lanes, place)
    case .field:
      return truth(of: leaf(Int(instruction.second), of: Int(instruction.first), lanes))
    default: return truth(of: value(place, lanes))
    }
  }

  @inline(__always)
  private mutating func truth(of found: Found) -> Planes {
    found.cell.kind == .bool ? Planes(found.cell.isTrue, in: found.lanes) : .open
  }

  /// `||`, or with its operands turned round the negation of `&&`.
  private mutating func disjunction(
    _ instruction: Instruction,
    _ lanes: UInt64,
    isAnd: Bool
  ) -> Planes {
    var result = Planes(yes: 0, no: lanes)
    let start = Int(instruction.first)
    for index in start..<(start + Int(instruction.second)) {
      let operand = answer(Int(program.operands[index]), lanes & ~result.yes)
      let answer = isAnd ? !operand : operand
      result.no &= answer.no
      result.yes |= answer.yes
      if result.yes == lanes { break }
    }
    return result
  }

  /// Where the condition is open, the answer that both branches agree on, if it cannot fail.
  private mutating func conditional(_ instruction: Instruction, _ lanes: UInt64) -> Planes {
    let condition = answer(Int(instruction.first), lanes)
    let canFail = program.instructions[Int(instruction.first)].canFail
    let open = canFail ? 0 : lanes & ~(condition.yes | condition.no)
    var branches = (Planes.open, Planes.open)
    if condition.yes | open != 0 {
      branches.0 = answer(Int(instruction.second), condition.yes | open)
    }
    if condition.no | open != 0 {
      branches.1 = answer(Int(instruction.third), condition.no | open)
    }
    return Planes(
      yes: branches.0.yes & condition.yes | branches.1.yes & condition.no
        | branches.0.yes & branches.1.yes & open,
      no: branches.0.no & condition.yes | branches.1.no & condition.no
        | branches.0.no & branches.1.no & open
    )
  }
}
