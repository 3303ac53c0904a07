package import Probity
import ProbityText

/// What was found in files, as text, as JSON, and as annotations of GitHub.
package struct LintReport: Sendable {
  private let run: LintRun
  private let words: ExplainWords

  package init(_ run: LintRun, language: String) {
    self.run = run
    words = ExplainWords(language)
  }

  /// The last line: how many files, errors and warnings.
  package var summary: String {
    let (files, errors, warnings) = (run.fileCount, run.errorCount, run.warningCount)
    return words.say(
      "Files checked: \(files). Errors: \(errors). Warnings: \(warnings).",
      "Fichiers vérifiés : \(files). Erreurs : \(errors). Avertissements : \(warnings).",
      "Archivos revisados: \(files). Errores: \(errors). Avisos: \(warnings)."
    ) + accepted + (run.diagnostics.isEmpty ? "" : " " + more)
  }

  private var accepted: String {
    let count = run.acceptedCount
    guard count > 0 else { return "" }
    return words.say(
      " Accepted (lint-ok): \(count).",
      " Acceptés (lint-ok) : \(count).",
      " Aceptados (lint-ok): \(count)."
    )
  }

  private var more: String {
    let id = run.diagnostics[0].id
    return words.say(
      "More on a message: probity explain \(id)",
      "Plus sur un message : probity explain \(id)",
      "Más sobre un mensaje: probity explain \(id)"
    )
  }

  /// With the lines that are meant.
  package var text: String { Excerpt.text(for: run.diagnostics) + summary + "\n" }

  /// For programs; the same files give the same bytes.
  package var json: JSONValue {
    .object([
      "format": .string("probity-lint/1"),
      "files": .int(run.fileCount),
      "errors": .int(run.errorCount),
      "warnings": .int(run.warningCount),
      "accepted": .int(run.acceptedCount),
      "diagnostics": .array(run.diagnostics.map(json)),
    ])
  }

  private func json(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      "id": .string(diagnostic.id),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "place": json(diagnostic.span),
      "help": JSONValue(diagnostic.help),
      "notes": .array(
        diagnostic.notes.map { note in
          .object(["message": .string(note.message), "place": json(note.span)])
        }
      ),
    ])
  }

  private func json(_ span: SourceSpan?) -> JSONValue {
    guard let span else { return .null }
    return .object([
      "file": .string(span.source.name),
      "line": .int(span.start.line),
      "column": .int(span.start.column),
      "end_line": .int(span.end.line),
      "end_column": .int(span.end.column),
    ])
  }

  /// A workflow command a diagnostic, which GitHub shows beside the line.
  package var github: String {
    run.diagnostics.map(Self.command).joined() + summary + "\n"
  }

  private static func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let span = diagnostic.span {
      properties.append("file=" + property(span.source.name))
      properties.append("line=\(span.start.line),col=\(span.start.column)")
      if span.end.line == span.start.line, span.upperBound > span.lowerBound {
        properties.append("endColumn=\(span.end.column)")
      }
    }
    properties.append("title=" + property(diagnostic.id))
    let notes = diagnostic.notes.map(\.message)
    let lines = [diagnostic.message] + [diagnostic.help].compactMap(\.self) + notes
    let message = lines.map { data(escapedForDisplay($0)) }.joined(separator: "%0A")
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(message)\n"
  }

  /// A text that ends no command and begins none.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(escapedForDisplay(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
