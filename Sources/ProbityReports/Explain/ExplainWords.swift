import Probity

/// What explanations say in one language besides the texts of rules and vocabulary.
struct ExplainWords {
  let language: String

  init(_ language: String) { self.language = language }

  func say(_ english: String, _ french: String, _ spanish: String) -> String {
    switch language {
    case "fr": french
    case "es": spanish
    default: english
    }
  }

  // MARK: Diagrams

  func label(_ label: ValueDiagram.Label) -> String {
    switch label {
    case .value(let text): return text
    case .none: return say("none", "aucun", "ninguno")
    case .failed(let message): return say("error", "erreur", "error") + ": " + message
    case .unknown(let gap, let count):
      let more = count > 1 ? " (\(count) " + say("facts", "faits", "hechos") + ")" : ""
      return say("unknown", "inconnu", "desconocido") + ": " + words(for: gap) + more
    }
  }

  func words(for gap: ValueDiagram.Gap) -> String {
    switch gap {
    case .notAnswered: say("not answered", "sans réponse", "sin respuesta")
    case .declined: say("declined", "refus de répondre", "negativa a responder")
    case .belowStandard:
      say("below the standard", "sous le degré de preuve", "por debajo del estándar")
    case .stale: say("too old", "trop ancien", "demasiado antiguo")
    case .conflicting: say("conflicting", "contradictoire", "contradictorio")
    case .imprecise: say("imprecise dates", "dates imprécises", "fechas imprecisas")
    }
  }

  var settledByCases: String {
    say(
      "However the open facts turn out, the whole comes to this.",
      "Quelle que soit l'issue des points ouverts, le tout revient à cela.",
      "Sea cual sea el resultado de los puntos abiertos, el conjunto da esto."
    )
  }

  var diagramIsCut: String {
    say(
      "Further parts are not shown.",
      "D'autres parties ne sont pas montrées.",
      "Otras partes no se muestran."
    )
  }
}
