/// Texts that cells share, in pieces of one look each; nil where one is too long.
enum SharedTexts {
  static func read(_ part: WorkbookParts.Part) throws(WorkbookFault) -> [String?] {
    var texts: [String?] = []
    var piece = RichText()
    try XMLReader.read(part.bytes, part.name) { event throws(WorkbookFault) in
      switch event {
      case .start("si", _): piece = RichText()
      case .end("si"):
        guard texts.count < WorkbookLimits.sharedTexts else {
          throw .tooLarge("there must not be more than \(WorkbookLimits.sharedTexts) shared texts")
        }
        texts.append(piece.text)
      case .start, .end, .text: piece.take(event)
      }
    }
    return texts
  }
}

/// A text that is put together of pieces.
struct RichText {
  private var written = ""
  private var isInside = false
  private var isTooLong = false
  /// How words are pronounced stands beside them, and is no part of them.
  private var isPronunciation = false

  /// Nil if it is too long.
  var text: String? { isTooLong ? nil : Self.unescaped(written) }

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("rPh", _): isPronunciation = true
    case .end("rPh"): isPronunciation = false
    case .start("t", _): isInside = !isPronunciation
    case .end("t"): isInside = false
    case .text(let text) where isInside: add(text)
    case .start, .end, .text: break
    }
  }

  private mutating func add(_ text: String) {
    // An escape of one character takes seven.
    if written.utf8.count + text.utf8.count > 7 * WorkbookLimits.cellLength { isTooLong = true }
    if !isTooLong { written += text }
  }

  /// A text in which `_x000A_` and the like stand for what XML cannot hold.
  static func unescaped(_ text: String) -> String? {
    guard text.contains("_x") else { return fitting(text) }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if let unit = escape(rest) {
        result.unicodeScalars.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
        rest = rest.dropFirst(7)
      } else {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return fitting(result)
  }

  private static func escape(_ text: String.UnicodeScalarView.SubSequence) -> UInt16? {
    let head = Array(text.prefix(7))
    guard head.count == 7, head[0] == "_", head[1] == "x", head[6] == "_",
      head[2..<6].allSatisfy({ $0.properties.isASCIIHexDigit })
    else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: head[2..<6])
    return UInt16(digits, radix: 16)
  }

  private static func fitting(_ text: String) -> String? {
    text.utf16.count <= WorkbookLimits.cellLength ? text : nil
  }
}
