import Probity
import ProbityCEL

/// A dossier as it stands at every standard that a rule may name, in both directions.
struct Runs {
  typealias Windows = (lookback: CalendarPeriod?, clearWithin: CalendarPeriod?)

  static let adverseStandards: [StandardOfProof] = [
    .reasonableGrounds, .balance, .clearAndConvincing, .conclusive,
  ]
  static let clearStandards: [StandardOfProof] = [.balance, .clearAndConvincing, .conclusive]

  let adverse: [Resolution]
  let clear: [Resolution]

  init(_ dossier: Dossier, asOf: CalendarDate, _ windows: Windows, _ clauses: Clauses) {
    let resolver = Resolver(dossier, asOf: asOf, clauses: clauses)
    func resolution(_ direction: Direction, _ standard: StandardOfProof) -> Resolution {
      resolver.resolution(
        Resolution.Terms(
          direction,
          standard,
          lookback: windows.lookback,
          clearWithin: windows.clearWithin
        )
      )
    }
    adverse = Self.adverseStandards.map { resolution(.adverse, $0) }
    clear = Self.clearStandards.map { resolution(.clear, $0) }
  }
}

extension Resolution {
  /// Whether a fact is known here and was not, or was something else, before.
  func learns(_ fact: FactID, since before: Resolution) -> Bool {
    let state = view.state(of: fact)
    return state != .unknown && state != before.view.state(of: fact)
  }

  /// Everything about a fact that must not hang on the order of its evidence.
  func summary(of fact: FactID) -> String {
    let outcome = outcome(of: fact)
    return "\(outcome.state) \(outcome.level) \(outcome.contradiction) "
      + String(describing: outcome.gap)
  }
}
