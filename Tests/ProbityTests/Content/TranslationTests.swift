import Probity
import Testing

/// Every text that an officer reads is there in French, and is French; every text of a
/// questionnaire is there in Spanish as well.
@Suite struct TranslationTests {
  /// Labels that are the same word in both languages.
  static let sameInBoth: Set<String> = [
    "age", "caste", "code", "description", "document", "mention", "message", "mode", "nature",
    "observation", "option", "origine", "place", "provision", "publication", "question", "race",
    "religion", "restitution", "satisfaction", "service", "simulation", "site", "source",
    "suspension", "territoire", "test", "transport", "type", "version",
  ]

  static func texts() throws -> [(place: String, text: LocalizedText)] {
    let book = try ShippedFiles.rulebook()
    return vocabularyTexts(book.vocabulary) + book.rules.flatMap(ruleTexts)
      + book.packs.flatMap { pack in
        [("pack \(pack.id)", pack.title)]
          + pack.parameters.map { ("parameter \($0.name)", $0.title) }
      }
  }

  static func vocabularyTexts(_ vocabulary: Vocabulary) -> [(place: String, text: LocalizedText)] {
    var texts = [("the vocabulary", vocabulary.title)]
    for document in vocabulary.documents {
      texts.append(("document \(document.id)", document.title))
      texts += document.definition.map { [("document \(document.id)", $0)] } ?? []
    }
    for enumeration in vocabulary.enumerations {
      texts.append(("enum \(enumeration.name)", enumeration.title))
      for code in enumeration.codes {
        texts.append(("code \(code.code) of \(enumeration.name)", code.label))
        texts += code.definition.map { [("code \(code.code) of \(enumeration.name)", $0)] } ?? []
      }
    }
    texts += vocabulary.sets.map { ("set \($0.name)", $0.title) }
    for record in vocabulary.records {
      texts.append(("record \(record.name)", record.title))
      for field in record.fields where !field.isIdentity {
        let place = "field \(record.name).\(field.name)"
        texts.append((place, field.label))
        texts += [field.question, field.definition].compactMap { $0.map { (place, $0) } }
      }
    }
    return texts
  }

  static func ruleTexts(_ rule: Rule) -> [(place: String, text: LocalizedText)] {
    let labels = (rule.condition.leaves + rule.exceptions).map(\.label)
    let remedies = [rule.vendorRemedy, rule.buyerRemedy].compactMap(\.self)
    return ([rule.title] + labels + remedies).map { ("rule \(rule.id)", $0) }
  }

  @Test func `every text has a French one that differs from the English`() throws {
    let texts = try Self.texts()
    #expect(texts.count > 500)
    for (place, text) in texts {
      guard let french = text.texts["fr"] else {
        Issue.record("\(place): no French for `\(text["en"])`")
        continue
      }
      let isSame = french == text["en"] && !Self.sameInBoth.contains(french.lowercased())
      #expect(!isSame, "\(place): `\(french)` is the English text")
    }
  }

  @Test func `a text left in English is found`() {
    let text = LocalizedText(["en": "purpose", "fr": "purpose"])
    #expect(text.texts["fr"] == text["en"] && !Self.sameInBoth.contains("purpose"))
  }

  /// Labels that are the same word in English and Spanish.
  static let sameInSpanish: Set<String> = ["color", "no", "social", "visual"]

  /// What questionnaires show: questions, labels, choices, documents, rules.
  static func askedTexts() throws -> [(place: String, text: LocalizedText)] {
    let book = try ShippedFiles.rulebook()
    let vocabulary = book.vocabulary
    var texts = [("the vocabulary", vocabulary.title)]
    texts += vocabulary.documents.map { ("document \($0.id)", $0.title) }
    for enumeration in vocabulary.enumerations {
      texts.append(("enum \(enumeration.name)", enumeration.title))
      texts += enumeration.codes.map { ("code \($0.code) of \(enumeration.name)", $0.label) }
    }
    for record in vocabulary.records {
      texts.append(("record \(record.name)", record.title))
      for field in record.fields where !field.isIdentity {
        let place = "field \(record.name).\(field.name)"
        texts += [field.label, field.question].compactMap { $0.map { (place, $0) } }
      }
    }
    texts += vocabulary.sets.map { ("set \($0.name)", $0.title) }
    texts += book.rules.map { ("rule \($0.id)", $0.title) }
    return texts + book.packs.map { ("pack \($0.id)", $0.title) }
  }

  @Test func `whatever a questionnaire asks, it asks in Spanish, too`() throws {
    let texts = try Self.askedTexts()
    #expect(texts.count > 450)
    for (place, text) in texts {
      #expect(text.texts["fr"] != nil, "\(place): no French for `\(text["en"])`")
      guard let spanish = text.texts["es"] else {
        Issue.record("\(place): no Spanish for `\(text["en"])`")
        continue
      }
      let isSame = spanish == text["en"] && !Self.sameInSpanish.contains(spanish.lowercased())
      #expect(!isSame, "\(place): `\(spanish)` is the English text")
      #expect(text["en"].hasSuffix("?") == spanish.hasSuffix("?"), "\(place): `\(spanish)`")
      #expect(spanish.contains("?") == spanish.contains("¿"), "\(place): `\(spanish)`")
    }
  }

  @Test func `the choices of a question differ from each other in every language`() throws {
    for enumeration in try ShippedFiles.rulebook().vocabulary.enumerations {
      for language in ["en", "fr", "es"] {
        for code in enumeration.codes {
          let label = code.label[language]
          let meant = enumeration.code(meantBy: label)?.code
          #expect(meant == code.code, "`\(label)` of \(enumeration.name) in \(language)")
        }
      }
    }
  }

  @Test func `every judged field says how one asks for it`() throws {
    let vocabulary = try ShippedFiles.rulebook().vocabulary
    for record in vocabulary.records where record.name != "procurement" {
      for field in record.fields where !field.isIdentity && !field.isControlGroup {
        #expect(field.question != nil, "\(record.name).\(field.name) has no question")
      }
    }
  }

  @Test func `every code and set says where its meaning is from`() throws {
    let vocabulary = try ShippedFiles.rulebook().vocabulary
    for enumeration in vocabulary.enumerations {
      for code in enumeration.codes {
        #expect(code.definition != nil, "\(enumeration.name).\(code.code) has no definition")
        #expect(code.source != nil, "\(enumeration.name).\(code.code) has no source")
      }
    }
    for set in vocabulary.sets { #expect(set.source != nil, "set \(set.name) has no source") }
  }
}
