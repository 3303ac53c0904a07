import Probity

/// What is said about decisions and findings.
extension ExplainWords {
  func standing(_ decision: Decision) -> String {
    let known = decision.knownBy.map {
      say(
        ", as known by \($0)",
        ", d'après ce qui était connu au \($0)",
        ", según lo conocido al \($0)"
      )
    }
    return decision.dossier.vendor.name + ": " + verdict(decision.verdict) + " ("
      + say("as of", "au", "al") + " \(decision.asOf)" + (known ?? "") + ")"
  }

  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: say("PASS", "ADMIS", "APTO")
    case .fail: say("FAIL", "REFUSÉ", "NO APTO")
    case .undetermined: say("UNDETERMINED", "INDÉTERMINÉ", "INDETERMINADO")
    }
  }

  func status(_ status: Finding.Status?) -> String {
    switch status {
    case .violated: say("violated", "violée", "incumplida")
    case .undetermined: say("undetermined", "indéterminée", "indeterminada")
    case .satisfied: say("satisfied", "satisfaite", "cumplida")
    case .notApplicable: say("does not apply", "sans objet", "no aplicable")
    case nil: say("no such finding", "pas de tel constat", "no hay tal hallazgo")
    }
  }

  // MARK: Diagrams

  var values: String {
    say("WHAT EACH PART CAME TO", "CE QUE VAUT CHAQUE PARTIE", "LO QUE VALE CADA PARTE")
  }

  func heading(of diagram: ConditionDiagram) -> String {
    let label = diagram.label[language]
    switch diagram.role {
    case .when: return say("applies when", "s'applique si", "se aplica si")
    case .condition: return label
    case .exception: return say("unless: ", "sauf si : ", "salvo que: ") + label
    }
  }

  func run(_ terms: Resolution.Terms) -> String {
    let run =
      terms.direction == .adverse
      ? say("to accuse, at", "à charge, à", "de cargo, a")
      : say("to clear, at", "à décharge, à", "de descargo, a")
    return "\(run) \(terms.standard.rawValue)"
  }

  // MARK: Why not

  func itIs(_ verdict: Verdict) -> String {
    say("It is: ", "Il l'est : ", "Lo es: ") + self.verdict(verdict)
  }

  var nothingSatisfied: String {
    say(
      "Nothing stands in the way, but no rule that decides is satisfied: nothing was cleared.",
      "Rien ne s'y oppose, mais aucune règle décisive n'est satisfaite : rien n'a été écarté.",
      "Nada se opone, pero ninguna regla decisiva se cumple: nada se ha descartado."
    )
  }

  func inTheWay(_ count: Int) -> String {
    say(
      "Findings that stand in the way, all of which would have to be cleared: \(count).",
      "Constats qui s'y opposent, tous à écarter : \(count).",
      "Hallazgos que se oponen, todos por descartar: \(count)."
    )
  }

  func violationsDecide(_ count: Int) -> String {
    say(
      "One violation decides; there are \(count).",
      "Une violation suffit ; il y en a \(count).",
      "Un incumplimiento basta; hay \(count)."
    )
  }

  var nothingOpen: String {
    say(
      "Nothing that blocks is open.",
      "Rien de bloquant n'est ouvert.",
      "No queda abierto nada que bloquee."
    )
  }

  var nothingViolated: String {
    say(
      "No rule that decides is violated. One of these would have to be:",
      "Aucune règle décisive n'est violée. Il faudrait l'une de celles-ci :",
      "Ninguna regla decisiva se incumple. Haría falta una de estas:"
    )
  }

  var notFound: String {
    say(
      "Within the limits of the search no way was found to turn it.",
      "Dans les limites de la recherche, rien n'a été trouvé qui le change.",
      "Dentro de los límites de la búsqueda no se halló cómo cambiarlo."
    )
  }

  var forcedBy: String { say("forced by:", "imposé par :", "lo imponen:") }

  // MARK: Comparisons

  func verdicts(_ comparison: DecisionComparison) -> String {
    let (before, after) = (comparison.before, comparison.after)
    let known = before.knownBy.map {
      say(" (as known by \($0))", " (connu au \($0))", " (conocido al \($0))")
    }
    return "\(after.dossier.vendor.name): \(verdict(before.verdict)) \(before.asOf) -> "
      + "\(verdict(after.verdict)) \(after.asOf)" + (known ?? "")
  }

  func changeCount(_ count: Int) -> String {
    count == 0
      ? say("No finding differs.", "Aucun constat ne diffère.", "Ningún hallazgo difiere.")
      : say("Findings that differ: ", "Constats qui diffèrent : ", "Hallazgos que difieren: ")
        + "\(count)."
  }

  var restOf: String {
    say("whatever else there may be in ", "tout autre élément de ", "cualquier otro elemento de ")
  }

  func causes(_ count: Int, isEachEnough: Bool) -> String {
    if count == 1 { return say("because of:", "à cause de :", "a causa de:") }
    return isEachEnough
      ? say(
        "because of each of these alone:",
        "à cause de chacun seul :",
        "a causa de cada uno solo:"
      )
      : say(
        "because of these together, none of which can be spared:",
        "à cause de ceci ensemble, dont rien n'est superflu :",
        "a causa de todo esto junto, sin que sobre nada:"
      )
  }

  var factsThatChanged: String {
    say("facts that changed by it:", "faits qui en changent :", "hechos que cambian con ello:")
  }

  var undated: String { say("undated", "sans date", "sin fecha") }

  var noPublisher: String {
    say("publisher not given", "éditeur non indiqué", "editor no indicado")
  }

  var theDay: String {
    say(
      "the day itself, which conditions read (as_of)",
      "le jour lui-même, que lisent les conditions (as_of)",
      "el día mismo, que leen las condiciones (as_of)"
    )
  }

  func turn(_ turn: SourceTurn) -> String {
    switch turn {
    case .comesOut: say("comes out", "paraît", "aparece")
    case .isNotOutYet: say("is not out yet", "n'a pas encore paru", "aún no ha aparecido")
    case .tooOldToAccuse(let period):
      say(
        "is too old to accuse (older than \(period))",
        "est trop ancien à charge (plus de \(period))",
        "es demasiado antiguo de cargo (más de \(period))"
      )
    case .tooOldToClear(let period):
      say(
        "is too old to clear (older than \(period))",
        "est trop ancien à décharge (plus de \(period))",
        "es demasiado antiguo de descargo (más de \(period))"
      )
    case .isFreshAgain:
      say("is not too old yet", "n'est pas encore trop ancien", "aún no es demasiado antiguo")
    case .isRetracted: say("is retracted", "est rétracté", "es retractado")
    case .isNotRetractedYet:
      say("is not retracted yet", "n'est pas encore rétracté", "aún no es retractado")
    }
  }

  func ruleTurns(_ id: String, in comparison: DecisionComparison) -> String {
    comparison.after.notInForce.contains(id)
      ? say(
        "the rule is not in force then",
        "la règle n'est pas en vigueur",
        "la regla no está en vigor"
      )
      : say("the rule comes into force", "la règle entre en vigueur", "la regla entra en vigor")
  }
}
