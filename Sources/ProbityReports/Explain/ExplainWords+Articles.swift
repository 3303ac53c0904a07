import Probity

/// The headings of articles, and what recurs in them.
extension ExplainWords {
  // MARK: Rules

  var severityHeading: String { say("What it does", "Ce qu'elle fait", "Qué hace") }
  var runsOver: String { say("Runs over", "Porte sur", "Se aplica a") }
  var when: String { say("Applies when", "S'applique si", "Se aplica si") }
  var violatedIf: String { say("Violated if", "Violée si", "Incumplida si") }
  var required: String { say("Required", "Exigé", "Exigido") }
  var unless: String {
    say(
      "Unless (for the vendor to prove)",
      "Sauf si (au fournisseur de le prouver)",
      "Salvo que (lo prueba el proveedor)"
    )
  }
  var proof: String { say("Proof needed", "Degré de preuve", "Prueba exigida") }
  var toFindAgainst: String { say("to find against", "pour constater", "para constatar") }
  var toClear: String { say("to clear", "pour écarter", "para descartar") }
  var time: String { say("Time", "Temps", "Tiempo") }
  var inForce: String { say("in force", "en vigueur", "en vigor") }
  var lookback: String {
    say("age of what accuses, at most", "âge maximal à charge", "edad máxima de cargo")
  }
  var clearWithin: String {
    say("age of what clears, at most", "âge maximal à décharge", "edad máxima de descargo")
  }
  var law: String { say("Where it is from", "D'où elle vient", "De dónde viene") }
  var toVerify: String { say(" (to be verified)", " (à vérifier)", " (por verificar)") }
  var remedy: String { say("Remedy", "Remède", "Remedio") }
  var waiver: String { say("Waiver", "Dérogation", "Exención") }
  var reads: String { say("Reads", "Lit", "Lee") }
  var examples: String { say("Examples", "Exemples", "Ejemplos") }
  var place: String { say("Written at", "Écrit dans", "Escrito en") }
  var allOf: String { say("all of", "tout ceci", "todo esto") }
  var anyOf: String { say("any of", "l'un de", "alguno de") }
  var noneOf: String { say("none of", "rien de", "nada de") }

  func atLeast(_ number: Int) -> String {
    say("at least \(number) of", "au moins \(number) de", "al menos \(number) de")
  }

  func severity(_ severity: Severity) -> String {
    let words =
      switch severity {
      case .prohibit: say("what must not be", "ce qui ne doit pas être", "lo que no debe ser")
      case .require: say("what must be there", "ce qui doit être là", "lo que debe estar")
      case .advise:
        say("advice, never decisive", "un conseil, jamais décisif", "consejo, nunca decisivo")
      }
    return "\(severity.rawValue): \(words)"
  }

  func burden(_ burden: Burden) -> String {
    let words =
      switch burden {
      case .vendor:
        say(
          "the vendor must bring the evidence; open, it blocks",
          "au fournisseur de prouver ; ouverte, elle bloque",
          "prueba el proveedor; abierta, bloquea"
        )
      case .buyer:
        say(
          "the buyer must; open, it blocks only once something adverse is alleged",
          "à l'acheteur ; ouverte, elle ne bloque qu'en cas d'allégation",
          "prueba el comprador; abierta, solo bloquea si algo se alega"
        )
      case .shared:
        say(
          "both must; open, it blocks",
          "aux deux ; ouverte, elle bloque",
          "ambos prueban; abierta, bloquea"
        )
      }
    return "burden \(burden.rawValue): \(words)"
  }

  func waiver(_ policy: Rule.WaiverPolicy) -> String {
    switch policy {
    case .never: say("never", "jamais", "nunca")
    case .statutory(let text): say("by statute: ", "par la loi : ", "por ley: ") + text
    case .role(let role, let max):
      say(
        "by \(role), for \(max) at most",
        "par \(role), pour \(max) au plus",
        "por \(role), por \(max) como máximo"
      )
    }
  }

  // MARK: The vocabulary

  var meaning: String { say("Meaning", "Sens", "Significado") }
  var type: String { say("Type", "Type", "Tipo") }
  var codes: String { say("Codes", "Codes", "Códigos") }
  var sets: String { say("Named sets", "Ensembles nommés", "Conjuntos con nombre") }
  var fields: String { say("Fields", "Champs", "Campos") }
  var judged: String { say("Judged", "Jugé", "Juzgado") }
  var question: String { say("How it is asked", "Comment on le demande", "Cómo se pregunta") }
  var whoAnswers: String { say("Who can answer", "Qui peut répondre", "Quién puede responder") }
  var document: String { say("What would answer it", "Ce qui y répondrait", "Qué lo respondería") }
  var answers: String { say("Answers", "Répond à", "Responde a") }
  var whoCanChange: String {
    say("Who can change it", "Qui peut le changer", "Quién puede cambiarlo")
  }
  var readBy: String { say("Read by", "Lu par", "Lo leen") }
  var isIdentity: String { say(" (never judged)", " (jamais jugé)", " (nunca juzgado)") }
  var noneIsAnAnswer: String {
    say("`none` is an answer", "`none` est une réponse", "`none` es una respuesta")
  }
  var listsAreOpen: String {
    say(
      "open, unless it is closed with evidence",
      "ouverte, sauf si elle est close avec preuve",
      "abierta, salvo que se cierre con pruebas"
    )
  }
  var isComputed: String {
    say("computed from `relations`", "calculé d'après `relations`", "calculado de `relations`")
  }
  var isEvent: String {
    say(
      "an event: evidence against it does not go stale",
      "un événement : les preuves à charge ne vieillissent pas",
      "un hecho: las pruebas de cargo no caducan"
    )
  }
  var neverJudged: String {
    say(
      "never: it says whom or what we speak of",
      "jamais : il dit de qui ou de quoi l'on parle",
      "nunca: dice de quién o de qué se habla"
    )
  }
  var whatWasWas: String {
    say(
      "nobody: what was, was",
      "personne : ce qui fut, fut",
      "nadie: lo que fue, fue"
    )
  }

  func cost(_ cost: Int) -> String {
    say(
      "cost \(cost), from 1 (a paper) to 5 (another company)",
      "coût \(cost), de 1 (un papier) à 5 (une autre société)",
      "coste \(cost), de 1 (un papel) a 5 (otra empresa)"
    )
  }

  func actor(_ respondent: Vocabulary.Respondent) -> String {
    switch respondent {
    case .vendor: say("the vendor", "le fournisseur", "el proveedor")
    case .buyer: say("the buyer", "l'acheteur", "el comprador")
    case .thirdParty: say("a third party", "un tiers", "un tercero")
    }
  }

  func changer(_ changer: Vocabulary.Changer) -> String {
    switch changer {
    case .vendor: actor(.vendor)
    case .buyer: actor(.buyer)
    case .thirdParty: actor(.thirdParty)
    case .nobody: whatWasWas
    }
  }

  // MARK: Messages, standards, words

  var cause: String { say("What it means", "Ce qu'il signifie", "Qué significa") }
  var cure: String { say("What to do", "Que faire", "Qué hacer") }
  var example: String { say("Such as", "Par exemple", "Por ejemplo") }
  var needs: String { say("Needs", "Exige", "Exige") }
  var anchor: String { say("Where it is from", "D'où il vient", "De dónde viene") }
  var useFor: String { say("Rules that use it", "Règles qui l'emploient", "Reglas que lo usan") }
  var see: String { say("See also", "Voir aussi", "Véase también") }
}
