import ProbityText

/// Reads a table of RFC 4180: commas or semicolons, quotes, any line ends; every fault has a place.
struct CSVTable {
  private(set) var rows: [[TableCell]] = []
  private let source: SourceText
  private let bytes: [UInt8]
  private var offset = 0
  private var separator = UInt8(ascii: ",")

  private static let quote = UInt8(ascii: "\"")

  /// Reads all rows; nil, with an error, if the text is no table.
  static func rows(of source: SourceText, into diagnostics: inout DiagnosticList) -> [[TableCell]]?
  {
    let bytes = source.bytes
    if let fault = faultyByte(bytes) {
      diagnostics.error(
        "csv.not-a-text",
        "a table must be saved as UTF-8 (in spreadsheets: CSV UTF-8)",
        at: source.span(fault..<fault + 1)
      )
      return nil
    }
    var table = CSVTable(source: source, bytes: bytes)
    return table.readAll(into: &diagnostics) ? table.rows : nil
  }

  private init(source: SourceText, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    // Spreadsheets write semicolons where the decimal point is a comma.
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let semicolons = head.count { $0 == UInt8(ascii: ";") }
    if semicolons > head.count(where: { $0 == UInt8(ascii: ",") }) {
      separator = UInt8(ascii: ";")
    }
  }

  private static func faultyByte(_ bytes: [UInt8]) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return zip(bytes, repaired).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? max(0, bytes.count - 1)
  }

  private mutating func readAll(into diagnostics: inout DiagnosticList) -> Bool {
    while offset < bytes.count {
      guard let row = readRow(into: &diagnostics) else { return false }
      // A line with nothing on it is no row.
      if row.count > 1 || row[0].text != "" { rows.append(row) }
    }
    return true
  }

  private mutating func readRow(into diagnostics: inout DiagnosticList) -> [TableCell]? {
    var row: [TableCell] = []
    while true {
      let isQuoted = offset < bytes.count && bytes[offset] == Self.quote
      guard let cell = isQuoted ? readQuoted(into: &diagnostics) : readPlain(into: &diagnostics)
      else { return nil }
      row.append(cell)
      guard offset < bytes.count else { return row }
      if bytes[offset] == separator {
        offset += 1
        continue
      }
      endLine()
      return row
    }
  }

  private mutating func endLine() {
    if bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func readPlain(into diagnostics: inout DiagnosticList) -> TableCell? {
    let start = offset
    while offset < bytes.count, !endsCell(bytes[offset]) {
      if bytes[offset] == Self.quote {
        diagnostics.error(
          "csv.stray-quote",
          "a cell with quotes in it must be in quotes, with each of them doubled",
          at: source.span(offset..<offset + 1)
        )
        return nil
      }
      offset += 1
    }
    return cell(Array(bytes[start..<offset]), at: start..<offset)
  }

  private mutating func readQuoted(into diagnostics: inout DiagnosticList) -> TableCell? {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte != Self.quote {
        text.append(byte)
      } else if offset < bytes.count, bytes[offset] == Self.quote {
        text.append(byte)
        offset += 1
      } else {
        guard offset == bytes.count || endsCell(bytes[offset]) else {
          diagnostics.error(
            "csv.stray-quote",
            "behind the quote that ends a cell there must be nothing",
            at: source.span(offset..<offset + 1)
          )
          return nil
        }
        return cell(text, at: start..<offset)
      }
    }
    diagnostics.error(
      "csv.open-quote",
      "the quote that begins a cell must be closed",
      at: source.span(start..<start + 1)
    )
    return nil
  }

  /// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
  private func cell(_ bytes: [UInt8], at range: Range<Int>) -> TableCell {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("'"), let next = text.dropFirst().unicodeScalars.first,
      "=+-@＝＋－＠' \u{A0}".unicodeScalars.contains(next)
    {
      text.removeFirst()
    }
    return TableCell(text: text, span: source.span(range))
  }
}
