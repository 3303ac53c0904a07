import ProbityCEL

/// Decides with some influences as they are on one day, and all others as they are on another.
struct DayMix {
  private let dossier: Dossier
  private let rules: [Rule]
  let from: CalendarDate
  let to: CalendarDate
  private var known: [Set<Influence>: [FindingKey: Finding]] = [:]

  init(_ dossier: Dossier, rules: [Rule], from: CalendarDate, to: CalendarDate) {
    self.dossier = dossier
    self.rules = rules
    self.from = from
    self.to = to
  }

  /// Everything that stands otherwise on the two days.
  var influences: [Influence] {
    let turns = SourceTurns(dossier, from: from, to: to)
    let sources = dossier.sources.indices.filter { source in
      rules.contains { !turns.turns(of: source, for: $0).isEmpty }
    }
    let changed = rules.filter { $0.inForce.contains(from) != $0.inForce.contains(to) }
    let parameters = dossier.facts.filter { fact in
      guard case .dated(let series) = fact.ground else { return false }
      return Self.value(in: series, on: from) != Self.value(in: series, on: to)
    }
    let all =
      sources.map(Influence.source) + changed.map { .rule($0.id) }
      + parameters.map { .parameter($0.id) } + [.day]
    return all.sorted { $0.rank < $1.rank }
  }

  /// The findings with some influences moved to the second day.
  mutating func findings(moving moved: Set<Influence>) -> [FindingKey: Finding] {
    if let findings = known[moved] { return findings }
    var deciding = Deciding(mixed(moved), asOf: day(.day, moved))
    var findings: [FindingKey: Finding] = [:]
    for rule in rules where rule.inForce.contains(day(.rule(rule.id), moved)) {
      for finding in deciding.findings(of: rule) { findings[FindingKey(finding)] = finding }
    }
    known[moved] = findings
    return findings
  }

  private func day(_ influence: Influence, _ moved: Set<Influence>) -> CalendarDate {
    moved.contains(influence) ? to : from
  }

  private func mixed(_ moved: Set<Influence>) -> Dossier {
    var mixed = dossier
    for source in mixed.sources.indices {
      mixed.sources[source].seenFrom = day(.source(source), moved)
    }
    for index in mixed.facts.indices {
      guard case .dated(let series) = mixed.facts[index].ground else { continue }
      let fact = mixed.facts[index].id
      let value = Self.value(in: series, on: day(.parameter(fact), moved))
      mixed.facts[index].ground = .dated(
        value.map { [DatedValue(from: min(from, to), value: $0.value, reference: $0.reference)] }
          ?? []
      )
    }
    return mixed
  }

  private static func value(in series: [DatedValue], on day: CalendarDate) -> DatedValue? {
    series.filter { $0.from <= day }.max { $0.from < $1.from }
  }
}

/// What a finding is about: a rule and a subject, or the rest of a list.
package struct FindingKey: Sendable, Hashable {
  package let rule: String
  package let subject: String
  /// Whether it stands for elements that an open list does not name.
  package let isOnRest: Bool

  package init(_ finding: Finding) {
    rule = finding.rule.id
    subject = finding.subjectPath
    isOnRest = finding.subject.openList != nil
  }
}
