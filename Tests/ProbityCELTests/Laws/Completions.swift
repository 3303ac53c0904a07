import ProbityTestSupport

@testable import ProbityCEL

/// A view with a few unknown facts that matter, and every world that it may be of.
struct Completions {
  private let world: [FactView.State]
  private let unknown: Set<Int>
  private let read: Set<Int>
  /// The states of each of these places that are to be tried together with all others'.
  private let choices: [(place: Int, states: [FactView.State])]
  private let domains: [[FactView.State]]
  private let salt: UInt64
  private static let most = 600

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
    // Whether a field has a value may be asked only of one that need not have any.
    let asksWhetherAny = ["has(", ".?", "[?"].contains(where: setting.condition.text.contains)
    let allowsNone = asksWhetherAny || Bool.random(using: &random)
    salt = random.next()
    // A value that nothing is compared with, and those that something is.
    bench.part.evaluator.comparands = []
    read = reads(hiding: hidden)
    var comparands = bench.part.evaluator.comparands ?? []
    // Days are compared with that are years away from others.
    if ["plus", "minus"].contains(where: setting.condition.text.contains) {
      comparands += [.int(-1_000), .int(1_000)]
    }
    bench.part.evaluator.comparands = nil
    domains = Scene.places.indices.map { place in
      Self.domain(of: place, comparedWith: comparands, allowsNone: allowsNone)
    }
    let open = scene.facts.indices.filter { scene.isOpen($0, in: setting.world) }
    var choices: [(Int, [FactView.State])] = []
    for place in hidden.union(open).sorted() {
      if let further = Scene.places[place].further {
        choices.append((further, domains[further]))
      } else if let below = Scene.places[place].below {
        let isImplied = below.contains { inner in
          guard !hidden.contains(inner), case .known = setting.world[inner] else { return false }
          return scene.facts[inner].map { scene.tree.kind(of: $0) == .value } ?? false
        }
        choices.append((place, isImplied ? [.known(.bool(true))] : domains[place]))
      } else {
        choices.append((place, domains[place]))
      }
    }
    // Only lists that may matter are filled up: those read, here or with more unknown.
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

  /// All states that a fact may have; what is left out of an endless type makes no difference.
  ///
  /// An element of a list may always be none, which is to say that it is not there.
  private static func domain(
    of place: Int,
    comparedWith comparands: [Value],
    allowsNone: Bool
  ) -> [FactView.State] {
    let place = Scene.places[place]
    var values = place.domain.compactMap { state -> Value? in
      if case .known(let value) = state { return value }
      return nil
    }
    let isNone = place.domain.contains(.absent) && (allowsNone || place.path.contains(".tags."))
    let isCode = place.path.hasSuffix(".mode")
    switch values.first {
    case .string where !isCode:
      values += [.string("zz"), .string("")] + comparands.filter(\.isText)
    case .int, .date: values += comparands.flatMap(\.neighbours).filter { $0.isLike(values[0]) }
    default: break
    }
    var states: [FactView.State] = []
    for value in values where !states.contains(.known(value)) { states.append(.known(value)) }
    return states + (isNone ? [.absent] : [])
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

  /// Whether some other further elements of open lists give another answer.
  ///
  /// A scene has but one further element a list, so that it cannot show how many there may be.
  private func hasOther(than truth: Truth, _ text: String, _ bench: inout Bench) throws -> Bool {
    let further = choices.map(\.place).filter { Scene.places[$0].isFurther }
    if further.isEmpty { return false }
    if text.contains("size(") { return true }
    var random = SeededGenerator(seed: salt)
    for _ in 0..<400 {
      var completed = world
      for (place, states) in choices {
        completed[place] = states.randomElement(using: &random) ?? completed[place]
      }
      for place in further.flatMap({ Array(Scene.places[$0].below ?? 0..<0) }) {
        completed[place] = domains[place].randomElement(using: &random) ?? completed[place]
      }
      empty(&completed)
      let answer = try bench.answer(text, on: \.whole, in: bench.whole.scene.view(of: completed))
      if answer.truth != truth { return true }
    }
    return false
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
    let splits = bench.planted != .splitsTooLittle
    let settled = settledTruth(
      view: view,
      candidates: splits ? scene.facts(evaluator.rereads, notOf: program.coherent) : FactSet(),
      isApproximate: splits && evaluator.isApproximate,
      domains: { fact in
        guard let place = scene.facts.firstIndex(of: fact), scene.tree.kind(of: fact) == .value,
          Scene.places[place].isFinite, !scene.mayLackRecord(of: fact, in: view)
        else { return nil }
        return domains[place].map { state in
          if case .known(let value) = state { return value }
          return .null
        }
      },
      evaluate: { evaluator.truth(of: program, in: $0) }
    )
    guard settled.isExact || settled.evaluation.truth.isDefinite else { return nil }
    let (truth, _) = try common(text, &bench)
    if truth == settled.evaluation.truth { return nil }
    if settled.evaluation.truth == .unknown, try hasOther(than: truth, text, &bench) { return nil }
    return "settled as \(settled.evaluation.truth), completions give \(truth), \(told)"
  }
}

extension Scene {
  /// Those of some facts that are of none of some sorts.
  fileprivate func facts(_ set: FactSet, notOf roles: Set<FieldRole>) -> FactSet {
    FactSet(
      set.facts.filter { fact in
        guard let place = facts.firstIndex(of: fact), let field = Self.places[place].field else {
          return true
        }
        return !roles.contains(FieldRole(field: field, kind: tree.kind(of: fact)))
      }
    )
  }

  /// Whether a fact is of a record behind a field that may not be there.
  fileprivate func mayLackRecord(of fact: FactID, in view: FactView) -> Bool {
    tree.existences(above: fact).contains { existence in
      let place = facts.firstIndex(of: existence) ?? 0
      return Self.places[place].path.hasSuffix(".parent")
        && view.existence(existence, in: tree) != .yes
    }
  }
}

extension Scene.Place {
  /// The field of the record that it belongs to; of an element that of its list.
  fileprivate var field: FieldName? {
    var names = path.split(separator: ".").map(String.init)
    if let last = names.last, Int(last) != nil { names.removeLast() }
    guard let name = names.popLast() else { return nil }
    if let last = names.last, Int(last) != nil { names.removeLast() }
    let isVendor = names.count == 1
    return FieldName(record: isVendor ? "vendor" : "product", field: name)
  }

  /// Whether its field has few values, and no others than those of its domain.
  fileprivate var isFinite: Bool {
    switch domain.first {
    case .known(.bool): true
    case .known(.string): path.hasSuffix(".mode")
    default: false
    }
  }
}

extension Value {
  fileprivate var isText: Bool {
    if case .string = self { return true }
    return false
  }

  fileprivate func isLike(_ other: Value) -> Bool {
    switch (self, other) {
    case (.int, .int), (.date, .date): true
    default: false
    }
  }

  /// The value with those right before and after it.
  fileprivate var neighbours: [Value] {
    switch self {
    case .int(let number) where number.magnitude < 1 << 62:
      [.int(number - 1), self, .int(number + 1)]
    case .date(let date):
      [date.adding(days: -1), date, date.adding(days: 1)].compactMap { $0 }
        .map(Value.date)
    default: []
    }
  }
}
