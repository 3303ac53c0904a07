import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads the files of one vocabulary and checks them against each other.
package struct VocabularyReader {
  /// Names that mean something else in a profile, so that no field may have them.
  package static let reservedNames = [
    "is", "evidence", "claims", "declined", "items", "complete", "exists",
  ]

  private var vocabulary = Vocabulary()
  private var diagnostics = DiagnosticList()
  /// Types of fields, until every record and enumeration is known.
  private var writtenTypes: [(record: Int, field: Int, node: Node)] = []
  private var records: [Vocabulary.Record] = []
  private var unresolvedDocuments: [(id: String, span: SourceSpan)] = []
  private var setNodes: [(set: Vocabulary.NamedSet, codes: [Node])] = []

  /// The vocabulary of some files; whatever is wrong is in the diagnostics.
  package static func read(
    _ documents: [Node],
    into diagnostics: inout DiagnosticList
  ) -> Vocabulary {
    var reader = VocabularyReader()
    for document in documents { reader.readFile(document) }
    reader.finish()
    diagnostics.append(contentsOf: reader.diagnostics)
    return reader.vocabulary
  }

  private mutating func readFile(_ document: Node) {
    guard var file = MappingReader(document, what: "a vocabulary", into: &diagnostics) else {
      return
    }
    _ = file.required("probity")
    if let head = file.optional("vocabulary") { readHead(head) }
    for entry in file.entries("documents", into: &diagnostics) { readDocument(entry) }
    for entry in file.entries("enums", into: &diagnostics) { readEnumeration(entry) }
    for entry in file.entries("sets", into: &diagnostics) { readSet(entry) }
    for entry in file.entries("records", into: &diagnostics) { readRecord(entry) }
    file.finish(into: &diagnostics)
  }

  private mutating func readHead(_ node: Node) {
    guard var head = MappingReader(node, what: "the head of a vocabulary", into: &diagnostics)
    else { return }
    let id = head.required("id")
    vocabulary.id = id?.string("`id`", into: &diagnostics) ?? ""
    let version = head.required("version")
    vocabulary.version = Int(version?.int("`version`", into: &diagnostics) ?? 0)
    vocabulary.title = head.requiredText("title", into: &diagnostics)
    head.finish(into: &diagnostics)
  }

  private mutating func readDocument(_ entry: Node.Entry) {
    let what = "document `\(entry.name)`"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else { return }
    let title = reader.requiredText("title", into: &diagnostics)
    let definition = reader.optionalText("definition", into: &diagnostics)
    let from = reader.requiredChoice(
      "from",
      of: Vocabulary.Respondent.self,
      into: &diagnostics
    )
    reader.finish(into: &diagnostics)
    vocabulary.documents.append(
      Vocabulary.Document(
        id: entry.name,
        title: title,
        definition: definition,
        from: from ?? .vendor
      )
    )
  }

  private mutating func readEnumeration(_ entry: Node.Entry) {
    refuseRepeat(of: entry, isKnown: vocabulary.enumeration(entry.name) != nil)
    let what = "enum `\(entry.name)`"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else { return }
    let title = reader.requiredText("title", into: &diagnostics)
    _ = reader.required("codes")
    let codes = reader.entries("codes", into: &diagnostics).compactMap { readCode($0, in: what) }
    reader.finish(into: &diagnostics)
    vocabulary.add(
      Vocabulary.Enumeration(
        name: entry.name,
        title: title,
        codes: codes,
        span: entry.key.span
      )
    )
  }

  private mutating func readCode(_ entry: Node.Entry, in what: String) -> Vocabulary.Code? {
    let what = "code `\(entry.name)` of \(what)"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else {
      return nil
    }
    var code = Vocabulary.Code(
      code: entry.name,
      label: reader.requiredText("label", into: &diagnostics),
      span: entry.key.span
    )
    code.definition = reader.optionalText("definition", into: &diagnostics)
    code.source = reader.optionalString("source", into: &diagnostics)
    _ = reader.optional("aligned_to")
    let control = reader.optionalChoice(
      "control",
      of: Affiliations.Edge.Tie.self,
      into: &diagnostics
    )
    let lineage = reader.optionalChoice(
      "lineage",
      of: Affiliations.Edge.Tie.self,
      into: &diagnostics
    )
    code.tie = control ?? lineage
    reader.finish(into: &diagnostics)
    return code
  }

  private mutating func readSet(_ entry: Node.Entry) {
    let what = "set `\(entry.name)`"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else { return }
    let base = reader.required("of")
    let title = reader.requiredText("title", into: &diagnostics)
    let codes = reader.required("codes")
    let source = reader.optionalString("source", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let enumeration = base?.string("`of` of \(what)", into: &diagnostics),
      let items = codes?.list("`codes` of \(what)", into: &diagnostics)
    else { return }
    setNodes.append(
      (
        Vocabulary.NamedSet(
          name: entry.name,
          enumeration: enumeration,
          title: title,
          codes: [],
          source: source,
          span: base?.span ?? entry.key.span
        ), items
      )
    )
  }

  private mutating func readRecord(_ entry: Node.Entry) {
    refuseRepeat(of: entry, isKnown: records.contains { $0.name == entry.name })
    let what = "record `\(entry.name)`"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else { return }
    var record = Vocabulary.Record(
      name: entry.name,
      title: reader.requiredText("title", into: &diagnostics),
      isEvent: reader.flag("event", into: &diagnostics),
      fields: [],
      span: entry.key.span
    )
    record.key = reader.optionalString("key", into: &diagnostics)
    for field in reader.entries("fields", into: &diagnostics) {
      guard let read = readField(field, in: what) else { continue }
      writtenTypes.append((records.count, record.fields.count, read.type))
      record.fields.append(read.field)
    }
    reader.finish(into: &diagnostics)
    if let key = record.key, !record.fields.contains(where: { $0.name == key }) {
      diagnostics.error(
        "vocabulary.unknown-key",
        "`key` of \(what) must be one of its fields; `\(key)` is none",
        at: entry.key.span,
        help: didYouMean(key, among: record.fields.map(\.name))
      )
    }
    records.append(record)
  }

  private mutating func readField(
    _ entry: Node.Entry,
    in what: String
  ) -> (field: Vocabulary.Field, type: Node)? {
    if Self.reservedNames.contains(entry.name) {
      diagnostics.error(
        "vocabulary.reserved-name",
        "no field may be called `\(entry.name)`: profiles use the word",
        at: entry.key.span
      )
    }
    let what = "field `\(entry.name)` of \(what)"
    guard var reader = MappingReader(entry.value, what: what, into: &diagnostics) else {
      return nil
    }
    let type = reader.required("type")
    var field = Vocabulary.Field(
      name: entry.name,
      type: .dyn,
      label: LocalizedText(["en": entry.name]),
      askedOf: .vendor,
      span: entry.key.span
    )
    field.isIdentity = reader.flag("identity", into: &diagnostics)
    field.allowsNone = reader.flag("none", into: &diagnostics)
    let label = reader.optionalText("label", into: &diagnostics)
    field.question = reader.optionalText("question", into: &diagnostics)
    field.definition = reader.optionalText("definition", into: &diagnostics)
    field.askedOf =
      reader.optionalChoice("asked_of", of: Vocabulary.Respondent.self, into: &diagnostics)
      ?? .vendor
    field.document = reader.optionalString("document", into: &diagnostics)
    field.isControlGroup =
      reader.optionalChoice("derived", of: Derivation.self, into: &diagnostics) != nil
    reader.finish(into: &diagnostics)
    if let label {
      field.label = label
    } else if !field.isIdentity {
      diagnostics.error(
        "vocabulary.no-label",
        "\(what) must have a `label`: people read it",
        at: entry.key.span
      )
    }
    if let document = field.document, vocabulary.document(document) == nil {
      unresolvedDocuments.append((document, entry.key.span))
    }
    return type.map { (field, $0) }
  }

  private mutating func refuseRepeat(of entry: Node.Entry, isKnown: Bool) {
    guard isKnown else { return }
    diagnostics.error(
      "vocabulary.declared-twice",
      "`\(entry.name)` must be declared once",
      at: entry.key.span
    )
  }

  // MARK: After all files

  private mutating func finish() {
    for enumeration in vocabulary.enumerations {
      vocabulary.catalog.add(
        TypeCatalog.Enumeration(
          name: enumeration.name,
          codes: enumeration.codes.map(\.code),
          declaration: enumeration.span
        )
      )
    }
    for (record, field, node) in writtenTypes {
      records[record].fields[field].type = type(node, in: records[record].name)
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

  private mutating func type(_ node: Node, in record: String) -> CELType {
    guard let text = node.string("`type`", into: &diagnostics) else { return .dyn }
    if let element = text.dropping(prefix: "list(", suffix: ")") {
      return .list(namedType(element, at: node.span))
    }
    return namedType(text, at: node.span)
  }

  private mutating func namedType(_ name: String, at span: SourceSpan) -> CELType {
    let plain: [String: CELType] = [
      "bool": .bool, "int": .int, "double": .double, "string": .string, "date": .date,
    ]
    if let type = plain[name] { return type }
    if vocabulary.enumeration(name) != nil { return .enumeration(name) }
    if records.contains(where: { $0.name == name }) { return .record(name) }
    let known =
      plain.keys.sorted() + vocabulary.enumerations.map(\.name) + records.map(\.name)
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

/// What the engine can compute by itself.
private enum Derivation: String, CaseIterable {
  /// The vendor and every company that it controls.
  case controlled
}

extension String {
  /// What stands between a prefix and a suffix, if both are there.
  fileprivate func dropping(prefix: String, suffix: String) -> String? {
    guard hasPrefix(prefix), hasSuffix(suffix) else { return nil }
    return String(dropFirst(prefix.count).dropLast(suffix.count))
  }
}
