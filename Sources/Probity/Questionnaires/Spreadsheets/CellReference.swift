/// A place in a sheet, such as `D7`; rows and columns count from 0.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  static let rowCount = 1 << 20
  static let columnCount = 1 << 14

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Nil for what is no cell of a spreadsheet.
  init?(_ text: String) {
    let letters = text.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count),
      let row = Self.row(String(text.dropFirst(letters.count)))
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    guard column < Self.columnCount else { return nil }
    self.init(row: row, column: column)
  }

  /// A row by its number from 1.
  static func row(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      (1...rowCount).contains(number)
    else { return nil }
    return number - 1
  }

  var text: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}
