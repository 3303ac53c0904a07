extension Machine {
  mutating func ofText(
    _ function: Function,
    _ text: String,
    _ arguments: [Value],
    _ place: Int
  ) -> Value {
    switch function {
    case .lowerAscii: return .string(flipped(text, from: UInt8(ascii: "A")))
    case .upperAscii: return .string(flipped(text, from: UInt8(ascii: "a")))
    case .trim: return .string(trimmed(text))
    case .reverse: return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    case .startsWith, .endsWith, .contains:
      guard arguments.count == 2, case .string(let other) = arguments[1] else {
        return mistyped("`\(function.rawValue)` takes strings", place)
      }
      return .bool(holds(function, Text(text), other))
    case .format: return formatted(text, arguments, place)
    default: break
    }
    let limit = limits.stringSize
    switch textPart(function, Array(text.unicodeScalars), arguments.dropFirst(), atMost: limit) {
    case .failure(let failure) where failure == .growth:
      return grown(.max, place) ?? .error(exhausted(place))
    case .failure(let failure): return self.value(.failure(failure), place)
    case .success(let value): return bounded(value, place)
    }
  }

  /// A text or list of texts, unless it has become too large.
  private mutating func bounded(_ value: Value, _ place: Int) -> Value {
    switch value {
    case .string(let text): return grown(text.description.utf8.count, place) ?? value
    case .list(let list): return lengthened(list.count, place) ?? value
    default: return value
    }
  }

  private func flipped(_ text: String, from first: UInt8) -> String {
    let letters = first...(first + 25)
    let bytes = text.utf8.map { letters.contains($0) ? $0 ^ 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  func holds(_ function: Function, _ text: Text, _ other: Text) -> Bool {
    let bytes = Array(text.description.utf8)
    let part = Array(other.description.utf8)
    switch function {
    case .startsWith: return bytes.starts(with: part)
    case .endsWith: return bytes.count >= part.count && bytes.suffix(part.count).elementsEqual(part)
    default: return firstPlace(of: part, in: bytes, from: 0) != nil
    }
  }

  /// `format`: what it writes must be known as a whole.
  private mutating func formatted(_ text: String, _ arguments: [Value], _ place: Int) -> Value {
    guard arguments.count == 2, case .list(let list) = listReading(arguments[1]) else {
      return mistyped("`format` takes a list", place)
    }
    switch plain(list) {
    case .other(let value): return value
    case .values(let values):
      do {
        let result = try format(text, values, atMost: limits.stringSize)
        return grown(result.utf8.count, place) ?? .string(result)
      } catch {
        switch error {
        case .failed(let message): return failed(message, place)
        case .waits(let facts): return .unknown(facts)
        case .grows: return grown(.max, place) ?? .error(exhausted(place))
        }
      }
    }
  }

  /// `math.greatest` and `math.least`, of their arguments or of the elements of a list.
  mutating func extremum(_ function: Function, _ arguments: [Value], _ place: Int) -> Value {
    var numbers = arguments
    if arguments.count == 1, case .list(let list) = listReading(arguments[0]) {
      switch plain(list, inAnyOrder: true) {
      case .values(let values): numbers = values
      case .other(let value): return value
      }
    }
    guard var result = numbers.first else { return failed("an empty list has no extreme", place) }
    for number in numbers {
      guard let order = numericOrder(number, result) else {
        return mistyped("only numbers have an extreme", place)
      }
      if order == (function == .greatest ? .greater : .less) { result = number }
    }
    return result
  }
}
