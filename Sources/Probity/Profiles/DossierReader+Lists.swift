import ProbityCEL
import ProbityText
import ProbityYAML

/// Lists: open as they stand, closed by sources that cover what they name.
extension DossierReader {
  mutating func readList(
    _ node: Node?,
    _ field: Vocabulary.Field,
    of element: CELType,
    _ context: Context
  ) -> NodeID {
    var items: [Node] = []
    var closing: [CitedEvidence] = []
    var closingSpan: SourceSpan?
    var declined: PartialDate?
    if let node, let list = node.items {
      items = list
    } else if let node, node.isMapping {
      var reader = MappingReader(node, what: "the list `\(field.name)`", into: &diagnostics)
      items = reader?.optional("items")?.list("`items`", into: &diagnostics) ?? []
      if let complete = reader?.optional("complete") {
        closing = readClosing(complete)
        closingSpan = complete.span
      }
      declined = reader?.optionalDate("declined", into: &diagnostics)
      if declined != nil { _ = reader?.optional("evidence") }
      reader?.finish(into: &diagnostics)
    } else if let node, !node.isUnanswered {
      diagnostics.error(
        "profile.not-a-list",
        "`\(field.name)` must be a list, `{items: […], complete: …}` or `unknown`; "
          + "\(node.kindInWords) is given",
        at: node.span
      )
    }
    return finishList(
      readElements(items, field, element, context),
      field,
      context,
      closing: (closing, closingSpan),
      declined: declined,
      at: node?.span
    )
  }

  private mutating func readElements(
    _ items: [Node],
    _ field: Vocabulary.Field,
    _ element: CELType,
    _ context: Context
  ) -> [(child: FactTree.Child, facts: Range<Int>)] {
    if items.isEmpty { return [] }
    let path = context.path
    var names: [String: Int] = [:]
    var elements: [(child: FactTree.Child, facts: Range<Int>)] = []
    for (position, item) in items.enumerated() {
      let first = dossier.facts.count
      guard first <= ProfileLimits.facts else {
        refuseMoreFacts(at: item.span)
        break
      }
      var inner = context
      var name = Self.elementName(item, element, dossier.vocabulary) ?? String(position)
      names[name, default: 0] += 1
      if let count = names[name], count > 1 { name += "#\(count)" }
      inner.base = "\(path)[\(name)]"
      inner.name = ""
      inner.span = item.span
      let child: FactTree.Child
      if case .record(let type) = element {
        child = readElement(item, field, type, inner)
      } else {
        child = FactTree.Child(readLeaf(item, field, element, inner))
      }
      elements.append((child, first..<dossier.facts.count))
    }
    return elements
  }

  private mutating func refuseMoreFacts(at span: SourceSpan) {
    guard !isOverFull else { return }
    isOverFull = true
    diagnostics.error(
      "profile.too-large",
      "a profile and its parties must not ask for more than \(ProfileLimits.facts) facts",
      at: span
    )
  }

  /// What an element of a list is called; where it is disputed, by the claim that came first.
  static func elementName(
    _ node: Node,
    _ element: CELType,
    _ vocabulary: Vocabulary
  ) -> String? {
    guard case .record(let type) = element else { return node.firstValue.scalar?.text }
    guard let key = vocabulary.record(type)?.key, let named = node[key] else { return nil }
    return named.firstValue.scalar?.text
  }

  private mutating func readClosing(_ node: Node) -> [CitedEvidence] {
    guard var reader = MappingReader(node, what: "`complete`", into: &diagnostics) else {
      return []
    }
    let evidence = reader.required("evidence")
    reader.finish(into: &diagnostics)
    return evidence.map { readEvidence($0, placement: .value) } ?? []
  }

  private mutating func finishList(
    _ elements: [(child: FactTree.Child, facts: Range<Int>)],
    _ field: Vocabulary.Field,
    _ context: Context,
    closing: (evidence: [CitedEvidence], span: SourceSpan?),
    declined: PartialDate?,
    at span: SourceSpan?
  ) -> NodeID {
    let list = dossier.tree.addList(elements.map(\.child))
    var record = FactRecord(
      id: FactID(dossier.facts.count),
      kind: .closure,
      base: context.base,
      name: context.name,
      record: context.record,
      field: field,
      file: file,
      span: closing.span ?? span ?? context.span
    )
    record.isEvent = context.isEvent
    record.declined = declined
    record.ground = (context.isGiven || field.isIdentity) && span != nil ? .given : .evidence
    if record.ground == .given {
      record.claims = [Claim(.known(.bool(true)), span: span)]
    } else if !closing.evidence.isEmpty {
      record.claims = closureClaims(closing, elements.map(\.facts))
    }
    append(record)
    if field.isRelationList {
      dossier.relationLists.append(Dossier.RelationList(file: file, closure: record.id))
    }
    return list
  }

  /// That a list is complete, and against it every element that a closing source leaves out.
  ///
  /// A source that says that nothing else is there, and does not itself speak of an element, is
  /// contradicted by whatever establishes that element.
  private func closureClaims(
    _ closing: (evidence: [CitedEvidence], span: SourceSpan?),
    _ elements: [Range<Int>]
  ) -> [Claim] {
    let sources = Set(closing.evidence.map(\.source))
    var uncovered: [CitedEvidence] = []
    for facts in elements {
      var missing = sources
      for index in facts {
        for claim in dossier.facts[index].claims {
          for item in claim.evidence { missing.remove(item.source) }
        }
      }
      if !missing.isEmpty {
        for index in facts { uncovered += dossier.presupposing(index) }
      }
    }
    var claims = [Claim(.known(.bool(true)), evidence: closing.evidence, span: closing.span)]
    if !uncovered.isEmpty {
      claims.append(Claim(.known(.bool(false)), evidence: withoutRepeats(uncovered)))
    }
    return claims
  }
}

extension Node {
  /// The value of an answer in any of its forms; of several claims the first.
  fileprivate var firstValue: Node { self["is"] ?? self["claims"]?.items?.first?["is"] ?? self }
}
