/// A value in another type, or why it has none.
///
/// Numbers are read strictly: no blanks, no hexadecimal, no silent infinity.
func converted(_ function: Function, _ value: Value) -> Result<Value, EvaluationFailure> {
  let result: Value?
  switch function {
  case .toBool: result = bool(value).map(Value.bool)
  case .toInt: result = int(value).map(Value.int)
  case .toUint: result = uint(value).map(Value.uint)
  case .toDouble: result = double(value).map(Value.double)
  case .toString: result = text(value).map { Value.string(Text($0)) }
  case .toBytes: result = bytes(value).map(Value.bytes)
  case .toTimestamp: result = timestamp(value).map(Value.timestamp)
  case .toDuration: result = duration(value).map(Value.duration)
  case .toDate: result = date(value).map(Value.date)
  case .encodeBase64: result = base64(encoding: value).map { Value.string($0) }
  case .decodeBase64: result = base64(decoding: value).map(Value.bytes)
  default: result = nil
  }
  return result.map(Result.success) ?? .failure(noConversion(function, value))
}

private func noConversion(_ function: Function, _ value: Value) -> EvaluationFailure {
  let shown = text(value).map { "`\(excerpt($0))`" } ?? "the value"
  let what = function == .decodeBase64 ? "bytes" : withArticle(function.rawValue)
  return EvaluationFailure(message: "\(shown) cannot become \(what)")
}

/// Enough of a text to recognise it in a message.
private func excerpt(_ text: String) -> String {
  text.utf8.count <= 40 ? text : String(text.unicodeScalars.prefix(40).map(Character.init)) + "…"
}

private func bool(_ value: Value) -> Bool? {
  switch value {
  case .bool(let value): value
  case .string(let text):
    switch text.description {
    case "1", "t", "true", "TRUE", "True": true
    case "0", "f", "false", "FALSE", "False": false
    default: nil
    }
  default: nil
  }
}

private func int(_ value: Value) -> Int64? {
  switch value {
  case .int(let value): return value
  case .uint(let value): return Int64(exactly: value)
  case .double(let value):
    // Both ends are excluded: the nearest double to an end may lie outside.
    let limit = 9_223_372_036_854_775_808.0
    return value > -limit && value < limit ? Int64(value) : nil
  case .string(let text):
    let digits = text.description.utf8.drop { $0 == UInt8(ascii: "-") }
    let isPlain = digits.allSatisfy(isDigit) && text.description.utf8.count - digits.count <= 1
    return isPlain ? Int64(text.description) : nil
  case .timestamp(let time): return time.seconds
  default: return nil
  }
}

private func uint(_ value: Value) -> UInt64? {
  switch value {
  case .uint(let value): value
  case .int(let value): UInt64(exactly: value)
  case .double(let value):
    // Not even the fractions below zero that would be cut to it.
    value >= 0 && value < 18_446_744_073_709_551_616.0
      ? UInt64(exactly: value.rounded(.towardZero)) : nil
  case .string(let text):
    text.description.utf8.allSatisfy(isDigit) ? UInt64(text.description) : nil
  default: nil
  }
}

/// What is no number of digits, as `string(…)` writes it.
private let notFinite: [String: Double] = [
  "NaN": .nan, "Infinity": .infinity, "-Infinity": -.infinity,
]

private func double(_ value: Value) -> Double? {
  switch value {
  case .double(let value): return value
  case .int(let value): return Double(value)
  case .uint(let value): return Double(value)
  case .string(let text):
    if let special = notFinite[text.description] { return special }
    let isNumber = text.description.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
    guard isNumber, !text.description.utf8.starts(with: "+".utf8),
      let number = Double(text.description), number.isFinite
    else { return nil }
    return number
  default: return nil
  }
}

/// A value as a text, as `string(…)` writes it; nil for containers.
func text(_ value: Value) -> String? {
  switch value {
  case .string(let text): text.description
  case .bool(let value): String(value)
  case .int(let value): String(value)
  case .uint(let value): String(value)
  case .double(let value): text(of: value)
  case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
  case .date(let date): date.description
  case .timestamp(let time): time.description
  case .duration(let span): span.description
  case .null, .list, .map, .type, .optional, .node, .unknown, .error: nil
  }
}

/// The shortest digits that read back as the same number, without a final `.0`.
private func text(of number: Double) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  let digits = number.description
  return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
}

private func bytes(_ value: Value) -> [UInt8]? {
  switch value {
  case .bytes(let bytes): bytes
  case .string(let text): Array(text.description.utf8)
  default: nil
  }
}

private func timestamp(_ value: Value) -> Timestamp? {
  switch value {
  case .timestamp(let time): time
  case .int(let seconds): Timestamp(seconds: seconds)
  case .string(let text): Timestamp(text.description)
  default: nil
  }
}

private func duration(_ value: Value) -> TimeSpan? {
  switch value {
  case .duration(let span): span
  case .string(let text): TimeSpan(text.description)
  default: nil
  }
}

private func date(_ value: Value) -> PartialDate? {
  switch value {
  case .date(let date): date
  case .string(let text): PartialDate(text.description)
  case .timestamp(let time): day(of: time)
  default: nil
  }
}

private func day(of time: Timestamp) -> PartialDate? {
  Int32(exactly: time.local(offset: 0).day).map { PartialDate(firstDay: $0, lastDay: $0) }
}

/// The type of a value; a list or map says nothing of its elements.
func runtimeType(of value: Value) -> CELType? {
  switch value {
  case .null: .null
  case .bool: .bool
  case .int: .int
  case .uint: .uint
  case .double: .double
  case .string: .string
  case .bytes: .bytes
  case .date: .date
  case .timestamp: .timestamp
  case .duration: .duration
  case .list: .list(.dyn)
  case .map: .map(key: .dyn, value: .dyn)
  case .type: .type
  case .optional: .optional(.dyn)
  case .node, .unknown, .error: nil
  }
}
