/// The words by which people answer, whatever is asked.
package enum AnswerWord: String, Sendable, CaseIterable {
  case yes
  case no
  /// There is none: of a list, nothing is on it.
  case none
  /// Whoever is asked will not say.
  case declined
  /// Whoever is asked has no way to find out.
  case cannotKnow = "cannot_know"

  /// The word in each language.
  package var label: LocalizedText {
    switch self {
    case .yes: LocalizedText(["en": "yes", "fr": "oui", "es": "sí"])
    case .no: LocalizedText(["en": "no", "fr": "non", "es": "no"])
    case .none: LocalizedText(["en": "none", "fr": "aucun", "es": "ninguno"])
    case .declined:
      LocalizedText(["en": "declined", "fr": "refus de répondre", "es": "se niega a responder"])
    case .cannotKnow:
      LocalizedText(
        ["en": "cannot know", "fr": "impossible à savoir", "es": "imposible de saber"]
      )
    }
  }

  /// Other spellings that spreadsheets and keyboards make of them.
  private var others: [String] {
    switch self {
    case .yes: ["true", "si"]
    case .no: ["false"]
    case .none, .declined: []
    case .cannotKnow: ["cannot-know"]
    }
  }

  /// The word that somebody wrote in any of the languages; nil for any other text.
  package init?(written text: String) {
    let folded = text.lowercased()
    let found = Self.allCases.first { word in
      folded == word.rawValue || word.others.contains(folded)
        || word.label.texts.values.contains(folded)
    }
    guard let found else { return nil }
    self = found
  }
}
