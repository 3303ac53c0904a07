package import ProbityCEL
package import ProbityText
import ProbityYAML

/// How much of a profile is read before it is refused; every limit is always on.
package enum ProfileLimits {
  /// Facts of a vendor and its parties, answered or not.
  package static let facts = 12_000
  /// Sources in a file.
  package static let sources = 500
  /// Citations in one list of evidence.
  package static let citations = 50
}

/// Builds a dossier from a profile, the profiles of its parties and the procurement file.
package struct DossierReader {
  /// A parameter of a rule pack, to be placed into the tree.
  package struct Parameter: Sendable {
    package var name: String
    package var type: CELType
    package var series: [DatedValue]
    package var title: LocalizedText
    package var span: SourceSpan
  }

  /// Sources that many profiles may cite beside their own, with where each of them stands.
  struct SharedSources: Sendable {
    let sources: [Source]
    fileprivate let positions: [String: Int]

    init(_ sources: [Source] = []) {
      self.sources = sources
      positions = Dictionary(
        sources.enumerated().map { ($0.element.id, $0.offset) },
        uniquingKeysWith: { _, last in last }
      )
    }
  }

  /// What is handed down while reading: where we are, and what evidence covers it.
  struct Context {
    var base = ""
    var name = ""
    var record = ""
    var evidence: [CitedEvidence] = []
    var isEvent = false
    /// The procurement file: known as it stands.
    var isGiven = false
    /// The place to show for an answer that is missing.
    var span: SourceSpan?

    /// The path of the record or answer.
    var path: String { FactRecord.path(base, name) }
  }

  var dossier: Dossier
  var diagnostics = DiagnosticList()
  /// The sources of the profile that is being read, by id.
  var sourcePositions: [String: Int] = [:]
  var file = 0
  /// Whether more facts came than are read; said once.
  var isOverFull = false
  /// The id of the vendor whose profile is being read.
  var vendorID = ""

  /// The dossier of a profile; whatever is wrong is in the diagnostics.
  ///
  /// A profile may cite the shared sources beside its own.
  static func read(
    _ profile: Node,
    parties: [Node] = [],
    procurement: Node? = nil,
    parameters: [String: [Parameter]] = [:],
    shared: SharedSources = SharedSources(),
    vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> Dossier {
    var reader = DossierReader(dossier: Dossier(vocabulary: vocabulary))
    reader.readProfile(profile, shared)
    for party in parties { reader.readProfile(party, shared) }
    reader.addMissingParties()
    reader.fillControlGroups()
    reader.readProcurement(procurement)
    for (pack, parameters) in parameters.sorted(by: { $0.key < $1.key }) {
      reader.add(parameters, of: pack)
    }
    diagnostics.append(contentsOf: reader.diagnostics)
    return reader.dossier
  }

  /// A dossier of the buyer's side alone.
  static func read(
    procurement: Node,
    vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> Dossier {
    var reader = DossierReader(dossier: Dossier(vocabulary: vocabulary))
    let root = reader.unansweredVendor()
    reader.addFile(Dossier.File(vendorID: "", name: "", root: root))
    reader.readProcurement(procurement)
    diagnostics.append(contentsOf: reader.diagnostics)
    return reader.dossier
  }

  /// A dossier in which nothing is answered, with a blank record of each of some types.
  package static func blank(
    vocabulary: Vocabulary,
    parameters: [String: [Parameter]],
    elements: [String]
  ) -> (dossier: Dossier, nodes: [NodeID]) {
    var reader = DossierReader(dossier: Dossier(vocabulary: vocabulary))
    let root = reader.unansweredVendor()
    reader.addFile(Dossier.File(vendorID: "", name: "", root: root))
    reader.readProcurement(nil)
    let nodes = elements.map { reader.readRecord(nil, type: $0, Context(record: $0)) }
    for (pack, parameters) in parameters.sorted(by: { $0.key < $1.key }) {
      reader.add(parameters, of: pack)
    }
    return (reader.dossier, nodes)
  }

  private init(dossier: Dossier) { self.dossier = dossier }

  private mutating func readProfile(_ node: Node, _ shared: SharedSources) {
    file = dossier.files.count
    sourcePositions = [:]
    guard var reader = MappingReader(node, what: "a vendor profile", into: &diagnostics) else {
      addFile(Dossier.File(vendorID: "", name: "", root: unansweredVendor(), span: node.span))
      return
    }
    _ = reader.optional("probity")
    let grading = reader.optional("graded").flatMap {
      SourceReader.grading($0, into: &diagnostics)
    }
    add(shared)
    readSources(reader.entries("sources", into: &diagnostics), grading)
    let notice = reader.optionalText("notice", into: &diagnostics)
    let replies = reader.optional("replies")
    let vendor = reader.required("vendor")
    reader.finish(into: &diagnostics)
    readVendor(vendor, of: node, notice)
    if let replies { readReplies(replies) }
  }

  private mutating func readVendor(_ vendor: Node?, of profile: Node, _ notice: LocalizedText?) {
    vendorID = vendor?["id"]?.scalar?.text ?? ""
    let name = vendor?["name"]?.scalar?.text ?? vendorID
    if let vendor, vendor.isMapping, vendorID.isEmpty {
      diagnostics.error("profile.no-id", "a vendor must have an `id`", at: vendor.span)
    }
    dossier.companyNames.append((vendorID, name))
    for other in vendor?["names"]?.items ?? [] {
      if let text = (other["text"] ?? other).scalar?.text {
        dossier.companyNames.append((vendorID, text))
      }
    }
    let path = file == 0 ? "" : vendorID + ":"
    let own = vendor?["evidence"].map { readEvidence($0, placement: .record) }
    let root = readRecord(
      vendor,
      type: "vendor",
      Context(base: path, record: "vendor", span: profile.span),
      own: own
    )
    var entry = Dossier.File(vendorID: vendorID, name: name, root: root, span: profile.span)
    entry.notice = notice
    entry.isFictional = vendor?["fictional"]?.scalar?.value == .bool(true)
    addFile(entry)
  }

  private mutating func addFile(_ entry: Dossier.File) { dossier.files.append(entry) }

  private mutating func unansweredVendor() -> NodeID {
    readRecord(nil, type: "vendor", Context(record: "vendor"))
  }

  // MARK: Sources and replies

  private mutating func add(_ source: Source) {
    sourcePositions[source.id] = dossier.sources.count
    dossier.sources.append(source)
  }

  private mutating func add(_ shared: SharedSources) {
    if dossier.sources.isEmpty {
      dossier.sources = shared.sources
      sourcePositions = shared.positions
    } else {
      for source in shared.sources { add(source) }
    }
  }

  private mutating func readSources(_ entries: [Node.Entry], _ grading: Source.Grading?) {
    let kept = within(ProfileLimits.sources, entries, "a profile", "sources") { $0.key.span }
    for entry in kept {
      if let source = SourceReader.source(entry, grading: grading, into: &diagnostics) {
        add(source)
      }
    }
    // Whoever cites one of the rest is not told that it is missing.
    for entry in entries.dropFirst(kept.count) { sourcePositions[entry.name] = 0 }
    for entry in kept {
      guard let successor = entry.value["superseded_by"], let id = successor.scalar?.text,
        id != "none", sourcePositions[id] == nil
      else { continue }
      refuseUnknownSource(id, at: successor.span)
    }
  }

  func knownSources() -> [String] { sourcePositions.keys.sorted() }

  mutating func refuseUnknownSource(_ id: String, at span: SourceSpan) {
    diagnostics.error(
      "profile.unknown-source",
      "there is no source `\(id)` under `sources`",
      at: span,
      help: didYouMean(id, among: knownSources())
    )
  }

  private mutating func readReplies(_ node: Node) {
    guard let items = node.list("`replies`", into: &diagnostics) else { return }
    for item in items {
      guard var reader = MappingReader(item, what: "a reply", into: &diagnostics) else { continue }
      let to = reader.required("to")?.strings("`to`", into: &diagnostics)
      var reply = Dossier.Reply(to: [], span: item.span)
      for id in to ?? [] {
        if let position = sourcePositions[id] {
          reply.to.append(position)
        } else {
          refuseUnknownSource(id, at: item["to"]?.span ?? item.span)
        }
      }
      if let source = reader.optional("source"), let id = source.scalar?.text {
        reply.source = sourcePositions[id]
        if reply.source == nil { refuseUnknownSource(id, at: source.span) }
      }
      reply.quote = reader.optionalString("quote", into: &diagnostics)
      reply.noneFound = reader.optionalDate("none_found", into: &diagnostics)
      reader.finish(into: &diagnostics)
      dossier.files[file].replies.append(reply)
    }
  }

  // MARK: The buyer's side and the packs' parameters

  private mutating func readProcurement(_ node: Node?) {
    guard dossier.vocabulary.record("procurement") != nil else { return }
    var context = Context(base: "procurement", record: "procurement", isGiven: true)
    var answers: Node?
    if let node,
      var reader = MappingReader(node, what: "a procurement file", into: &diagnostics)
    {
      _ = reader.optional("probity")
      answers = reader.required("procurement")
      reader.finish(into: &diagnostics)
      context.span = answers?.span
    }
    sourcePositions = [:]
    file = 0
    dossier.procurement = readRecord(answers, type: "procurement", context)
  }

  private mutating func add(_ parameters: [Parameter], of pack: String) {
    let fields = parameters.map { parameter -> FactTree.Child in
      let leaf = dossier.tree.addScalar()
      append(
        FactRecord(
          id: FactID(dossier.facts.count),
          kind: .value,
          base: "params",
          name: parameter.name,
          record: "parameters",
          ground: .dated(parameter.series),
          file: 0,
          span: parameter.span
        )
      )
      return FactTree.Child(leaf)
    }
    dossier.parameters[pack] = dossier.tree.addRecord(fields)
  }

  /// As many items as a limit allows; with more, which is an error, the reading goes on without.
  mutating func within<Item>(
    _ limit: Int,
    _ items: [Item],
    _ holder: String,
    _ what: String,
    _ span: (Item) -> SourceSpan
  ) -> ArraySlice<Item> {
    if items.count > limit {
      diagnostics.error(
        "profile.too-large",
        "\(holder) must not have more than \(limit) \(what)",
        at: span(items[limit])
      )
    }
    return items.prefix(limit)
  }

  /// Keeps what is known of a fact; records and the tree's facts count alike.
  mutating func append(_ record: FactRecord) {
    precondition(record.id == FactID(dossier.facts.count), "facts are described as they are added")
    dossier.facts.append(record)
  }
}
