/// Collects what readers find, so that one run reports every fault of every file.
public struct DiagnosticList: Sendable {
  /// Errors kept per file; a file with more is not improved by a longer list.
  package static let capPerFile = 100

  private var found: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var errorsPerFile: [String: Int] = [:]

  /// An empty list.
  public init() {}

  /// Whether nothing that was found is an error.
  public var isFreeOfErrors: Bool { errorsPerFile.isEmpty }

  /// What was found, by file, then place, then the order of finding; no repeats.
  public var sorted: [Diagnostic] {
    found.enumerated().sorted { left, right in
      switch (left.element.span, right.element.span) {
      case (nil, nil): left.offset < right.offset
      case (nil, _): true
      case (_, nil): false
      case (let leftSpan?, let rightSpan?):
        leftSpan == rightSpan ? left.offset < right.offset : leftSpan < rightSpan
      }
    }.map(\.element)
  }

  /// Keeps a diagnostic unless it is a repeat or its file already has the most that is kept.
  public mutating func append(_ diagnostic: Diagnostic) {
    let file = diagnostic.span?.source.name ?? ""
    if diagnostic.severity == .error {
      errorsPerFile[file, default: 0] += 1
      if errorsPerFile[file, default: 0] > Self.capPerFile { return }
    }
    if seen.insert(diagnostic).inserted { found.append(diagnostic) }
  }

  /// Keeps all of another list.
  public mutating func append(contentsOf other: DiagnosticList) {
    for diagnostic in other.found { append(diagnostic) }
  }

  /// Keeps an error.
  package mutating func error(
    _ id: String,
    _ message: String,
    at span: SourceSpan?,
    help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    append(Diagnostic(.error, id: id, message, at: span, help: help, notes: notes))
  }

  /// Keeps a warning.
  package mutating func warning(
    _ id: String,
    _ message: String,
    at span: SourceSpan?,
    help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    append(Diagnostic(.warning, id: id, message, at: span, help: help, notes: notes))
  }

  /// Ends a reading: the warnings, or the error with everything found.
  ///
  /// - Throws: `InvalidSource` if anything found is an error.
  public func throwIfErrors() throws(InvalidSource) {
    if !isFreeOfErrors { throw InvalidSource(sorted) }
  }
}
