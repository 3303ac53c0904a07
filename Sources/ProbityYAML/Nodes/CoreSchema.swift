/// What a scalar means by the YAML 1.2 core schema.
package enum CoreValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)

  /// Written as a whole number, but beyond 64 bits.
  case intOverflow
  case float(Double)
  case string(String)

  /// What a tag of the core schema starts with.
  static let tagPrefix = "tag:yaml.org,2002:"

  /// The value of a scalar by its tag, else its style; nil if the text does not fit the tag.
  init?(of scalar: Node.Scalar) {
    switch scalar.tag {
    case nil where scalar.style == .plain: self = Self.resolved(scalar.text)
    case nil, "!", Self.tagPrefix + "str": self = .string(scalar.text)
    case let tag?: self.init(scalar.text, tag: tag.dropFirst(Self.tagPrefix.count))
    }
  }

  private init?(_ text: String, tag: Substring) {
    switch (tag, Self.resolved(text)) {
    case ("null", .null): self = .null
    case ("bool", .bool(let value)): self = .bool(value)
    case ("int", .int(let value)): self = .int(value)
    case ("int", .intOverflow): self = .intOverflow
    case ("float", .float(let value)): self = .float(value)
    case ("float", .int), ("float", .intOverflow):
      guard let value = Double(text) else { return nil }
      self = .float(value)
    default: return nil
    }
  }

  /// The value of a plain text without a tag.
  static func resolved(_ text: String) -> CoreValue {
    if let word = word(text) { return word }
    return mayBeNumber(text) ? number(Array(text.utf8)) ?? .string(text) : .string(text)
  }

  /// Whether a plain text without a tag is a text at the first glance: too long for a word of the
  /// schema, and no number by its first byte.
  static func isSurelyText(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 5, let first = text.first else { return false }
    return !isDigit(first) && !"+-.".utf8.contains(first)
  }

  /// The value of a text that is one of the schema's words, none of which is long.
  private static func word(_ text: String) -> CoreValue? {
    guard text.utf8.count <= 5 else { return nil }
    return switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    case ".nan", ".NaN", ".NAN": .float(.nan)
    default: nil
    }
  }

  /// Numbers begin with a digit, a sign or a point.
  private static func mayBeNumber(_ text: String) -> Bool {
    text.utf8.first.map { isDigit($0) || "+-.".utf8.contains($0) } ?? false
  }

  private static func number(_ text: [UInt8]) -> CoreValue? {
    if text.starts(with: Array("0o".utf8)) { return integer(text.dropFirst(2), radix: 8) }
    if text.starts(with: Array("0x".utf8)) { return integer(text.dropFirst(2), radix: 16) }
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let unsigned = isSigned ? text.dropFirst() : text[...]
    if isInfinity(unsigned) {
      return .float(text.first == UInt8(ascii: "-") ? -.infinity : .infinity)
    }
    if !unsigned.isEmpty, unsigned.allSatisfy(isDigit) {
      return Int64(String(decoding: text, as: UTF8.self)).map(CoreValue.int) ?? .intOverflow
    }
    return isFloat(unsigned) ? Double(swiftNumeral(text)).map(CoreValue.float) : nil
  }

  private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> CoreValue? {
    let text = String(decoding: digits, as: UTF8.self)
    guard !digits.isEmpty, digits.allSatisfy({ digitValue($0) < radix }) else { return nil }
    return Int64(text, radix: radix).map(CoreValue.int) ?? .intOverflow
  }

  private static func digitValue(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: Int.max
    }
  }

  private static func isInfinity(_ text: ArraySlice<UInt8>) -> Bool {
    [".inf", ".Inf", ".INF"].contains { text.elementsEqual($0.utf8) }
  }

  /// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, section 10.3.2.
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    let whole = text.prefix(while: isDigit)
    var rest = text.dropFirst(whole.count)
    var digits = whole.count
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      digits += fraction.count
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard digits > 0 else { return false }
    return rest.isEmpty || isExponent(rest)
  }

  private static func isExponent(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "e") || text.first == UInt8(ascii: "E") else { return false }
    var digits = text.dropFirst()
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  /// Swift reads no number that begins or ends with a point.
  private static func swiftNumeral(_ text: [UInt8]) -> String {
    var numeral = ""
    var hasDigit = false
    for byte in text {
      if byte == UInt8(ascii: "."), !hasDigit { numeral += "0" }
      if isExponentLetter(byte), numeral.last == "." { numeral += "0" }
      hasDigit = hasDigit || isDigit(byte)
      numeral.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return numeral.last == "." ? numeral + "0" : numeral
  }

  private static func isExponentLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
