import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText

/// A view of a small dossier, and the worlds that it may be a view of.
///
/// Every fact that is open may turn out to be anything. A list that is not complete may have further
/// elements: some elements of the dossier are *spare*, not there as far as a view goes.
struct Completions {
  /// What an answer comes to in all worlds together.
  enum Verdict: Equatable {
    case always(Truth)
    /// Two worlds differ, or one has no answer.
    case open
    /// There are too many worlds to try them all, and those tried agree.
    case unclear(Truth)
  }

  private let trial: Trial
  private let view: FactView
  private let choices: [(fact: FactID, states: [FactView.State])]
  private static let most = 3_000

  /// Nil if some open fact has more values than can be tried.
  init?(_ trial: Trial, _ view: FactView, spare: [FactID]) {
    self.trial = trial
    self.view = view
    let dossier = trial.dossier
    let spares = FactSet(spare + spare.flatMap { dossier.tree.factsBelow($0).map { FactID($0) } })
    let closures = dossier.facts.filter { $0.kind == .closure }
    var choices: [(FactID, [FactView.State])] = []
    let named = trial.rule.fieldsRead
    for record in dossier.facts {
      let fact = record.id
      // What no condition looks at makes no difference.
      let isRead = record.field.map {
        named.contains(FieldName(record: record.record, field: $0.name))
      }
      guard isRead ?? false || trial.subject.existence.contains(fact) else { continue }
      if spares.contains(fact),
        !spare.contains(where: {
          view.hidden.contains($0)
            && ($0 == fact || dossier.tree.factsBelow($0).contains(Int(fact.index)))
        })
      {
        let list = closures.first {
          $0.record == record.record && $0.field?.name == record.field?.name
        }
        let isElement = spare.contains(fact)
        if isElement, list.map({ view.isClosed($0.id) }) ?? true { continue }
        guard let states = Self.states(of: record, in: dossier) else { return nil }
        choices.append((fact, states))
        continue
      }
      guard view.state(of: fact) == .unknown else { continue }
      if record.kind == .existence, view.existence(fact, in: dossier.tree) == .yes {
        choices.append((fact, [.known(.bool(true))]))
        continue
      }
      guard record.ground == .evidence || record.ground == .given else { continue }
      guard let states = Self.states(of: record, in: dossier) else { return nil }
      choices.append((fact, states))
    }
    self.choices = choices
  }

  private static func states(of record: FactRecord, in dossier: Dossier) -> [FactView.State]? {
    switch record.kind {
    case .closure: return [.known(.bool(true))]
    case .existence: return [.known(.bool(true)), .known(.bool(false))]
    case .value:
      if record.field?.isIdentity == true { return [.unknown] }
      return dossier.domain(of: record.id)?.map(FactView.State.known)
    }
  }

  /// One world: for each choice the state at some place, taken round.
  private func world(_ pick: (Int) -> Int) -> FactView {
    var world = view
    world.hidden = FactSet()
    for (index, choice) in choices.enumerated() {
      world[choice.fact] = choice.states[pick(index) % choice.states.count]
    }
    // Of what is not there nothing is known.
    for record in trial.dossier.facts
    where record.kind == .existence && world[record.id] == .known(.bool(false)) {
      for below in trial.dossier.tree.factsBelow(record.id) { world[FactID(below)] = .unknown }
    }
    return world
  }

  /// What an answer comes to: some worlds are tried by chance, and all of them if these agree.
  func verdict(
    _ random: inout SeededGenerator,
    _ answer: (FactView) -> Truth
  ) -> Verdict {
    var common: Truth?
    func differs(_ world: FactView) -> Bool {
      let truth = answer(world)
      guard truth.isDefinite, truth == common ?? truth else { return true }
      common = truth
      return false
    }
    for _ in 0..<60 {
      let picks = choices.map { _ in Int.random(in: 0..<12, using: &random) }
      if differs(world { picks[$0] }) { return .open }
    }
    let count = choices.reduce(1) { min($0 * $1.states.count, Self.most + 1) }
    guard count <= Self.most else { return .unclear(common ?? .unknown) }
    for number in 0..<count {
      var rest = number
      let picks = choices.map { choice -> Int in
        defer { rest /= choice.states.count }
        return rest % choice.states.count
      }
      if differs(world { picks[$0] }) { return .open }
    }
    return .always(common ?? .unknown)
  }
}

extension Trial {
  /// What the rule reads, and what is known of it in a view: for messages.
  func told(_ view: FactView) -> String {
    let leaves = (rule.when.map { [$0] } ?? []) + rule.condition.leaves
    let named = rule.fieldsRead
    let known = dossier.facts.filter { record in
      let field = record.field.map { FieldName(record: record.record, field: $0.name) }
      return view.state(of: record.id) != .unknown && field.map(named.contains) ?? false
    }
    return "\(leaves.map { $0.program.text.text }) on \(subject.path), knowing "
      + "\(known.map { "\($0.path) \($0.kind): \(view[$0.id])" })"
  }
}
