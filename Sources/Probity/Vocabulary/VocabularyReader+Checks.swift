import ProbityCEL
import ProbityText
import ProbityYAML

/// What can only be checked once every file of a vocabulary is read.
extension VocabularyReader {
  /// Adds what the next file says.
  mutating func take(_ part: VocabularyReader) {
    diagnostics.append(contentsOf: part.diagnostics)
    if part.hasHead {
      vocabulary.id = part.vocabulary.id
      vocabulary.version = part.vocabulary.version
      vocabulary.title = part.vocabulary.title
    }
    vocabulary.documents += part.vocabulary.documents
    for enumeration in part.vocabulary.enumerations {
      let isKnown = vocabulary.enumeration(enumeration.name) != nil
      if isKnown { refuseRepeat(of: enumeration.name, at: enumeration.span) }
      vocabulary.add(enumeration)
    }
    for record in part.records where records.contains(where: { $0.name == record.name }) {
      refuseRepeat(of: record.name, at: record.span)
    }
    records += part.records
    drafts += part.drafts
    setNodes += part.setNodes
    unresolvedDocuments += part.unresolvedDocuments
  }

  private mutating func refuseRepeat(of name: String, at span: SourceSpan) {
    diagnostics.error("vocabulary.declared-twice", "`\(name)` must be declared once", at: span)
  }

  mutating func finish() {
    for enumeration in vocabulary.enumerations {
      vocabulary.catalog.add(
        TypeCatalog.Enumeration(
          name: enumeration.name,
          codes: enumeration.codes.map(\.code),
          declaration: enumeration.span
        )
      )
    }
    for (index, fields) in drafts.enumerated() {
      records[index].fields = fields.map { field in
        Vocabulary.Field(field, type: field.type.map { type($0) } ?? .dyn)
      }
    }
    for record in records {
      vocabulary.add(record)
      vocabulary.catalog.add(
        TypeCatalog.Record(
          name: record.name,
          fields: record.fields.map {
            TypeCatalog.Field(name: $0.name, type: $0.type, declaration: $0.span)
          }
        )
      )
    }
    for (id, span) in unresolvedDocuments where vocabulary.document(id) == nil {
      diagnostics.error(
        "vocabulary.unknown-document",
        "there is no document `\(id)`",
        at: span,
        help: didYouMean(id, among: vocabulary.documents.map(\.id))
      )
    }
    for (set, codes) in setNodes { finishSet(set, codes) }
    refuseCycles()
  }

  private mutating func type(_ node: Node) -> CELType {
    guard let text = node.string("`type`", into: &diagnostics) else { return .dyn }
    if let element = text.dropping(prefix: "list(", suffix: ")") {
      return .list(namedType(element, at: node.span))
    }
    return namedType(text, at: node.span)
  }

  private static let plainTypes: [String: CELType] = [
    "bool": .bool, "int": .int, "double": .double, "string": .string, "date": .date,
  ]

  private mutating func namedType(_ name: String, at span: SourceSpan) -> CELType {
    if let type = Self.plainTypes[name] { return type }
    if vocabulary.enumeration(name) != nil { return .enumeration(name) }
    if records.contains(where: { $0.name == name }) { return .record(name) }
    let known =
      Self.plainTypes.keys.sorted() + vocabulary.enumerations.map(\.name) + records.map(\.name)
    diagnostics.error(
      "vocabulary.unknown-type",
      "there is no type `\(name)`",
      at: span,
      help: didYouMean(name, among: known)
    )
    return .dyn
  }

  private mutating func finishSet(_ set: Vocabulary.NamedSet, _ nodes: [Node]) {
    guard let enumeration = vocabulary.enumeration(set.enumeration) else {
      diagnostics.error(
        "vocabulary.unknown-enum",
        "there is no enum `\(set.enumeration)`",
        at: set.span,
        help: didYouMean(set.enumeration, among: vocabulary.enumerations.map(\.name))
      )
      return
    }
    let known = enumeration.codes.map(\.code)
    var set = set
    for node in nodes {
      guard let code = node.string("a code", into: &diagnostics) else { continue }
      set.codes.append(code)
      if !known.contains(code) {
        diagnostics.error(
          "vocabulary.unknown-code",
          "`\(set.enumeration)` has no code `\(code)`",
          at: node.span,
          help: didYouMean(code, among: known)
        )
      }
    }
    vocabulary.sets.append(set)
  }

  /// A record that holds itself through single fields would have no end.
  private mutating func refuseCycles() {
    for record in vocabulary.records where holdsItself(record) {
      diagnostics.error(
        "vocabulary.endless-record",
        "record `\(record.name)` must not hold itself: use a list",
        at: record.span
      )
    }
  }

  private func holdsItself(_ record: Vocabulary.Record) -> Bool {
    var reached: Set<String> = []
    var waiting = heldRecords(record)
    while let next = waiting.popLast() {
      if next == record.name { return true }
      guard reached.insert(next).inserted else { continue }
      waiting += vocabulary.record(next).map(heldRecords) ?? []
    }
    return false
  }

  private func heldRecords(_ record: Vocabulary.Record) -> [String] {
    record.fields.compactMap { if case .record(let name) = $0.type { name } else { nil } }
  }
}

extension String {
  /// What stands between a prefix and a suffix, if both are there.
  fileprivate func dropping(prefix: String, suffix: String) -> String? {
    guard hasPrefix(prefix), hasSuffix(suffix) else { return nil }
    return String(dropFirst(prefix.count).dropLast(suffix.count))
  }
}
