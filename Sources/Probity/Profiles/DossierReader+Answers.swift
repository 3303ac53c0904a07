import ProbityCEL
import ProbityText
import ProbityYAML

/// Leaves: every form in which a field can be answered, and the evidence beside it.
extension DossierReader {
  /// What stands at a field: claims, or the day on which the vendor declined.
  struct Answer {
    var claims: [Claim] = []
    var declined: PartialDate?
  }

  mutating func readLeaf(
    _ node: Node?,
    _ field: Vocabulary.Field,
    _ type: CELType,
    _ context: Context
  ) -> NodeID {
    let answer = readAnswer(node, field, type, context)
    let leaf = dossier.tree.addScalar()
    var record = FactRecord(
      id: FactID(dossier.facts.count),
      kind: .value,
      base: context.base,
      name: context.name,
      record: context.record,
      field: field,
      claims: answer.claims,
      file: file,
      span: node?.span ?? context.span
    )
    record.declined = answer.declined
    record.isEvent = context.isEvent
    record.ground = field.isIdentity || context.isGiven ? .given : .evidence
    append(record)
    return leaf
  }

  mutating func readAnswer(
    _ node: Node?,
    _ field: Vocabulary.Field?,
    _ type: CELType,
    _ context: Context
  ) -> Answer {
    guard let node, !node.isUnanswered else { return Answer() }
    guard node.isMapping else {
      let value = readValue(node, field, type)
      return Answer(
        claims: value.map { [Claim($0, evidence: context.evidence, span: node.span)] } ?? []
      )
    }
    if node["declined"] != nil { return readDeclined(node) }
    if node["claims"] != nil { return readClaims(node, field, type, context) }
    return Answer(claims: readClaim(node, field, type, context).map { [$0] } ?? [])
  }

  private mutating func readDeclined(_ node: Node) -> Answer {
    guard var reader = MappingReader(node, what: "a declined answer", into: &diagnostics) else {
      return Answer()
    }
    let day = reader.optionalDate("declined", into: &diagnostics)
    if let evidence = reader.optional("evidence") {
      _ = readEvidence(evidence, placement: .value)
    }
    reader.finish(into: &diagnostics)
    return Answer(declined: day)
  }

  private mutating func readClaims(
    _ node: Node,
    _ field: Vocabulary.Field?,
    _ type: CELType,
    _ context: Context
  ) -> Answer {
    guard var reader = MappingReader(node, what: "a list of claims", into: &diagnostics) else {
      return Answer()
    }
    let items = reader.required("claims")?
      .list("`claims`", into: &diagnostics)
    reader.finish(into: &diagnostics)
    let claims = (items ?? []).compactMap { readClaim($0, field, type, context) }
    return Answer(claims: claims)
  }

  /// `{is: VALUE, evidence: […]}`; without evidence of its own the record's covers it.
  private mutating func readClaim(
    _ node: Node,
    _ field: Vocabulary.Field?,
    _ type: CELType,
    _ context: Context
  ) -> Claim? {
    guard var reader = MappingReader(node, what: "an answer", into: &diagnostics) else {
      return nil
    }
    let value = reader.required("is")
    let evidence = reader.optional("evidence").map { readEvidence($0, placement: .value) }
    reader.finish(into: &diagnostics)
    guard let value, !value.isUnanswered, let state = readValue(value, field, type) else {
      return nil
    }
    return Claim(state, evidence: evidence ?? context.evidence, span: value.span)
  }

  // MARK: Values

  private mutating func readValue(
    _ node: Node,
    _ field: Vocabulary.Field?,
    _ type: CELType
  ) -> FactView.State? {
    func name() -> String { field.map { "`\($0.name)`" } ?? "the value" }
    if node.scalar?.style == .plain, node.scalar?.text == "none", field?.allowsNone == true {
      return .absent
    }
    switch type {
    case .bool: return node.bool(name(), into: &diagnostics).map { .known(.bool($0)) }
    case .int: return node.int(name(), into: &diagnostics).map { .known(.int($0)) }
    case .double: return node.double(name(), into: &diagnostics).map { .known(.double($0)) }
    case .date: return node.date(name(), into: &diagnostics).map { .known(.date($0)) }
    case .enumeration(let enumeration): return readCode(node, name(), of: enumeration)
    default:
      return node.writtenText(name(), into: &diagnostics).map { .known(.string($0)) }
    }
  }

  private mutating func readCode(
    _ node: Node,
    _ name: @autoclosure () -> String,
    of enumeration: String
  ) -> FactView.State? {
    guard let text = node.writtenText(name(), into: &diagnostics) else { return nil }
    let codes = dossier.vocabulary.enumeration(enumeration)?.codes ?? []
    guard codes.contains(where: { $0.code == text }) else {
      let codes = codes.map(\.code)
      diagnostics.error(
        "profile.unknown-code",
        "\(name()) must be a code of `\(enumeration)`; `\(text)` is none",
        at: node.span,
        help: didYouMean(text, among: codes)
          ?? "the codes are " + codes.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
          + (codes.count > 12 ? ", …" : "")
      )
      return nil
    }
    return .known(.string(text))
  }

  // MARK: Evidence

  /// Reads a list of source ids or of `{source: …, quote: …, locator: …, admits: …}`.
  mutating func readEvidence(
    _ node: Node,
    placement: CitedEvidence.Placement
  ) -> [CitedEvidence] {
    guard let items = node.list("`evidence`", into: &diagnostics) else { return [] }
    return within(ProfileLimits.citations, items, "`evidence`", "items") { $0.span }
      .compactMap { readCitation($0, placement: placement) }
  }

  private mutating func readCitation(
    _ node: Node,
    placement: CitedEvidence.Placement
  ) -> CitedEvidence? {
    if let id = node.scalar?.text {
      return source(id, at: node.span).map {
        CitedEvidence(source: $0, placement: placement, span: node.span)
      }
    }
    guard var reader = MappingReader(node, what: "a citation", into: &diagnostics) else {
      return nil
    }
    let id = reader.required("source")
    let text = id?.string("`source`", into: &diagnostics)
    let position = text.flatMap { source($0, at: id?.span ?? node.span) }
    var citation = CitedEvidence(source: position ?? 0, placement: placement, span: node.span)
    citation.quote = reader.optionalString("quote", into: &diagnostics)
    citation.locator = reader.optionalString("locator", into: &diagnostics)
    citation.admits = reader.flag("admits", into: &diagnostics)
    reader.finish(into: &diagnostics)
    return position == nil ? nil : citation
  }

  private mutating func source(_ id: String, at span: SourceSpan) -> Int? {
    if let position = sourcePositions[id] { return position }
    refuseUnknownSource(id, at: span)
    return nil
  }
}

extension Node {
  /// Missing, `null`, empty and the plain word `unknown` all mean: not answered.
  var isUnanswered: Bool {
    isNull || (scalar?.style == .plain && scalar?.text == "unknown")
  }
}
