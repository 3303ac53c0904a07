/// One fault or remark about an input, with the place, the rule and, where certain, the repair.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is; only an error stops reading from giving a result.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
  }

  /// A remark that belongs to a diagnostic, at the same or another place.
  public struct Note: Sendable, Hashable {
    /// The remark: lower case, one sentence, no full stop.
    public let message: String

    /// What it points at, if that is another place than the diagnostic's own.
    public let span: SourceSpan?

    /// Makes a note, with a place of its own if one is given.
    public init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// The stable name of the message, such as `yaml.duplicate-key`.
  public let id: String

  /// Whether it stops the reading.
  public let severity: Severity

  /// The rule that was broken: lower case, one sentence, input in backticks, no full stop.
  public let message: String

  /// The place that the caret marks; nil only where a whole file or folder is at fault.
  public let span: SourceSpan?

  /// What the reader can do about it, as a sentence of its own ("did you mean `x`?").
  public let help: String?

  /// Remarks, in the order in which they help.
  public let notes: [Note]

  /// Makes a diagnostic.
  public init(
    _ severity: Severity,
    id: String,
    _ message: String,
    at span: SourceSpan?,
    help: String? = nil,
    notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }
}

/// The one error that reading throws: everything that was found, errors and warnings.
public struct InvalidSource: Error, Sendable {
  /// At least one error; sorted by file and place, without repeats.
  public let diagnostics: [Diagnostic]

  /// Makes the error.
  ///
  /// - Precondition: at least one diagnostic is an error.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(
      diagnostics.contains { $0.severity == .error },
      "an invalid source names at least one error"
    )
    self.diagnostics = diagnostics
  }
}
