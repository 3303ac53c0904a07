import Probity
import ProbityCEL
import ProbityTestSupport

/// Draws what is known of a dossier directly, without evidence: more varied than evidence gives.
struct ViewGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A trial for each subject of a rule, with random facts in both runs.
  ///
  /// A fact that both know has one value; what clears is known less often than what accuses.
  mutating func trials(_ rule: Rule, in dossier: Dossier, asOf: CalendarDate) -> [Trial] {
    let density = Int.random(in: 10...100, using: &random)
    var adverse: [Resolution.Outcome] = []
    var clear: [Resolution.Outcome] = []
    // Nothing is known of what is not there.
    var absent = 0..<0
    for (index, fact) in dossier.facts.enumerated() {
      let isKnown = chance(density) && !absent.contains(index)
      let state = isKnown ? self.state(of: fact, in: dossier) : .unknown
      if fact.kind == .existence, state == .known(.bool(false)) {
        absent = dossier.tree.factsBelow(fact.id)
      }
      let (accuses, clears) = (chance(80), chance(70))
      adverse.append(outcome(accuses ? state : .unknown))
      clear.append(outcome(clears ? state : .unknown))
    }
    let (first, second) = (
      Resolution(adverse, of: dossier.tree, terms: rule.adverseTerms),
      Resolution(clear, of: dossier.tree, terms: rule.clearTerms)
    )
    return SubjectSearch.subjects(of: rule, in: dossier, clear: second).map { subject in
      Trial(rule, on: subject, in: dossier, adverse: first, clear: second, asOf: asOf)
    }
  }

  private mutating func outcome(_ state: FactView.State) -> Resolution.Outcome {
    var outcome = Resolution.Outcome(state: state)
    if state == .unknown { outcome.gap = .notAnswered } else { outcome.level = below(4) + 1 }
    return outcome
  }

  /// Something that a fact may turn out to be.
  mutating func state(of fact: FactRecord, in dossier: Dossier) -> FactView.State {
    switch fact.kind {
    case .closure: return .known(.bool(true))
    case .existence: return .known(.bool(chance(85)))
    case .value: break
    }
    guard let field = fact.field else { return .unknown }
    if field.allowsNone, chance(20) { return .absent }
    return .known(value(of: field.type, in: dossier))
  }

  private mutating func value(of type: CELType, in dossier: Dossier) -> Value {
    switch type {
    case .bool: return .bool(chance(50))
    case .int: return .int(Int64(below(3)))
    case .double: return .double(Double(below(3)))
    case .date:
      let day = Int32(20_000 + below(3) * 500)
      return .date(PartialDate(firstDay: day, lastDay: day + (chance(20) ? 30 : 0)))
    case .enumeration(let name):
      let codes = dossier.vocabulary.enumeration(name)?.codes ?? []
      // A few codes, so that they meet those of the rules now and then.
      return codes.randomElement(using: &random).map { .string($0.code) } ?? .null
    case .list(let element): return value(of: element, in: dossier)
    default: return .string(chance(50) ? "1.0" : "2.0")
    }
  }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}
