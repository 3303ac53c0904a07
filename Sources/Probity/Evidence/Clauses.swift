/// The clauses of the evidence rules that a law rests on, so that one can be left out.
///
/// They exist for negative controls alone: a law that still holds on generated evidence with the
/// clause left out that it rests on was not tested. Every decision applies all of them.
package struct Clauses: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The level of all other values speaks against a value.
  package static let contradiction = Clauses(rawValue: 1 << 0)
  /// Two values that both reach the standard leave the fact unknown.
  package static let conflict = Clauses(rawValue: 1 << 1)
  /// An interested party's word weighs 1 when clearing, its attestation 2.
  package static let interestCap = Clauses(rawValue: 1 << 2)
  /// An interested party's unattested word and an allegation count in no pair.
  package static let corroboration = Clauses(rawValue: 1 << 3)
  /// A tie that is merely alleged takes nothing from an accuser.
  package static let establishedTies = Clauses(rawValue: 1 << 4)
  /// An interested party's unattested word makes no conflict with what stands without such words.
  package static let idleDenial = Clauses(rawValue: 1 << 5)
  /// What clears stands on the value itself, with a quote or locator.
  package static let pinpoint = Clauses(rawValue: 1 << 6)

  package static let all = Clauses(rawValue: (1 << 7) - 1)
}
