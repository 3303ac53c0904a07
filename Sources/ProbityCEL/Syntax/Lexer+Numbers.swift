extension Lexer {
  /// A number at the offset: decimal, hexadecimal with `0x`, unsigned with a final `u`, or double.
  mutating func number() -> Token.Kind {
    let start = offset
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      return hexadecimal(from: start)
    }
    skipDigits()
    var isDouble = false
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      isDouble = true
      offset += 1
      skipDigits()
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if isDigit(peek(signed ? 2 : 1)) {
        isDouble = true
        offset += signed ? 2 : 1
        skipDigits()
      }
    }
    return isDouble ? double(from: start) : whole(UInt64(slice(start..<offset)), from: start)
  }

  private mutating func skipDigits() {
    while isDigit(peek()) { offset += 1 }
  }

  private mutating func hexadecimal(from start: Int) -> Token.Kind {
    offset += 2
    while hexadecimalValue(peek()) != nil { offset += 1 }
    return whole(UInt64(slice((start + 2)..<offset), radix: 16), from: start)
  }

  private mutating func double(from start: Int) -> Token.Kind {
    guard let value = Double(slice(start..<offset)), value.isFinite else {
      report("cel.number-range", "the number does not fit into a double", start..<offset)
      return .invalid
    }
    return .double(value)
  }

  private mutating func whole(_ value: UInt64?, from start: Int) -> Token.Kind {
    let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
    if isUnsigned { offset += 1 }
    guard let value else {
      report("cel.number-range", "the number does not fit into 64 bits", start..<offset)
      return .invalid
    }
    return isUnsigned ? .uint(value) : .int(value)
  }
}
