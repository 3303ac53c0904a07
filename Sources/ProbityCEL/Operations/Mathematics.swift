/// The result of a function of numbers, or why there is none.
func mathematics(
  _ function: Function,
  _ arguments: [Value]
) -> Result<Value, EvaluationFailure> {
  switch (arguments.first, arguments.count > 1 ? arguments[1] : nil) {
  case (.double(let number)?, nil): ofDouble(function, number)
  case (.int(let number)?, nil): ofInt(function, number)
  case (.uint(let number)?, nil): ofUint(function, number)
  case (.int(let left)?, .int(let right)?): bits(function, left, right).map(Value.int)
  case (.uint(let left)?, .uint(let right)?): bits(function, left, right).map(Value.uint)
  case (.uint(let left)?, .int(let places)?):
    shifted(function, left, places).map(Value.uint)
  default: .failure(.types)
  }
}

private func ofDouble(
  _ function: Function,
  _ number: Double
) -> Result<Value, EvaluationFailure> {
  switch function {
  case .ceil: .success(.double(number.rounded(.up)))
  case .floor: .success(.double(number.rounded(.down)))
  case .round: .success(.double(number.rounded(.toNearestOrAwayFromZero)))
  case .truncate: .success(.double(number.rounded(.towardZero)))
  case .squareRoot: .success(.double(number.squareRoot()))
  case .absolute: .success(.double(number.magnitude))
  case .sign: .success(.double(number.isNaN ? number : (number > 0 ? 1 : (number < 0 ? -1 : 0))))
  case .isNaN: .success(.bool(number.isNaN))
  case .isInfinite: .success(.bool(number.isInfinite))
  case .isFinite: .success(.bool(number.isFinite))
  default: .failure(.types)
  }
}

private func ofInt(_ function: Function, _ number: Int64) -> Result<Value, EvaluationFailure> {
  switch function {
  case .absolute: number == .min ? .failure(.overflow) : .success(.int(abs(number)))
  case .sign: .success(.int(number.signum()))
  case .bitNot: .success(.int(~number))
  case .squareRoot: .success(.double(Double(number).squareRoot()))
  default: .failure(.types)
  }
}

private func ofUint(_ function: Function, _ number: UInt64) -> Result<Value, EvaluationFailure> {
  switch function {
  case .absolute: .success(.uint(number))
  case .sign: .success(.uint(number.signum()))
  case .bitNot: .success(.uint(~number))
  case .squareRoot: .success(.double(Double(number).squareRoot()))
  default: .failure(.types)
  }
}

private func bits<T: FixedWidthInteger>(
  _ function: Function,
  _ left: T,
  _ right: T
) -> Result<T, EvaluationFailure> {
  switch function {
  case .bitAnd: .success(left & right)
  case .bitOr: .success(left | right)
  case .bitXor: .success(left ^ right)
  default:
    T.isSigned ? shifted(function, left, Int64(truncatingIfNeeded: right)) : .failure(.types)
  }
}

/// Bits moved left or right; zeros move in on both sides, whatever the sign.
private func shifted<T: FixedWidthInteger>(
  _ function: Function,
  _ number: T,
  _ places: Int64
) -> Result<T, EvaluationFailure> {
  guard places >= 0 else {
    return .failure(EvaluationFailure(message: "bits are shifted by a number from 0"))
  }
  guard places < 64 else { return .success(0) }
  let pattern = UInt64(truncatingIfNeeded: number)
  switch function {
  case .shiftLeft: return .success(T(truncatingIfNeeded: pattern << UInt64(places)))
  case .shiftRight: return .success(T(truncatingIfNeeded: pattern >> UInt64(places)))
  default: return .failure(.types)
  }
}

/// Sorts by merging, which keeps equal elements in their order and compares each one at least once.
func mergeSorted<T>(_ items: [T], _ isAfter: (T, T) -> Bool) -> [T] {
  guard items.count > 1 else { return items }
  let middle = items.count / 2
  let left = mergeSorted(Array(items[..<middle]), isAfter)
  let right = mergeSorted(Array(items[middle...]), isAfter)
  var merged: [T] = []
  merged.reserveCapacity(items.count)
  var (first, second) = (0, 0)
  while first < left.count, second < right.count {
    if isAfter(left[first], right[second]) {
      merged.append(right[second])
      second += 1
    } else {
      merged.append(left[first])
      first += 1
    }
  }
  return merged + left[first...] + right[second...]
}
