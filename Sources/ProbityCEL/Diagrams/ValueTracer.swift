import ProbityText

/// Evaluates an expression part by part, as far as its evaluation goes.
struct ValueTracer {
  /// A variable of a macro, and whether to read it can fail.
  private struct Bound {
    var variable: ValueTrace.Variable
    var canFail = false
  }

  private let checker: Checker
  private let view: FactView
  private let parentheses: Parentheses
  private var machine: Machine
  private var bound: [Bound] = []
  private(set) var parts: [ValueTrace.Part] = []

  init(_ checker: Checker, tree: FactTree, bindings: [Value], view: FactView) {
    self.checker = checker
    self.view = view
    var lexer = Lexer(checker.text)
    parentheses = Parentheses(lexer.tokens())
    machine = Machine(tree: tree, bindings: bindings, limits: .standard, zones: .offsetsOnly)
  }

  var isFull: Bool { parts.count >= ValueTrace.limit }

  // MARK: One part

  /// The value of a part by itself, with the variables that are bound where it stands.
  private mutating func value(of id: Syntax.ID) -> (value: Value, canFail: Bool) {
    let lowering = Lowering(checker)
    let program = lowering.program(
      ofPart: id,
      type: type(of: id),
      under: bound.map(\.canFail)
    )
    machine.start(program, view)
    for (place, bound) in bound.enumerated() { machine.locals[place] = bound.variable.value }
    let value = machine.value(machine.program.root)
    let canFail = program.code.instructions.last?.canFail ?? true
    if case .error(let fault) = machine.limited(.yes) { return (.error(fault), canFail) }
    return (value, canFail)
  }

  private func type(of id: Syntax.ID) -> CELType {
    checker.types[id].map(checker.substitution.closed) ?? .dyn
  }

  /// The elements that a macro goes over, if it goes over a list that can be read.
  private mutating func elements(of id: Syntax.ID) -> ListValue? {
    guard case .list(let list) = machine.listReading(value(of: id).value) else { return nil }
    return list
  }

  // MARK: All parts

  /// Notes the parts of a node in the order of their evaluation, then the node itself.
  mutating func trace(_ id: Syntax.ID) -> Value {
    guard !isFull else { return value(of: id).value }
    if case .literal(let value) = checker.syntax[id].kind, id != checker.syntax.root {
      return value
    }
    if !isName(id) { traceParts(of: id) }
    let value = value(of: id).value
    guard !isPlainList(id) else { return value }
    let node = checker.syntax[id]
    parts.append(
      ValueTrace.Part(
        range: parentheses.balanced(node.range),
        anchor: node.anchor,
        value: value.firstFault.map(Value.error) ?? value,
        type: type(of: id),
        variables: bound.map(\.variable),
        isWhole: id == checker.syntax.root
      )
    )
    return value
  }

  /// Whether a node is a name, dotted or not, that stands for a variable or constant.
  private func isName(_ id: Syntax.ID) -> Bool {
    switch checker.resolutions[id] {
    case .variable, .local, .constant: true
    case .field, .key, .function, .failure, nil: false
    }
  }

  /// Whether a node is a list of literals, which shows its value itself.
  private func isPlainList(_ id: Syntax.ID) -> Bool {
    guard case .list(let elements) = checker.syntax[id].kind, id != checker.syntax.root else {
      return false
    }
    return elements.allSatisfy { element in
      if case .literal = checker.syntax[element.value].kind { true } else { false }
    }
  }

  private mutating func traceParts(of id: Syntax.ID) {
    switch checker.syntax[id].kind {
    case .literal, .name, .record, .block, .invalid: break
    case .select(let operand, _, _), .has(let operand, _), .unary(_, let operand):
      _ = trace(operand)
    case .call(_, let target, let arguments): traceCall(id, target, arguments)
    case .binary(_, let first, let second), .index(let first, let second, _):
      traceAll([first, second])
    case .arithmetic(let first, let links): traceAll([first] + links.map(\.operand))
    case .logic(let isAnd, let operands): traceLogic(operands, until: .bool(!isAnd))
    case .conditional(let condition, let first, let second):
      traceChoice(condition, first, second)
    case .list(let elements): traceAll(elements.map(\.value))
    case .map(let entries): traceAll(entries.flatMap { [$0.key, $0.value] })
    case .comprehension(let macro, let range, let variables, let condition, let result):
      _ = trace(range)
      traceBody(macro, range, variables, [condition, result].compactMap(\.self))
    case .bind(let name, let value, let body): traceBinding(name, value, body)
    case .optionalMap(let operand, let variable, let body, _):
      if case .optional(let wrapped?) = trace(operand) {
        let type: CELType
        if case .optional(let inner) = self.type(of: operand) { type = inner } else { type = .dyn }
        traceWith(ValueTrace.Variable(name: variable, value: wrapped, type: type), [body])
      }
    }
  }

  private mutating func traceAll(_ nodes: [Syntax.ID]) {
    for node in nodes { _ = trace(node) }
  }

  private mutating func traceCall(_ id: Syntax.ID, _ target: Syntax.ID?, _ arguments: [Syntax.ID]) {
    // The target of a function in a namespace, as in `math.least(a, b)`, is no value.
    if case .function(_, isMember: true) = checker.resolutions[id], let target { _ = trace(target) }
    traceAll(arguments)
  }

  /// What comes behind an operand that decides is not evaluated.
  private mutating func traceLogic(_ operands: [Syntax.ID], until decisive: Value) {
    for operand in operands where trace(operand) == decisive { return }
  }

  private mutating func traceChoice(
    _ condition: Syntax.ID,
    _ first: Syntax.ID,
    _ second: Syntax.ID
  ) {
    switch trace(condition) {
    case .bool(true): _ = trace(first)
    case .bool(false): _ = trace(second)
    case .error(let fault) where !fault.isAbsence: break
    default: traceAll([first, second])
    }
  }

  // MARK: Variables

  private mutating func traceWith(
    _ variable: ValueTrace.Variable,
    canFail: Bool = false,
    _ nodes: [Syntax.ID]
  ) {
    bound.append(Bound(variable: variable, canFail: canFail))
    traceAll(nodes)
    bound.removeLast()
  }

  private mutating func traceBinding(_ name: String, _ value: Syntax.ID, _ body: Syntax.ID) {
    _ = trace(value)
    let (found, canFail) = self.value(of: value)
    let variable = ValueTrace.Variable(name: name, value: found, type: type(of: value))
    traceWith(variable, canFail: canFail, [body])
  }

  /// Notes a macro's condition and result for the one element that tells what they come to.
  private mutating func traceBody(
    _ macro: Syntax.Macro,
    _ range: Syntax.ID,
    _ variables: [String],
    _ body: [Syntax.ID]
  ) {
    guard variables.count == 1, let condition = body.first, let list = elements(of: range) else {
      return
    }
    let type: CELType
    if case .list(let element) = self.type(of: range) { type = element } else { type = .dyn }
    let candidates = list.values.map {
      ValueTrace.Variable(name: variables[0], value: $0, type: type)
    }
    let certain = candidates.indices.map { list.doubt(at: $0) == nil }
    if let place = witness(macro, candidates, certain, condition) {
      traceWith(candidates[place], body)
    }
  }

  /// The element that decides, else the first that leaves it open, else the only one.
  private mutating func witness(
    _ macro: Syntax.Macro,
    _ candidates: [ValueTrace.Variable],
    _ certain: [Bool],
    _ condition: Syntax.ID
  ) -> Int? {
    let only = candidates.count == 1 ? 0 : nil
    guard macro == .exists || macro == .all else { return only }
    let decisive = Value.bool(macro == .exists)
    var firstOpen: Int?
    for (place, candidate) in candidates.enumerated() {
      bound.append(Bound(variable: candidate))
      let value = value(of: condition).value
      bound.removeLast()
      if value == decisive, certain[place] { return place }
      if value != .bool(macro != .exists), firstOpen == nil { firstOpen = place }
    }
    return firstOpen ?? only
  }
}

extension Lowering {
  /// The program of one part of the tree, with so many variables of macros around it; of each it
  /// is told whether reading it can fail.
  consuming func program(
    ofPart id: Syntax.ID,
    type: CELType,
    under variables: [Bool]
  ) -> Program {
    localsFail = variables
    localsOnPlanes = variables.map { _ in false }
    result.localCount = variables.count
    _ = lower(id)
    return Program(
      type: type,
      text: checker.text,
      fieldsRead: checker.fieldsRead,
      literals: Literals(),
      code: result
    )
  }
}
