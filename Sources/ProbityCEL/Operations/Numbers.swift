/// How two values stand to each other; nil from a comparison means that they are not ordered.
enum Order: Sendable {
  case less
  case equal
  case greater

  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : (left == right ? .equal : .greater)
  }

  var reversed: Order {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}

/// Compares numbers on one line, whatever their types.
///
/// At the edge of the whole numbers' range they are compared as doubles, as the specification's
/// tests demand. Nil for a NaN, and for values that are not both numbers.
func numericOrder(_ left: Value, _ right: Value) -> Order? {
  switch (left, right) {
  case (.int(let left), .int(let right)): Order(left, right)
  case (.uint(let left), .uint(let right)): Order(left, right)
  case (.double(let left), .double(let right)):
    left.isNaN || right.isNaN ? nil : Order(left, right)
  case (.int(let left), .uint(let right)): left < 0 ? .less : Order(UInt64(left), right)
  case (.uint(let left), .int(let right)): right < 0 ? .greater : Order(left, UInt64(right))
  case (.int(let left), .double(let right)): order(of: Double(left), to: right)
  case (.uint(let left), .double(let right)): order(of: Double(left), to: right)
  case (.double(let left), .int(let right)): order(of: Double(right), to: left)?.reversed
  case (.double(let left), .uint(let right)): order(of: Double(right), to: left)?.reversed
  default: nil
  }
}

private func order(of left: Double, to right: Double) -> Order? {
  right.isNaN ? nil : Order(left, right)
}

/// The result of an arithmetic operator, or why there is none.
func arithmetic(
  _ function: Function,
  _ left: Value,
  _ right: Value
) -> Result<Value, EvaluationFailure> {
  switch (left, right) {
  case (.int(let left), .int(let right)): whole(function, left, right).map(Value.int)
  case (.uint(let left), .uint(let right)): whole(function, left, right).map(Value.uint)
  case (.double(let left), .double(let right)): real(function, left, right).map(Value.double)
  default: timeArithmetic(function, left, right)
  }
}

/// What went wrong, before it is known where.
struct EvaluationFailure: Error, Equatable {
  var message: String

  static let overflow = EvaluationFailure(message: "the result does not fit into 64 bits")
  static let division = EvaluationFailure(message: "a number is divided by zero")
  static let types = EvaluationFailure(message: "the operands are of the wrong types")
  /// A result that would be larger than it may be: whoever sees it says which limit that is.
  static let growth = EvaluationFailure(message: "the result grows too large")
}

private func whole<T: FixedWidthInteger>(
  _ function: Function,
  _ left: T,
  _ right: T
) -> Result<T, EvaluationFailure> {
  let result: (partialValue: T, overflow: Bool)
  switch function {
  case .add: result = left.addingReportingOverflow(right)
  case .subtract: result = left.subtractingReportingOverflow(right)
  case .multiply: result = left.multipliedReportingOverflow(by: right)
  case .divide, .remainder:
    if right == 0 { return .failure(.division) }
    result =
      function == .divide
      ? left.dividedReportingOverflow(by: right)
      : left.remainderReportingOverflow(dividingBy: right)
  default: return .failure(.types)
  }
  return result.overflow ? .failure(.overflow) : .success(result.partialValue)
}

private func real(
  _ function: Function,
  _ left: Double,
  _ right: Double
) -> Result<Double, EvaluationFailure> {
  switch function {
  case .add: .success(left + right)
  case .subtract: .success(left - right)
  case .multiply: .success(left * right)
  case .divide: .success(left / right)
  default: .failure(.types)
  }
}

/// The number with its sign changed.
func negated(_ value: Value) -> Result<Value, EvaluationFailure> {
  switch value {
  case .int(let value): whole(.subtract, 0, value).map(Value.int)
  case .double(let value): .success(.double(-value))
  default: .failure(.types)
  }
}
