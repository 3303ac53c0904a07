import ProbityText

/// Builds the way back from a decoded scalar to the bytes that it was written with.
///
/// The written form is decoded a second time, piece by piece. libyaml's text decides: should the
/// two ever differ, every place leads to the whole scalar rather than to a wrong part of it.
struct ScalarOffsets {
  let bytes: [UInt8]

  /// The next byte to decode.
  var offset: Int

  /// Past the last byte to decode.
  var end: Int

  private var decoded: [UInt8] = []
  private var map = OffsetMap()

  /// The way back for a scalar.
  static func map(of scalar: Node.Scalar) -> OffsetMap {
    exactMap(of: scalar) ?? wholeMap(of: scalar)
  }

  /// The way back, or nil if decoding does not give the scalar's own text.
  static func exactMap(of scalar: Node.Scalar) -> OffsetMap? {
    var decoder = ScalarOffsets(scalar.written)
    switch scalar.style {
    case .plain: decoder.decodePlain()
    case .singleQuoted: decoder.decodeSingleQuoted()
    case .doubleQuoted: decoder.decodeDoubleQuoted()
    case .literal: decoder.decodeBlock(of: scalar.text, isFolded: false)
    case .folded: decoder.decodeBlock(of: scalar.text, isFolded: true)
    }
    return decoder.decoded.elementsEqual(scalar.text.utf8) ? decoder.map : nil
  }

  private static func wholeMap(of scalar: Node.Scalar) -> OffsetMap {
    let count = scalar.text.utf8.count
    let written = scalar.written.lowerBound..<scalar.written.upperBound
    var map = OffsetMap()
    // Equal lengths would say that the text stands there verbatim.
    map.append(decodedCount: count, source: count == written.count ? written.dropLast() : written)
    return map
  }

  private init(_ written: SourceSpan) {
    bytes = written.source.bytes
    offset = written.lowerBound
    end = min(written.upperBound, bytes.count)
  }

  /// Adds source bytes that stand for themselves.
  mutating func keep(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    decoded += bytes[range]
    map.append(decodedCount: range.count, source: range)
  }

  /// Adds text that stands in the file in another form.
  mutating func put(_ text: String, from source: Range<Int>) {
    decoded += text.utf8
    map.append(decodedCount: text.utf8.count, source: source)
  }

  private mutating func decodePlain() {
    while offset < end {
      keepText { _ in false }
      passBlanks()
    }
  }

  private mutating func decodeSingleQuoted() {
    enterQuotes()
    while offset < end {
      keepText { $0 == UInt8(ascii: "'") }
      if offset < end, bytes[offset] == UInt8(ascii: "'") {
        put("'", from: offset..<(offset + 2))
        offset += 2
      }
      passBlanks()
    }
  }

  private mutating func decodeDoubleQuoted() {
    enterQuotes()
    while offset < end {
      keepText { $0 == UInt8(ascii: "\\") }
      if offset < end, bytes[offset] == UInt8(ascii: "\\") { passEscape() }
      passBlanks()
    }
  }

  private mutating func enterQuotes() {
    offset += 1
    end -= 1
  }

  /// Keeps all up to the next blank, break or special byte.
  private mutating func keepText(until isSpecial: (UInt8) -> Bool) {
    let start = offset
    while offset < end, !Self.isBlankOrBreak(bytes[offset]), !isSpecial(bytes[offset]) {
      offset += 1
    }
    keep(start..<offset)
  }

  /// Keeps blanks inside a line, and folds line breaks with the blanks around them.
  private mutating func passBlanks() {
    let start = offset
    let breaks = breaksInBlanks()
    guard let first = breaks.first else { return keep(start..<offset) }
    if breaks.count == 1 { put(" ", from: first) }
    for other in breaks.dropFirst() { put("\n", from: other) }
  }

  /// Goes past blanks and breaks, and says where the breaks were.
  private mutating func breaksInBlanks() -> [Range<Int>] {
    var breaks: [Range<Int>] = []
    while offset < end, Self.isBlankOrBreak(bytes[offset]) {
      let start = offset
      if bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
      if offset < end, bytes[offset] == UInt8(ascii: "\n") { breaks.append(start..<(offset + 1)) }
      offset += 1
    }
    offset = min(offset, end)
    return breaks
  }

  private mutating func passEscape() {
    guard offset + 1 < end else {
      offset = end
      return
    }
    let start = offset
    let letter = bytes[offset + 1]
    offset += 2
    if letter == UInt8(ascii: "\n") || letter == UInt8(ascii: "\r") {
      // An escaped break is dropped; the empty lines behind it are not.
      offset -= 1
      for other in breaksInBlanks().dropFirst() { put("\n", from: other) }
    } else if let count = Self.hexDigits[letter] {
      let digits = String(decoding: bytes[offset..<min(offset + count, end)], as: UTF8.self)
      let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      offset = min(offset + count, end)
      put(scalar.map { String(Character($0)) } ?? "", from: start..<offset)
    } else {
      put(Self.escapes[letter] ?? "", from: start..<offset)
    }
  }

  private static let hexDigits: [UInt8: Int] = [
    UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
  ]

  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "t"): "\t", UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
    UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  static func isBlankOrBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
