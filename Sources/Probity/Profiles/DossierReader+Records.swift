import ProbityCEL
import ProbityText
import ProbityYAML

/// Records, and the lists and fields in them: every declared field becomes a node, answered or not.
extension DossierReader {
  /// Reads a record, or makes one in which nothing is answered.
  ///
  /// `own` is the evidence that stands on the record itself, if there is any.
  mutating func readRecord(
    _ node: Node?,
    type: String,
    _ context: Context,
    own: [CitedEvidence]? = nil
  ) -> NodeID {
    guard let record = dossier.vocabulary.record(type) else {
      return dossier.tree.addRecord([])
    }
    var inner = context
    inner.record = type
    inner.isEvent = context.isEvent || record.isEvent
    inner.span = node?.span ?? context.span
    inner.base = context.path
    inner.name = ""
    var reader = node.flatMap {
      MappingReader($0, what: "`\(type)`", into: &diagnostics)
    }
    inner.evidence = own ?? context.evidence
    _ = reader?.optional("evidence")
    _ = reader?.optional("exists")
    var fields: [FactTree.Child] = []
    fields.reserveCapacity(record.fields.count)
    for field in record.fields {
      let answer = reader?.optional(field.name)
      fields.append(readField(answer, field, inner))
    }
    reader?.finish(into: &diagnostics)
    return dossier.tree.addRecord(fields)
  }

  private mutating func readField(
    _ node: Node?,
    _ field: Vocabulary.Field,
    _ context: Context
  ) -> FactTree.Child {
    var inner = context
    inner.name = field.name
    inner.isGiven = context.isGiven || field.isIdentity
    switch field.type {
    case .list(let element):
      if field.isControlGroup, let node {
        diagnostics.error(
          "profile.computed-field",
          "`\(field.name)` is computed and can't be given",
          at: node.span
        )
      }
      return FactTree.Child(readList(node, field, of: element, inner))
    case .record(let type): return readSingleRecord(node, field, type, inner)
    default: return FactTree.Child(readLeaf(node, field, field.type, inner))
    }
  }

  // MARK: Records behind fields and in lists

  private mutating func readSingleRecord(
    _ node: Node?,
    _ field: Vocabulary.Field,
    _ type: String,
    _ context: Context
  ) -> FactTree.Child {
    let isMapping = node?.isMapping == true && node?.isAnswer != true
    let existence = beginExistence(context, field, at: node?.span)
    let own = isMapping ? ownEvidence(of: node) : nil
    let record = readRecord(
      isMapping ? node : nil,
      type: type,
      handedDown(context),
      own: own
    )
    dossier.tree.endFacts(below: existence)
    if let node, !isMapping {
      let answer = readAnswer(node, field, .bool, context)
      dossier.facts[Int(existence.index)].claims = answer.claims
      dossier.facts[Int(existence.index)].declined = answer.declined
    }
    finishExistence(existence, node: isMapping ? node : nil, context, own: own)
    return FactTree.Child(record, existence: existence)
  }

  mutating func readElement(
    _ node: Node,
    _ field: Vocabulary.Field,
    _ type: String,
    _ context: Context
  ) -> FactTree.Child {
    let isUnnamed = node.scalar?.style == .plain && node.scalar?.text == "unknown"
    let existence = beginExistence(context, field, at: node.span)
    let own = ownEvidence(of: node)
    let record = readRecord(
      isUnnamed ? nil : node,
      type: type,
      handedDown(context),
      own: own
    )
    dossier.tree.endFacts(below: existence)
    finishExistence(existence, node: isUnnamed ? nil : node, context, own: own)
    if type == "relation", !isUnnamed { addEdges(node, existence) }
    return FactTree.Child(record, existence: existence)
  }

  private mutating func ownEvidence(of node: Node?) -> [CitedEvidence]? {
    node?["evidence"].map { readEvidence($0, placement: .record) }
  }

  /// Evidence that stands on a record no longer stands on what lies deeper.
  private func handedDown(_ context: Context) -> Context {
    var inner = context
    inner.evidence = context.evidence.map(\.inherited)
    return inner
  }

  private mutating func beginExistence(
    _ context: Context,
    _ field: Vocabulary.Field,
    at span: SourceSpan?
  ) -> FactID {
    let fact = dossier.tree.addFact(.existence)
    var record = FactRecord(
      id: fact,
      kind: .existence,
      base: context.base,
      name: context.name,
      record: context.record,
      field: field,
      file: file,
      span: span ?? context.span
    )
    record.isEvent = context.isEvent || isEventRecord(field)
    record.ground = context.isGiven && span != nil ? .given : .evidence
    append(record)
    return fact
  }

  private func isEventRecord(_ field: Vocabulary.Field) -> Bool {
    switch field.type {
    case .record(let name), .list(.record(let name)):
      dossier.vocabulary.record(name)?.isEvent ?? false
    default: false
    }
  }

  /// Whatever speaks of something below an element speaks for the element's existence.
  private mutating func finishExistence(
    _ fact: FactID,
    node: Node?,
    _ context: Context,
    own: [CitedEvidence]?
  ) {
    guard let node else { return }
    // What stands on the element itself stands on its existence.
    var support = own?.map { $0.placed(.value) } ?? context.evidence.map(\.inherited)
    for index in dossier.tree.factsBelow(fact) { support += dossier.presupposing(index) }
    var claims = [
      Claim(.known(.bool(true)), evidence: withoutRepeats(support), span: node.span)
    ]
    if let exists = node["exists"] {
      let field = dossier.fact(fact).field
      claims += readAnswer(exists, field, .bool, context).claims
    }
    dossier.facts[Int(fact.index)].claims = claims
  }

  private mutating func addEdges(_ node: Node, _ existence: FactID) {
    let party = (node["party"]?["is"] ?? node["party"])?.scalar?.text
    guard let party else {
      diagnostics.error("profile.no-party", "a relation must name its `party`", at: node.span)
      return
    }
    let kind = node["kind"]
    let claims = kind?["claims"]?.items ?? []
    let codes = ([kind, kind?["is"]] + claims.map { $0["is"] }).compactMap { $0?.scalar?.text }
    for tie in codes.compactMap({ dossier.vocabulary.tie(of: $0) }) {
      dossier.edges.append(
        Affiliations.Edge(subject: vendorID, tie: tie, party: party, existence: existence)
      )
    }
  }

  /// One citation a source and placement: more of them weigh no more.
  func withoutRepeats(_ evidence: [CitedEvidence]) -> [CitedEvidence] {
    var kept: [CitedEvidence] = []
    for item in evidence
    where !kept.contains(where: {
      $0.source == item.source && $0.placement == item.placement && $0.admits == item.admits
        && $0.isPinpointed == item.isPinpointed
    }) {
      kept.append(item)
    }
    return kept
  }
}

extension Node {
  /// Words of which one makes a mapping an answer as a whole, and no record.
  static let answerWords = ["is", "claims", "declined"]

  var isAnswer: Bool { Self.answerWords.contains { self[$0] != nil } }
}

extension Dossier {
  /// The evidence of all that is claimed about a fact and says that what it belongs to is there.
  func presupposing(_ fact: Int) -> [CitedEvidence] {
    if facts[fact].claims.isEmpty { return [] }
    return facts[fact].claims.filter { $0.presupposes(facts[fact].kind) }.flatMap(\.evidence)
  }
}

extension Claim {
  /// Whether saying this says that the element is there: all does but its denial and closures.
  func presupposes(_ kind: FactTree.FactKind) -> Bool {
    switch kind {
    case .value: true
    case .closure: false
    case .existence: value == .known(.bool(true))
    }
  }
}
