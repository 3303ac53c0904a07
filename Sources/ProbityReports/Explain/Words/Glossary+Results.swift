extension Glossary {
  /// What comes of it, and what explains it.
  static let results: [Word] = [
    Word(
      "violated",
      "established at the rule's adverse standard, and no exception is proven",
      "établi au degré à charge de la règle, sans exception prouvée",
      "establecido al estándar de cargo de la regla, sin excepción probada",
      see: ["finding", "exception"]
    ),
    Word(
      "satisfied",
      "the violation is excluded at the rule's clear standard",
      "la violation est exclue au degré à décharge de la règle",
      "el incumplimiento queda excluido al estándar de descargo",
      see: ["finding", "not_applicable"]
    ),
    Word(
      "undetermined",
      "neither established nor excluded; it blocks, as long as nothing else is said",
      "ni établi ni exclu ; cela bloque, sauf indication contraire",
      "ni establecido ni excluido; bloquea, salvo que se diga otra cosa",
      see: ["finding", "certificate", "question"]
    ),
    Word(
      "not_applicable",
      "cleared, as the rule does not concern the subject",
      "écarté, car la règle ne concerne pas le sujet",
      "descartado, pues la regla no concierne al sujeto",
      see: ["satisfied"]
    ),
    Word(
      "decision",
      "all findings of one vendor, with the verdict that follows from them",
      "tous les constats sur un fournisseur, et le verdict qui en découle",
      "todos los hallazgos sobre un proveedor, y el veredicto que resulta",
      see: ["verdict", "finding"]
    ),
    Word(
      "verdict",
      "fail with one decisive violation, undetermined as long as something blocks, pass if "
        + "at least one rule is satisfied and nothing blocks",
      "fail dès une violation décisive, undetermined tant que quelque chose bloque, pass si "
        + "une règle au moins est satisfaite et rien ne bloque",
      "fail con un incumplimiento decisivo, undetermined mientras algo bloquee, pass si al "
        + "menos una regla se cumple y nada bloquea",
      see: ["decision"]
    ),
    Word(
      "exception",
      "what excuses a violation (`unless`); the vendor's to prove, and not there until it "
        + "is proven",
      "ce qui excuse une violation (`unless`) ; au fournisseur de le prouver, absent "
        + "jusque-là",
      "lo que excusa un incumplimiento (`unless`); lo prueba el proveedor, y hasta entonces "
        + "no existe",
      see: ["violated"]
    ),
    Word(
      "reason",
      "facts that force a finding whatever all others may be, none of which can be spared",
      "des faits qui imposent un constat quels que soient les autres, dont aucun n'est "
        + "superflu",
      "hechos que imponen un hallazgo sean cuales sean los demás, ninguno de los cuales "
        + "sobra",
      see: ["pivot"]
    ),
    Word(
      "pivot",
      "facts that a finding hangs on: were all of them unknown, it would be open",
      "des faits dont un constat dépend : inconnus, il serait ouvert",
      "hechos de los que pende un hallazgo: si se ignoraran, quedaría abierto",
      see: ["reason"]
    ),
    Word(
      "repair",
      "a smallest set of steps that would clear a finding: to prove what is open, to change "
        + "what is established",
      "le plus petit ensemble d'étapes qui écarterait un constat : prouver ce qui est "
        + "ouvert, changer ce qui est établi",
      "el menor conjunto de pasos que descartaría un hallazgo: probar lo abierto, cambiar "
        + "lo establecido",
      see: ["certificate"]
    ),
    Word(
      "certificate",
      "a smallest set of answers that settles an open finding whatever the rest says",
      "le plus petit ensemble de réponses qui règle un constat ouvert quel que soit le "
        + "reste",
      "el menor conjunto de respuestas que resuelve un hallazgo abierto, diga lo que diga "
        + "el resto",
      see: ["question", "repair"]
    ),
    Word(
      "question",
      "an open fact whose answer can still change a finding",
      "un point ouvert dont la réponse peut encore changer un constat",
      "un punto abierto cuya respuesta aún puede cambiar un hallazgo",
      see: ["certificate", "questionnaire"]
    ),
    Word(
      "questionnaire",
      "the questions that are left, for those who can answer",
      "les questions qui restent, pour qui peut répondre",
      "las preguntas que quedan, para quien puede responder",
      see: ["question"]
    ),
  ]
}
