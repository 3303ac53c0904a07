import ProbityText

/// libyaml's events with its known faults mended: what it misreads is refused.
struct StrictEventReader: ~Copyable {
  private var reader: EventReader
  private let layout: Layout
  private var rules: StrictRules

  init?(_ source: SourceText) {
    guard let reader = EventReader(source.bytes) else { return nil }
    self.reader = reader
    layout = Layout(source.bytes)
    rules = StrictRules(source, layout: layout)
  }

  /// Whether a rule refused something, so that a later failure may be a consequence only.
  var hasRefused: Bool { rules.hasRefused }

  /// The next event, completed; after `streamEnd` or a failure nothing more may be asked.
  mutating func next(into diagnostics: inout DiagnosticList) throws(SyntaxFailure) -> Event {
    do throws(SyntaxFailure) {
      var event = try reader.next()
      layout.complete(&event)
      rules.check(event, into: &diagnostics)
      return event
    } catch {
      // libyaml's own words about a directive would not help anybody.
      rules.checkDirectives(before: error.offset + 1, into: &diagnostics)
      throw error
    }
  }
}
