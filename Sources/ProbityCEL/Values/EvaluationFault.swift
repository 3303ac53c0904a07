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

  package init(message: String, span: SourceSpan, isAbsence: Bool = false) {
    self.message = message
    self.span = span
    self.isAbsence = isAbsence
  }
}
