import ProbityCEL

/// Reads the cells of one sheet.
struct SheetReader {
  /// What cells refer to.
  struct Context {
    var texts: [String?]
    var dateStyles: [Bool]
    var countsFrom1904: Bool
  }

  /// How much more may come, of all sheets.
  struct Room {
    var cells = WorkbookLimits.cells
    var textBytes = WorkbookLimits.textBytes
  }

  private let name: String
  private let context: Context
  private var room: Room
  private var rows: [[Workbook.Cell]] = []
  private var row = -1
  private var column = -1
  private var current: [Workbook.Cell] = []
  private var cell: Draft?

  /// A cell of which not all is read.
  private struct Draft {
    var kind: String
    var style: Int
    var value = ""
    var isInValue = false
    /// Of a formula that is another cell's as well, nothing is written here.
    var formula: String?
    var isInFormula = false
    var inline = RichText()
  }

  static func rows(
    of part: WorkbookParts.Part,
    _ name: String,
    _ context: Context,
    _ room: inout Room
  ) throws(WorkbookFault) -> [[Workbook.Cell]] {
    var reader = SheetReader(name: name, context: context, room: room)
    try XMLReader.read(part.bytes, part.name) { event throws(WorkbookFault) in
      try reader.take(event)
    }
    room = reader.room
    return reader.rows
  }

  private init(name: String, context: Context, room: Room) {
    self.name = name
    self.context = context
    self.room = room
  }

  private var place: String { name + "!" + CellReference(row: row, column: column).text }

  // MARK: Rows and cells

  private mutating func take(_ event: XMLEvent) throws(WorkbookFault) {
    switch event {
    case .start("row", let attributes): try startRow(attributes["r"])
    case .end("row"):
      if !current.isEmpty { rows.append(current) }
      current = []
    case .start("c", let attributes): try startCell(attributes)
    case .end("c"): try endCell()
    case .start, .end, .text: takeInside(event)
    }
  }

  private mutating func startRow(_ number: String?) throws(WorkbookFault) {
    let next = number.map(CellReference.row) ?? row + 1
    // Rows come in their order: one that came twice could hide an answer.
    guard let next, next > row, next < CellReference.rowCount else {
      throw .damaged("the rows of the sheet `\(name)` are in disorder")
    }
    (row, column) = (next, -1)
  }

  private mutating func startCell(_ attributes: [String: String]) throws(WorkbookFault) {
    let next =
      attributes["r"].map { CellReference($0) } ?? CellReference(row: row, column: column + 1)
    guard let next, next.row == row, next.column > column,
      next.column < CellReference.columnCount
    else { throw .damaged("the cells of row \(row + 1) are in disorder", at: place) }
    column = next.column
    cell = Draft(kind: attributes["t"] ?? "n", style: attributes["s"].flatMap { Int($0) } ?? 0)
  }

  private mutating func takeInside(_ event: XMLEvent) {
    switch event {
    case .start("v", _): cell?.isInValue = true
    case .end("v"): cell?.isInValue = false
    case .start("f", _):
      cell?.formula = ""
      cell?.isInFormula = true
    case .end("f"): cell?.isInFormula = false
    case .text(let text) where cell?.isInFormula == true: cell?.formula? += text
    case .text(let text) where cell?.isInValue == true: cell?.value += text
    case .start, .end, .text: cell?.inline.take(event)
    }
  }

  private mutating func endCell() throws(WorkbookFault) {
    guard let draft = cell else { return }
    cell = nil
    guard let content = try content(of: draft) else { return }
    room.cells -= 1
    if case .text(let text) = content { room.textBytes -= text.utf8.count }
    if room.cells < 0 {
      throw .tooLarge("there must not be more than \(WorkbookLimits.cells) cells", at: place)
    }
    if room.textBytes < 0 {
      throw .tooLarge(
        "cells must not have more than \(WorkbookLimits.textBytes >> 20) MiB together",
        at: place
      )
    }
    current.append(Workbook.Cell(row: row, column: column, content: content))
  }

  // MARK: What stands in a cell

  /// Nil if nothing does.
  private func content(of draft: Draft) throws(WorkbookFault) -> Workbook.Content? {
    if let formula = draft.formula { return Self.content(of: formula) }
    switch draft.kind {
    case "inlineStr": return Self.content(draft.inline.text)
    case "s" where draft.value.isEmpty: return nil
    case "s":
      guard let index = Int(draft.value), context.texts.indices.contains(index) else {
        throw .damaged("there is no shared text `\(draft.value)`", at: place)
      }
      return Self.content(context.texts[index])
    case "str": return Self.content(RichText.unescaped(draft.value))
    case "b": return draft.value.isEmpty ? nil : .text(draft.value == "1" ? "true" : "false")
    case "e": return .fault(draft.value)
    case "d": return draft.value.isEmpty ? nil : .text(Self.day(written: draft.value))
    case "n": return draft.value.isEmpty ? nil : .text(try number(draft))
    default: throw .damaged("cells of the kind `\(draft.kind)` don't exist", at: place)
    }
  }

  /// What a formula says without any value beside it: LibreOffice writes a box that is ticked so.
  private static func content(of formula: String) -> Workbook.Content {
    switch formula.uppercased() {
    case "TRUE()": .text("true")
    case "FALSE()": .text("false")
    default: .formula
    }
  }

  private static func content(_ text: String?) -> Workbook.Content? {
    guard let text else { return .tooLong }
    return text.isEmpty ? nil : .text(text)
  }

  /// A day without the midnight that some programs write behind it.
  private static func day(written text: String) -> String {
    let parts = text.split(separator: "T")
    let isMidnight = parts.count == 2 && parts[1].prefix(8) == "00:00:00"
    return isMidnight ? String(parts[0]) : text
  }

  private func number(_ draft: Draft) throws(WorkbookFault) -> String {
    guard let number = Double(draft.value), number.isFinite else {
      throw .damaged("`\(draft.value.prefix(40))` is no number", at: place)
    }
    let isDay =
      context.dateStyles.indices.contains(draft.style) && context.dateStyles[draft.style]
    if isDay, let day = DateStyles.day(number, countsFrom1904: context.countsFrom1904) {
      return day
    }
    let isWhole = number.rounded() == number && abs(number) < 1e15
    return isWhole ? String(Int64(number)) : String(describing: number)
  }
}
