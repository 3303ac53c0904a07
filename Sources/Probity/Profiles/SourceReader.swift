import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads the sources of a profile: what each is, who stands behind it, and since when.
package struct SourceReader {
  /// Reads `graded: {by: …, on: …}`.
  package static func grading(
    _ node: Node,
    into diagnostics: inout DiagnosticList
  ) -> Source.Grading? {
    guard var reader = MappingReader(node, what: "`graded`", into: &diagnostics) else {
      return nil
    }
    let reviewer = reader.required("by")?.string("`by`", into: &diagnostics)
    let day = reader.required("on")?.date("`on`", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let reviewer, let day else { return nil }
    return Source.Grading(by: reviewer, on: day)
  }

  /// Reads one source; nil, with an error, if it is no mapping.
  ///
  /// A faulty one is kept, so that those who cite it are not told that it is missing.
  package static func source(
    _ entry: Node.Entry,
    grading: Source.Grading?,
    into diagnostics: inout DiagnosticList
  ) -> Source? {
    func what() -> String { "source `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else {
      return nil
    }
    let kind = reader.requiredChoice("kind", of: Source.Kind.self, into: &diagnostics)
    var source = Source(id: entry.name, kind: kind ?? .statement, span: entry.key.span)
    source.grading = grading
    readDescription(&source, &reader, into: &diagnostics)
    readStanding(&source, &reader, into: &diagnostics)
    reader.finish(into: &diagnostics)
    return source
  }

  private static func readDescription(
    _ source: inout Source,
    _ reader: inout MappingReader,
    into diagnostics: inout DiagnosticList
  ) {
    source.publisher = reader.optionalString("publisher", into: &diagnostics)
    source.title = reader.optionalString("title", into: &diagnostics)
    source.published = reader.optionalDate("published", into: &diagnostics)
    source.observed = reader.optionalDate("observed", into: &diagnostics)
    source.retrieved = reader.optionalDate("retrieved", into: &diagnostics)
    source.url = reader.optionalString("url", into: &diagnostics)
    source.language = reader.optionalString("language", into: &diagnostics)
    source.limits = reader.optionalString("limits", into: &diagnostics)
    if let node = reader.optional("archive") {
      source.archive = archive(node, into: &diagnostics)
    }
    if let url = source.url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      diagnostics.error(
        "profile.not-a-link",
        "`url` of \(reader.what) must begin with https:// or http://",
        at: source.span
      )
    }
  }

  private static func archive(
    _ node: Node,
    into diagnostics: inout DiagnosticList
  ) -> Source.Archive? {
    guard var reader = MappingReader(node, what: "`archive`", into: &diagnostics) else {
      return nil
    }
    let archive = Source.Archive(
      url: reader.optionalString("url", into: &diagnostics),
      sha256: reader.optionalString("sha256", into: &diagnostics)
    )
    reader.finish(into: &diagnostics)
    return archive
  }

  private static func readStanding(
    _ source: inout Source,
    _ reader: inout MappingReader,
    into diagnostics: inout DiagnosticList
  ) {
    switch reader.optionalString("interest", into: &diagnostics) {
    case nil: break
    case "none": source.interest = Source.Interest.none
    case "vendor": source.interest = .vendor
    case let party?: source.interest = .party(party)
    }
    if let origins = reader.optional("origins") {
      source.origins = origins.strings("`origins` of \(reader.what)", into: &diagnostics) ?? []
    }
    source.reliability = reader.optionalChoice(
      "reliability",
      of: Source.Reliability.self,
      into: &diagnostics
    )
    source.supersededBy = reader.optionalString("superseded_by", into: &diagnostics)
    if let node = reader.optional("retracted") {
      source.retraction = retraction(node, into: &diagnostics)
    }
    if let node = reader.optional("graded") {
      source.grading =
        node.scalar?.text == "none" ? nil : grading(node, into: &diagnostics)
    }
  }

  private static func retraction(
    _ node: Node,
    into diagnostics: inout DiagnosticList
  ) -> Source.Retraction {
    if node.scalar?.text == "none" { return .none }
    let date = node.date("`retracted` (a day, or `none`)", into: &diagnostics)
    return date.map(Source.Retraction.on) ?? .notStated
  }
}

extension Node {
  /// A day, a month or a year.
  func date(
    _ what: @autoclosure () -> String,
    into diagnostics: inout DiagnosticList
  ) -> PartialDate? {
    guard let text = writtenText(what(), into: &diagnostics) else { return nil }
    if let date = PartialDate(text) { return date }
    diagnostics.error(
      "profile.not-a-date",
      "\(what()) must be a date such as 2020-12-16, 2020-12 or 2020; `\(text)` is none",
      at: span
    )
    return nil
  }
}

extension MappingReader {
  /// A day, a month or a year that may be there.
  mutating func optionalDate(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> PartialDate? {
    optional(field).flatMap { $0.date("`\(field)` of \(what)", into: &diagnostics) }
  }
}
