package import ProbityText
package import ProbityYAML

extension LocalizedText {
  /// The languages that a text may be given in.
  package static let languages = ["en", "fr", "es"]

  /// The languages beside English.
  package static let translated = ["fr", "es"]

  /// Reads `{en: …, fr: …}`; English must be there.
  package static func read(
    _ node: Node,
    _ what: @autoclosure @escaping () -> String,
    into diagnostics: inout DiagnosticList
  ) -> LocalizedText? {
    if let text = plain(node) { return text }
    guard var reader = MappingReader(node, what: what(), into: &diagnostics) else { return nil }
    let english = reader.required("en")?
      .string("the English text of \(what())", into: &diagnostics)
    var translations = english.map { [Translation(language: "en", text: $0)] } ?? []
    for language in translated {
      let text = reader.optional(language)?
        .string("the text `\(language)` of \(what())", into: &diagnostics)
      if let text { translations.append(Translation(language: language, text: text)) }
    }
    reader.finish(into: &diagnostics)
    return english == nil ? nil : LocalizedText(translations)
  }

  /// The text, if it is written as nearly all are: nothing but texts by languages, English first.
  private static func plain(_ node: Node) -> LocalizedText? {
    guard let entries = node.entries, entries.first?.name == "en" else { return nil }
    var translations: [Translation] = []
    translations.reserveCapacity(entries.count)
    for entry in entries {
      let language = entry.name
      guard languages.contains(language), let text = entry.value.plainText else { return nil }
      translations.append(Translation(language: language, text: text))
    }
    return LocalizedText(translations)
  }
}

extension MappingReader {
  /// A text in languages that must be there.
  package mutating func requiredText(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> LocalizedText {
    guard let node = required(field) else { return LocalizedText([:]) }
    let reader = self
    return LocalizedText.read(node, "`\(field)` of \(reader.what)", into: &diagnostics)
      ?? LocalizedText([:])
  }

  /// A text in languages that may be there.
  package mutating func optionalText(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> LocalizedText? {
    guard let node = optional(field) else { return nil }
    let reader = self
    return LocalizedText.read(node, "`\(field)` of \(reader.what)", into: &diagnostics)
  }

  /// A plain text that may be there.
  package mutating func optionalString(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> String? {
    optional(field).flatMap { $0.string("`\(field)` of \(what)", into: &diagnostics) }
  }

  /// `true` or `false`; false where nothing is written.
  package mutating func flag(_ field: String, into diagnostics: inout DiagnosticList) -> Bool {
    optional(field).flatMap { $0.bool("`\(field)` of \(what)", into: &diagnostics) } ?? false
  }

  /// One of a closed set of words that may be there.
  package mutating func optionalChoice<Choice: CaseIterable & RawRepresentable<String>>(
    _ field: String,
    of type: Choice.Type,
    into diagnostics: inout DiagnosticList
  ) -> Choice? {
    optional(field).flatMap { $0.choice("`\(field)` of \(what)", of: type, into: &diagnostics) }
  }

  /// One of a closed set of words that must be there.
  package mutating func requiredChoice<Choice: CaseIterable & RawRepresentable<String>>(
    _ field: String,
    of type: Choice.Type,
    into diagnostics: inout DiagnosticList
  ) -> Choice? {
    required(field).flatMap {
      $0.choice("`\(field)` of \(what)", of: type, into: &diagnostics)
    }
  }

  /// The entries of a mapping of names that may be there.
  package mutating func entries(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> [Node.Entry] {
    guard let node = optional(field) else { return [] }
    guard let entries = node.entries else {
      diagnostics.error(
        "yaml.not-a-mapping",
        "`\(field)` of \(what) must be a mapping of names; \(node.kindInWords) is given",
        at: node.span
      )
      return []
    }
    return entries
  }
}
