import CXLSXWriter

/// Why there is no spreadsheet.
package enum SpreadsheetFailure: Error {
  /// The library that writes them can't be loaded.
  case noLibrary
  /// Its temporary files can't be written, or there is no memory left.
  case unwritten
}

/// Writes spreadsheets with libxlsxwriter: the only place that touches it.
///
/// Texts are written as texts, whatever they begin with. The same calls give the same bytes.
///
/// INVARIANT: `book` is owned alone, and closed once, in `finished` or else in `deinit`.
@safe struct SpreadsheetWriter: ~Copyable {
  /// What a cell is for.
  enum Look {
    case title
    case text
    case head
    /// The only cells that can be changed.
    case answer

    fileprivate var code: cxlsxwriter_look {
      switch self {
      case .title: CXLSXWRITER_TITLE
      case .text: CXLSXWRITER_TEXT
      case .head: CXLSXWRITER_HEAD
      case .answer: CXLSXWRITER_ANSWER
      }
    }
  }

  private let book: OpaquePointer
  private var isSound = true

  /// Begins a spreadsheet with a title and a day of making that don't come from this machine.
  init(title: String, daysSince1970: Int) throws(SpreadsheetFailure) {
    guard cxlsxwriter_is_at_hand() != 0 else { throw .noLibrary }
    // A time of zero would mean now.
    guard let book = unsafe cxlsxwriter_open(title, Int64(daysSince1970) * 86_400 + 1) else {
      throw .unwritten
    }
    unsafe self.book = book
  }

  /// Adds a sheet, which the following calls are about.
  mutating func addSheet(_ name: String, isHidden: Bool = false) {
    keep(unsafe cxlsxwriter_add_sheet(book, name, isHidden ? 1 : 0))
  }

  mutating func write(_ text: String, row: Int, column: Int, _ look: Look) {
    keep(unsafe cxlsxwriter_write(book, UInt32(row), UInt16(column), text, look.code))
  }

  /// Sets a column's width in characters.
  func setColumn(_ column: Int, width: Double, isHidden: Bool = false) {
    unsafe cxlsxwriter_set_column(book, UInt16(column), width, isHidden ? 1 : 0)
  }

  /// Makes a row as high as so many lines of text, as far as spreadsheets allow.
  ///
  /// Not every program finds out by itself how high a row must be to show all of its texts.
  func setRow(_ row: Int, lineCount: Int) {
    unsafe cxlsxwriter_set_row(book, UInt32(row), min(409, Double(15 * lineCount)))
  }

  /// Keeps the first row in sight.
  func freezeHead() { unsafe cxlsxwriter_freeze(book, 1) }

  /// Prints the sheet as wide as a page.
  func setPage(isLandscape: Bool) { unsafe cxlsxwriter_set_page(book, isLandscape ? 1 : 0) }

  /// Locks all cells but those for answers.
  func protect() { unsafe cxlsxwriter_protect(book) }

  /// Offers the texts that stand at a reference.
  mutating func offer(
    _ reference: String,
    row: Int,
    column: Int,
    isWhole: Bool,
    _ complaint: (title: String, message: String)
  ) {
    keep(
      unsafe cxlsxwriter_offer(
        book,
        UInt32(row),
        UInt16(column),
        reference,
        isWhole ? 1 : 0,
        complaint.title,
        complaint.message
      )
    )
  }

  private mutating func keep(_ status: Int32) { isSound = isSound && status != 0 }

  /// All bytes of the file.
  consuming func finished() throws(SpreadsheetFailure) -> [UInt8] {
    var count = 0
    let isSound = isSound
    let bytes = unsafe cxlsxwriter_close(book, &count)
    discard self
    guard let bytes = unsafe bytes else { throw .unwritten }
    defer { unsafe cxlsxwriter_free(bytes) }
    guard isSound else { throw .unwritten }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  deinit {
    var count = 0
    unsafe cxlsxwriter_free(cxlsxwriter_close(book, &count))
  }
}
