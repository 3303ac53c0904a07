/// How much of a spreadsheet is read before it is refused.
package enum WorkbookLimits {
  /// Bytes of the file.
  package static let bytes = 8 << 20
  /// Files inside of it.
  package static let entries = 1_000
  /// Bytes of these, together.
  package static let unpackedBytes = 64 << 20
  /// How many times as long as its packed form one of them may be, if it is long at all.
  package static let ratio = 250
  /// What is short may be packed as tightly as it can be.
  static let shortBytes = 1 << 20
  /// Elements inside each other.
  package static let depth = 32
  /// Cells with something in them, of all sheets.
  package static let cells = 100_000
  /// Texts that cells share.
  package static let sharedTexts = 200_000
  /// Characters of one cell, which spreadsheets hold to as well.
  package static let cellLength = 32_767
  /// Bytes of all cells together, each shared text counted as often as it stands somewhere.
  package static let textBytes = 16 << 20
  /// Rows that may stand above the heads of the columns.
  static let rowsAboveHead = 50
}

/// Why nothing of a spreadsheet can be read.
struct WorkbookFault: Error, Hashable {
  var id: String
  var message: String
  var help: String?
  /// The cell, such as `Questions!D7`, where it is that of one.
  var place: String?

  /// What is no spreadsheet, or none that is whole.
  static func damaged(_ what: String, at place: String? = nil) -> WorkbookFault {
    WorkbookFault(
      id: "xlsx.damaged",
      message: what,
      help: "open it in a spreadsheet program and save it as .xlsx again",
      place: place
    )
  }

  /// What is over a limit.
  static func tooLarge(_ what: String, at place: String? = nil) -> WorkbookFault {
    WorkbookFault(id: "xlsx.too-large", message: what, place: place)
  }
}
