/// A text in code points, as the language counts them.
private typealias Scalars = [Unicode.Scalar]

private let outOfRange = EvaluationFailure(message: "the position lies outside of the text")

/// A part of a text, or what is made of its parts.
///
/// A result of more code points than the limit is `EvaluationFailure.growth`.
func textPart(
  _ function: Function,
  _ text: [Unicode.Scalar],
  _ arguments: ArraySlice<Value>,
  atMost limit: Int
) -> Result<Value, EvaluationFailure> {
  let values = Array(arguments)
  switch (function, values.count) {
  case (.charAt, 1): return position(values[0], in: text).map { character(text, $0) }
  case (.substring, 1), (.substring, 2): return substring(text, values)
  case (.indexOf, 1), (.indexOf, 2): return index(text, values, isLast: false)
  case (.lastIndexOf, 1), (.lastIndexOf, 2): return index(text, values, isLast: true)
  case (.split, 1), (.split, 2): return split(text, values)
  case (.replace, 2), (.replace, 3): return replaced(text, values, longest: limit)
  default: return .failure(.types)
  }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return .string(String(view))
}

private func scalars(_ value: Value) -> Scalars? {
  guard case .string(let text) = value else { return nil }
  return Array(text.description.unicodeScalars)
}

/// A position from the start of a text up to its end.
private func position(_ value: Value, in text: Scalars) -> Result<Int, EvaluationFailure> {
  guard case .int(let number) = value else { return .failure(.types) }
  guard let position = Int(exactly: number), (0...text.count).contains(position) else {
    return .failure(outOfRange)
  }
  return .success(position)
}

private func character(_ text: Scalars, _ position: Int) -> Value {
  string(text[position..<min(position + 1, text.count)])
}

private func substring(_ text: Scalars, _ values: [Value]) -> Result<Value, EvaluationFailure> {
  position(values[0], in: text).flatMap { start in
    guard values.count == 2 else { return .success(string(text[start...])) }
    return position(values[1], in: text).flatMap { end in
      start <= end ? .success(string(text[start..<end])) : .failure(outOfRange)
    }
  }
}

/// The first place from a start at which a part stands.
///
/// - Complexity: O(*n* + *m*), by Knuth, Morris and Pratt: texts of profiles are hostile.
func firstPlace<T: Equatable>(of part: [T], in whole: [T], from start: Int) -> Int? {
  guard start <= whole.count, part.count <= whole.count - start else { return nil }
  guard !part.isEmpty else { return start }
  let borders = borders(of: part)
  var matched = 0
  for place in start..<whole.count {
    while matched > 0, part[matched] != whole[place] { matched = borders[matched - 1] }
    if part[matched] == whole[place] { matched += 1 }
    if matched == part.count { return place + 1 - matched }
  }
  return nil
}

/// For each beginning of a part the length of its longest proper end that is a beginning too.
private func borders<T: Equatable>(of part: [T]) -> [Int] {
  var borders = [0]
  var length = 0
  for place in part.indices.dropFirst() {
    while length > 0, part[length] != part[place] { length = borders[length - 1] }
    if part[length] == part[place] { length += 1 }
    borders.append(length)
  }
  return borders
}

/// The last place up to a start at which a part stands.
private func lastPlace(of part: Scalars, in whole: Scalars, upTo start: Int) -> Int? {
  guard part.count <= whole.count else { return nil }
  let end = min(start, whole.count - part.count) + part.count
  let place = firstPlace(of: part.reversed(), in: whole[..<end].reversed(), from: 0)
  return place.map { end - part.count - $0 }
}

private func index(
  _ text: Scalars,
  _ values: [Value],
  isLast: Bool
) -> Result<Value, EvaluationFailure> {
  guard let part = scalars(values[0]) else { return .failure(.types) }
  let given = values.count == 2 ? position(values[1], in: text) : nil
  return (given ?? .success(isLast ? text.count : 0)).map { start in
    guard isLast else { return .int(Int64(firstPlace(of: part, in: text, from: start) ?? -1)) }
    return .int(Int64(lastPlace(of: part, in: text, upTo: start) ?? -1))
  }
}

/// How many pieces or replacements there may be; nil for any number.
private func limit(_ values: [Value], at place: Int) -> Result<Int?, EvaluationFailure> {
  guard values.count > place else { return .success(nil) }
  guard case .int(let number) = values[place] else { return .failure(.types) }
  return .success(number < 0 ? nil : Int(clamping: number))
}

private func split(_ text: Scalars, _ values: [Value]) -> Result<Value, EvaluationFailure> {
  guard let separator = scalars(values[0]) else { return .failure(.types) }
  return limit(values, at: 1).map { limit in
    if limit == 0 { return .list([Value]()) }
    return .list(pieces(text, separator, atMost: limit).map(string))
  }
}

/// The pieces between separators; an empty separator stands between all code points.
private func pieces(_ text: Scalars, _ separator: Scalars, atMost limit: Int?) -> [Scalars] {
  var pieces: [Scalars] = []
  var start = 0
  while limit.map({ pieces.count + 1 < $0 }) ?? true {
    if separator.isEmpty {
      guard start + 1 < text.count else { break }
      pieces.append([text[start]])
      start += 1
    } else {
      guard let place = firstPlace(of: separator, in: text, from: start) else { break }
      pieces.append(Array(text[start..<place]))
      start = place + separator.count
    }
  }
  if separator.isEmpty, text.isEmpty { return [] }
  return pieces + [Array(text[start...])]
}

private func replaced(
  _ text: Scalars,
  _ values: [Value],
  longest: Int
) -> Result<Value, EvaluationFailure> {
  guard let old = scalars(values[0]), let new = scalars(values[1]) else { return .failure(.types) }
  return limit(values, at: 2).flatMap { limit in
    let pieces =
      old.isEmpty ? [] : pieces(text, old, atMost: limit.map { $0 == .max ? $0 : $0 + 1 })
    let count = old.isEmpty ? min(limit ?? .max, text.count + 1) : pieces.count - 1
    let (growth, overflow) = count.multipliedReportingOverflow(by: new.count)
    guard !overflow, growth <= longest else { return .failure(.growth) }
    if old.isEmpty { return .success(string(interleaved(text, new, atMost: limit))) }
    return .success(string(pieces.joined(separator: new)))
  }
}

/// Something before every code point and at the end.
private func interleaved(_ text: Scalars, _ new: Scalars, atMost limit: Int?) -> Scalars {
  var result: Scalars = []
  for place in 0...text.count {
    if limit.map({ place < $0 }) ?? true { result += new }
    if place < text.count { result.append(text[place]) }
  }
  return result
}

/// A text as a literal of the language, in double quotes.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{7}": result += "\\a"
    case "\u{8}": result += "\\b"
    case "\u{C}": result += "\\f"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{B}": result += "\\v"
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
