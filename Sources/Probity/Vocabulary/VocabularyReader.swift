import ProbityCEL
import ProbityText
import ProbityYAML

/// Reads the files of one vocabulary and checks them against each other.
package struct VocabularyReader: Sendable {
  /// Names that mean something else in a profile, so that no field may have them.
  package static let reservedNames = [
    "is", "evidence", "claims", "declined", "items", "complete", "exists",
  ]

  var vocabulary = Vocabulary()
  var diagnostics = DiagnosticList()
  /// Whether the vocabulary's own name was given.
  var hasHead = false
  var records: [Vocabulary.Record] = []
  /// The records' fields, until every record and enumeration is known.
  var drafts: [[FieldDraft]] = []
  var unresolvedDocuments: [(id: String, span: SourceSpan)] = []
  var setNodes: [(set: Vocabulary.NamedSet, codes: [Node])] = []

  /// A field as it was written: its type may name what comes later.
  struct FieldDraft {
    var name: String
    var type: Node?
    var label: LocalizedText
    var question: LocalizedText?
    var definition: LocalizedText?
    var askedOf = Vocabulary.Respondent.vendor
    var document: String?
    var changer: Vocabulary.Changer?
    var cost = 1
    var isIdentity = false
    var allowsNone = false
    var isControlGroup = false
    var span: SourceSpan
  }

  /// What one file says, before it is known what others say.
  static func part(_ document: Node) -> VocabularyReader {
    var reader = VocabularyReader()
    reader.readFile(document)
    return reader
  }

  /// The vocabulary of some files in their order; whatever is wrong is in the diagnostics.
  static func vocabulary(
    of parts: [VocabularyReader],
    in translations: [VocabularyTranslation],
    into diagnostics: inout DiagnosticList
  ) -> Vocabulary {
    var reader = VocabularyReader()
    for part in parts { reader.take(part) }
    // What is missing in a faulty vocabulary would be told again at every translation of it.
    if diagnostics.isFreeOfErrors, reader.diagnostics.isFreeOfErrors {
      for translation in translations { reader.add(translation) }
    }
    reader.finish()
    diagnostics.append(contentsOf: reader.diagnostics)
    return reader.vocabulary
  }

  private mutating func readFile(_ document: Node) {
    guard var file = MappingReader(document, what: "a vocabulary", into: &diagnostics) else {
      return
    }
    _ = file.required("probity")
    if let head = file.optional("vocabulary") {
      hasHead = true
      readHead(head)
    }
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
    func what() -> String { "document `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else { return }
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
    func what() -> String { "enum `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else { return }
    let title = reader.requiredText("title", into: &diagnostics)
    _ = reader.required("codes")
    let codes = reader.entries("codes", into: &diagnostics).compactMap { readCode($0, in: what()) }
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

  private mutating func readCode(
    _ entry: Node.Entry,
    in whole: @autoclosure @escaping () -> String
  ) -> Vocabulary.Code? {
    func what() -> String { "code `\(entry.name)` of \(whole())" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else {
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
    func what() -> String { "set `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else { return }
    let base = reader.required("of")
    let title = reader.requiredText("title", into: &diagnostics)
    let codes = reader.required("codes")
    let source = reader.optionalString("source", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let enumeration = base?.string("`of` of \(what())", into: &diagnostics),
      let items = codes?.list("`codes` of \(what())", into: &diagnostics)
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
    func what() -> String { "record `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else { return }
    var record = Vocabulary.Record(
      name: entry.name,
      title: reader.requiredText("title", into: &diagnostics),
      isEvent: reader.flag("event", into: &diagnostics),
      fields: [],
      span: entry.key.span
    )
    record.key = reader.optionalString("key", into: &diagnostics)
    let fields = reader.entries("fields", into: &diagnostics).compactMap {
      readField($0, in: what())
    }
    reader.finish(into: &diagnostics)
    if let key = record.key, !fields.contains(where: { $0.name == key }) {
      diagnostics.error(
        "vocabulary.unknown-key",
        "`key` of \(what()) must be one of its fields; `\(key)` is none",
        at: entry.key.span,
        help: didYouMean(key, among: fields.map(\.name))
      )
    }
    records.append(record)
    drafts.append(fields)
  }

  private mutating func readField(
    _ entry: Node.Entry,
    in whole: @autoclosure @escaping () -> String
  ) -> FieldDraft? {
    if Self.reservedNames.contains(entry.name) {
      diagnostics.error(
        "vocabulary.reserved-name",
        "no field may be called `\(entry.name)`: profiles use the word",
        at: entry.key.span
      )
    }
    func what() -> String { "field `\(entry.name)` of \(whole())" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else {
      return nil
    }
    var field = FieldDraft(
      name: entry.name,
      type: reader.required("type"),
      label: LocalizedText(english: entry.name),
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
    field.changer =
      reader.optionalChoice("who_can_change", of: Vocabulary.Changer.self, into: &diagnostics)
    if let cost = reader.optional("cost") { field.cost = readCost(cost, of: what()) }
    field.isControlGroup =
      reader.optionalChoice("derived", of: Derivation.self, into: &diagnostics) != nil
    reader.finish(into: &diagnostics)
    if let label {
      field.label = label
    } else if !field.isIdentity {
      diagnostics.error(
        "vocabulary.no-label",
        "\(what()) must have a `label`: people read it",
        at: entry.key.span
      )
    }
    if let document = field.document, !vocabulary.documents.contains(where: { $0.id == document }) {
      unresolvedDocuments.append((document, entry.key.span))
    }
    return field.type == nil ? nil : field
  }

  private mutating func readCost(_ node: Node, of what: String) -> Int {
    guard let cost = node.int("`cost` of \(what)", into: &diagnostics) else { return 1 }
    guard (1...5).contains(cost) else {
      diagnostics.error(
        "vocabulary.cost",
        "`cost` of \(what) must be from 1 to 5; \(cost) is given",
        at: node.span
      )
      return 1
    }
    return Int(cost)
  }
}

/// What the engine can compute by itself.
private enum Derivation: String, CaseIterable {
  /// The vendor and every company that it controls.
  case controlled
}
