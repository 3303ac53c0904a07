import ProbityText
import ProbityYAML

/// What one file says of a vocabulary in another language than English.
///
/// It holds nothing but texts, keyed as the vocabulary is; what they translate is only known once the
/// vocabulary is read.
struct VocabularyTranslation: Sendable {
  /// The folder that holds translations; each file in it is named by its language.
  static let folder = "translations"

  var language: String
  var node: Node

  /// Reads which language a file is in; nil, with an error, if it is none that texts are given in.
  static func part(_ node: Node, into diagnostics: inout DiagnosticList) -> VocabularyTranslation? {
    guard let mark = node["language"] else {
      diagnostics.error(
        "yaml.missing-field",
        "\(what) must have `language`",
        at: node["probity"]?.span ?? node.span
      )
      return nil
    }
    guard let language = mark.string("`language`", into: &diagnostics) else { return nil }
    let known = LocalizedText.translated
    let implied = SourceDocument.translationLanguage(ofFile: node.span.source.name)
    guard known.contains(language), implied == nil || implied == language else {
      let wanted = implied ?? known.joined(separator: "` or `")
      diagnostics.error(
        "vocabulary.translation-language",
        "`language` must be `\(wanted)`\(implied == nil ? "" : " in a file of that name"); "
          + "`\(language)` is given",
        at: mark.span
      )
      return nil
    }
    return VocabularyTranslation(language: language, node: node)
  }

  /// As messages call it.
  static let what = "a translation of a vocabulary"
}

extension SourceDocument {
  /// The language that a file translates a vocabulary into, by the name that such files have, such
  /// as `vocabulary/translations/fr.yaml`; nil for all other files.
  package static func translationLanguage(ofFile path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1, parts[parts.count - 2] == VocabularyTranslation.folder else {
      return nil
    }
    let stem = parts[parts.count - 1].split(separator: ".").first.map { String($0) }
    return LocalizedText.translated.first { $0 == stem }
  }
}
