import Probity

/// What is said about answers that came back.
extension QuestionnaireWords {
  func counts(_ outcome: AnswerImport) -> String {
    let (taken, all) = (outcome.takenCount, outcome.entries.count)
    let blank = outcome.blankCount
    return say(
      "Answers taken: \(taken) of \(all). Left blank: \(blank).",
      "Réponses retenues : \(taken) sur \(all). Laissées vides : \(blank).",
      "Respuestas tomadas: \(taken) de \(all). En blanco: \(blank)."
    )
  }

  /// What became of an answer.
  func fate(_ entry: AnswerImport.Entry) -> String {
    guard case .taken = entry.fate else {
      return say("not taken: ", "non retenue : ", "no tomada: ") + reason(entry.fate)
    }
    let source = "{\(entry.source ?? "")}"
    return say(
      "taken: as a statement of \(source), which nobody has graded",
      "retenue : comme déclaration de \(source), que personne n'a évaluée",
      "tomada: como declaración de \(source), que nadie ha evaluado"
    )
  }

  private func reason(_ fate: AnswerImport.Fate) -> String {
    switch fate {
    case .taken: ""
    case .alreadyOnFile, .obstructed(.repeated):
      say(
        "the same answer of the same source is on file",
        "la même réponse de la même source est au dossier",
        "la misma respuesta de la misma fuente consta en el expediente"
      )
    case .staysOpen:
      say(
        "it stays open, as this settles nothing; ask somebody else",
        "le point reste ouvert, car ceci ne tranche rien ; demandez à quelqu'un d'autre",
        "sigue abierto, pues esto no resuelve nada; pregunte a otra persona"
      )
    case .elsewhere:
      say(
        "it belongs into the file of another company, or of the buyer",
        "sa place est dans le dossier d'une autre société, ou de l'acheteur",
        "corresponde al expediente de otra sociedad, o del comprador"
      )
    case .obstructed(let obstacle): reason(obstacle)
    }
  }

  private func reason(_ obstacle: AnswerObstacle) -> String {
    switch obstacle {
    case .declined:
      say(
        "the vendor's refusal is on file; edit it by hand",
        "le refus du fournisseur est au dossier ; modifiez-le à la main",
        "la negativa del proveedor consta en el expediente; edítela a mano"
      )
    case .answered:
      say(
        "answers are on file, which a refusal does not take away",
        "des réponses sont au dossier, qu'un refus n'efface pas",
        "constan respuestas en el expediente, que una negativa no quita"
      )
    case .wholeRecord:
      say(
        "the record above is answered as a whole; edit it by hand",
        "l'élément au-dessus a une réponse d'ensemble ; modifiez-le à la main",
        "el elemento superior tiene una respuesta global; edítelo a mano"
      )
    case .unexpected:
      say(
        "there is no place for it; edit the file by hand",
        "il n'y a pas de place pour elle ; modifiez le fichier à la main",
        "no hay lugar para ella; edite el archivo a mano"
      )
    case .repeated: reason(.alreadyOnFile)
    }
  }

  // MARK: Why it is not good enough

  /// What an answer lacks to clear rules, and what would have it.
  func lack(
    _ gap: Resolution.Gap,
    on terms: Resolution.Terms,
    of rules: [String],
    document: Vocabulary.Document?
  ) -> String {
    let names = rules.joined(separator: ", ")
    let wanted = document.map { document in
      say("; ask for ", " ; demandez ", "; pida ") + document.title[language]
    }
    return say(
      "not good enough to clear \(names): ",
      "insuffisante pour lever \(names) : ",
      "insuficiente para descartar \(names): "
    ) + words(for: gap, on: terms) + (wanted ?? "")
  }

  private func words(for gap: Resolution.Gap, on terms: Resolution.Terms) -> String {
    let standard = name(of: terms.standard)
    switch gap {
    case .notAnswered: return say("not answered", "sans réponse", "sin respuesta")
    case .declined(let date):
      return say(
        "the vendor declined to answer on \(date)",
        "le fournisseur a refusé de répondre le \(date)",
        "el proveedor se negó a responder el \(date)"
      )
    case .belowStandard(let level, 0):
      return say(
        "level \(level) falls short of \(standard)",
        "le niveau \(level) n'atteint pas « \(standard) »",
        "el nivel \(level) no alcanza «\(standard)»"
      )
    case .belowStandard(let level, let contradiction):
      return say(
        "level \(level), contradicted at level \(contradiction), falls short of \(standard)",
        "le niveau \(level), contredit au niveau \(contradiction), n'atteint pas « \(standard) »",
        "el nivel \(level), contradicho al nivel \(contradiction), no alcanza «\(standard)»"
      )
    case .stale:
      return say(
        "the evidence is too old",
        "la preuve est trop ancienne",
        "la prueba es demasiado antigua"
      )
    case .conflicting:
      return say(
        "two values reach \(standard)",
        "deux valeurs atteignent « \(standard) »",
        "dos valores alcanzan «\(standard)»"
      )
    }
  }

  private func name(of standard: StandardOfProof) -> String {
    switch standard {
    case .alleged: say(standard.rawValue, "allégué", "alegado")
    case .reasonableGrounds: say(standard.rawValue, "motifs raisonnables", "motivos razonables")
    case .balance: say(standard.rawValue, "prépondérance", "preponderancia")
    case .clearAndConvincing: say(standard.rawValue, "clair et convaincant", "claro y convincente")
    case .conclusive: say(standard.rawValue, "concluant", "concluyente")
    }
  }

  // MARK: The verdict

  /// What becomes of the verdict, and of the findings that change.
  func change(from old: Decision, to new: Decision, _ findings: [Finding]) -> String {
    let before = word(for: old.verdict)
    let after = word(for: new.verdict) + known(by: new.knownBy)
    let verdicts =
      old.verdict == new.verdict
      ? say(
        "The result stays: \(after)",
        "Le résultat reste : \(after)",
        "El resultado sigue siendo: \(after)"
      )
      : say(
        "The result goes from: \(before), to: \(after)",
        "Le résultat passe de : \(before), à : \(after)",
        "El resultado pasa de: \(before), a: \(after)"
      )
    let changed = findings.map { "\($0.rule.id) (\(name(of: $0.status)))" }.withoutRepeats
    guard !changed.isEmpty else { return verdicts + "." }
    return verdicts + say("; ", " ; ", "; ") + changed.joined(separator: ", ") + "."
  }

  private func name(of status: Finding.Status) -> String {
    switch status {
    case .violated: say(status.rawValue, "violation établie", "infracción establecida")
    case .undetermined: say(status.rawValue, "indéterminé", "indeterminado")
    case .satisfied: say(status.rawValue, "respecté", "cumplido")
    case .notApplicable: say(status.rawValue, "sans objet", "no aplicable")
    }
  }

  // MARK: Writing

  package var nothingToWrite: String {
    say("Nothing is to be written.", "Il n'y a rien à écrire.", "No hay nada que escribir.")
  }

  package var writesOnYes: String {
    say(
      "Nothing is written until you say --yes.",
      "Rien n'est écrit tant que vous ne dites pas --yes.",
      "No se escribe nada hasta que diga --yes."
    )
  }

  package func wrote(_ path: String) -> String {
    say("Wrote \(path).", "Écrit : \(path).", "Escrito: \(path).")
  }
}
