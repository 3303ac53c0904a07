import ProbityTestSupport

@testable import ProbityCEL

extension Law {
  /// What is known, and how answers depend on it.
  static let knowledge = [
    Law(name: "hiding more never makes or changes an answer", control: .guessesNo) {
      try monotone($0, &$1)
    },
    Law(name: "a failure stays one whatever else is learnt", control: .passesFaults) {
      try steadyFailure($0, &$1)
    },
    Law(name: "an answer is that of every completion", control: .guessesNo) {
      try Completions($0, &$1)?.unsound($0.condition.text, &$1)
    },
    Law(name: "a settled answer is exact where it says so", control: .splitsTooLittle) {
      try Completions($0, &$1)?.inexact($0.condition.text, &$1)
    },
    Law(name: "what was read suffices", control: .readsNothing) { try sufficient($0, &$1) },
    Law(name: "an open answer waits for facts that are unknown", control: .waitsForNothing) {
      try waiting($0, &$1)
    },
    Law(name: "a failure decides nothing that an unknown leaves open", control: .passesFaults) {
      try absorbed($0, &$1)
    },
    Law(name: "what the checker accepts has no value of a wrong type", control: .mistypes) {
      try fitting($0, &$1)
    },
  ]

  private static func monotone(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let text = setting.condition.text
    let full = try bench.answer(text, on: \.whole, in: bench.whole.scene.view(of: setting.world))
    let more = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    let less = bench.part.scene.view(
      of: setting.world,
      hiding: setting.hidden.union(setting.alsoHidden)
    )
    let masked = try bench.answer(text, on: \.part, in: more)
    if masked.truth.isDefinite, masked.truth != full.truth {
      return "\(masked.truth) with some hidden, \(told(full)) in full"
    }
    let fewest = try bench.answer(text, on: \.part, in: less)
    if fewest.truth.isDefinite, fewest.truth != masked.truth {
      return "\(fewest.truth) with more hidden, \(told(masked)) with less"
    }
    return nil
  }

  /// An error beside an unknown is either absorbed or there for good.
  private static func steadyFailure(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let text = setting.condition.text
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    let masked = try bench.answer(text, on: \.part, in: view)
    let full = try bench.answer(text, on: \.whole, in: bench.whole.scene.view(of: setting.world))
    if full.truth.isDefinite, !masked.faults.isEmpty {
      return "\(told(masked)) with some hidden, \(full.truth) in full"
    }
    let raw = try bench.program(text)
    let known = bench.whole.evaluator.truth(of: raw, in: bench.whole.scene.view(of: setting.world))
    if !known.faults.isEmpty, full.truth.isDefinite || masked.truth.isDefinite {
      return "a failure in full, yet \(full.truth), and \(masked.truth) with some hidden"
    }
    return nil
  }

  private static func sufficient(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let text = setting.condition.text
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    bench.part.evaluator.resetReads()
    let answer = try bench.answer(text, on: \.part, in: view)
    var bare = view
    for index in 0..<bench.part.scene.tree.factCount where !bench.reads.contains(FactID(index)) {
      bare.hidden.insert(FactID(index))
    }
    let rest = try bench.answer(text, on: \.part, in: bare)
    return rest.truth == answer.truth ? nil : "\(told(answer)), \(told(rest)) from what it read"
  }

  private static func waiting(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let text = setting.condition.text
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    let answer = try bench.answer(text, on: \.part, in: view)
    if let known = answer.waitsFor.facts.first(where: { view.state(of: $0) != .unknown }) {
      return "waits for a fact that is known: \(bench.part.scene.paths(of: FactSet([known])))"
    }
    if answer.truth.isDefinite || !answer.faults.isEmpty {
      return answer.waitsFor.isEmpty ? nil : "waits for facts though it is \(told(answer))"
    }
    // Dates that overlap are open for good; a text may hide that it is of a date.
    let isImprecise = text.contains("date") || text.contains("since")
    if answer.waitsFor.isEmpty, !isImprecise { return "open without a fact to wait for" }
    var revealed = view
    revealed.hidden = view.hidden.intersection(bench.part.scene.presupposed(by: answer.waitsFor))
    let settled = try bench.answer(text, on: \.part, in: revealed)
    guard settled.truth.isDefinite else { return nil }
    return "\(settled.truth) without any of \(bench.part.scene.paths(of: answer.waitsFor))"
  }

  /// A condition within fails; where that leaves an answer, an unknown in its place does too.
  private static func absorbed(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    var random = SeededGenerator(seed: setting.salt)
    let place = Int.random(in: 0..<max(1, setting.condition.conditions), using: &random)
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden.union([unanswered]))
    func answer(_ text: String) throws -> Evaluation {
      let changed = setting.condition.replacing(condition: place, by: text).text
      return try bench.answer(changed, on: \.part, in: view)
    }
    let failing = try answer("(1 / 0 == 1)")
    guard failing.truth.isDefinite else { return nil }
    for other in ["(other.listed)", "(true)", "(false)"] {
      let open = try answer(other)
      if open.truth != failing.truth {
        let text = setting.condition.replacing(condition: place, by: other).text
        return "\(failing.truth) with a failure, \(told(open)) as \(text)"
      }
    }
    return nil
  }

  private static func fitting(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    // As if the checker had taken a number for a condition.
    let text = (bench.planted == .mistypes ? "dyn(1) && " : "") + setting.condition.text
    let views: [(WritableKeyPath<Bench, Bench.Stage>, FactView)] = [
      (\Bench.whole, bench.whole.scene.view(of: setting.world)),
      (\Bench.part, bench.part.scene.view(of: setting.world, hiding: setting.hidden)),
    ]
    for (stage, view) in views {
      let answer = try bench.answer(text, on: stage, in: view)
      if let fault = answer.faults.first(where: \.isMistyped) { return fault.message }
    }
    return nil
  }

  private static let unanswered = Scene.places.firstIndex { $0.path == "other.listed" } ?? 0
}

/// An answer in a few words.
func told(_ answer: Evaluation) -> String {
  answer.faults.first.map { "an error (\($0.message))" } ?? "\(answer.truth)"
}

extension Scene {
  /// Some facts with the existences above them and all that lies below existences among them: that
  /// a record is not there settles its fields too, and a known field that its record is there.
  func presupposed(by waiting: FactSet) -> FactSet {
    var waits = places(of: waiting)
    for place in Self.places.indices {
      guard let below = Self.places[place].below else { continue }
      if waits.contains(place) {
        waits.formUnion(below)
      } else if waits.contains(where: below.contains) {
        waits.insert(place)
      }
    }
    return FactSet(waits.compactMap { facts[$0] })
  }

  func paths(of facts: FactSet) -> [String] {
    places(of: facts).sorted().map { Self.places[$0].path }
  }
}
