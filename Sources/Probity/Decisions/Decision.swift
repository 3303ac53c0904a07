/// All findings about one vendor on one day, and the verdict that follows from them.
public struct Decision: Sendable {
  /// What the findings come to.
  public let verdict: Verdict

  /// The day whose law and facts count.
  public let asOf: CalendarDate

  /// The day by which sources had to be in hand to count; nil if it was not asked.
  public var knownBy: CalendarDate? { dossier.knownBy }

  /// One finding a rule and subject, in the order of the rules and of the profile.
  public let findings: [Finding]

  /// The ids of rules that were not in force on the day.
  public let notInForce: [String]

  package let dossier: Dossier
  package let packs: [PackHead]
  /// The rules that were in force.
  package let rules: [Rule]
}

extension Decision {
  /// The verdict of findings: fail closed, and no pass without a rule that is satisfied.
  package static func verdict(of findings: [Finding]) -> Verdict {
    let decisive = findings.filter(\.rule.isDecisive)
    if decisive.contains(where: { $0.status == .violated }) { return .fail }
    if decisive.contains(where: \.blocks) { return .undetermined }
    return decisive.contains { $0.status == .satisfied } ? .pass : .undetermined
  }
}
