/// The words that reports and rules use, each with what it means.
package struct Glossary: Sendable {
  package struct Word: Sendable {
    package var word: String
    package var english: String
    package var french: String
    package var spanish: String
    /// Words and standards that it is near to.
    package var see: [String]

    init(_ word: String, _ english: String, _ french: String, _ spanish: String, see: [String]) {
      self.word = word
      self.english = english
      self.french = french
      self.spanish = spanish
      self.see = see
    }
  }

  /// All words, in an order to read them in.
  package static let words = files + results + evidence

  /// The word, however it is written: with blanks, `_` or `-`, in one case or another, as one or
  /// several.
  package static func word(_ text: String) -> Word? {
    let wanted = folded(text)
    return words.first { folded($0.word) == wanted }
      ?? words.first { folded($0.word) + "s" == wanted }
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}

extension Article {
  /// A word of the glossary.
  package init(_ word: Glossary.Word, language: String) {
    let words = ExplainWords(language)
    self.init("word", word.word, "", language)
    add("meaning", words.meaning, [words.say(word.english, word.french, word.spanish)])
    add("see", words.see, word.see)
  }
}
