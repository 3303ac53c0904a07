import ProbityText

/// Refuses what must not reach a parser: other encodings, characters that deceive, huge files.
struct SourceCheck {
  private let source: SourceText
  private let bytes: [UInt8]

  /// Whether a source may be parsed; all that speaks against it goes into the diagnostics.
  static func passes(
    _ source: SourceText,
    limits: ReadingLimits,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    // Places are kept in 32 bits.
    let most = min(limits.bytes, Int(Int32.max))
    guard source.bytes.count <= most else {
      diagnostics.error(
        "yaml.too-large",
        "a file must not be larger than \(most) bytes; this one has \(source.bytes.count)",
        at: source.span(0..<0)
      )
      return false
    }
    return SourceCheck(source).allCharactersPass(into: &diagnostics)
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  private func allCharactersPass(into diagnostics: inout DiagnosticList) -> Bool {
    var passes = true
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while true {
      offset = bytes.span.endOfOrdinaryText(from: offset)
      guard offset < bytes.count else { return passes }
      guard let scalar = scalar(at: offset) else {
        refuseEncoding(at: offset, into: &diagnostics)
        return false
      }
      if scalar == "\0" {
        refuseBinary(at: offset, into: &diagnostics)
        return false
      }
      let end = offset + UTF8.width(scalar)
      if let fault = fault(of: scalar, before: end) {
        diagnostics.error(fault.id, fault.message, at: source.span(offset..<end), help: fault.help)
        passes = false
      }
      offset = end
    }
  }

  private typealias Fault = (id: String, message: String, help: String)

  private func fault(of scalar: Unicode.Scalar, before end: Int) -> Fault? {
    switch scalar.value {
    case 0x09: nil
    case 0x0D: end < bytes.count && bytes[end] == UInt8(ascii: "\n") ? nil : Self.loneReturn
    case 0x85, 0x2028, 0x2029:
      (
        "yaml.line-separator",
        "\(Self.name(of: scalar)) must not stand in a file: programs disagree on whether it ends a line",
        "use an ordinary line break, or write it as an escape in double quotes"
      )
    case 0xFEFF:
      (
        "yaml.byte-order-mark", "a byte order mark stands only at the very start of a file",
        "remove this invisible character"
      )
    case 0x01..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF:
      (
        "yaml.control-character",
        "\(Self.name(of: scalar)) is a control character and must not stand in a file",
        "remove it, or write it as an escape in double quotes"
      )
    default: nil
    }
  }

  private static let loneReturn: Fault = (
    "yaml.carriage-return", "a carriage return stands only before a line feed",
    "save the file with ordinary line breaks"
  )

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func refuseBinary(at offset: Int, into diagnostics: inout DiagnosticList) {
    diagnostics.error(
      "yaml.not-a-text",
      "a file must be text; this one holds a zero byte, as binary files do",
      at: source.span(offset..<(offset + 1))
    )
  }

  private func refuseEncoding(at offset: Int, into diagnostics: inout DiagnosticList) {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let found = isUTF16 ? "this one is UTF-16" : "the byte 0x\(hex(bytes[offset])) is not"
    diagnostics.error(
      "yaml.invalid-utf8",
      "a file must be UTF-8 throughout; \(found)",
      at: source.span(offset..<(offset + 1)),
      help: "save the file with the encoding UTF-8"
    )
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The scalar that begins at a byte, or nil where the bytes are no UTF-8.
  private func scalar(at offset: Int) -> Unicode.Scalar? {
    let lead = bytes[offset]
    let length: Int
    switch lead {
    case 0x00...0x7F: return Unicode.Scalar(lead)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(offset + 1)..<(offset + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // A longer form than needed has fewer bytes when written anew; surrogates are no scalars.
    return Unicode.Scalar(value).flatMap { UTF8.width($0) == length ? $0 : nil }
  }
}

extension Span<UInt8> {
  /// Past the printable ASCII characters and line feeds that begin at an offset.
  fileprivate func endOfOrdinaryText(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count, word(at: offset).isOrdinaryText { offset += 8 }
    while offset < count, self[offset] &- 0x20 < 0x5F || self[offset] == UInt8(ascii: "\n") {
      offset += 1
    }
    return offset
  }
}

extension UInt64 {
  /// Whether all eight bytes are printable ASCII or line feeds.
  fileprivate var isOrdinaryText: Bool {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let isBelowSpace = ~((self | highest) &- 0x2020_2020_2020_2020)
    let isOther = isBelowSpace & ~marks(of: UInt8(ascii: "\n"))
    let isDelete = marks(of: 0x7F)
    return (self | isOther | isDelete) & highest == 0
  }
}
