import ProbityText

/// Sheets that are tables.
extension AnswerSheet {
  static func table(
    _ source: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    guard let rows = CSVTable.rows(of: source, into: &diagnostics) else { return nil }
    guard let head = rows.first else {
      refuseMissing(QuestionnaireColumn.id, at: source.span(0..<0), into: &diagnostics)
      return nil
    }
    guard let columns = columns(head, into: &diagnostics) else { return nil }
    var sheet = AnswerSheet()
    for row in rows.dropFirst() {
      if row.count > head.count {
        diagnostics.error(
          "csv.too-many-cells",
          "a row must not have more cells than the first line",
          at: row[head.count].span
        )
      }
      sheet.add(row, columns, into: &diagnostics)
    }
    return sheet
  }

  private static func columns(
    _ head: [CSVTable.Cell],
    into diagnostics: inout DiagnosticList
  ) -> [QuestionnaireColumn: Int]? {
    var columns: [QuestionnaireColumn: Int] = [:]
    for (position, cell) in head.enumerated() {
      // Columns of somebody's own do no harm.
      guard let column = QuestionnaireColumn(titled: Cell(cell).trimmed) else { continue }
      if columns[column] != nil {
        diagnostics.error(
          "csv.repeated-column",
          "there must be one column `\(Cell(cell).trimmed)`",
          at: cell.span
        )
      }
      columns[column] = position
    }
    for column in QuestionnaireColumn.allCases where column.isNeeded && columns[column] == nil {
      refuseMissing(column, at: head[0].span, into: &diagnostics)
    }
    return diagnostics.isFreeOfErrors ? columns : nil
  }

  private static func refuseMissing(
    _ column: QuestionnaireColumn,
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      "csv.missing-column",
      "the first line must have a column `\(column.rawValue)`",
      at: span
    )
  }

  private mutating func add(
    _ row: [CSVTable.Cell],
    _ columns: [QuestionnaireColumn: Int],
    into diagnostics: inout DiagnosticList
  ) {
    func cell(_ column: QuestionnaireColumn) -> Cell? {
      guard let position = columns[column], position < row.count else { return nil }
      let cell = Cell(row[position])
      return cell.trimmed.isEmpty ? nil : cell
    }
    // Rows of notes and totals that somebody added have no id.
    guard let id = cell(.id) else {
      if let answer = cell(.answer) {
        diagnostics.error("answers.no-question", "an answer must have an `id`", at: answer.span)
      }
      return
    }
    var entry = Row(id: id)
    if let answer = cell(.answer) { entry.answer = .one(answer) }
    entry.place = cell(.place)
    entry.answeredBy = cell(.answeredBy)
    entry.answeredOn = cell(.answeredOn)
    entry.fingerprint = cell(.fingerprint)
    if entry.fingerprint?.text.hasPrefix("#") == true { entry.fingerprint?.text.removeFirst() }
    if let asked = cell(.askedOf) {
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
    if let vendor = cell(.vendor) { vendors.append(vendor) }
    rows.append(entry)
  }
}

extension AnswerSheet.Cell {
  fileprivate init(_ cell: CSVTable.Cell) {
    text = cell.text
    span = cell.span
  }
}
