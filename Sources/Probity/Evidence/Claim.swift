package import ProbityCEL
package import ProbityText

/// A value that somebody claims for a fact, with what supports it.
package struct Claim: Sendable {
  /// The claimed value, which is never unknown.
  ///
  /// Closures and existences are claimed as `bool`.
  package var value: FactView.State
  package var evidence: [CitedEvidence]
  package var span: SourceSpan?

  package init(_ value: FactView.State, evidence: [CitedEvidence] = [], span: SourceSpan? = nil) {
    self.value = value
    self.evidence = evidence
    self.span = span
  }
}
