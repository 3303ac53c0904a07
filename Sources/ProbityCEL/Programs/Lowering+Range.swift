/// Which comparisons of an unanswered field can turn out either way.
extension Lowering {
  /// Notes that a comparison may be decided by its types, though it waits for an answer.
  mutating func noteRange(
    of operation: Syntax.Operator,
    _ left: Syntax.ID,
    _ right: Syntax.ID
  ) {
    let types = [left, right].map { checker.resolvedType(of: $0) ?? .dyn }
    if types.contains(where: isLoose) { result.isApproximate = true }
    switch operation {
    case .equal, .notEqual:
      if !types.allSatisfy(canDiffer) { result.isApproximate = true }
    case .in:
      let fits = constantTexts(right).map { canBeEither(types[0], of: $0) } ?? isSpacious(types[0])
      if !fits { result.isApproximate = true }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if types[0] == .bool || types[1] == .bool { result.isApproximate = true }
    case .add, .subtract, .multiply, .divide, .remainder, .not, .negate: break
    }
  }

  private func isLoose(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .parameter, .opaque, .null: true
    case .list(let element), .optional(let element): isLoose(element)
    case .map(let key, let value): isLoose(key) || isLoose(value)
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .record,
      .enumeration, .type:
      false
    }
  }

  /// Whether there is more than one value of a type.
  func canDiffer(_ type: CELType) -> Bool {
    guard case .enumeration(let name) = type else { return true }
    return codes(name).count > 1
  }

  private func codes(_ name: String) -> Set<Text> {
    Set((checker.environment.catalog.enumerations[name]?.codes ?? []).map { Text($0) })
  }

  /// Whether a type has more values than anybody writes down.
  func isSpacious(_ type: CELType?) -> Bool {
    switch type {
    case .int, .uint, .double, .string, .date, .timestamp, .duration: true
    default: false
    }
  }

  /// Whether there is, as far as anybody goes, a smaller and a larger value than any of a type.
  func isUnbounded(_ type: CELType?) -> Bool {
    isSpacious(type) && type != .string && type != .uint
  }

  /// Whether a value of a type may be among some texts, and may not be.
  func canBeEither(_ type: CELType, of texts: Set<Text>) -> Bool {
    guard case .enumeration(let name) = type else { return type == .string && !texts.isEmpty }
    let codes = codes(name)
    return !codes.isDisjoint(with: texts) && !codes.isSubset(of: texts)
  }
}
