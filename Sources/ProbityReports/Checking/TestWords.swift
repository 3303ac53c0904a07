import Probity
import ProbityCEL

/// What reports on tests say in one language besides the texts of the rules.
struct TestWords {
  private let words: ExplainWords

  init(_ language: String) { words = ExplainWords(language) }

  var language: String { words.language }

  func counts(passed: Int, failed: Int) -> String {
    words.say(
      "\(passed) passed, \(failed) failed",
      "\(passed) réussis, \(failed) échoués",
      "\(passed) superadas, \(failed) fallidas"
    )
  }

  func total(tests: Int, passed: Int, failed: Int) -> String {
    words.say("Tests: ", "Tests : ", "Pruebas: ") + "\(tests). "
      + counts(passed: passed, failed: failed) + "."
  }

  var coverage: String {
    words.say(
      "COVERAGE: each condition decided it",
      "COUVERTURE : chaque condition a été décisive",
      "COBERTURA: cada condición fue decisiva"
    )
  }

  func decided(_ met: Int, of all: Int) -> String {
    words.say("\(met) of \(all)", "\(met) sur \(all)", "\(met) de \(all)")
  }

  func percent(_ percent: Int) -> String {
    words.say("\(percent) of 100", "\(percent) sur 100", "\(percent) de 100")
  }

  func total(percent: Int, threshold: Int?) -> String {
    let total = words.say("Coverage: ", "Couverture : ", "Cobertura: ") + self.percent(percent)
    guard let threshold else { return total + "." }
    let wanted = words.say(
      " (wanted: \(threshold))",
      " (exigé : \(threshold))",
      " (exigido: \(threshold))"
    )
    let verdict =
      percent >= threshold
      ? words.say("enough", "suffisant", "suficiente")
      : words.say("too low", "insuffisant", "insuficiente")
    return total + wanted + words.say(": ", " : ", ": ") + verdict + "."
  }

  func neverDecided(_ role: Term.Role, _ answers: [Truth]) -> String {
    let quotes = language == "en" ? ("`", "`") : language == "fr" ? ("« ", " »") : ("«", "»")
    let list = answers.map { quotes.0 + answer(role, $0) + quotes.1 }.joined(separator: ", ")
    return words.say(
      "no test shows deciding: \(list)",
      "aucun test ne montre comme décisif : \(list)",
      "ninguna prueba muestra como decisivo: \(list)"
    )
  }

  private func answer(_ role: Term.Role, _ answer: Truth) -> String {
    switch (role, answer) {
    case (.exception, .yes): words.say("proven", "prouvé", "probado")
    case (.exception, .no), (.exception, .unknown):
      words.say("not proven", "non prouvé", "no probado")
    case (.application, .yes), (.condition, .yes): words.say("yes", "oui", "sí")
    case (.application, .no), (.condition, .no): words.say("no", "non", "no")
    case (.application, .unknown), (.condition, .unknown):
      words.say("not known", "non connu", "no se sabe")
    }
  }

  var tests: String {
    words.say(
      "TESTS TO ADD (found by search and tried; a suite such as x.test.yaml takes them)",
      "TESTS À AJOUTER (trouvés par recherche et essayés ; pour un fichier tel que x.test.yaml)",
      "PRUEBAS QUE AÑADIR (halladas por búsqueda y probadas; para un archivo como x.test.yaml)"
    )
  }

  func notFound(_ count: Int) -> String {
    words.say(
      "For \(count) more no test was found among the examples with one or two answers changed.",
      "Pour \(count) autres, aucun test n'a été trouvé parmi les exemples avec une ou deux réponses changées.",
      "Para otras \(count) no se halló ninguna prueba entre los ejemplos con una o dos respuestas cambiadas."
    )
  }
}
