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
  package var advice: [DocumentAdvice] {
    let open = openFindings
    let advice = dossier.vocabulary.documents.compactMap { document -> DocumentAdvice? in
      let search = DocumentSearch(document: document.id, dossier: dossier, asOf: asOf)
      let touched = open.filter(search.touches)
      let settled = touched.filter(search.settles)
      guard !touched.isEmpty else { return nil }
      return DocumentAdvice(
        document: document,
        rules: firstOfEach(settled.map(\.rule.id)),
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
}

private func firstOfEach(_ names: [String]) -> [String] {
  var kept: [String] = []
  for name in names where !kept.contains(name) { kept.append(name) }
  return kept
}

/// Tries whether the answers in one document could clear a finding by themselves.
private struct DocumentSearch {
  let document: String
  let dossier: Dossier
  let asOf: CalendarDate

  /// Evaluations spent on one finding; a search that ends early only promises less.
  private static let budget = 128

  func touches(_ finding: Finding) -> Bool {
    finding.waitsFor.facts.contains(where: isAnswered)
  }

  func settles(_ finding: Finding) -> Bool {
    if let list = finding.subject.openList { return isAnswered(list) }
    var budget = Self.budget
    return settles(finding.trial, finding.trial.clear.view, &budget)
  }

  private func isAnswered(_ fact: FactID) -> Bool {
    dossier.fact(fact).field?.document == document
  }

  private func settles(_ trial: Trial, _ view: FactView, _ budget: inout Int) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    let evaluation = trial.violation(in: view, exceptions: .no).evaluation
    guard evaluation.truth == .unknown else { return evaluation.truth == .no }
    guard let fact = evaluation.waitsFor.facts.first(where: isAnswered) else { return false }
    for state in possibleAnswers(to: fact) {
      var answered = view
      answered[fact] = state
      if settles(trial, answered, &budget) { return true }
    }
    return false
  }

  /// Answers worth trying: all of a small domain, else one of each sort.
  private func possibleAnswers(to fact: FactID) -> [FactView.State] {
    let record = dossier.fact(fact)
    switch record.kind {
    case .closure: return [.known(.bool(true))]
    case .existence: return [.known(.bool(false)), .known(.bool(true))]
    case .value: break
    }
    if let domain = dossier.domain(of: fact) { return domain.map { .known($0) } }
    switch record.field?.type {
    case .date: return [.known(.date(asOf.date))]
    case .int: return [.known(.int(0)), .known(.int(1))]
    case .double: return [.known(.double(0)), .known(.double(1))]
    case .string: return [.known(.string("answered"))]
    default: return []
    }
  }
}
