package import ProbityText

/// Reads one YAML document, or JSON as the YAML that it is.
package enum YAMLDocument {
  /// The document's root; nil, with at least one error in `diagnostics`, if it is not sound.
  ///
  /// An empty document is a null node. Reading stops at the first syntax error and goes on after
  /// faults of content, such as a duplicate key.
  package static func read(
    _ source: SourceText,
    limits: ReadingLimits = .standard,
    into diagnostics: inout DiagnosticList
  ) -> Node? {
    var found = DiagnosticList()
    let node = root(of: source, limits: limits, into: &found)
    diagnostics.append(contentsOf: found)
    return found.isFreeOfErrors ? node : nil
  }

  private static func root(
    of source: SourceText,
    limits: ReadingLimits,
    into diagnostics: inout DiagnosticList
  ) -> Node? {
    guard SourceCheck.passes(source, limits: limits, into: &diagnostics) else { return nil }
    guard var events = StrictEventReader(source) else {
      diagnostics.error(
        "yaml.out-of-memory",
        "there is not enough memory to read the file",
        at: source.span(0..<0)
      )
      return nil
    }
    var composer = Composer(source, limits: limits)
    let bytes = source.bytes
    do throws(SyntaxFailure) {
      while true {
        let event = try events.next(in: bytes.span, into: &diagnostics)
        if event.kind == .streamEnd { break }
        guard composer.take(event, events.latest, in: bytes.span, into: &diagnostics) else {
          return nil
        }
      }
    } catch {
      if !events.hasRefused { diagnostics.append(error.diagnostic(in: source)) }
      return nil
    }
    return composer.finish()
  }
}
