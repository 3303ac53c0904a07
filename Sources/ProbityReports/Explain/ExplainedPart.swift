package import Probity
import ProbityText

/// What can be explained by itself, without a profile.
package enum ExplainedPart {
  /// The article on a standard, a message or a word, for which no rules are needed.
  package static func article(on part: String, language: String) -> Article? {
    if let standard = StandardOfProof(rawValue: part) {
      return Article(standard, language: language)
    }
    if part.contains("."), let entry = DiagnosticGuide()[part] {
      return Article(entry, language: language)
    }
    return Glossary.word(part).map { Article($0, language: language) }
  }

  /// The article on a rule or on something in the vocabulary.
  package static func article(
    on part: String,
    in rulebook: Rulebook,
    language: String
  ) -> Article? {
    if let rule = rulebook.rules.first(where: { $0.id == part }) {
      return Article(rule, in: rulebook, language: language)
    }
    return VocabularyArticle(rulebook, language: language).article(on: part)
  }

  /// What may have been meant by something that is not known.
  package static func suggestion(for part: String, in rulebook: Rulebook) -> String? {
    let rules = rulebook.rules.map(\.id)
    let names =
      rules + rules.map { String($0.split(separator: "/").last ?? "") }
      + VocabularyArticle(rulebook, language: "en").names
      + StandardOfProof.allCases.map(\.rawValue) + Glossary.words.map(\.word)
      + DiagnosticGuide().entries.map(\.id)
    guard let nearest = nearestName(to: part, among: names) else {
      return rules.contains { $0.hasSuffix("/" + part) }
        ? "did you mean `\(rules.first { $0.hasSuffix("/" + part) } ?? part)`?" : nil
    }
    return "did you mean `\(rules.first { $0.hasSuffix("/" + nearest) } ?? nearest)`?"
  }
}

extension Article {
  /// A message about an input: what it means, what brings it about, what to do.
  package init(_ entry: DiagnosticGuide.Entry, language: String) {
    let words = ExplainWords(language)
    self.init("message", entry.id, "", language)
    add("means", words.cause, [entry.meaning])
    add("example", words.example, entry.exampleLines, isVerbatim: true)
    add("do", words.cure, [entry.cure])
  }
}

extension DiagnosticGuide.Entry {
  /// The example as lines of a file or a command.
  package var exampleLines: [String] {
    guard let example else { return [] }
    return example.replacing("\\n", with: "\n").replacing("\\t", with: "\t")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
