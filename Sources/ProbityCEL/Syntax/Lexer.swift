import ProbityText

/// Cuts the bytes of an expression into tokens and reports what is none.
struct Lexer {
  let text: EmbeddedText
  let bytes: [UInt8]
  var offset = 0
  var diagnostics = DiagnosticList()

  init(_ text: EmbeddedText) {
    self.text = text
    bytes = Array(text.text.utf8)
  }

  /// All tokens; the last one is `.end`.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while true {
      skipBlanks()
      let start = offset
      let kind = next()
      tokens.append(Token(kind: kind, range: start..<offset))
      if kind == .end { return tokens }
    }
  }

  /// The byte some places on, or zero past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  mutating func report(_ id: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
    diagnostics.error(id, message, at: text.span(range), help: help)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
        offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      default:
        return
      }
    }
  }

  private mutating func next() -> Token.Kind {
    guard offset < bytes.count else { return .end }
    let byte = bytes[offset]
    if let prefix = stringPrefix() { return stringLiteral(prefix) }
    if isNameStart(byte) { return .name(scanName()) }
    if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(peek(1))) { return number() }
    if byte == UInt8(ascii: "`") { return quotedName() }
    return sign() ?? strayCharacter()
  }

  private mutating func scanName() -> String {
    let start = offset
    while isNameStart(peek()) || isDigit(peek()) { offset += 1 }
    return slice(start..<offset)
  }

  private mutating func quotedName() -> Token.Kind {
    let start = offset
    offset += 1
    while isNameStart(peek()) || isDigit(peek()) || "-./ ".utf8.contains(peek()) { offset += 1 }
    guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
      report(
        "cel.bad-name",
        "a back-quoted name holds letters, digits, `_ - . /` and blanks and ends with a back-quote",
        start..<offset
      )
      return .invalid
    }
    offset += 1
    return .quotedName(slice((start + 1)..<(offset - 1)))
  }

  private mutating func sign() -> Token.Kind? {
    // Signs of two characters stand first in the list.
    for sign in Token.Sign.allCases where bytes[offset...].starts(with: sign.rawValue.utf8) {
      offset += sign.rawValue.utf8.count
      return .sign(sign)
    }
    return nil
  }

  private mutating func strayCharacter() -> Token.Kind {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    let found = slice(start..<offset)
    let meant = ["&": "&&", "|": "||", "=": "=="][found]
    report(
      "cel.unexpected-character",
      "`\(found)` is not part of the expression language",
      start..<offset,
      help: meant.map { "did you mean `\($0)`?" }
    )
    return .invalid
  }

  func slice(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

func isNameStart(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_")
    || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
}

/// The value of a hexadecimal digit, or nil.
func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
