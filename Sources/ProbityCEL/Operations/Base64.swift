private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
)

/// The text that stands for bytes; nil for any other value.
func base64(encoding value: Value) -> String? {
  guard case .bytes(let bytes) = value else { return nil }
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
    for place in 0...group.count {
      text.append(alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
    }
    text += repeatElement(UInt8(ascii: "="), count: 3 - group.count)
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes that a text stands for; the padding at its end may be left out, nothing else.
func base64(decoding value: Value) -> [UInt8]? {
  guard case .string(let text) = value else { return nil }
  var digits = Array(text.description.utf8)
  let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
  guard padding == 0 || (digits.count % 4 == 0 && padding <= 2) else { return nil }
  digits.removeLast(padding)
  var bytes: [UInt8] = []
  for start in stride(from: 0, to: digits.count, by: 4) {
    let group = digits[start..<min(start + 4, digits.count)]
    guard group.count > 1 else { return nil }
    var bits: UInt32 = 0
    for digit in group {
      guard let place = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(place)
    }
    bits <<= 6 * UInt32(4 - group.count)
    // Bits that no byte takes up must be zero, so that one value has one spelling.
    guard bits & (UInt32(1) << (8 * UInt32(4 - group.count)) - 1) == 0 else { return nil }
    for place in 0..<(group.count - 1) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(place))))
    }
  }
  return bytes
}
