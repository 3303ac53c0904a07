import ProbityText

/// Sheets that are spreadsheets.
extension AnswerSheet {
  static func workbook(
    _ source: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    do throws(WorkbookFault) {
      return sheet(of: try Workbook(source.bytes), source.name, into: &diagnostics)
    } catch {
      let place = error.place.map { [(place: $0, text: "")] } ?? []
      let span = SourceText(name: source.name, cells: place).span(0..<0)
      diagnostics.error(error.id, error.message, at: span, help: error.help)
      return nil
    }
  }

  private static func sheet(
    of workbook: Workbook,
    _ name: String,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    let tables = workbook.sheets.compactMap { QuestionTable($0) }
    guard !tables.isEmpty else {
      diagnostics.error(
        "xlsx.no-questions",
        "there must be a sheet whose columns are called `id` and `answer`",
        at: SourceText(name: name, cells: []).span(0..<0)
      )
      return nil
    }
    var sheet = AnswerSheet()
    // One text for all, so that what is wrong is told in the order of the sheets.
    let cells = tables.flatMap(\.cells)
    let text = SourceText(name: name, cells: cells.map { ($0.place, $0.excerpt) })
    var line = 0
    for table in tables {
      let rows = table.rows.map { row in
        row.map { cell in
          line += 1
          return cell.tableCell(at: text.span(text.byteRange(ofLine: line)))
        }
      }
      sheet.add(rows[0], rows.dropFirst(), into: &diagnostics)
    }
    return sheet
  }
}

/// The part of a sheet that asks: the heads of its columns and the rows below.
private struct QuestionTable {
  struct Cell {
    var place: String
    var content: Workbook.Content?

    private var text: String { if case .text(let text)? = content { text } else { "" } }

    /// As much of it as is ever shown.
    var excerpt: String { String(text.prefix(100)) }

    func tableCell(at span: SourceSpan) -> TableCell {
      let fault: TableCell.Fault? =
        switch content {
        case .formula: .formula
        case .fault(let text): .error(text)
        case .tooLong: .tooLong
        case .text, nil: nil
        }
      return TableCell(text: text, span: span, fault: fault)
    }
  }

  private(set) var rows: [[Cell]] = []

  var cells: [Cell] { rows.flatMap(\.self) }

  /// Nil if no row names the columns that are needed.
  init?(_ sheet: Workbook.Sheet) {
    let top = sheet.rows.prefix(WorkbookLimits.rowsAboveHead)
    guard let head = top.firstIndex(where: Self.isHead) else { return nil }
    let columns = sheet.rows[head].filter { Self.column(of: $0) != nil }.map(\.column)
    rows = sheet.rows[head...].map { row in
      let contents = Dictionary(row.map { ($0.column, $0.content) }, uniquingKeysWith: { $1 })
      return columns.map { column in
        let place = CellReference(row: row[0].row, column: column).text
        return Cell(place: sheet.name + "!" + place, content: contents[column])
      }
    }
  }

  private static func isHead(_ row: [Workbook.Cell]) -> Bool {
    let columns = row.compactMap(column)
    return QuestionnaireColumn.allCases.filter(\.isNeeded).allSatisfy(columns.contains)
  }

  private static func column(of cell: Workbook.Cell) -> QuestionnaireColumn? {
    guard case .text(let text) = cell.content else { return nil }
    return QuestionnaireColumn(titled: text)
  }
}
