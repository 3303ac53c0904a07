import ProbityText

/// Finds the literals of a checked condition.
///
/// What it does not understand it says so of: the facts in there are coherent in no case.
struct LiteralReader {
  private let checker: Checker
  private(set) var literals = Literals()
  /// For each comprehension variable in scope what it stands for.
  private var locals: [Place] = []

  /// What a plain path leads to.
  private enum Place {
    case record
    case value(FieldName)
    case list(FieldName)
    /// An element of a list of plain values.
    case element(FieldName)

    var value: FieldName? {
      switch self {
      case .value(let field), .element(let field): field
      case .record, .list: nil
      }
    }
  }

  init(_ checker: Checker) {
    self.checker = checker
    read(checker.syntax.root, isNegated: false)
  }

  private mutating func read(_ id: Syntax.ID, isNegated: Bool) {
    if isConstant(id) { return }
    switch checker.syntax[id].kind {
    case .name, .select:
      guard type(id) == .bool, let field = place(id)?.value else { return give(up: id) }
      add(.isOneOf([.value(.bool(true))]), field, isNegated)
    case .unary(.not, let operand): read(operand, isNegated: !isNegated)
    case .logic(_, let operands): for operand in operands { read(operand, isNegated: isNegated) }
    case .has(let operand, let field): readHas(id, operand, field, isNegated)
    case .binary(let operation, let left, let right):
      guard
        readCount(operation, left, right, isNegated)
          || readComparison(operation, left, right, isNegated)
      else { return give(up: id) }
    case .comprehension(let macro, let range, let variables, let condition?, nil):
      guard macro != .filter, variables.count == 1, case .list(let list)? = place(range) else {
        return give(up: id)
      }
      readElements(of: list, range, condition, isNegated != (macro == .all), isAll: macro == .all)
      // Of `exists_one`, one element may be missing and one be too many.
      if macro == .existsOne { readElements(of: list, range, condition, !isNegated) }
    case .literal, .call, .unary, .arithmetic, .conditional, .index, .list, .map, .record,
      .comprehension, .bind, .block, .optionalMap, .invalid:
      give(up: id)
    }
  }

  /// Notes that nothing is known of the facts that a node reads.
  ///
  /// Records on the way to a value are understood even so: without them the whole fails.
  private mutating func give(up id: Syntax.ID) {
    switch place(id) {
    case .value(let field), .element(let field): return add(.other, field)
    case .list(let list): return giveUp(list)
    case .record: return
    case nil: break
    }
    if let (record, name) = fieldName(id) { giveUp(FieldName(record: record, field: name)) }
    switch checker.syntax[id].kind {
    case .has(let operand, _), .select(let operand, _, isOptional: true): giveUp(path: operand)
    default: break
    }
    for child in checker.syntax.children(of: id) { give(up: child) }
  }

  private mutating func giveUp(_ field: FieldName) {
    for kind in [FactTree.FactKind.value, .closure, .existence] { add(.other, field, kind: kind) }
  }

  /// Notes the same of all records on a path that may lead nowhere without a failure.
  private mutating func giveUp(path id: Syntax.ID) {
    var place = id
    while let (record, name) = fieldName(place) {
      giveUp(FieldName(record: record, field: name))
      guard case .select(let operand, _, _) = checker.syntax[place].kind else { return }
      place = operand
    }
  }

  private mutating func add(
    _ test: Literals.Test,
    _ field: FieldName,
    _ isNegated: Bool = false,
    kind: FactTree.FactKind = .value
  ) {
    literals.add(test, of: FieldRole(field: field, kind: kind), isNegated: isNegated)
    guard kind == .value, let record = checker.environment.catalog.records[field.record],
      let slot = record.slot(of: field.field), let values = domain(record.fields[slot].type)
    else { return }
    literals.setDomain(values, of: field)
  }

  // MARK: Lists

  private mutating func readElements(
    of list: FieldName,
    _ range: Syntax.ID,
    _ condition: Syntax.ID?,
    _ isNegated: Bool,
    isAll: Bool = false
  ) {
    let (isOfRecords, depth) = (isListOfRecords(range), locals.count)
    for kind in [FactTree.FactKind.closure, isOfRecords ? .existence : .value] {
      add(.isThere, list, isNegated, kind: kind)
    }
    guard let condition else { return }
    locals.append(isOfRecords ? .record : .element(list))
    read(condition, isNegated: isAll ? !isNegated : isNegated)
    locals.removeLast(locals.count - depth)
  }

  /// How many elements there are, or meet a condition: at least, or at most.
  private mutating func readCount(
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID,
    _ isNegated: Bool
  ) -> Bool {
    let sides = isConstant(right) ? (left, false) : (right, true)
    guard isConstant(right) || isConstant(left), let counted = counted(sides.0) else {
      return false
    }
    let isMost: Bool
    switch operation {
    case .greater, .greaterOrEqual: isMost = sides.1
    case .less, .lessOrEqual: isMost = !sides.1
    default: return false
    }
    var (range, condition): (Syntax.ID, Syntax.ID?) = (counted, nil)
    if case .comprehension(.filter, let filtered, let variables, let met, _) =
      checker.syntax[counted].kind
    {
      guard variables.count == 1 else { return false }
      (range, condition) = (filtered, met)
    }
    guard case .list(let list)? = place(range) else { return false }
    readElements(of: list, range, condition, isNegated != isMost)
    return true
  }

  private func counted(_ id: Syntax.ID) -> Syntax.ID? {
    guard case .call(_, let target, let arguments) = checker.syntax[id].kind,
      case .function(.size, let isMember)? = checker.resolutions[id]
    else { return nil }
    return isMember ? target : arguments.first
  }

  // MARK: Values

  private mutating func readComparison(
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID,
    _ isNegated: Bool
  ) -> Bool {
    let sides = isConstant(right) ? (left, right) : (right, left)
    guard isConstant(sides.1), let field = place(sides.0)?.value else { return false }
    switch operation {
    case .equal, .notEqual:
      add(.isOneOf([constant(sides.1)]), field, isNegated != (operation == .notEqual))
    case .in:
      guard sides.0 == left, let values = values(right) else { return false }
      add(.isOneOf(values.map(Literals.Constant.value)), field, isNegated)
    case .greater, .greaterOrEqual: add(.isOrdered, field, isNegated != (sides.0 == right))
    case .less, .lessOrEqual: add(.isOrdered, field, isNegated != (sides.0 == left))
    case .add, .subtract, .multiply, .divide, .remainder, .not, .negate: return false
    }
    return true
  }

  private func constant(_ id: Syntax.ID) -> Literals.Constant {
    switch (checker.syntax[id].kind, checker.resolutions[id]) {
    case (.literal(let value), _), (_, .constant(let value)): .value(value)
    default: .written(text(of: checker.syntax[id].range))
    }
  }

  private func text(of range: Range<Int>) -> String {
    String(decoding: Array(checker.text.text.utf8)[range], as: UTF8.self)
  }

  /// The elements of a list that is written out; nil if something else is among them.
  private func values(_ id: Syntax.ID) -> [Value]? {
    if case .constant(.list(let list))? = checker.resolutions[id] {
      return list.isPlain ? list.values : nil
    }
    guard case .list(let elements) = checker.syntax[id].kind else { return nil }
    let values = elements.compactMap { element -> Value? in
      guard case .value(let value) = constant(element.value), !element.isOptional else {
        return nil
      }
      return value
    }
    return values.count == elements.count ? values : nil
  }

  private mutating func readHas(
    _ id: Syntax.ID,
    _ operand: Syntax.ID,
    _ name: String,
    _ isNegated: Bool
  ) {
    guard case .record(let record)? = type(operand), case .record? = place(operand),
      case .field(_, let type)? = checker.resolutions[id]
    else { return give(up: id) }
    let field = FieldName(record: record, field: name)
    switch type {
    case .record: add(.isThere, field, isNegated, kind: .existence)
    case .list: give(up: id)
    default: add(.isAnswered, field, isNegated)
    }
    // Without the record it would have stood in, there is no field either.
    var above = operand
    while let (record, name) = fieldName(above),
      case .select(let next, _, _) = checker.syntax[above].kind
    {
      add(.isThere, FieldName(record: record, field: name), isNegated, kind: .existence)
      above = next
    }
  }

  // MARK: Paths

  /// What a node leads to, if it is a variable or fields from there down.
  private mutating func place(_ id: Syntax.ID) -> Place? {
    switch checker.resolutions[id] {
    case .local(let slot)?: return slot < locals.count ? locals[slot] : nil
    case .variable?:
      if case .record? = type(id) { return .record }
      return nil
    default: break
    }
    guard case .select(let operand, _, isOptional: false) = checker.syntax[id].kind,
      let (record, name) = fieldName(id), case .field(_, let type)? = checker.resolutions[id],
      case .record? = place(operand)
    else { return nil }
    let field = FieldName(record: record, field: name)
    switch type {
    case .record:
      add(.isPresupposed, field, kind: .existence)
      return .record
    case .list: return .list(field)
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .enumeration:
      return .value(field)
    case .null, .map, .optional, .type, .dyn, .opaque, .parameter: return nil
    }
  }

  /// The field of a record that a node selects or tests.
  private func fieldName(_ id: Syntax.ID) -> (record: String, field: String)? {
    let selected: (operand: Syntax.ID, field: String)
    switch checker.syntax[id].kind {
    case .select(let operand, let field, _): selected = (operand, field)
    case .has(let operand, let field): selected = (operand, field)
    default: return nil
    }
    guard case .field? = checker.resolutions[id], case .record(let record)? = type(selected.operand)
    else { return nil }
    return (record, selected.field)
  }

  private func isListOfRecords(_ id: Syntax.ID) -> Bool {
    if case .list(.record)? = type(id) { return true }
    return false
  }

  /// Every value of a type, or of a list's elements, where these are few.
  private func domain(_ type: CELType) -> [Value]? {
    switch type {
    case .bool: [.bool(false), .bool(true)]
    case .enumeration(let name):
      checker.environment.catalog.enumerations[name]?.codes.map { .string(Text($0)) }
    case .list(let element): domain(element)
    default: nil
    }
  }

  private func type(_ id: Syntax.ID) -> CELType? { checker.resolvedType(of: id) }

  /// Whether no fact goes into a node.
  private func isConstant(_ id: Syntax.ID) -> Bool {
    switch checker.resolutions[id] {
    case .local?, .field?, .key?: return false
    case .variable?:
      if case .record? = type(id) { return false }
      return true
    case .constant?, .failure?: return true
    case .function?, nil: return checker.syntax.children(of: id).allSatisfy(isConstant)
    }
  }
}
