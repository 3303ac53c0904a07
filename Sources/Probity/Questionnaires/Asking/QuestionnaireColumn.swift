/// The columns of a questionnaire as a table.
package enum QuestionnaireColumn: String, Sendable, CaseIterable {
  case vendor
  case round
  case askedOf = "for"
  case id
  case question
  case choices
  case onFile = "on file"
  case evidence
  case rules
  case answer
  case place = "where"
  case answeredBy = "answered by"
  case answeredOn = "answered on"
  case comment
  case fingerprint

  /// What stands at its head.
  package var title: LocalizedText {
    let (french, spanish) = translations
    return LocalizedText(["en": rawValue, "fr": french, "es": spanish])
  }

  private var translations: (french: String, spanish: String) {
    switch self {
    case .vendor: ("fournisseur", "proveedor")
    case .round: ("tour", "ronda")
    case .askedOf: ("destinataire", "destinatario")
    case .id: ("id", "id")
    case .question: ("question", "pregunta")
    case .choices: ("choix", "opciones")
    case .onFile: ("au dossier", "en el expediente")
    case .evidence: ("preuve", "prueba")
    case .rules: ("règles", "reglas")
    case .answer: ("réponse", "respuesta")
    case .place: ("où", "dónde")
    case .answeredBy: ("répondu par", "respondido por")
    case .answeredOn: ("répondu le", "respondido el")
    case .comment: ("commentaire", "comentario")
    case .fingerprint: ("empreinte", "huella")
    }
  }

  /// The column with a head in any of the languages.
  package init?(titled text: String) {
    let folded = text.lowercased()
    let found = Self.allCases.first { $0.title.texts.values.contains(folded) }
    guard let found else { return nil }
    self = found
  }

  /// Whether answers can't be read without it.
  package var isNeeded: Bool { self == .id || self == .answer }

  /// Whether it matters what comes back in it.
  var isRead: Bool {
    switch self {
    case .vendor, .askedOf, .id, .answer, .place, .answeredBy, .answeredOn, .fingerprint: true
    case .round, .question, .choices, .onFile, .evidence, .rules, .comment: false
    }
  }
}
