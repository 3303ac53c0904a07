import ProbityText

/// A cell of a table, so that no spreadsheet takes it for a formula.
enum CSVCell {
  /// The text as it stands between two commas.
  static func text(_ text: String) -> String {
    let shown = guarded(escapedForDisplay(text))
    let isPlain = shown.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\"")
    }
    let isTrimmed = shown.first != " " && shown.last != " "
    if isPlain && isTrimmed { return shown }
    return "\""
      + shown.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// An apostrophe in front is what spreadsheets know as: this is text.
  private static func guarded(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
    guard let first, "=+-@＝＋－＠'".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }
}
