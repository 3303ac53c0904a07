import Probity
import ProbityCEL

/// What spreadsheets offer, and what they say besides.
extension QuestionnaireWords {
  /// What is offered as the answer to a question.
  struct Offer: Hashable {
    /// In the language of the questionnaire; each is understood when it comes back.
    var answers: [String]
    /// Whether there is no other answer.
    var isWhole: Bool
  }

  func offer(_ question: Question, _ vocabulary: Vocabulary) -> Offer {
    let general = AnswerWord.allCases.filter { word in
      switch word {
      case .yes: question.form == .yesNo || canBeWhole(question)
      case .no: question.form == .yesNo
      case AnswerWord.none: question.allowsNone
      case .declined, .cannotKnow: true
      }
    }.map { $0.label[language] }
    guard case .code(let name) = question.form, let codes = vocabulary.enumeration(name) else {
      return Offer(answers: general, isWhole: question.form == .yesNo)
    }
    return Offer(
      answers: codes.codes.map { codes.name(of: $0, in: language) } + general,
      isWhole: true
    )
  }

  /// Of nothing nobody can say that it is whole.
  private func canBeWhole(_ question: Question) -> Bool {
    question.kind == .closure && !question.onFile.isEmpty
  }

  /// What may stand as the answer, a line each, in words that come back understood.
  func answers(_ question: Question, _ vocabulary: Vocabulary) -> String {
    let enumeration = question.form.enumeration.flatMap(vocabulary.enumeration)
    return choices(question, vocabulary).map { choice in
      if let code = enumeration?.codes.first(where: { $0.code == choice.answer }) {
        return enumeration?.name(of: code, in: language) ?? choice.answer
      }
      guard let word = AnswerWord(rawValue: choice.answer) else { return choice.answer }
      let (label, meaning) = (word.label[language], choice.meaning)
      return meaning.map { $0 == label ? label : "\(label) (\($0))" } ?? label
    }.joined(separator: "\n")
  }

  /// What is claimed by now, in the same words.
  func onFile(_ question: Question, _ vocabulary: Vocabulary) -> [String] {
    let enumeration = question.form.enumeration.flatMap(vocabulary.enumeration)
    return question.onFile.map { value in
      if let code = enumeration?.codes.first(where: { $0.code == value }) {
        return enumeration?.name(of: code, in: language) ?? value
      }
      let isWord = question.form == .yesNo || value == AnswerWord.none.rawValue
      return (isWord ? AnswerWord(rawValue: value)?.label[language] : nil) ?? value
    }
  }

  // MARK: Sheets

  var introduction: String { say("Introduction", "Introduction", "Introducción") }

  var questions: String { say("Questions", "Questions", "Preguntas") }

  var choices: String { say("Choices", "Choix", "Opciones") }

  /// How to fill in a spreadsheet, a line each.
  var sheetInstructions: [String] {
    [
      say(
        "Answer in the yellow cells of the next sheet; the others are locked. Where the list at the "
          + "cell offers a word, choose it; else write the answer.",
        "Répondez dans les cellules jaunes de la feuille suivante ; les autres sont verrouillées. "
          + "Si la liste de la cellule propose un mot, choisissez-le ; sinon, écrivez la réponse.",
        "Responda en las celdas amarillas de la hoja siguiente; las demás están bloqueadas. Si la "
          + "lista de la celda ofrece una palabra, elíjala; si no, escriba la respuesta."
      ),
      meaning(
        .none,
        say(
          "there is none; of a list, nothing is on it (only where it is offered)",
          "il n'y en a pas ; d'une liste, elle est vide (seulement si c'est proposé)",
          "no hay ninguno; de una lista, está vacía (solo si se ofrece)"
        )
      ),
      meaning(.declined, refusal), meaning(.cannotKnow, ignorance), instructions.last ?? "",
      say(
        "Days are written as 2026-05-31. Say who answered, and on which day.",
        "Les jours s'écrivent 2026-05-31. Dites qui a répondu, et quel jour.",
        "Los días se escriben 2026-05-31. Diga quién respondió y qué día."
      ),
      say(
        "Send the file back, as .xlsx, by the day that was named to you when you received it.",
        "Renvoyez le fichier, en .xlsx, au plus tard le jour indiqué à sa réception.",
        "Devuelva el archivo, en .xlsx, a más tardar el día que se le indicó al recibirlo."
      ),
    ]
  }

  private func meaning(_ word: AnswerWord, _ meaning: String) -> String {
    word.label[language] + (language == "fr" ? " : " : ": ") + meaning
  }

  var refusal: String {
    say(
      "you will not say; a refusal is put on file",
      "vous ne le direz pas ; un refus est versé au dossier",
      "no lo dirá; la negativa consta en el expediente"
    )
  }

  var ignorance: String {
    say(
      "you have no way to find out",
      "vous n'avez aucun moyen de le savoir",
      "no tiene medio de averiguarlo"
    )
  }

  var notOffered: (title: String, message: String) {
    (
      say("Not a choice", "Hors choix", "No es una opción"),
      say(
        "Choose an answer of the list.",
        "Choisissez une réponse de la liste.",
        "Elija una respuesta de la lista."
      )
    )
  }
}
