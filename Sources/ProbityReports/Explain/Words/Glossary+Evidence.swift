extension Glossary {
  /// What counts, and for how much.
  static let evidence: [Word] = [
    Word(
      "closure",
      "that a list is whole; a list is open until somebody vouches for that",
      "le fait qu'une liste est complète ; elle est ouverte tant que personne n'en répond",
      "que una lista está completa; está abierta hasta que alguien responde de ello",
      see: ["fact"]
    ),
    Word(
      "conflicting",
      "two values that both reach the standard: unknown",
      "deux valeurs qui atteignent le degré : inconnu",
      "dos valores que alcanzan el estándar: desconocido",
      see: ["unknown"]
    ),
    Word(
      "declined",
      "somebody will not answer: on file, and unknown all the same",
      "quelqu'un refuse de répondre : versé au dossier, et inconnu tout de même",
      "alguien no quiere responder: consta, y sigue siendo desconocido",
      see: ["unknown"]
    ),
    Word(
      "stale",
      "evidence that would do if it were not too old",
      "une preuve qui suffirait si elle n'était trop ancienne",
      "una prueba que bastaría si no fuera demasiado antigua",
      see: ["unknown", "as of"]
    ),
    Word(
      "admission",
      "a party speaks against its own interest, quoted where the value stands: weight 3",
      "une partie parle contre son intérêt, citée à l'endroit de la valeur : poids 3",
      "una parte habla contra su interés, citada donde está el valor: peso 3",
      see: ["level"]
    ),
    Word(
      "interest",
      "whose side a source is on; what is not graded disinterested does not clear like a "
        + "stranger's word",
      "de quel côté est une source ; sans évaluation contraire, elle n'écarte pas comme la "
        + "parole d'un étranger",
      "de qué lado está una fuente; si no consta lo contrario, no descarta como la palabra "
        + "de un extraño",
      see: ["source", "level"]
    ),
    Word(
      "independence",
      "two sources with disjoint origins, whose publishers nobody controls together",
      "deux sources aux origines disjointes, dont personne ne contrôle ensemble les "
        + "éditeurs",
      "dos fuentes de orígenes disjuntos, cuyos editores nadie controla a la vez",
      see: ["level"]
    ),
    Word(
      "burden",
      "who must bring the evidence, and so what an open finding does",
      "qui doit prouver, et donc ce que fait un constat ouvert",
      "quién debe probar, y por tanto qué hace un hallazgo abierto",
      see: ["undetermined"]
    ),
    Word(
      "severity",
      "what a violation means: prohibit and require decide, advise never does",
      "ce que vaut une violation : prohibit et require décident, advise jamais",
      "qué vale un incumplimiento: prohibit y require deciden, advise nunca",
      see: ["verdict"]
    ),
    Word(
      "waiver",
      "a decision to buy all the same: it never changes a finding; none is read yet",
      "une décision d'acheter quand même : elle ne change aucun constat ; aucune n'est "
        + "encore lue",
      "una decisión de comprar pese a todo: no cambia ningún hallazgo; aún no se lee "
        + "ninguna",
      see: ["verdict"]
    ),
    Word(
      "as of",
      "the day whose law counts, and from which the age of evidence is told",
      "le jour dont le droit compte, et d'où l'âge des preuves se mesure",
      "el día cuyo derecho cuenta, y desde el que se mide la edad de las pruebas",
      see: ["as known by", "stale"]
    ),
    Word(
      "as known by",
      "only sources that were in hand on a day count, whatever they tell of",
      "seules comptent les sources en main un certain jour, quoi qu'elles relatent",
      "solo cuentan las fuentes en mano cierto día, relaten lo que relaten",
      see: ["as of", "source"]
    ),
  ]
}
