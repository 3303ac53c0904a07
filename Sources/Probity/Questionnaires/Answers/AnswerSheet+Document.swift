import ProbityText
import ProbityYAML

/// Sheets in YAML.
extension AnswerSheet {
  static func document(
    _ source: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> AnswerSheet? {
    let document = SourceDocument(source)
    guard let node = document.node(of: [.questionnaire], into: &diagnostics)?.node,
      var reader = MappingReader(node, what: "a questionnaire", into: &diagnostics)
    else { return nil }
    var sheet = AnswerSheet()
    for name in ["probity", "as_of", "language"] { _ = reader.optional(name) }
    if let vendor = reader.required("vendor") {
      sheet.vendors = cell(vendor, "`vendor`", into: &diagnostics).map { [$0] } ?? []
    }
    let sections = reader.required("sections")?.list("`sections`", into: &diagnostics)
    reader.finish(into: &diagnostics)
    for section in sections ?? [] { sheet.readSection(section, into: &diagnostics) }
    return sheet
  }

  private mutating func readSection(_ node: Node, into diagnostics: inout DiagnosticList) {
    guard var reader = MappingReader(node, what: "a section", into: &diagnostics) else { return }
    _ = reader.optional("round")
    let asked = reader.requiredChoice("for", of: Vocabulary.Respondent.self, into: &diagnostics)
    let by = reader.optional("answered_by")
    let day = reader.optional("answered_on")
    let questions = reader.required("questions")?.list("`questions`", into: &diagnostics)
    reader.finish(into: &diagnostics)
    let answeredBy = by.flatMap { Self.cell($0, "`answered_by`", into: &diagnostics) }
    let answeredOn = day.flatMap { Self.cell($0, "`answered_on`", into: &diagnostics) }
    for question in questions ?? [] {
      guard var row = Self.row(question, into: &diagnostics) else { continue }
      row.askedOf = asked ?? .vendor
      row.answeredBy = answeredBy
      row.answeredOn = answeredOn
      rows.append(row)
    }
  }

  private static func row(_ node: Node, into diagnostics: inout DiagnosticList) -> Row? {
    guard var reader = MappingReader(node, what: "a question", into: &diagnostics) else {
      return nil
    }
    let id = reader.required("id").flatMap { cell($0, "`id`", into: &diagnostics) }
    let fingerprint = reader.optional("fingerprint")
    let answer = reader.optional("answer")
    let place = reader.optional("where")
    for name in ["question", "choices", "on_file", "evidence", "rules", "comment"] {
      _ = reader.optional(name)
    }
    reader.finish(into: &diagnostics)
    guard let id else { return nil }
    return Row(
      id: id,
      answer: answer.map { written($0, into: &diagnostics) } ?? .nothing,
      place: place.flatMap { cell($0, "`where`", into: &diagnostics) },
      fingerprint: fingerprint.flatMap { cell($0, "`fingerprint`", into: &diagnostics) }
    )
  }

  private static func written(_ node: Node, into diagnostics: inout DiagnosticList) -> Written {
    if let items = node.items {
      let cells = items.compactMap { cell($0, "each name on a list", into: &diagnostics) }
      return .many(cells, node.span)
    }
    guard !node.isUnanswered else { return .nothing }
    return cell(node, "`answer`", into: &diagnostics).map(Written.one) ?? .nothing
  }

  private static func cell(
    _ node: Node,
    _ what: String,
    into diagnostics: inout DiagnosticList
  ) -> Cell? {
    guard let text = node.writtenText(what, into: &diagnostics) else { return nil }
    return Cell(text: text, span: node.span, isQuoted: node.scalar?.style != .plain)
  }
}
