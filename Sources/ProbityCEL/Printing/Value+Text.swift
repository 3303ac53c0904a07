import ProbityText

extension Value {
  /// A value without parts as the language writes it; `?` for any other.
  var simpleText: String {
    switch self {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): doubleText(number)
    case .string(let text): "\"" + escaped(text.description) + "\""
    case .bytes(let bytes): "b\"" + bytes.map(octet).joined() + "\""
    case .date(let date): "date(\"\(date)\")"
    case .timestamp(let time): "timestamp(\"\(time)\")"
    case .duration(let span): "duration(\"\(span)\")"
    case .type(let type): typeName(type)
    case .list, .map, .optional, .node, .unknown, .error: "?"
    }
  }
}

/// The shortest digits that give the number again; numbers without digits as calls.
private func doubleText(_ number: Double) -> String {
  if number.isNaN { return "double(\"NaN\")" }
  if number.isInfinite { return "double(\"\(number < 0 ? "-" : "")Infinity\")" }
  return number.description
}

/// A text between quotes; whatever steers a terminal, hides or turns the writing is escaped.
private func escaped(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": shown += "\\\""
    case "\\": shown += "\\\\"
    case "\n": shown += "\\n"
    case "\r": shown += "\\r"
    case "\t": shown += "\\t"
    case _ where !isDeceptive(scalar): shown.unicodeScalars.append(scalar)
    case _ where scalar.value > 0xFFFF: shown += "\\U" + hexadecimal(scalar.value, 8)
    default: shown += "\\u" + hexadecimal(scalar.value, 4)
    }
  }
  return shown
}

private func octet(_ byte: UInt8) -> String {
  let isPlain =
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"")
    && byte != UInt8(ascii: "\\")
  return isPlain ? String(Unicode.Scalar(byte)) : "\\x" + hexadecimal(UInt32(byte), 2)
}

private func hexadecimal(_ number: UInt32, _ width: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
