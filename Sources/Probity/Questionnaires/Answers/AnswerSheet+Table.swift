import ProbityText

/// A cell of a table with where it stands.
struct TableCell {
  /// Why nobody can tell what a cell says.
  enum Fault: Hashable {
    case formula
    /// A value such as `#REF!`.
    case error(String)
    case tooLong
  }

  var text: String
  var span: SourceSpan
  var fault: Fault?
}

/// Sheets that are tables.
extension AnswerSheet {
  static func csv(_ source: SourceText, into diagnostics: inout DiagnosticList) -> AnswerSheet? {
    guard let rows = CSVTable.rows(of: source, into: &diagnostics) else { return nil }
    guard let head = rows.first else {
      refuseMissing(QuestionnaireColumn.id, at: source.span(0..<0), into: &diagnostics)
      return nil
    }
    var sheet = AnswerSheet()
    for row in rows.dropFirst() where row.count > head.count {
      diagnostics.error(
        "csv.too-many-cells",
        "a row must not have more cells than the first line",
        at: row[head.count].span
      )
    }
    sheet.add(head, rows.dropFirst(), into: &diagnostics)
    return sheet
  }

  /// Adds the rows of a table with what stands at the heads of its columns.
  mutating func add(
    _ head: [TableCell],
    _ rows: some Sequence<[TableCell]>,
    into diagnostics: inout DiagnosticList
  ) {
    guard let columns = Self.columns(head, into: &diagnostics) else { return }
    for row in rows { add(row, columns, into: &diagnostics) }
  }

  private static func columns(
    _ head: [TableCell],
    into diagnostics: inout DiagnosticList
  ) -> [QuestionnaireColumn: Int]? {
    var columns: [QuestionnaireColumn: Int] = [:]
    for (position, cell) in head.enumerated() {
      // Columns of somebody's own do no harm.
      guard let column = QuestionnaireColumn(titled: Cell(cell).trimmed) else { continue }
      if columns[column] != nil {
        diagnostics.error(
          "table.repeated-column",
          "there must be one column `\(Cell(cell).trimmed)`",
          at: cell.span
        )
      }
      columns[column] = position
    }
    let missing = QuestionnaireColumn.allCases.filter { $0.isNeeded && columns[$0] == nil }
    for column in missing { refuseMissing(column, at: head[0].span, into: &diagnostics) }
    return missing.isEmpty ? columns : nil
  }

  private static func refuseMissing(
    _ column: QuestionnaireColumn,
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      "table.missing-column",
      "the first line must have a column `\(column.rawValue)`",
      at: span
    )
  }

  private mutating func add(
    _ row: [TableCell],
    _ columns: [QuestionnaireColumn: Int],
    into diagnostics: inout DiagnosticList
  ) {
    var cells: [QuestionnaireColumn: Cell] = [:]
    for (column, position) in columns where column.isRead && position < row.count {
      let cell = row[position]
      if let fault = cell.fault { Self.refuse(fault, at: cell.span, into: &diagnostics) }
      if !Cell(cell).trimmed.isEmpty || cell.fault != nil { cells[column] = Cell(cell) }
    }
    // Rows of notes and totals that somebody added have no id.
    guard let id = cells[.id] else {
      if let answer = cells[.answer] {
        diagnostics.error("answers.no-question", "an answer must have an `id`", at: answer.span)
      }
      return
    }
    var entry = Row(id: id)
    if let answer = cells[.answer] { entry.answer = .one(answer) }
    entry.place = cells[.place]
    entry.answeredBy = cells[.answeredBy]
    entry.answeredOn = cells[.answeredOn]
    entry.fingerprint = cells[.fingerprint]
    if entry.fingerprint?.text.hasPrefix("#") == true { entry.fingerprint?.text.removeFirst() }
    if let asked = cells[.askedOf] {
      if let respondent = Vocabulary.Respondent(rawValue: asked.trimmed) {
        entry.askedOf = respondent
      } else {
        diagnostics.error(
          "answers.not-a-respondent",
          "`for` must be one of `vendor`, `buyer`, `third_party`; `\(asked.trimmed)` is none",
          at: asked.span
        )
      }
    }
    if let vendor = cells[.vendor] { vendors.append(vendor) }
    rows.append(entry)
  }

  private static func refuse(
    _ fault: TableCell.Fault,
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) {
    switch fault {
    case .formula:
      diagnostics.error(
        "table.formula",
        "what is answered must be written out; here stands a formula",
        at: span,
        help: "put the value itself into the cell"
      )
    case .error(let text):
      diagnostics.error(
        "table.error-value",
        "what is answered must be a value; `\(text)` is an error",
        at: span
      )
    case .tooLong:
      diagnostics.error(
        "table.too-long",
        "a cell must not have more than \(WorkbookLimits.cellLength) characters",
        at: span
      )
    }
  }
}

extension AnswerSheet.Cell {
  fileprivate init(_ cell: TableCell) {
    text = cell.text
    span = cell.span
  }
}
