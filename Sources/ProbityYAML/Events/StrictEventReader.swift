import ProbityText

/// libyaml's events with its known faults mended: what it misreads is refused.
struct StrictEventReader: ~Copyable {
  private var reader: EventReader
  private let layout: Layout

  init?(_ source: SourceText) {
    guard let reader = EventReader(source.bytes) else { return nil }
    self.reader = reader
    layout = Layout(source.bytes)
  }

  /// The next event, completed; after `streamEnd` or a failure nothing more may be asked.
  mutating func next(into diagnostics: inout DiagnosticList) throws(SyntaxFailure) -> Event {
    var event = try reader.next()
    layout.complete(&event)
    return event
  }
}
