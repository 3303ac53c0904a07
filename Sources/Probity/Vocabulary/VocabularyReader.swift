import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads the files of one vocabulary and checks them against each other.
package struct VocabularyReader {
  /// Names that mean something else in a profile, so that no field may have them.
  package static let reservedNames = [
    "is", "evidence", "claims", "declined", "items", "complete", "exists",
  ]

  var vocabulary = Vocabulary()
  var diagnostics = DiagnosticList()
  /// Types of fields, until every record and enumeration is known.
  var writtenTypes: [(record: Int, field: Int, node: Node)] = []
  var records: [Vocabulary.Record] = []
  var unresolvedDocuments: [(id: String, span: SourceSpan)] = []
  var setNodes: [(set: Vocabulary.NamedSet, codes: [Node])] = []

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
}

/// What the engine can compute by itself.
private enum Derivation: String, CaseIterable {
  /// The vendor and every company that it controls.
  case controlled
}
