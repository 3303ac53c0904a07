import ProbityText

extension Composer {
  /// Refuses tags that are unknown, stand on the wrong kind, or that the text does not fit.
  func checkTag(
    ofScalar index: Int,
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) {
    guard let scalar = tape.scalar(index), let tag = scalar.tag, tag != "!" else { return }
    let span = tape.source.tagSpan(of: event)
    guard Self.scalarTags.contains(tag) else {
      return refuseTag(tag, at: span, known: Self.scalarTags, into: &diagnostics)
    }
    guard CoreValue(of: scalar) == nil else { return }
    diagnostics.error(
      "yaml.tag-mismatch",
      "`\(scalar.text)` is not what its tag `\(Self.short(tag))` says",
      at: span
    )
  }

  /// Refuses other tags on a collection than `!!seq` and `!!map`.
  func checkTag(
    _ tag: String?,
    of kind: Record.Kind,
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) {
    let known = CoreValue.tagPrefix + (kind == .sequence ? "seq" : "map")
    guard let tag, tag != "!", tag != known else { return }
    refuseTag(tag, at: tape.source.tagSpan(of: event), known: [known], into: &diagnostics)
  }

  private static let scalarTags = ["str", "int", "float", "bool", "null"].map {
    CoreValue.tagPrefix + $0
  }

  private func refuseTag(
    _ tag: String,
    at span: SourceSpan,
    known: [String],
    into diagnostics: inout DiagnosticList
  ) {
    let names = known.map { "`\(Self.short($0))`" }.joined(separator: ", ")
    diagnostics.error(
      "yaml.unknown-tag",
      "the tag `\(Self.short(tag))` is not known here; remove it, or use \(names)",
      at: span
    )
  }

  private static func short(_ tag: String) -> String {
    tag.hasPrefix(CoreValue.tagPrefix) ? "!!" + tag.dropFirst(CoreValue.tagPrefix.count) : tag
  }
}

extension SourceText {
  /// The tag, and the anchor if there is one, before a node.
  func tagSpan(of event: Event) -> SourceSpan {
    withoutTrailingBlanks(span(event.range.lowerBound..<event.content))
  }
}
