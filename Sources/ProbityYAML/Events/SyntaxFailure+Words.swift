import ProbityText

extension SyntaxFailure {
  /// The failure in our words, at the place where a person would look.
  func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic(.error, id: "yaml.syntax", problem, at: source.span(offset..<offset))
  }
}
