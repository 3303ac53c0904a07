package import Probity

/// What a questionnaire says in one language besides the vocabulary's own texts.
package struct QuestionnaireWords: Sendable {
  package let language: String

  package init(_ language: String) { self.language = language }

  func say(_ english: String, _ french: String, _ spanish: String) -> String {
    switch language {
    case "fr": french
    case "es": spanish
    default: english
    }
  }

  // MARK: The head

  func title(_ vendor: String) -> String {
    say("Questions about \(vendor)", "Questions sur \(vendor)", "Preguntas sobre \(vendor)")
  }

  func standing(_ questionnaire: Questionnaire) -> String {
    let verdict = questionnaire.verdict
    let day = questionnaire.asOf.description + known(by: questionnaire.knownBy)
    let packs = questionnaire.packs.joined(separator: ", ")
    return say(
      "Result on \(day), by the rules \(packs): \(word(for: verdict)).",
      "Résultat au \(day), selon les règles \(packs) : \(word(for: verdict)).",
      "Resultado al \(day), según las reglas \(packs): \(word(for: verdict))."
    )
  }

  /// What follows the day of a result that rests on what was known by another one.
  func known(by day: CalendarDate?) -> String {
    day.map {
      say(
        ", as known by \($0)",
        ", d'après ce qui était connu au \($0)",
        ", según lo conocido al \($0)"
      )
    } ?? ""
  }

  package func word(for verdict: Verdict) -> String {
    switch verdict {
    case .pass: say("pass", "réussi", "apto")
    case .fail: say("fail", "échec", "no apto")
    case .undetermined:
      say("cannot be decided", "impossible à décider", "no se puede decidir")
    }
  }

  func counts(_ questionnaire: Questionnaire) -> String {
    let (asked, spared) = (questionnaire.questions.count, questionnaire.irrelevantCount)
    if !questionnaire.isComplete {
      return say(
        "Questions: \(asked). There may be others, which were not searched for.",
        "Questions : \(asked). Il peut y en avoir d'autres, qui n'ont pas été cherchées.",
        "Preguntas: \(asked). Puede haber otras, que no se han buscado."
      )
    }
    return say(
      "Questions: \(asked). Open facts that do not matter, whatever is answered: \(spared).",
      "Questions : \(asked). Points ouverts sans importance, quelle que soit la réponse : \(spared).",
      "Preguntas: \(asked). Puntos abiertos sin importancia, sea cual sea la respuesta: \(spared)."
    )
  }

  /// How to answer, a line each.
  var instructions: [String] {
    [
      say(
        "Answer with one of the choices, or as the question says.",
        "Répondez par l'un des choix, ou comme la question l'indique.",
        "Responda con una de las opciones, o como indica la pregunta."
      ),
      "\(AnswerWord.none.rawValue): "
        + say(
          "there is none; of a list, nothing is on it (only where it is a choice)",
          "il n'y en a pas ; d'une liste, elle est vide (seulement si c'est un choix)",
          "no hay ninguno; de una lista, está vacía (solo si es una opción)"
        ),
      "\(AnswerWord.declined.rawValue): " + refusal,
      "\(AnswerWord.cannotKnow.rawValue): " + ignorance,
      say(
        "Say where it can be read (document, page). What is left blank is not answered.",
        "Dites où cela se lit (document, page). Ce qui reste vide n'est pas répondu.",
        "Diga dónde se lee (documento, página). Lo que queda vacío no está respondido."
      ),
    ]
  }

  // MARK: Sections

  func heading(_ section: Questionnaire.Section) -> String {
    let round =
      section.round == 1
      ? say("First round", "Premier tour", "Primera ronda")
      : say(
        "Later, if it is still open",
        "Plus tard, si cela reste ouvert",
        "Más tarde, si sigue abierto"
      )
    let separator = language == "fr" ? " : " : ": "
    return round + separator + name(of: section.askedOf)
  }

  func name(of respondent: Vocabulary.Respondent) -> String {
    switch respondent {
    case .vendor: say("for the vendor", "pour le fournisseur", "para el proveedor")
    case .buyer: say("for the buyer", "pour l'acheteur", "para el comprador")
    case .thirdParty: say("for a third party", "pour un tiers", "para un tercero")
    }
  }

  func label(_ column: QuestionnaireColumn) -> String { column.title[language] }
}
