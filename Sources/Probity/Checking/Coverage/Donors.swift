import ProbityCEL
import ProbityText

/// Answers that may be put into an example: those of other examples, and values in their place.
struct Donors {
  private let vocabulary: Vocabulary
  /// What examples answer to each field.
  private var answers: [FieldName: [YAMLTree]] = [:]
  /// The evidence that examples give, the most frequent first.
  private let evidence: [YAMLTree]
  private let constants: [Value]

  init(_ sites: [AnswerSites], _ terms: [Term], _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    constants = terms.flatMap(\.leaf.program.constants)
    var evidence: [YAMLTree: Int] = [:]
    for site in sites.flatMap(\.sites) {
      guard let answer = site.answer, !answer.isUnanswered else { continue }
      if answers[site.name]?.contains(answer) != true {
        answers[site.name, default: []].append(answer)
      }
      for found in [answer["evidence"], answer["complete"]?["evidence"]] {
        if let found { evidence[found, default: 0] += 1 }
      }
    }
    self.evidence = evidence.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.inFlow < right.key.inFlow
    }.prefix(8).map(\.key)
  }

  /// Changes to what a term reads, the plainest first.
  func changes(to sites: AnswerSites, reading term: Term, wanting answer: Truth) -> [TestChange] {
    let read = sites.sites.filter { term.leaf.program.fieldsRead.contains($0.name) }
    // What lies deepest leaves most of an example as it is.
    let answered = read.filter { $0.answer.map { !$0.isUnanswered } ?? false }.sorted {
      $0.depth > $1.depth
    }
    let omissions = answered.map { TestChange(path: $0.path, value: nil) }
    let others = read.flatMap { site in
      values(for: site).filter { $0 != site.answer }.map { TestChange(path: site.path, value: $0) }
    }
    // An answer that is left out makes a condition open; it hardly ever settles it.
    return answer == .unknown ? omissions + others : others + omissions
  }

  private func values(for site: AnswerSites.Site) -> [YAMLTree] {
    let given = inPlace(site) + (answers[site.name] ?? [])
    let plain = scalars(of: site.type)
    let evidence = evidence.map { evidence -> YAMLTree? in evidence }
    let proofs = evidence.isEmpty ? [nil] : evidence
    var values = given
    if case .list = site.type {
      values += proofs.compactMap { proof in
        proof.map { .map(["items": .list([]), "complete": .map(["evidence": $0])]) }
      }
      if !plain.isEmpty { values += lists(of: plain, proofs) }
      return values.withoutRepeats
    }
    for proof in proofs {
      for value in plain {
        if let proof { values.append(.map(["is": value, "evidence": proof])) }
        if proof == nil || site.path.hasPrefix("procurement") { values.append(value) }
      }
    }
    return values.withoutRepeats
  }

  /// Other values with the evidence of the one that is there, and lists with one element less.
  private func inPlace(_ site: AnswerSites.Site) -> [YAMLTree] {
    guard let answer = site.answer, !answer.isUnanswered else { return [] }
    if case .list = site.type {
      guard let items = answer.items ?? answer["items"]?.items else { return [] }
      return items.indices.flatMap { index -> [YAMLTree] in
        let rest = YAMLTree.list(items.indices.filter { $0 != index }.map { items[$0] })
        let closed = evidence.map { proof in
          YAMLTree.map(["items": rest, "complete": .map(["evidence": proof])])
        }
        return [answer.items == nil ? answer.setting("items", rest) : rest] + closed
      }
    }
    let values = scalars(of: site.type)
    if case .scalar = answer { return values }
    return answer["is"] == nil ? [] : values.map { answer.setting("is", $0) }
  }

  /// Lists with one element, open and closed.
  private func lists(of values: [YAMLTree], _ proofs: [YAMLTree?]) -> [YAMLTree] {
    proofs.compactMap(\.self).flatMap { proof in
      values.flatMap { value -> [YAMLTree] in
        let items = YAMLTree.list([.map(["is": value, "evidence": proof])])
        return [items, .map(["items": items, "complete": .map(["evidence": proof])])]
      }
    }
  }

  /// Values of a type that the conditions can tell apart, as they are written.
  private func scalars(of type: CELType) -> [YAMLTree] {
    switch type {
    case .bool: return [.word("true"), .word("false")]
    case .enumeration(let name):
      let codes = vocabulary.enumeration(name)?.codes.map(\.code) ?? []
      let named = Set(texts)
      let others = codes.filter { !named.contains($0) }.prefix(2)
      return (codes.filter(named.contains).prefix(6) + others).map { .text($0) }
    case .date: return ["1900-01-01", "2026-06-01", "2099-01-01"].map { .text($0) }
    case .int:
      let numbers = constants.compactMap { if case .int(let number) = $0 { number } else { nil } }
      return Set(numbers.flatMap { [$0, $0 &- 1, $0 &+ 1] } + [0, 1]).sorted().map {
        .word(String($0))
      }
    case .double: return ["0.0", "0.5", "1.0", "100.0"].map { .word($0) }
    case .string: return (PossibleAnswer.inventedTexts + texts.prefix(4)).map { .text($0) }
    case .list(let element): return scalars(of: element)
    default: return []
    }
  }

  private var texts: [String] {
    constants.flatMap { constant -> [String] in
      switch constant {
      case .string(let text): [text.description]
      case .list(let list):
        list.values.compactMap {
          if case .string(let text) = $0 { text.description } else { nil }
        }
      default: []
      }
    }.withoutRepeats
  }
}
