package import ProbityCEL

/// The facts of a dossier as they stand at one standard of proof, in one direction, on one day.
package struct Resolution: Sendable {
  /// What is asked of the evidence.
  package struct Terms: Sendable, Hashable {
    package var direction: Direction
    package var standard: StandardOfProof
    package var lookback: CalendarPeriod?
    package var clearWithin: CalendarPeriod?

    package init(
      _ direction: Direction,
      _ standard: StandardOfProof,
      lookback: CalendarPeriod?,
      clearWithin: CalendarPeriod?
    ) {
      self.direction = direction
      self.standard = standard
      self.lookback = lookback
      self.clearWithin = clearWithin
    }
  }

  /// Why a fact is unknown.
  package enum Gap: Sendable, Hashable {
    case notAnswered
    case declined(PartialDate)
    /// Claimed, with a level and a contradiction that miss the standard.
    case belowStandard(level: Int, contradiction: Int)
    /// Claimed, and the evidence would do if it were not too old.
    case stale
    /// Two values reach the standard.
    case conflicting
  }

  /// How one fact was settled.
  package struct Outcome: Sendable {
    package var state: FactView.State
    /// The position of the winning claim among the fact's claims.
    package var claim: Int?
    package var level = 0
    package var contradiction = 0
    package var carriers: [CitedEvidence] = []
    package var gap: Gap?

    package init(
      state: FactView.State,
      claim: Int? = nil,
      level: Int = 0,
      contradiction: Int = 0,
      carriers: [CitedEvidence] = [],
      gap: Gap? = nil
    ) {
      self.state = state
      self.claim = claim
      self.level = level
      self.contradiction = contradiction
      self.carriers = carriers
      self.gap = gap
    }
  }

  package let terms: Terms
  package let outcomes: [Outcome]
  package let view: FactView

  package init(_ outcomes: [Outcome], of tree: FactTree, terms: Terms) {
    self.terms = terms
    self.outcomes = outcomes
    view = FactView(states: outcomes.map(\.state), of: tree)
  }

  /// The same but for some facts.
  ///
  /// - Complexity: O(*facts*).
  func replacing(_ changes: [FactID: Outcome]) -> Resolution {
    var (outcomes, view) = (outcomes, view)
    for (fact, outcome) in changes {
      outcomes[Int(fact.index)] = outcome
      view[fact] = outcome.state
    }
    return Resolution(outcomes, view, terms: terms)
  }

  private init(_ outcomes: [Outcome], _ view: FactView, terms: Terms) {
    self.terms = terms
    self.outcomes = outcomes
    self.view = view
  }

  package func outcome(of fact: FactID) -> Outcome { outcomes[Int(fact.index)] }
}
