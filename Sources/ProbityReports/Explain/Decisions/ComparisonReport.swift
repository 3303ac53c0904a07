package import Probity
import ProbityCEL

/// What is otherwise on another day and what made it so, for people and programs.
package struct ComparisonReport: Sendable {
  private let comparison: DecisionComparison
  private let words: ExplainWords
  private let dossier: Dossier

  /// Prepares a comparison; of some findings only, if rule and subject are given.
  package init(
    _ comparison: DecisionComparison,
    rule: String? = nil,
    subject: String? = nil,
    language: String
  ) {
    var shown = comparison
    shown.changes.removeAll { change in
      rule.map { $0 != change.key.rule } ?? false
        || subject.map { $0 != change.key.subject } ?? false
    }
    self.comparison = shown
    words = ExplainWords(language)
    dossier = comparison.after.dossier
  }

  // MARK: Text

  /// The comparison as a terminal shows it.
  package func text(width: Int) -> String {
    var page = TextPage(width: width)
    page.line(words.verdicts(comparison), indent: 0)
    page.line(words.changeCount(comparison.changes.count), indent: 0)
    for change in comparison.changes { write(change, to: &page) }
    return page.text
  }

  private func write(_ change: DecisionComparison.Change, to page: inout TextPage) {
    let finding = change.after ?? change.before
    let title = finding.map { $0.rule.title[words.language] } ?? ""
    page.blank()
    page.line("\(change.key.rule)  \(title)", indent: 2)
    page.line(
      (change.key.isOnRest ? words.restOf : "") + change.key.subject,
      indent: 4,
      note: words.status(change.before?.status) + " -> " + words.status(change.after?.status)
    )
    page.line(words.causes(change.causes.count, isEachEnough: change.isEachEnough), indent: 6)
    for cause in change.causes { page.line(text(of: cause), indent: 8, mark: "- ") }
    if !change.facts.isEmpty { page.line(words.factsThatChanged, indent: 6) }
    for fact in change.facts { page.line(text(of: fact), indent: 8, mark: "- ") }
  }

  private func text(of cause: DecisionComparison.Cause) -> String {
    switch cause.influence {
    case .source(let position):
      let source = dossier.sources[position]
      let date = source.date?.description ?? words.undated
      let turns = cause.turns.map(words.turn).joined(separator: "; ")
      return "\(source.publisher ?? words.noPublisher), \(date) {\(source.id)}: \(turns)"
    case .rule(let id): return words.ruleTurns(id, in: comparison)
    case .parameter(let fact):
      let path = dossier.fact(fact).path
      return "\(path): \(value(fact, comparison.before)) -> \(value(fact, comparison.after))"
    case .day: return words.theDay
    }
  }

  /// A parameter's value on the day of a decision.
  private func value(_ fact: FactID, _ decision: Decision) -> String {
    guard case .dated(let series) = dossier.fact(fact).ground,
      let found = series.filter({ $0.from <= decision.asOf }).max(by: { $0.from < $1.from })
    else { return ProbityReports.text(of: .unknown) }
    return ProbityReports.text(of: .known(found.value))
  }

  private func text(of change: DecisionComparison.FactChange) -> String {
    let path = FactReports(dossier, language: words.language).path(of: change.fact)
    return path + ": " + state(change.before, change.terms) + " -> "
      + state(change.after, change.terms)
  }

  private func state(_ outcome: Resolution.Outcome, _ terms: Resolution.Terms) -> String {
    guard let gap = outcome.gap else { return ProbityReports.text(of: outcome.state) }
    return words.label(.unknown(ValueDiagram.Gap(gap), facts: 1))
  }

  // MARK: JSON

  /// The comparison for programs.
  package var json: JSONValue {
    .object([
      "schema": .string(Article.schema), "kind": .string("comparison"),
      "vendor": .string(dossier.vendor.vendorID),
      "known_by": JSONValue(comparison.before.knownBy?.description),
      "before": json(comparison.before), "after": json(comparison.after),
      "changes": .array(comparison.changes.map(json)),
    ])
  }

  private func json(_ decision: Decision) -> JSONValue {
    .object([
      "as_of": .string(decision.asOf.description), "verdict": .string(decision.verdict.rawValue),
    ])
  }

  private func json(_ change: DecisionComparison.Change) -> JSONValue {
    .object([
      "rule": .string(change.key.rule), "subject": .string(change.key.subject),
      "unnamed_rest": .bool(change.key.isOnRest),
      "before": JSONValue(change.before?.status.rawValue),
      "after": JSONValue(change.after?.status.rawValue),
      "each_is_enough": .bool(change.isEachEnough),
      "causes": .array(change.causes.map(json)),
      "facts": .array(
        change.facts.map { fact in
          .object([
            "path": .string(FactReports(dossier, language: words.language).path(of: fact.fact)),
            "before": .string(state(fact.before, fact.terms)),
            "after": .string(state(fact.after, fact.terms)),
          ])
        }
      ),
    ])
  }

  private func json(_ cause: DecisionComparison.Cause) -> JSONValue {
    let (kind, id) =
      switch cause.influence {
      case .source(let position): ("source", dossier.sources[position].id)
      case .rule(let id): ("rule", id)
      case .parameter(let fact): ("parameter", dossier.fact(fact).path)
      case .day: ("day", "as_of")
      }
    return .object([
      "kind": .string(kind), "id": .string(id), "words": .string(text(of: cause)),
    ])
  }
}
