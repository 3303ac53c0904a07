/// Turns a checked tree into a flat program: names become slots, common leaves one instruction.
struct Lowering {
  let checker: Checker
  var result = Code()
  /// For each comprehension variable in scope, whether reading it can fail.
  var localsFail: [Bool] = []
  /// For each comprehension variable in scope, whether `PlaneMachine` has its value.
  var localsOnPlanes: [Bool] = []

  init(_ checker: Checker) {
    self.checker = checker
  }

  /// The program of the whole tree.
  consuming func program(of type: CELType) -> Program {
    _ = lower(checker.syntax.root)
    return Program(
      type: type,
      text: checker.text,
      fieldsRead: checker.fieldsRead,
      literals: checker.isStrict && type == .bool ? LiteralReader(checker).literals : Literals(),
      code: result
    )
  }

  mutating func emit(
    _ opcode: Instruction.Opcode,
    _ id: Syntax.ID,
    _ first: Int32 = 0,
    _ second: Int32 = 0,
    _ third: Int32 = 0,
    canFail: Bool = false,
    isPaired: Bool = false,
    onPlanes: Bool = false
  ) -> Int32 {
    var instruction = Instruction(opcode, first, second, third)
    instruction.canFail = canFail
    instruction.isPaired = isPaired
    instruction.runsOnPlanes = onPlanes
    result.instructions.append(instruction)
    let node = checker.syntax[id]
    let isSelection = opcode == .field || opcode == .fieldEquals || opcode == .fieldIn
    result.ranges.append(isSelection ? node.anchor : node.range)
    return Int32(result.instructions.count - 1)
  }

  mutating func constant(_ value: Value) -> Int32 {
    result.constants.append(value)
    result.cells.append(FactCell(value, &result.bytes, isConstant: true))
    return Int32(result.constants.count - 1)
  }

  mutating func operandRange(_ children: [Int32]) -> (start: Int32, count: Int32) {
    result.operands.append(contentsOf: children)
    return (Int32(result.operands.count - children.count), Int32(children.count))
  }

  func canFail(_ children: Int32...) -> Bool {
    children.contains { result.instructions[Int($0)].canFail }
  }

  /// Whether a value's type is only known at run time: what is done with it may not fit it.
  func isDynamic(_ id: Syntax.ID) -> Bool {
    switch checker.resolvedType(of: id) {
    case .dyn, .parameter, nil: true
    default: false
    }
  }

  mutating func lower(_ id: Syntax.ID) -> Int32 {
    switch checker.syntax[id].kind {
    case .literal(let value): lowerConstant(id, value)
    case .name, .record, .invalid: lowerName(id)
    case .select(let operand, let field, let isOptional):
      lowerSelection(id, operand, field, isOptional)
    case .has(let operand, let field): lowerHas(id, operand, field)
    case .call(_, let target, let arguments): lowerCall(id, target, arguments)
    case .unary(let operation, let operand): lowerUnary(id, operation, operand)
    case .binary(let operation, let left, let right): lowerBinary(id, operation, left, right)
    case .logic(let isAnd, let operands): lowerLogic(id, isAnd ? .and : .or, operands)
    case .conditional(let condition, let first, let second):
      lowerConditional(id, condition, first, second)
    case .index(let operand, let index, let isOptional):
      lowerIndex(id, isOptional ? .optionalIndex : .index, operand, index)
    case .arithmetic(let first, let links): lowerArithmetic(id, first, links)
    case .list(let elements): lowerList(id, elements)
    case .map(let entries): lowerMap(id, entries)
    case .comprehension: lowerComprehension(id)
    case .bind(_, let value, let body): lowerBlock(id, [value], body)
    case .block(let values, let body): lowerBlock(id, values, body)
    case .optionalMap(let operand, _, let body, let isFlat):
      lowerOptionalMap(id, operand, body, isFlat)
    }
  }

  private mutating func failure(_ id: Syntax.ID, _ message: String) -> Int32 {
    emit(.failure, id, constant(.string(message)), canFail: true)
  }

  /// A node that stands for a variable, constant or fault; nil for any other.
  private mutating func lowerResolved(_ id: Syntax.ID) -> Int32? {
    switch checker.resolutions[id] {
    case .variable(let slot):
      emit(.variable, id, Int32(slot), onPlanes: isPlain(id) || isRecord(id))
    case .local(let place):
      emit(
        .local,
        id,
        Int32(place),
        canFail: place < localsFail.count && localsFail[place],
        onPlanes: place < localsOnPlanes.count && localsOnPlanes[place]
      )
    case .constant(let value): lowerConstant(id, value)
    case .failure(let message): failure(id, message)
    case .field, .key, .function, nil: nil
    }
  }

  mutating func lowerName(_ id: Syntax.ID) -> Int32 {
    lowerResolved(id) ?? failure(id, "the expression is faulty here")
  }

  private mutating func lowerSelection(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ field: String,
    _ isOptional: Bool
  ) -> Int32 {
    if let resolved = lowerResolved(id) { return resolved }
    let child = lower(operand)
    if case .field(let slot, _) = checker.resolutions[id] {
      let opcode: Instruction.Opcode = isOptional ? .optionalField : .field
      let onPlanes = !isOptional && runsOnPlanes(child)
      return emit(
        opcode,
        id,
        child,
        Int32(slot),
        canFail: canFail(child),
        onPlanes: onPlanes
      )
    }
    let key = constant(.string(field))
    let opcode: Instruction.Opcode = isOptional ? .optionalKey : .key
    return emit(
      opcode,
      id,
      child,
      key,
      canFail: !isOptional || isDynamic(operand) || canFail(child)
    )
  }

  private mutating func lowerHas(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ field: String
  ) -> Int32 {
    let child = lower(operand)
    let fails = canFail(child) || isDynamic(operand)
    if case .field(let slot, _) = checker.resolutions[id] {
      return emit(
        .hasField,
        id,
        child,
        Int32(slot),
        canFail: fails,
        onPlanes: runsOnPlanes(child)
      )
    }
    return emit(.hasKey, id, child, constant(.string(field)), canFail: fails)
  }

  private mutating func lowerCall(
    _ id: Syntax.ID,
    _ target: Syntax.ID?,
    _ arguments: [Syntax.ID]
  ) -> Int32 {
    guard case .function(let function, let isMember) = checker.resolutions[id] else {
      return lowerName(id)
    }
    let nodes = (isMember ? target.map { [$0] } ?? [] : []) + arguments
    return call(id, function, nodes)
  }

  mutating func call(
    _ id: Syntax.ID,
    _ function: Function,
    _ nodes: [Syntax.ID]
  ) -> Int32 {
    if let value = folded(function, nodes) { return lowerConstant(id, value) }
    if isIdentity(function, nodes) { return lower(nodes[0]) }
    if let test = textTest(id, function, nodes) { return test }
    var children: [Int32] = []
    for node in nodes { children.append(lower(node)) }
    let fails =
      !function.isTotal || nodes.contains(where: isDynamic) || children.contains { canFail($0) }
    let range = operandRange(children)
    result.functions.append(function)
    let place = Int32(result.functions.count - 1)
    return emit(.call, id, range.start, range.count, place, canFail: fails)
  }

  private mutating func lowerArithmetic(
    _ id: Syntax.ID,
    _ first: Syntax.ID,
    _ links: [Syntax.Link]
  ) -> Int32 {
    var children = [lower(first)]
    for link in links { children.append(lower(link.operand)) }
    let range = operandRange(children)
    let functions = links.compactMap { Function(rawValue: $0.operation.rawValue) }
    result.functions += functions
    let place = Int32(result.functions.count - functions.count)
    return emit(.chain, id, range.start, range.count, place, canFail: true)
  }

  private mutating func lowerUnary(
    _ id: Syntax.ID,
    _ operation: Syntax.Operator,
    _ operand: Syntax.ID
  ) -> Int32 {
    guard operation == .not else { return call(id, .negate, [operand]) }
    let child = lower(operand)
    return emit(
      .not,
      id,
      child,
      canFail: canFail(child) || isDynamic(operand),
      onPlanes: true
    )
  }

  private mutating func lowerLogic(
    _ id: Syntax.ID,
    _ opcode: Instruction.Opcode,
    _ nodes: [Syntax.ID]
  ) -> Int32 {
    var children: [Int32] = []
    for node in nodes { children.append(lower(node)) }
    let fails = nodes.contains(where: isDynamic) || children.contains { canFail($0) }
    let range = operandRange(children)
    return emit(opcode, id, range.start, range.count, canFail: fails, onPlanes: true)
  }

  private mutating func lowerConditional(
    _ id: Syntax.ID,
    _ condition: Syntax.ID,
    _ first: Syntax.ID,
    _ second: Syntax.ID
  ) -> Int32 {
    let children = (lower(condition), lower(first), lower(second))
    let fails = canFail(children.0, children.1, children.2) || isDynamic(condition)
    return emit(
      .conditional,
      id,
      children.0,
      children.1,
      children.2,
      canFail: fails,
      onPlanes: checker.resolvedType(of: id) == .bool
    )
  }

  private mutating func lowerIndex(
    _ id: Syntax.ID,
    _ opcode: Instruction.Opcode,
    _ operand: Syntax.ID,
    _ index: Syntax.ID
  ) -> Int32 {
    let first = lower(operand)
    let second = lower(index)
    return emit(opcode, id, first, second, canFail: true)
  }
}
