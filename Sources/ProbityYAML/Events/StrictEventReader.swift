import ProbityText

/// libyaml's events with its known faults mended: what it misreads is refused.
struct StrictEventReader: ~Copyable {
  private var raw: EventReader
  private var rules: StrictRules

  init?(_ source: SourceText) {
    guard let raw = EventReader(source.bytes) else { return nil }
    self.raw = raw
    rules = StrictRules(source)
  }

  /// Whether a rule refused something, so that a later failure may be a consequence only.
  var hasRefused: Bool { rules.hasRefused }

  /// The next event, completed; after `streamEnd` or a failure nothing more may be asked.
  ///
  /// The layout must be the one of the source's own bytes.
  @inline(__always)
  mutating func next(
    in layout: Layout,
    into diagnostics: inout DiagnosticList
  ) throws(SyntaxFailure) -> Event {
    do throws(SyntaxFailure) {
      var event = try raw.next()
      layout.complete(&event)
      rules.check(event, in: layout, into: &diagnostics)
      return event
    } catch {
      // libyaml's own words about a directive would not help anybody.
      rules.checkDirectives(before: error.offset + 1, in: layout, into: &diagnostics)
      throw error
    }
  }

  /// The latest event's texts and names, to be asked for before the next event is read.
  var latest: EventDetails { raw.latest }
}
