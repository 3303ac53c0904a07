/// A named text with a line table: everything Probity reads is one of these first.
///
/// Copies share one storage, so a text may be passed around and kept in every span freely.
public struct SourceText: Sendable {
  /// What a reader calls the text, usually a path relative to where the command ran.
  public var name: String { storage.name }

  /// The UTF-8 bytes as they were read; not guaranteed to be valid UTF-8.
  public var bytes: [UInt8] { storage.bytes }

  private let storage: Storage

  /// Names bytes that were read elsewhere.
  ///
  /// - Complexity: O(*n*) in the number of bytes: the line table is built here.
  public init(name: String, bytes: [UInt8]) {
    storage = Storage(name: name, bytes: bytes)
  }

  /// Names a text that is at hand, for tests and embedders.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Names the cells of a table by their places, such as `Questions!D7`: a line of bytes each.
  ///
  /// Line breaks in a cell count as blanks, so that an excerpt stays on its line.
  package init(name: String, cells: [(place: String, text: String)]) {
    var bytes: [UInt8] = []
    for cell in cells {
      bytes += cell.text.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      bytes.append(UInt8(ascii: "\n"))
    }
    storage = Storage(name: name, bytes: bytes, cellPlaces: cells.map(\.place))
  }

  /// The place of a byte offset as people and editors write it: `name:line:column`, in a table
  /// `name:cell`.
  package func place(ofOffset offset: Int) -> String {
    let start = location(ofOffset: offset)
    guard let cells = storage.cellPlaces else { return "\(name):\(start.line):\(start.column)" }
    return start.line <= cells.count ? name + ":" + cells[start.line - 1] : name
  }

  /// What stands in the margin beside a line: its number, in a table the cell without its sheet.
  func margin(ofLine line: Int) -> String {
    guard let cells = storage.cellPlaces, line <= cells.count else { return String(line) }
    return cells[line - 1].split(separator: "!").last.map { String($0) } ?? ""
  }

  /// The number of lines; a final line break does not open another line.
  public var lineCount: Int { storage.lineStarts.count }

  /// The place of a byte offset, clamped to the end of the text.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  public func location(ofOffset offset: Int) -> SourceLocation {
    let offset = max(0, min(offset, storage.bytes.count))
    let line = storage.lineIndex(ofOffset: offset)
    let start = storage.lineStarts[line]
    return SourceLocation(
      line: line + 1,
      column: 1 + scalarCount(in: storage.bytes[start..<max(start, offset)])
    )
  }

  /// The byte range of a line (1-based) without its line break; empty past the end.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    let starts = storage.lineStarts
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The text of a byte range, with each malformed byte repaired to U+FFFD.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// A span of this text, from one byte offset up to another.
  package func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: self, lowerBound: range.lowerBound, upperBound: range.upperBound)
  }

  /// A final class because identity is the point: spans compare their source by it first.
  fileprivate final class Storage: Sendable {
    let name: String
    let bytes: [UInt8]
    let lineStarts: [Int]

    /// What the lines are called, if each is a cell of a table.
    let cellPlaces: [String]?

    init(name: String, bytes: [UInt8], cellPlaces: [String]? = nil) {
      self.name = name
      self.bytes = bytes
      self.cellPlaces = cellPlaces
      lineStarts = Self.lineStarts(in: bytes.span)
    }

    private static func lineStarts(in bytes: Span<UInt8>) -> [Int] {
      let lineFeed = UInt8(ascii: "\n")
      var starts = [0]
      starts.reserveCapacity(bytes.count / 32 + 1)
      var offset = 0
      while offset + 8 <= bytes.count {
        var marks = bytes.word(at: offset).marks(of: lineFeed)
        while marks != 0 {
          starts.append(offset + marks.trailingZeroBitCount / 8 + 1)
          marks &= marks - 1
        }
        offset += 8
      }
      while offset < bytes.count {
        if bytes[offset] == lineFeed { starts.append(offset + 1) }
        offset += 1
      }
      // A final line break opens no line.
      if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
      return starts
    }

    func lineIndex(ofOffset offset: Int) -> Int {
      var low = 0
      var high = lineStarts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if lineStarts[middle] <= offset { low = middle } else { high = middle }
      }
      return low
    }
  }
}

extension SourceText: Hashable {
  /// Whether both name the same text with the same bytes.
  public static func == (left: SourceText, right: SourceText) -> Bool {
    left.storage === right.storage || (left.name == right.name && left.bytes == right.bytes)
  }

  /// Feeds the name only: two texts of one name are rare, and bytes are long.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

/// The number of Unicode scalars that begin in a run of UTF-8 bytes.
package func scalarCount(in bytes: some Sequence<UInt8>) -> Int {
  bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
}
