extension Lowering {
  /// Whether `PlaneMachine` has the value of a step.
  func runsOnPlanes(_ place: Int32) -> Bool {
    let instruction = result.instructions[Int(place)]
    switch instruction.opcode {
    case .constant, .variable, .local, .field: return instruction.runsOnPlanes
    default: return false
    }
  }

  /// Whether a node has a type whose values fit a `FactCell`.
  func isPlain(_ id: Syntax.ID) -> Bool { checker.resolvedType(of: id).map(isPlain) ?? false }

  func isRecord(_ id: Syntax.ID) -> Bool {
    if case .record? = checker.resolvedType(of: id) { return true }
    return false
  }

  func isPlain(_ type: CELType) -> Bool {
    switch type {
    case .bool, .int, .uint, .double, .string, .timestamp, .duration, .date, .enumeration: true
    case .null, .bytes, .list, .map, .optional, .record, .type, .dyn, .opaque, .parameter: false
    }
  }

  /// Whether a node is a list whose elements can be gone through on planes.
  func isListOnPlanes(_ id: Syntax.ID, _ place: Int32) -> Bool {
    guard runsOnPlanes(place), case .list(let element)? = checker.resolvedType(of: id) else {
      return false
    }
    if case .record = element { return true }
    return isPlain(element)
  }

  mutating func lowerConstant(_ id: Syntax.ID, _ value: Value) -> Int32 {
    let place = constant(value)
    let fits = result.cells[Int(place)].kind != .other
    return emit(.constant, id, place, onPlanes: fits)
  }

  /// The value of a conversion of a literal, which need not be made again each time.
  func folded(_ function: Function, _ nodes: [Syntax.ID]) -> Value? {
    guard nodes.count == 1, case .literal(let literal) = checker.syntax[nodes[0]].kind else {
      return nil
    }
    switch function {
    case .toDate, .toTimestamp, .toDuration: return try? converted(function, literal).get()
    default: return nil
    }
  }

  /// Whether a conversion leaves what it takes as it is.
  func isIdentity(_ function: Function, _ nodes: [Syntax.ID]) -> Bool {
    guard nodes.count == 1, let type = checker.resolvedType(of: nodes[0]) else { return false }
    switch (function, type) {
    case (.toBool, .bool), (.toInt, .int), (.toUint, .uint), (.toDouble, .double),
      (.toString, .string), (.toTimestamp, .timestamp), (.toDuration, .duration),
      (.toDate, .date):
      return true
    default: return false
    }
  }

  /// A test of one text against another as one step; nil where it is none, or its pattern is
  /// only known later.
  mutating func textTest(
    _ id: Syntax.ID,
    _ function: Function,
    _ nodes: [Syntax.ID]
  ) -> Int32? {
    guard nodes.count == 2, nodes.allSatisfy({ isText($0) }) else { return nil }
    var pattern: Int32 = 0
    let opcode: Instruction.Opcode
    switch function {
    case .startsWith: opcode = .startsWith
    case .endsWith: opcode = .endsWith
    case .contains: opcode = .containsText
    case .matches:
      guard let place = kept(nodes[1]) else { return nil }
      pattern = place
      opcode = .matches
    default: return nil
    }
    let text = lower(nodes[0])
    let part = lower(nodes[1])
    return emit(
      opcode,
      id,
      text,
      part,
      pattern,
      canFail: canFail(text, part),
      onPlanes: runsOnPlanes(text) && runsOnPlanes(part)
    )
  }

  private func isText(_ id: Syntax.ID) -> Bool {
    switch checker.resolvedType(of: id) {
    case .string, .enumeration: true
    default: false
    }
  }

  /// Compiles a literal pattern once.
  private mutating func kept(_ id: Syntax.ID) -> Int32? {
    guard case .literal(.string(let text)) = checker.syntax[id].kind,
      let pattern = try? Pattern(text.description)
    else { return nil }
    result.patterns.append(pattern)
    return Int32(result.patterns.count - 1)
  }

  mutating func keep(_ texts: Set<Text>) -> Int32 {
    result.sets.append(texts)
    let start = result.setCells.count
    for text in texts.sorted() {
      result.setCells.append(FactCell(.string(text), &result.bytes, isConstant: true))
    }
    let count = result.setCells.count - start
    result.setRanges.append(Code.SetRange(start: Int32(start), count: Int32(count)))
    return Int32(result.sets.count - 1)
  }
}
