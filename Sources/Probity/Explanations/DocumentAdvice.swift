import ProbityCEL

/// A document that would answer open facts, and how many open findings it could settle.
package struct DocumentAdvice: Sendable {
  package var document: Vocabulary.Document
  /// Ids of rules with an open finding that the document alone could clear.
  package var rules: [String]
  /// How many blocking open findings it could clear.
  package var settledCount: Int
  /// How many blocking open findings wait for something that it answers.
  package var touchedCount: Int
}

extension Decision {
  /// The undetermined findings that keep the vendor from passing.
  package var openFindings: [Finding] {
    findings.filter { $0.blocks && $0.status == .undetermined }
  }

  /// What to ask for, the document that could clear most first.
  package var advice: [DocumentAdvice] { advice(by: openQuestions().certificates) }

  /// The same where it is known what could settle each undetermined finding.
  ///
  /// A document clears alone what all answers of some way to clear stand in. Where ways are
  /// missing, it may do more than is said.
  package func advice(by certificates: [Int: Certificates]) -> [DocumentAdvice] {
    let open = findings.indices.filter {
      findings[$0].blocks && findings[$0].status == .undetermined
    }
    let waiting = open.map { documents(answering: findings[$0].waitsFor.facts) }
    let ways = open.map { index in
      (certificates[index]?.cleared ?? []).map { documents(answering: $0.answers.map(\.fact)) }
    }
    let advice = dossier.vocabulary.documents.compactMap { document -> DocumentAdvice? in
      let touched = open.indices.filter { waiting[$0].contains(document.id) }
      let settled = touched.filter { ways[$0].contains([document.id]) }
      guard !touched.isEmpty else { return nil }
      return DocumentAdvice(
        document: document,
        rules: firstOfEach(settled.map { findings[open[$0]].rule.id }),
        settledCount: settled.count,
        touchedCount: touched.count
      )
    }
    // Between equals the vocabulary's order decides.
    return advice.enumerated().sorted { left, right in
      (left.element.settledCount, left.element.touchedCount, right.offset)
        > (right.element.settledCount, right.element.touchedCount, left.offset)
    }.map(\.element)
  }

  /// The documents in which some facts are answered, and nil if one of them is in none.
  private func documents(answering facts: [FactID]) -> Set<String?> {
    Set(facts.map { dossier.fact($0).field?.document })
  }
}

private func firstOfEach(_ names: [String]) -> [String] {
  var kept: [String] = []
  for name in names where !kept.contains(name) { kept.append(name) }
  return kept
}
