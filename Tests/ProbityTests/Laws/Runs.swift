import Probity
import ProbityCEL
import ProbityTestSupport

/// What a rule asks of evidence: two standards, and how old evidence may be.
struct Question: CustomStringConvertible {
  /// Every pair of standards that a rule may name.
  static let legalPairs: [(adverse: StandardOfProof, clear: StandardOfProof)] =
    StandardOfProof.allCases.filter { $0 >= .reasonableGrounds }.flatMap { adverse in
      StandardOfProof.allCases.filter { $0 >= .balance && $0 >= adverse }.map { (adverse, $0) }
    }

  var standards: (adverse: StandardOfProof, clear: StandardOfProof)
  var lookback: CalendarPeriod?
  var clearWithin: CalendarPeriod?

  /// The same with both standards at least as strict.
  func raised(by generator: inout EvidenceGenerator) -> Question {
    let floor = standards
    var raised = self
    raised.standards = generator.pick(
      Self.legalPairs.filter { $0.adverse >= floor.adverse && $0.clear >= floor.clear }
    )
    return raised
  }

  func terms(_ direction: Direction) -> Resolution.Terms {
    Resolution.Terms(
      direction,
      direction == .adverse ? standards.adverse : standards.clear,
      lookback: lookback,
      clearWithin: clearWithin
    )
  }

  var description: String { "\(standards.adverse)/\(standards.clear)" }
}

/// A dossier as it stands for a question in the run that accuses and in the one that clears.
struct Runs {
  let adverse: Resolution
  let clear: Resolution

  init(_ dossier: Dossier, _ question: Question, asOf: CalendarDate, _ clauses: Clauses) {
    let resolver = Resolver(dossier, asOf: asOf, clauses: clauses)
    adverse = resolver.resolution(question.terms(.adverse))
    clear = resolver.resolution(question.terms(.clear))
  }
}

extension Resolution {
  /// Whether a fact is known here and was not, or was something else, before.
  func learns(_ fact: FactID, since before: Resolution) -> Bool {
    let state = view.state(of: fact)
    return state != .unknown && state != before.view.state(of: fact)
  }

  /// Whether a fact stands alike in both, in everything that evidence decides.
  func agrees(with other: Resolution, on fact: FactID) -> Bool {
    let (mine, theirs) = (outcome(of: fact), other.outcome(of: fact))
    return mine.state == theirs.state && mine.level == theirs.level
      && mine.contradiction == theirs.contradiction && mine.gap == theirs.gap
  }
}

extension EvidenceGenerator {
  /// Two legal standards and two stretches of time, as packs give them.
  mutating func question() -> Question {
    let periods = [(nil, nil), ("P5Y", "P3Y"), ("P5Y", "P5Y"), ("P18M", "P90D")]
    let (lookback, clearWithin) = pick(periods)
    return Question(
      standards: pick(Question.legalPairs),
      lookback: lookback.flatMap(CalendarPeriod.init),
      clearWithin: clearWithin.flatMap(CalendarPeriod.init)
    )
  }
}
