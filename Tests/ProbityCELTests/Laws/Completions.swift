import ProbityTestSupport

@testable import ProbityCEL

/// A view with a few unknown facts that matter, and every world that it may be of.
struct Completions {
  private let world: [FactView.State]
  private let unknown: Set<Int>
  private let read: Set<Int>
  /// The states of each of these places that are to be tried together with all others'.
  private let choices: [(place: Int, states: [FactView.State])]
  private static let most = 300

  /// Nil where there would be too many to try.
  init?(_ setting: Setting, _ bench: inout Bench) throws {
    world = setting.world
    let scene = bench.part.scene
    var random = SeededGenerator(seed: setting.salt)
    let program = try bench.program(setting.condition.text)
    func reads(hiding hidden: Set<Int>) -> Set<Int> {
      bench.part.evaluator.resetReads()
      _ = bench.part.evaluator.truth(of: program, in: scene.view(of: setting.world, hiding: hidden))
      return scene.places(of: bench.part.evaluator.reads)
    }
    var hidden: Set<Int> = []
    for _ in 0..<3 {
      let known = reads(hiding: hidden).subtracting(hidden).sorted()
      if let place = known.randomElement(using: &random) { hidden.insert(place) }
    }
    let open = scene.facts.indices.filter { scene.isOpen($0, in: setting.world) }
    var choices: [(Int, [FactView.State])] = []
    for place in hidden.union(open).sorted() {
      if let further = Scene.places[place].further {
        choices.append((further, Scene.places[further].domain))
      } else if let below = Scene.places[place].below {
        let isImplied = below.contains { inner in
          guard !hidden.contains(inner), case .known = setting.world[inner] else { return false }
          return scene.facts[inner].map { scene.tree.kind(of: $0) == .value } ?? false
        }
        choices.append((place, isImplied ? [.known(.bool(true))] : Scene.places[place].domain))
      } else {
        choices.append((place, Scene.places[place].domain))
      }
    }
    // Only lists that may matter are filled up: those read, here or with more unknown.
    read = reads(hiding: hidden)
    choices = choices.filter { [read] place, _ in
      guard let closure = Scene.places.firstIndex(where: { $0.further == place }) else {
        return true
      }
      return read.contains(closure) || hidden.contains(closure)
    }
    guard choices.reduce(1, { $0 * $1.1.count }) <= Self.most else { return nil }
    self.choices = choices
    unknown = hidden
  }

  /// What every completion answers; unknown where they differ or one has no answer.
  private func common(_ text: String, _ bench: inout Bench) throws -> (Truth, [FactView.State]) {
    var common: Truth?
    let count = choices.reduce(1) { $0 * $1.states.count }
    var completed = world
    for number in 0..<count {
      var rest = number
      completed = world
      for (place, states) in choices {
        completed[place] = states[rest % states.count]
        rest /= states.count
      }
      empty(&completed)
      let answer = try bench.answer(text, on: \.whole, in: bench.whole.scene.view(of: completed))
      guard answer.truth.isDefinite, answer.truth == common ?? answer.truth else {
        return (.unknown, completed)
      }
      common = answer.truth
    }
    return (common ?? .unknown, completed)
  }

  /// Nothing is known below what is not there.
  private func empty(_ completed: inout [FactView.State]) {
    for place in completed.indices where completed[place] == .known(.bool(false)) {
      for below in Scene.places[place].below ?? 0..<0 {
        completed[below] = Scene.places[below].further == nil ? .absent : .unknown
      }
    }
  }

  private var told: String {
    let paths = unknown.sorted().map { Scene.places[$0].path }
    let known = read.subtracting(unknown).sorted().map { "\(Scene.places[$0].path): \(world[$0])" }
    return "with only these hidden: \(paths), where \(known)"
  }

  func unsound(_ text: String, _ bench: inout Bench) throws -> String? {
    let view = bench.part.scene.view(of: world, hiding: unknown)
    let answer = try bench.answer(text, on: \.part, in: view)
    guard answer.truth.isDefinite else { return nil }
    let (truth, completed) = try common(text, &bench)
    if truth == answer.truth { return nil }
    let differing = completed.indices.filter { completed[$0] != world[$0] }
    return "\(answer.truth) \(told), otherwise with "
      + "\(differing.map { "\(Scene.places[$0].path): \(completed[$0])" })"
  }

  func inexact(_ text: String, _ bench: inout Bench) throws -> String? {
    let scene = bench.part.scene
    let view = scene.view(of: world, hiding: unknown)
    let program = try bench.program(text)
    var evaluator = bench.part.evaluator
    evaluator.resetReads()
    _ = evaluator.truth(of: program, in: view)
    let splitsAll = bench.planted != .splitsTooLittle
    let settled = settledTruth(
      view: view,
      candidates: splitsAll ? evaluator.reads : FactSet(),
      domains: { fact in
        guard let place = scene.facts.firstIndex(of: fact), scene.tree.kind(of: fact) == .value
        else { return nil }
        return Scene.places[place].domain.map { state in
          if case .known(let value) = state { return value }
          return .null
        }
      },
      evaluate: { evaluator.truth(of: program, in: $0) }
    )
    guard settled.isExact || settled.evaluation.truth.isDefinite else { return nil }
    let (truth, _) = try common(text, &bench)
    if truth == settled.evaluation.truth { return nil }
    return "settled as \(settled.evaluation.truth), completions give \(truth), \(told)"
  }
}
