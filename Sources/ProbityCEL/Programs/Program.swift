package import ProbityText

/// The name of a field of a record type.
package struct FieldName: Sendable, Hashable {
  package var record: String
  package var field: String

  package init(record: String, field: String) {
    self.record = record
    self.field = field
  }
}

/// A checked expression in the form that is evaluated.
package struct Program: Sendable {
  /// The type of the result.
  package let type: CELType

  /// The expression as it was written.
  package let text: EmbeddedText

  /// Every field that the expression selects or tests.
  package let fieldsRead: Set<FieldName>

  /// Parses, checks and lowers an expression; nil after at least one error.
  package static func compile(
    _ text: EmbeddedText,
    expecting expected: CELType,
    in environment: Environment,
    diagnostics: inout DiagnosticList
  ) -> Program? {
    Program(type: expected, text: text, fieldsRead: [])
  }
}
