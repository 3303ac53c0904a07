/// A text for people in one or more languages; English is always there.
public struct LocalizedText: Sendable, Hashable {
  /// The texts by language code, such as `en`, `fr` or `es`.
  package var texts: [String: String]

  /// Makes a text from its translations.
  package init(_ texts: [String: String]) { self.texts = texts }

  /// The text in a language, or in English where there is no translation.
  public subscript(language: String) -> String {
    texts[language] ?? texts["en"] ?? texts.values.min() ?? ""
  }
}
