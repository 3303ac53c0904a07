import Probity
import ProbityCEL

/// What is said about one question.
extension QuestionnaireWords {
  /// The question as it is asked.
  func text(_ question: Question) -> String {
    let label = question.field.label[language]
    guard question.kind == .existence else { return question.field.question?[language] ?? label }
    return say(
      "Is there such a thing (\(label))?",
      "Cela existe-t-il (\(label)) ?",
      "¿Existe (\(label))?"
    )
  }

  /// A choice with what it means; the meaning is nil for a kind of text.
  struct Choice {
    var answer: String
    var meaning: String?
  }

  /// Everything that may stand as the answer.
  func choices(_ question: Question, _ vocabulary: Vocabulary) -> [Choice] {
    var choices = words(for: question.form, vocabulary)
    // Of nothing nobody can say that it is whole.
    if question.kind == .closure, question.onFile.isEmpty { choices.removeFirst() }
    if question.allowsNone { choices.append(choice(.none)) }
    return choices + [choice(.declined), choice(.cannotKnow)]
  }

  private func words(for form: AnswerForm, _ vocabulary: Vocabulary) -> [Choice] {
    switch form {
    case .yesNo: return [choice(.yes), choice(.no)]
    case .code(let name):
      let codes = vocabulary.enumeration(name)?.codes ?? []
      return codes.map { Choice(answer: $0.code, meaning: $0.label[language]) }
    case .date:
      return [Choice(answer: say("a day", "un jour", "un día") + " (2026-05-31)")]
    case .wholeNumber:
      return [Choice(answer: say("a whole number", "un nombre entier", "un número entero"))]
    case .number: return [Choice(answer: say("a number", "un nombre", "un número"))]
    case .text: return [Choice(answer: say("a text", "un texte", "un texto"))]
    case .list(let element):
      let whole = Choice(answer: AnswerWord.yes.rawValue, meaning: wholeList)
      guard let element else { return [whole] }
      let names = Choice(answer: missingNames)
      let codes = element.enumeration == nil ? [] : words(for: element, vocabulary)
      return [whole, names] + codes
    }
  }

  private var wholeList: String {
    say(
      "the list on file is whole",
      "la liste au dossier est complète",
      "la lista del expediente está completa"
    )
  }

  private var missingNames: String {
    say(
      "what is missing, separated by ; (and then the list is whole)",
      "ce qui manque, séparé par ; (la liste est alors complète)",
      "lo que falta, separado por ; (y entonces la lista está completa)"
    )
  }

  private func choice(_ word: AnswerWord) -> Choice {
    Choice(answer: word.rawValue, meaning: word.label[language])
  }

  // MARK: Evidence

  /// What an answer needs to count.
  func evidence(_ question: Question) -> String {
    let document = question.document.map { $0.title[language] }
    return [question.standard.map(words), document].compactMap(\.self).joined(separator: "; ")
  }

  private func words(for standard: StandardOfProof) -> String {
    switch standard {
    case .alleged: say("somebody's word", "la parole de quelqu'un", "la palabra de alguien")
    case .reasonableGrounds, .balance:
      say(
        "signed by whoever is liable for it, or one official or tested document",
        "signé par qui en répond, ou un document officiel ou un essai",
        "firmado por quien responde de ello, o un documento oficial o un ensayo"
      )
    case .clearAndConvincing:
      say(
        "signed by whoever is liable for it, and confirmed by somebody independent",
        "signé par qui en répond, et confirmé par un tiers indépendant",
        "firmado por quien responde de ello, y confirmado por un tercero independiente"
      )
    case .conclusive:
      say("a final judgment", "un jugement définitif", "una sentencia firme")
    }
  }
}
