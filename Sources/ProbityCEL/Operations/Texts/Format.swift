/// Why a text could not be formatted.
enum FormatFailure: Error {
  case failed(String)
  case waits(FactSet)
  /// The result would be longer than it may be.
  case grows
}

/// A text with its clauses such as `%s` and `%.2f` replaced by values.
///
/// The limit is in UTF-8 bytes.
func format(
  _ text: String,
  _ values: [Value],
  atMost limit: Int
) throws(FormatFailure) -> String {
  var left = limit
  var rest = Array(text.unicodeScalars)[...]
  var result = String.UnicodeScalarView()
  var next = 0
  while let scalar = rest.popFirst() {
    guard scalar == "%" else {
      result.append(scalar)
      continue
    }
    if rest.first == "%" {
      result.append("%")
      rest.removeFirst()
      continue
    }
    let precision = try precision(from: &rest)
    guard let clause = rest.popFirst() else {
      throw .failed("a `%` at the end of a format means nothing")
    }
    guard next < values.count else { throw .failed("the format has more clauses than values") }
    let part = try written(values[next], clause, precision, &left)
    result.append(contentsOf: part.unicodeScalars)
    next += 1
  }
  return String(result)
}

private func precision(from rest: inout ArraySlice<Unicode.Scalar>) throws(FormatFailure) -> Int {
  guard rest.first == "." else { return 6 }
  rest.removeFirst()
  let digits = rest.prefix { ("0"..."9").contains($0) }
  rest = rest.dropFirst(digits.count)
  guard let precision = Int(digits.map(String.init).joined()), precision <= 1000 else {
    throw .failed("the precision of a format is a number up to 1000")
  }
  return precision
}

private func written(
  _ value: Value,
  _ clause: Unicode.Scalar,
  _ precision: Int,
  _ left: inout Int
) throws(FormatFailure) -> String {
  let written: String?
  switch clause {
  case "s": return try plainText(value, &left)
  case "d": written = decimal(value)
  case "f": written = real(value) { $0.fixed(precision) }
  case "e": written = real(value) { $0.scientific(precision) }
  case "b": written = binary(value)
  case "o": written = digits(value, radix: 8)
  case "x": written = hexadecimal(value)
  case "X": written = hexadecimal(value)?.uppercased()
  default: throw .failed("`%\(clause)` is no clause of a format")
  }
  guard let written else { throw .failed("`%\(clause)` does not take this type of value") }
  return written
}

private func decimal(_ value: Value) -> String? {
  switch value {
  case .int, .uint, .double: text(value)
  default: nil
  }
}

private func binary(_ value: Value) -> String? {
  if case .bool(let bool) = value { return bool ? "1" : "0" }
  return digits(value, radix: 2)
}

private func digits(_ value: Value, radix: Int) -> String? {
  switch value {
  case .int(let number): String(number, radix: radix)
  case .uint(let number): String(number, radix: radix)
  default: nil
  }
}

private func hexadecimal(_ value: Value) -> String? {
  switch value {
  case .string(let text): octets(Array(text.description.utf8))
  case .bytes(let bytes): octets(bytes)
  default: digits(value, radix: 16)
  }
}

private func octets(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

private func real(_ value: Value, _ write: (Decimal) -> String) -> String? {
  let number: Double
  switch value {
  case .double(let value): number = value
  case .int(let value): number = Double(value)
  case .uint(let value): number = Double(value)
  default: return nil
  }
  guard number.isFinite else { return text(value) }
  return (number.sign == .minus ? "-" : "") + write(Decimal(number))
}

/// A value as `%s` writes it: the entries of a map in the order of their keys' texts.
///
/// Each of its texts takes from the bytes that are left.
private func plainText(_ value: Value, _ left: inout Int) throws(FormatFailure) -> String {
  switch value {
  case .null: return "null"
  case .type(let type): return typeName(type)
  case .list(let list):
    guard list.isPlain else { throw .waits(list.waitsForPlaces) }
    var items: [String] = []
    for item in list.values { items.append(try plainText(item, &left)) }
    return "[" + items.joined(separator: ", ") + "]"
  case .map(let map):
    var entries: [(key: Text, value: String)] = []
    for (key, value) in zip(map.keys, map.values) {
      entries.append((Text(try plainText(key, &left)), try plainText(value, &left)))
    }
    let sorted = entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "{" + sorted.joined(separator: ", ") + "}"
  case .unknown(let facts): throw .waits(facts)
  case .error(let fault): throw .failed(fault.message)
  case .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .optional,
    .node:
    guard let text = text(value) else {
      throw .failed("a record, optional or faulty text cannot be written")
    }
    left -= text.utf8.count
    if left < 0 { throw .grows }
    return text
  }
}

/// The name of a type as expressions write it.
func typeName(_ type: CELType) -> String {
  switch type {
  case .null: "null_type"
  case .list: "list"
  case .map: "map"
  case .optional: "optional_type"
  case .timestamp: "google.protobuf.Timestamp"
  case .duration: "google.protobuf.Duration"
  case .bool, .int, .uint, .double, .string, .bytes, .date, .record, .enumeration, .type, .dyn,
    .opaque, .parameter:
    type.description
  }
}
