package import Probity
import ProbityCEL

/// Says what the vocabulary holds: fields, records, enums, named sets, documents.
package struct VocabularyArticle {
  private let rulebook: Rulebook
  private let words: ExplainWords

  package init(_ rulebook: Rulebook, language: String) {
    self.rulebook = rulebook
    words = ExplainWords(language)
  }

  private var vocabulary: Vocabulary { rulebook.vocabulary }
  private var language: String { words.language }

  /// The article on a name of the vocabulary; nil if it has no such name.
  ///
  /// A field may be named by a path from a record, or from the vendor as reports print it.
  package func article(on name: String) -> Article? {
    if name.hasPrefix("sets."),
      let set = vocabulary.sets.first(where: { "sets." + $0.name == name })
    {
      return article(on: set)
    }
    if let place = place(of: name) { return article(on: place) }
    if let enumeration = vocabulary.enumeration(name) { return article(on: enumeration) }
    return vocabulary.document(name).map(article)
  }

  /// Every name that has an article, for suggestions; fields by their record.
  package var names: [String] {
    vocabulary.records.flatMap { record in
      [record.name] + record.fields.map { "\(record.name).\($0.name)" }
    } + vocabulary.enumerations.map(\.name) + vocabulary.sets.map { "sets." + $0.name }
      + vocabulary.documents.map(\.id)
  }

  // MARK: Paths

  private enum Place {
    case record(Vocabulary.Record)
    case field(Vocabulary.Field, of: Vocabulary.Record)
  }

  private func place(of name: String) -> Place? {
    let steps = Self.steps(of: name)
    guard let first = steps.first else { return nil }
    if let record = vocabulary.record(first), let place = place(below: record, steps.dropFirst()) {
      return place
    }
    return vocabulary.record("vendor").flatMap { place(below: $0, steps[...]) }
  }

  private func place(below record: Vocabulary.Record, _ steps: ArraySlice<String>) -> Place? {
    guard let step = steps.first else { return .record(record) }
    guard let field = record.fields.first(where: { $0.name == step }) else { return nil }
    let rest = steps.dropFirst()
    guard !rest.isEmpty else { return .field(field, of: record) }
    switch field.type {
    case .record(let inner), .list(.record(let inner)):
      return vocabulary.record(inner).flatMap { place(below: $0, rest) }
    default: return nil
    }
  }

  /// The names in a path, without what stands in brackets.
  private static func steps(of path: String) -> [String] {
    var depth = 0
    var plain = ""
    for character in path {
      if character == "[" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == "]" { depth = max(0, depth - 1) }
    }
    return plain.split(separator: ".").map(String.init)
  }

  // MARK: Articles

  private func article(on place: Place) -> Article {
    switch place {
    case .record(let record): article(on: record)
    case .field(let field, let record): article(on: field, of: record)
    }
  }

  private func article(on record: Vocabulary.Record) -> Article {
    var article = Article("record", record.name, record.title[language], language)
    article.add("event", words.time, [record.isEvent ? words.isEvent : nil])
    article.add(
      "fields",
      words.fields,
      record.fields.map { "\($0.name): \($0.type)" + ($0.isIdentity ? words.isIdentity : "") }
    )
    article.add("at", words.place, ["\(record.span)"])
    return article
  }

  private func article(on field: Vocabulary.Field, of record: Vocabulary.Record) -> Article {
    let label = field.isIdentity ? "" : field.label[language]
    var article = Article("field", "\(record.name).\(field.name)", label, language)
    article.add("definition", words.meaning, [field.definition?[language]])
    article.add(
      "type",
      words.type,
      [
        "\(field.type)", field.allowsNone ? words.noneIsAnAnswer : nil,
        isList(field) ? words.listsAreOpen : nil, field.isControlGroup ? words.isComputed : nil,
      ]
    )
    article.add("codes", words.codes, codes(of: field.type))
    if field.isIdentity {
      article.add("identity", words.judged, [words.neverJudged])
    } else {
      article.add("question", words.question, [field.question?[language]])
      article.add("asked_of", words.whoAnswers, [words.actor(field.askedOf)])
      article.add("document", words.document, [document(of: field)])
      article.add("who_can_change", words.whoCanChange, changers(of: field, in: record))
    }
    article.add("rules", words.readBy, readers(of: field, record))
    article.add("at", words.place, ["\(field.span)"])
    return article
  }

  private func isList(_ field: Vocabulary.Field) -> Bool {
    if case .list = field.type { true } else { false }
  }

  private func codes(of type: CELType) -> [String] {
    switch type {
    case .enumeration(let name), .list(.enumeration(let name)):
      vocabulary.enumeration(name).map(codes) ?? []
    default: []
    }
  }

  private func codes(of enumeration: Vocabulary.Enumeration) -> [String] {
    enumeration.codes.map { code in
      let definition = code.definition.map { ". " + $0[language] } ?? ""
      return "\(code.code): \(code.label[language])" + definition
    }
  }

  private func document(of field: Vocabulary.Field) -> String? {
    field.document.flatMap(vocabulary.document).map { "\($0.id): \($0.title[language])" }
  }

  private func changers(of field: Vocabulary.Field, in record: Vocabulary.Record) -> [String] {
    if record.isEvent { return [words.whatWasWas] }
    let changer = field.changer ?? Vocabulary.Changer(rawValue: field.askedOf.rawValue)
    switch changer {
    case .nobody, nil: return [words.whatWasWas]
    case let changer?: return [words.changer(changer), words.cost(field.cost)]
    }
  }

  private func readers(of field: Vocabulary.Field, _ record: Vocabulary.Record) -> [String] {
    let name = FieldName(record: record.name, field: field.name)
    let readers = rulebook.rules.filter { rule in
      rule.fieldsRead.contains(name) || rule.listsRunOver(in: vocabulary).contains(name)
    }
    return readers.map { "\($0.id): \($0.title[language])" }
  }

  private func article(on enumeration: Vocabulary.Enumeration) -> Article {
    var article = Article("enum", enumeration.name, enumeration.title[language], language)
    article.add("codes", words.codes, codes(of: enumeration))
    let sets = vocabulary.sets.filter { $0.enumeration == enumeration.name }
    article.add("sets", words.sets, sets.map { "sets.\($0.name): \($0.title[language])" })
    article.add("at", words.place, ["\(enumeration.span)"])
    return article
  }

  private func article(on set: Vocabulary.NamedSet) -> Article {
    var article = Article("set", "sets." + set.name, set.title[language], language)
    let codes = vocabulary.enumeration(set.enumeration)?.codes ?? []
    article.add(
      "codes",
      words.codes,
      set.codes.map { code in
        "\(code): " + (codes.first { $0.code == code }?.label[language] ?? "")
      }
    )
    article.add("enum", words.type, [set.enumeration])
    article.add("source", words.law, [set.source])
    article.add("at", words.place, ["\(set.span)"])
    return article
  }

  private func article(on document: Vocabulary.Document) -> Article {
    var article = Article("document", document.id, document.title[language], language)
    article.add("definition", words.meaning, [document.definition?[language]])
    article.add("from", words.whoAnswers, [words.actor(document.from)])
    let fields = vocabulary.records.flatMap { record in
      record.fields.filter { $0.document == document.id }.map { "\(record.name).\($0.name)" }
    }
    article.add("fields", words.answers, fields)
    return article
  }
}
