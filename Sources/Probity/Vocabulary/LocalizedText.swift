/// A text for people in one or more languages; English is always there.
public struct LocalizedText: Sendable, Hashable {
  /// The text in one language.
  package struct Translation: Sendable, Hashable {
    package var language: String
    package var text: String
  }

  /// By the languages' codes; so few that looking through them is the fastest way.
  private let translations: [Translation]

  /// Makes a text from its translations, one a language.
  package init(_ translations: [Translation]) {
    let isSorted = zip(translations, translations.dropFirst()).allSatisfy {
      $0.language <= $1.language
    }
    self.translations =
      isSorted ? translations : translations.sorted { $0.language < $1.language }
  }

  /// Makes a text from its translations by their languages.
  package init(_ texts: [String: String]) {
    self.init(texts.map { Translation(language: $0.key, text: $0.value) })
  }

  /// Makes a text that is only there in English.
  package init(english text: String) {
    translations = [Translation(language: "en", text: text)]
  }

  /// The texts by language code, such as `en`, `fr` or `es`.
  package var texts: [String: String] {
    Dictionary(
      translations.map { ($0.language, $0.text) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The text in a language, or in English where there is no translation.
  public subscript(language: String) -> String {
    text(in: language) ?? text(in: "en") ?? translations.map(\.text).min() ?? ""
  }

  /// The same text with one more translation; nil if it is there in that language.
  func adding(_ words: String, in language: String) -> LocalizedText? {
    guard text(in: language) == nil else { return nil }
    return LocalizedText(translations + [Translation(language: language, text: words)])
  }

  private func text(in language: String) -> String? {
    translations.first { $0.language == language }?.text
  }
}
