extension Lexer {
  struct StringPrefix {
    var length: Int
    var isRaw: Bool
    var isBytes: Bool
  }

  /// The letters `r` and `b` before a quote, if a string literal begins here.
  func stringPrefix() -> StringPrefix? {
    var prefix = StringPrefix(length: 0, isRaw: false, isBytes: false)
    while prefix.length < 3 {
      switch peek(prefix.length) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return prefix
      case UInt8(ascii: "r"), UInt8(ascii: "R"):
        if prefix.isRaw { return nil } else { prefix.isRaw = true }
      case UInt8(ascii: "b"), UInt8(ascii: "B"):
        if prefix.isBytes || prefix.isRaw { return nil } else { prefix.isBytes = true }
      default: return nil
      }
      prefix.length += 1
    }
    return nil
  }

  mutating func stringLiteral(_ prefix: StringPrefix) -> Token.Kind {
    let start = offset
    offset += prefix.length
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    var content: [UInt8] = []
    var isSound = true
    while true {
      guard offset < bytes.count, isTriple || !isLineBreak(peek()) else {
        report("cel.unclosed-string", "the string is not closed", start..<offset)
        return .invalid
      }
      let byte = peek()
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        offset += isTriple ? 3 : 1
        break
      }
      if byte == UInt8(ascii: "\\"), !prefix.isRaw {
        isSound = appendEscape(to: &content, isBytes: prefix.isBytes) && isSound
      } else {
        content.append(byte)
        offset += 1
      }
    }
    guard isSound else { return .invalid }
    return prefix.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Reads an escape sequence; false, and a report, if it is none.
  private mutating func appendEscape(to content: inout [UInt8], isBytes: Bool) -> Bool {
    let start = offset
    let letter = peek(1)
    offset += min(2, bytes.count - offset)
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return appendCode(to: &content, isBytes, digits: 2, radix: 16, from: start)
    case UInt8(ascii: "u") where !isBytes:
      return appendCode(to: &content, false, digits: 4, radix: 16, from: start)
    case UInt8(ascii: "U") where !isBytes:
      return appendCode(to: &content, false, digits: 8, radix: 16, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      return appendCode(to: &content, isBytes, digits: 3, radix: 8, from: start)
    default:
      guard let byte = simpleEscape(letter) else { return badEscape(from: start) }
      content.append(byte)
      return true
    }
  }

  /// In bytes a code is one octet, in a string it is one code point.
  private mutating func appendCode(
    to content: inout [UInt8],
    _ isBytes: Bool,
    digits: Int,
    radix: UInt32,
    from start: Int
  ) -> Bool {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = hexadecimalValue(peek()), digit < radix, code < 0x1000_0000 else {
        return badEscape(from: start)
      }
      code = code * radix + digit
      offset += 1
    }
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: code))
      return true
    }
    guard let scalar = Unicode.Scalar(code) else { return badEscape(from: start) }
    content.append(contentsOf: String(scalar).utf8)
    return true
  }

  private mutating func badEscape(from start: Int) -> Bool {
    report(
      "cel.bad-escape",
      "`\(slice(start..<offset))` is not an escape sequence",
      start..<offset,
      help: "write `\\\\` for a backslash, or put `r` before the quote"
    )
    return false
  }

  private func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      letter
    default: nil
    }
  }
}
