import ProbityText

/// The state of one evaluation: the program, what is known, and what has been looked at.
struct Machine: Sendable {
  let tree: FactTree
  let limits: EvaluationLimits
  let zones: TimeZones
  var bindings: [Value]
  var reads = FactSet()
  var rereads = FactSet()
  /// Whether some step left open what may not be: see `Evaluator.isApproximate`.
  var isApproximate = false
  var program = Code()
  var source = EmbeddedText(SourceText(name: "", ""))
  var view = FactView(unknownFactsOf: FactTree())
  /// Comprehension variables, the outermost first.
  var locals: [Value] = []
  /// For each of them whether its present value has been looked at.
  var localsUsed: [Bool] = []
  /// Records that may not be there, with what lies below them, and the facts that would tell.
  ///
  /// Their leaves can be read: one that is known shows that the record is there. Nothing else may
  /// be concluded from them.
  var doubts: [NodeID: FactSet] = [:]
  var steps = 0
  private var stepsBefore = 0
  /// Patterns that no program spells out, as far as they have been needed.
  var patterns: [Text: Pattern] = [:]
  /// The limit that was exceeded; nothing may absorb it.
  var exhaustion: EvaluationFault?
  /// Known values that unknown ones were compared with, where a test asks for them.
  var comparands: [Value]?
  /// Planted by tests to see that a wrong semantics is caught; none in use.
  var defect: Defect?

  enum Defect: Sendable, CaseIterable {
    case unansweredIsNotThere
    case unknownIsUnequal
    case membershipSkipsUnknowns
  }

  init(tree: FactTree, bindings: [Value], limits: EvaluationLimits, zones: TimeZones) {
    self.tree = tree
    self.bindings = bindings
    self.limits = limits
    self.zones = zones
  }

  mutating func start(_ program: Program, _ view: FactView) {
    self.program = program.code
    source = program.text
    self.view = view
    locals = Array(repeating: .null, count: self.program.localCount)
    localsUsed = Array(repeating: false, count: self.program.localCount)
    doubts = [:]
    steps = 0
    exhaustion = nil
  }

  /// The answer of a boolean program with what it waits for, or why there is none.
  mutating func evaluation(of program: Program, in view: FactView) -> Evaluation {
    start(program, view)
    let wasApproximate = isApproximate
    switch limited(answer(self.program.root)) {
    case .no:
      isApproximate = wasApproximate
      return Evaluation(truth: .no)
    case .yes:
      isApproximate = wasApproximate
      return Evaluation(truth: .yes)
    case .unknown(let facts):
      isApproximate = isApproximate || self.program.isApproximate
      return Evaluation(truth: .unknown, waitsFor: facts)
    case .error(let fault): return Evaluation(truth: .unknown, faults: [fault])
    }
  }

  /// Goes on with as many steps as are left, as if nothing had been looked at.
  mutating func resume(stepsLeft: Int) {
    doubts = [:]
    exhaustion = nil
    steps = max(0, limits.steps - stepsLeft)
    stepsBefore = steps
  }

  var stepsSinceResuming: Int { steps - stepsBefore }

  /// An answer, unless a limit was exceeded on the way to it.
  func limited(_ answer: Answer) -> Answer { exhaustion.map(Answer.error) ?? answer }

  // MARK: Faults

  func fault(_ message: String, _ place: Int, isAbsence: Bool = false) -> EvaluationFault {
    EvaluationFault(
      message: message,
      span: source.span(program.ranges[place]),
      isAbsence: isAbsence
    )
  }

  func failed(_ message: String, _ place: Int) -> Value { .error(fault(message, place)) }

  /// The fault of an operation that does not take values of these types.
  func misfit(_ message: String, _ place: Int) -> EvaluationFault {
    EvaluationFault(message: message, span: source.span(program.ranges[place]), isMistyped: true)
  }

  func mistyped(_ message: String, _ place: Int) -> Value { .error(misfit(message, place)) }

  func value(_ result: Result<Value, EvaluationFailure>, _ place: Int) -> Value {
    switch result {
    case .success(let value): value
    case .failure(.types): mistyped(EvaluationFailure.types.message, place)
    case .failure(let failure): failed(failure.message, place)
    }
  }

  /// Counts a step; false once there were too many.
  mutating func step(_ place: Int) -> Bool {
    steps += 1
    if steps > limits.steps { exceed("the condition takes more than \(limits.steps) steps", place) }
    return exhaustion == nil
  }

  mutating func exceed(_ message: String, _ place: Int) {
    if exhaustion == nil { exhaustion = fault(message, place) }
  }

  func exhausted(_ place: Int) -> EvaluationFault {
    exhaustion ?? fault("the evaluation exceeds a limit", place)
  }

  // MARK: Facts

  mutating func consult(_ fact: FactID) {
    if reads.contains(fact) { rereads.insert(fact) } else { reads.insert(fact) }
  }

  mutating func state(of fact: FactID) -> FactView.State {
    consult(fact)
    return view.state(of: fact)
  }

  mutating func isClosed(_ closure: FactID) -> Bool {
    consult(closure)
    return view.isClosed(closure)
  }

  /// Whether an element or record is there; where its own fact is hidden, what lies below counts.
  mutating func existence(_ fact: FactID) -> Truth {
    consult(fact)
    let truth = view.existence(fact, in: tree)
    if truth == .yes, view.hidden.contains(fact), let witness = knownFact(below: fact) {
      consult(witness)
    }
    return truth
  }

  /// Whether the record behind a field is there; something known below shows that it is.
  mutating func existence(ofField fact: FactID) -> Truth {
    let truth = existence(fact)
    guard truth == .unknown, let witness = knownFact(below: fact) else { return truth }
    consult(witness)
    return .yes
  }

  private func knownFact(below existence: FactID) -> FactID? {
    for index in tree.factsBelow(existence) {
      let fact = FactID(index)
      if tree.kind(of: fact) == .value, case .known = view.state(of: fact) { return fact }
    }
    return nil
  }

  // MARK: Lanes

  /// The answer of a boolean step; any other step's value is taken as one.
  mutating func answer(_ place: Int) -> Answer {
    let instruction = program.instructions[place]
    guard instruction.opcode.isBoolean else { return answer(from: value(place), place) }
    guard step(place) else { return .error(exhausted(place)) }
    switch instruction.opcode {
    case .and, .or: return logic(instruction)
    case .not: return !answer(Int(instruction.first))
    case .hasField, .hasKey: return has(instruction, place)
    case .fieldEquals, .fieldIn: return leaf(instruction, place)
    case .elementOf:
      return isElement(value(Int(instruction.first)), ofSet: Int(instruction.third))
    case .startsWith, .endsWith, .containsText, .matches: return textTest(instruction, place)
    case .exists, .all: return quantified(instruction, place)
    case .existsOne: return exactlyOne(instruction, place)
    case .compareCounts: return comparedCounts(instruction, place)
    default: return comparison(instruction, place)
    }
  }

  func answer(from value: Value, _ place: Int) -> Answer {
    switch value {
    case .bool(let bool): Answer(bool)
    case .unknown(let facts): .unknown(facts)
    case .error(let fault): .error(fault)
    case .null, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .list, .map,
      .type, .optional, .node:
      .error(misfit("a bool is wanted here", place))
    }
  }

  private mutating func logic(_ instruction: Instruction) -> Answer {
    let isAnd = instruction.opcode == .and
    var result: Answer = .no
    for operand in operands(instruction) {
      let answer = answer(operand)
      result = result || (isAnd ? !answer : answer)
      if case .yes = result { break }
    }
    return isAnd ? !result : result
  }

  /// The operands of a step, in order; a complement stands for an optional one.
  func operands(_ instruction: Instruction) -> [Int] {
    let start = Int(instruction.first)
    return program.operands[start..<(start + Int(instruction.second))].map(Int.init)
  }

  mutating func value(_ place: Int) -> Value {
    let instruction = program.instructions[place]
    if instruction.opcode.isBoolean { return answer(place).value }
    guard step(place) else { return .error(exhausted(place)) }
    let value = result(of: instruction, place)
    // Lists that hold one another again and again are small to build and endless to walk.
    return lengthened(value.weight - 1, place) ?? value
  }

  private mutating func result(of instruction: Instruction, _ place: Int) -> Value {
    switch instruction.opcode {
    case .constant: return program.constants[Int(instruction.first)]
    case .local: return local(Int(instruction.first))
    case .variable: return approximated(binding(instruction, place))
    case .failure: return failure(instruction, place)
    case .field, .optionalField: return field(instruction, place)
    case .key, .optionalKey: return approximated(entry(instruction, place))
    case .conditional: return conditional(instruction, place)
    case .call:
      let made = call(instruction, place)
      // Whatever day it is from, another one can be any number of days away.
      return program.functions[Int(instruction.third)].isShift ? made : approximated(made)
    case .index, .optionalIndex: return approximated(index(instruction, place))
    case .chain: return approximated(chain(instruction, place))
    case .list: return approximated(list(instruction))
    case .map: return approximated(map(instruction, place))
    case .filter: return filtered(instruction, place)
    case .transformMap, .transformEntries: return approximated(transformedMap(instruction, place))
    case .block: return block(instruction)
    case .optionalMap, .optionalFlatMap: return approximated(optionalMap(instruction, place))
    default: return transformed(instruction, place)
    }
  }

  /// The value of a comprehension's variable.
  ///
  /// Who looks at it again may find that two conditions on it exclude or imply each other.
  private mutating func local(_ slot: Int) -> Value {
    let value = locals[slot]
    switch value {
    case .unknown, .list, .map, .optional:
      if localsUsed[slot] { isApproximate = true }
      localsUsed[slot] = true
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .node, .error:
      break
    }
    return value
  }

  private func binding(_ instruction: Instruction, _ place: Int) -> Value {
    let slot = Int(instruction.first)
    return slot < bindings.count ? bindings[slot] : failed("the variable has no value", place)
  }

  private func failure(_ instruction: Instruction, _ place: Int) -> Value {
    guard case .string(let message) = program.constants[Int(instruction.first)] else {
      return failed("the expression is faulty here", place)
    }
    return failed(message.description, place)
  }
}
