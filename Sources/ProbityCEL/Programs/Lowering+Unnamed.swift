/// What a condition can come to for an element that nobody has named, whatever else holds.
struct UnnamedOutcomes: Sendable {
  /// Whether some element would meet it, or make it fail.
  var canBeMet: Bool
  var canBeMissed: Bool

  static let none = UnnamedOutcomes(canBeMet: false, canBeMissed: false)

  fileprivate static prefix func ! (outcomes: UnnamedOutcomes) -> UnnamedOutcomes {
    UnnamedOutcomes(canBeMet: outcomes.canBeMissed, canBeMissed: outcomes.canBeMet)
  }
}

/// A list that is not complete leaves a condition on its elements open, but not always rightly: no
/// further element meets `x.sold && !x.sold`. Here is found out where it does so rightly: where
/// each field of an element is looked at once, and can be chosen so that the condition turns out
/// either way.
extension Lowering {
  /// The outcomes of a condition on the elements of a list of the tree.
  func unnamedOutcomes(
    of condition: Syntax.ID,
    over range: Syntax.ID,
    variable: Int
  ) -> UnnamedOutcomes {
    guard isPath(range) else { return .none }
    return reach(condition, variable)?.outcomes ?? .none
  }

  /// The outcomes of a condition, by choice of the fields at some paths.
  private struct Reach {
    var outcomes: UnnamedOutcomes
    /// Empty for a condition on something else than the element.
    var paths: [String]
    /// Whether something else decides as well: that shows when it is evaluated.
    var isShared = false
  }

  private func chosen(_ path: String, met: Bool = true, missed: Bool = true) -> Reach {
    Reach(outcomes: UnnamedOutcomes(canBeMet: met, canBeMissed: missed), paths: [path])
  }

  /// Nil where it is not understood.
  private func reach(_ id: Syntax.ID, _ variable: Int) -> Reach? {
    if let path = path(id, variable) { return type(id) == .bool ? chosen(path) : nil }
    guard mentions(id, variable) else {
      return isSimple(id) ? Reach(outcomes: .none, paths: [], isShared: true) : nil
    }
    switch checker.syntax[id].kind {
    case .has(let operand, let field):
      guard let path = path(operand, variable), case .field(_, let type) = checker.resolutions[id],
        isPlain(type)
      else { return nil }
      return chosen(path + "." + field)
    case .unary(.not, let operand):
      guard var reach = reach(operand, variable) else { return nil }
      reach.outcomes = !reach.outcomes
      return reach
    case .logic(let isAnd, let operands): return logic(isAnd, operands, variable)
    case .binary(let operation, let left, let right):
      return comparison(operation, left, right, variable)
    case .comprehension(let macro, let range, let variables, let condition?, nil):
      guard let path = path(range, variable), variables.count == 1,
        !mentions(condition, variable), let inner = reach(condition, variable + 1), !inner.isShared
      else { return nil }
      switch macro {
      case .exists, .existsOne: return chosen(path, met: inner.outcomes.canBeMet)
      case .all: return chosen(path, missed: inner.outcomes.canBeMissed)
      case .filter, .map, .transformList, .transformMap, .transformMapEntry: return nil
      }
    case .literal, .name, .select, .call, .unary, .arithmetic, .conditional, .index, .list, .map,
      .record, .comprehension, .bind, .block, .optionalMap, .invalid:
      return nil
    }
  }

  private func logic(_ isAnd: Bool, _ operands: [Syntax.ID], _ variable: Int) -> Reach? {
    var parts: [Reach] = []
    for operand in operands {
      guard let part = reach(operand, variable) else { return nil }
      parts.append(part)
    }
    let paths = parts.flatMap(\.paths)
    guard areApart(paths) else { return nil }
    let own = parts.filter { !$0.paths.isEmpty }.map { isAnd ? $0.outcomes : !$0.outcomes }
    let both = UnnamedOutcomes(
      canBeMet: own.allSatisfy(\.canBeMet),
      canBeMissed: own.contains(where: \.canBeMissed)
    )
    return Reach(
      outcomes: isAnd ? both : !both,
      paths: paths,
      isShared: parts.contains(where: \.isShared)
    )
  }

  /// Whether none of some paths is, or lies below, another.
  private func areApart(_ paths: [String]) -> Bool {
    let sorted = paths.map { $0 + "." }.sorted()
    return !zip(sorted, sorted.dropFirst()).contains { $1.hasPrefix($0) }
  }

  private func comparison(
    _ operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID,
    _ variable: Int
  ) -> Reach? {
    if operation == .in, let path = path(right, variable), !mentions(left, variable) {
      return isSpacious(type(left)) ? chosen(path) : nil
    }
    let sides = mentions(left, variable) ? (left, right) : (right, left)
    guard let path = path(sides.0, variable), !mentions(sides.1, variable), let type = type(sides.0)
    else { return nil }
    switch operation {
    case .equal, .notEqual:
      return canDiffer(type) && isPlain(type) && isPlain(sides.1) ? chosen(path) : nil
    case .in:
      guard sides.0 == left else { return nil }
      if let texts = constantTexts(right) {
        return canBeEither(type, of: texts) ? chosen(path) : nil
      }
      return isSpacious(type) ? chosen(path, met: false) : nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return isUnbounded(type) && isUnbounded(self.type(sides.1)) ? chosen(path) : nil
    case .add, .subtract, .multiply, .divide, .remainder, .not, .negate: return nil
    }
  }

  private func type(_ id: Syntax.ID) -> CELType? { checker.resolvedType(of: id) }

  // MARK: Paths

  /// The fields from an element down to a node; nil if that is something else.
  private func path(_ id: Syntax.ID, _ variable: Int) -> String? {
    if case .local(variable)? = checker.resolutions[id] { return "" }
    guard case .select(let operand, let field, isOptional: false) = checker.syntax[id].kind,
      case .field? = checker.resolutions[id], let path = path(operand, variable)
    else { return nil }
    return path + "." + field
  }

  /// Whether it is a variable, or fields from there down.
  private func isPath(_ id: Syntax.ID) -> Bool {
    switch (checker.syntax[id].kind, checker.resolutions[id]) {
    case (.name, .variable), (.name, .local): true
    case (.select(let operand, _, isOptional: false), .field): isPath(operand)
    case (.select, .variable): true
    default: false
    }
  }

  private func mentions(_ id: Syntax.ID, _ variable: Int) -> Bool {
    if case .local(variable)? = checker.resolutions[id] { return true }
    return checker.syntax.children(of: id).contains { mentions($0, variable) }
  }

  /// Whether it is open only where it can turn out either way.
  private func isSimple(_ id: Syntax.ID) -> Bool {
    switch checker.syntax[id].kind {
    case .literal, .name, .select, .has, .unary(.not, _), .binary, .logic:
      checker.syntax.children(of: id).allSatisfy(isSimple)
    case .call, .unary, .arithmetic, .conditional, .index, .list, .map, .record, .comprehension,
      .bind, .block, .optionalMap, .invalid:
      false
    }
  }
}

extension Syntax {
  /// The nodes right below a node.
  func children(of id: ID) -> [ID] {
    switch self[id].kind {
    case .literal, .name, .invalid: []
    case .select(let operand, _, _), .has(let operand, _), .unary(_, let operand): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .binary(_, let first, let second), .index(let first, let second, _),
      .bind(_, let first, let second), .optionalMap(let first, _, let second, _):
      [first, second]
    case .arithmetic(let first, let links): [first] + links.map(\.operand)
    case .logic(_, let operands): operands
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .record(_, let members): members.map(\.value)
    case .comprehension(_, let range, _, let condition, let result):
      [range] + [condition, result].compactMap(\.self)
    case .block(let values, let body): values + [body]
    }
  }
}
