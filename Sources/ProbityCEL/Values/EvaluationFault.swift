package import ProbityText

/// An evaluation that failed, with the place of the operation that did.
package struct EvaluationFault: Error, Sendable, Hashable {
  /// What was wrong: lower case, one sentence, input in backticks, no full stop.
  package let message: String

  /// The operation that failed.
  package let span: SourceSpan

  /// Whether a field was read that is known to be none.
  ///
  /// Such a fault decides no more and no less than an unanswered field would, so that revealing
  /// "none" never takes back an answer.
  package let isAbsence: Bool

  /// Whether that field is what the expression stands for, rather than something that went into it,
  /// such as an index or a condition: only of the former can be said that it has no fields.
  package let isSelected: Bool

  /// Whether a value had a type that the operation does not take: in a checked expression only
  /// what is `dyn` can have one.
  package let isMistyped: Bool

  package init(
    message: String,
    span: SourceSpan,
    isAbsence: Bool = false,
    isMistyped: Bool = false
  ) {
    self.init(message, span, isAbsence: isAbsence, isSelected: isAbsence, isMistyped: isMistyped)
  }

  private init(
    _ message: String,
    _ span: SourceSpan,
    isAbsence: Bool,
    isSelected: Bool,
    isMistyped: Bool
  ) {
    self.message = message
    self.span = span
    self.isAbsence = isAbsence
    self.isSelected = isSelected
    self.isMistyped = isMistyped
  }

  /// The same fault, of an expression into which the field went.
  var ofResult: EvaluationFault {
    EvaluationFault(
      message,
      span,
      isAbsence: isAbsence,
      isSelected: false,
      isMistyped: isMistyped
    )
  }
}
