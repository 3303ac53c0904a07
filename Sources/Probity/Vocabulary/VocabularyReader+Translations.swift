import ProbityText
import ProbityYAML

/// Puts translations beside the English texts that they translate.
extension VocabularyReader {
  /// Adds the texts of one translation; call it when every file of the vocabulary is taken.
  mutating func add(_ translation: VocabularyTranslation) {
    var texts = TranslationReader(language: translation.language)
    guard
      var file = MappingReader(
        translation.node,
        what: VocabularyTranslation.what,
        into: &texts.diagnostics
      )
    else { return }
    _ = file.required("probity")
    _ = file.required("language")
    if let head = file.optional("vocabulary") {
      texts.read(head, "the head of the vocabulary") { $0.add("title", to: &vocabulary.title) }
    }
    addDocuments(file.entries("documents", into: &texts.diagnostics), &texts)
    addEnumerations(file.entries("enums", into: &texts.diagnostics), &texts)
    addSets(file.entries("sets", into: &texts.diagnostics), &texts)
    addRecords(file.entries("records", into: &texts.diagnostics), &texts)
    file.finish(into: &texts.diagnostics)
    diagnostics.append(contentsOf: texts.diagnostics)
  }

  private mutating func addDocuments(_ entries: [Node.Entry], _ texts: inout TranslationReader) {
    for entry in entries {
      let known = vocabulary.documents.map(\.id)
      guard let index = texts.index(of: entry, "document", among: known) else { continue }
      texts.read(entry.value, "document `\(entry.name)`") {
        $0.add("title", to: &vocabulary.documents[index].title)
        $0.add("definition", to: &vocabulary.documents[index].definition)
      }
    }
  }

  private mutating func addEnumerations(_ entries: [Node.Entry], _ texts: inout TranslationReader) {
    for entry in entries {
      let known = vocabulary.enumerations.map(\.name)
      guard let index = texts.index(of: entry, "enum", among: known) else { continue }
      var enumeration = vocabulary.enumerations[index]
      let names = enumeration.codes.map(\.code)
      texts.read(entry.value, "enum `\(entry.name)`") {
        $0.add("title", to: &enumeration.title)
        for code in $0.entries("codes") {
          guard let place = $0.index(of: code, "code", among: names) else { continue }
          $0.read(code.value, "code `\(code.name)` of enum `\(entry.name)`") {
            $0.add("label", to: &enumeration.codes[place].label)
            $0.add("definition", to: &enumeration.codes[place].definition)
          }
        }
      }
      vocabulary.enumerations[index] = enumeration
    }
  }

  private mutating func addSets(_ entries: [Node.Entry], _ texts: inout TranslationReader) {
    for entry in entries {
      let known = setNodes.map(\.set.name)
      guard let index = texts.index(of: entry, "set", among: known) else { continue }
      texts.read(entry.value, "set `\(entry.name)`") {
        $0.add("title", to: &setNodes[index].set.title)
      }
    }
  }

  private mutating func addRecords(_ entries: [Node.Entry], _ texts: inout TranslationReader) {
    for entry in entries {
      let known = records.map(\.name)
      guard let index = texts.index(of: entry, "record", among: known) else { continue }
      var fields = drafts[index]
      let names = fields.map(\.name)
      texts.read(entry.value, "record `\(entry.name)`") {
        $0.add("title", to: &records[index].title)
        for field in $0.entries("fields") {
          guard let place = $0.index(of: field, "field", among: names) else { continue }
          $0.read(field.value, "field `\(field.name)` of record `\(entry.name)`") {
            $0.add("label", to: &fields[place].label)
            $0.add("question", to: &fields[place].question)
            $0.add("definition", to: &fields[place].definition)
          }
        }
      }
      drafts[index] = fields
    }
  }
}

/// Reads the texts of one translation, mapping by mapping.
struct TranslationReader {
  let language: String
  var diagnostics = DiagnosticList()
  /// The mapping that is read now.
  private var reader: MappingReader?

  init(language: String) { self.language = language }

  /// Reads a mapping of texts; whatever stands in it and is not asked for is an error.
  mutating func read(
    _ node: Node,
    _ what: @autoclosure @escaping () -> String,
    _ texts: (inout TranslationReader) -> Void
  ) {
    let outer = reader
    let language = language
    reader = MappingReader(
      node,
      what: "\(what()) in `\(language)`",
      into: &diagnostics
    )
    texts(&self)
    reader?.finish(into: &diagnostics)
    reader = outer
  }

  /// The entries of a mapping of names within the mapping that is read.
  mutating func entries(_ field: String) -> [Node.Entry] {
    reader?.entries(field, into: &diagnostics) ?? []
  }

  /// Adds a translation to a text that must be there in English.
  mutating func add(_ field: String, to text: inout LocalizedText?) {
    if var english = text {
      add(field, to: &english)
      text = english
    } else if let node = reader?.optional(field) {
      diagnostics.error(
        "vocabulary.nothing-to-translate",
        "`\(field)` of \(reader?.what ?? "") has no English text that it would translate",
        at: node.span
      )
    }
  }

  /// Adds a translation to a text.
  mutating func add(_ field: String, to text: inout LocalizedText) {
    guard let node = reader?.optional(field),
      let words = node.string("`\(field)` of \(reader?.what ?? "")", into: &diagnostics)
    else { return }
    if let whole = text.adding(words, in: language) {
      text = whole
    } else {
      diagnostics.error(
        "vocabulary.translated-twice",
        "`\(field)` of \(reader?.what ?? "") must be given once",
        at: node.span
      )
    }
  }

  /// Where something that is translated stands; nil, with an error, if there is no such thing.
  mutating func index(of entry: Node.Entry, _ kind: String, among known: [String]) -> Int? {
    if let index = known.firstIndex(of: entry.name) { return index }
    diagnostics.error(
      "vocabulary.nothing-to-translate",
      "the vocabulary has no \(kind) `\(entry.name)`"
        + (reader.map { " in \($0.what)" } ?? ""),
      at: entry.key.span,
      help: didYouMean(entry.name, among: known)
    )
    return nil
  }
}
