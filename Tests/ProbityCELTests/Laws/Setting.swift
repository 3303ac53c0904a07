import ProbityTestSupport

@testable import ProbityCEL

/// A condition, a world and what is hidden of it: one case for a law.
struct Setting: Sendable {
  var condition: Phrase
  /// One definite state a place of `Scene`.
  var world: [FactView.State]
  var hidden: Set<Int>
  /// Hidden as well where a law compares more with less.
  var alsoHidden: Set<Int>
  /// For what a law itself draws by lot.
  var salt: UInt64

  static func world(_ random: inout SeededGenerator) -> [FactView.State] {
    var world = Scene.places.map { $0.domain.randomElement(using: &random) ?? .unknown }
    for place in Scene.places.indices where Scene.places[place].isFurther {
      // Half of the lists are whole as they stand.
      if Bool.random(using: &random) { close(place, &world) }
    }
    for place in Scene.places.indices where world[place] == .known(.bool(false)) {
      for below in Scene.places[place].below ?? 0..<0 {
        world[below] = Scene.places[below].further == nil ? .absent : .unknown
      }
    }
    return world
  }

  private static func close(_ further: Int, _ world: inout [FactView.State]) {
    if Scene.places[further].below != nil {
      world[further] = .known(.bool(false))
    } else if Scene.places[further].path.contains(".tags.") {
      world[further] = .absent
    }
  }

  static func hiding(_ random: inout SeededGenerator) -> Set<Int> {
    let share = Int.random(in: 0...4, using: &random)
    return Set(Scene.places.indices.filter { _ in Int.random(in: 0..<5, using: &random) < share })
  }

  /// The setting as lines that a test can be made of.
  var description: String {
    let known = Scene.places.indices.compactMap { place -> String? in
      guard !hidden.contains(place) else { return nil }
      let also = alsoHidden.contains(place) ? " (later hidden)" : ""
      return "\(Scene.places[place].path)\(also): \(world[place])"
    }
    return
      "expression: \(condition.text)\n  known: \(known.joined(separator: "\n    "))\n  salt: \(salt)"
  }

  /// Settings with less in them, to look for the smallest one that breaks a law.
  var smaller: [Setting] {
    let conditions = condition.smaller.map { condition in
      var copy = self
      copy.condition = condition
      return copy
    }
    let everything = Set(Scene.places.indices)
    var masks: [Setting] = []
    for chunk in [everything] + Scene.places.indices.map({ [$0] }) where !chunk.isSubset(of: hidden)
    {
      var copy = self
      copy.hidden.formUnion(chunk)
      masks.append(copy)
    }
    for place in alsoHidden {
      var copy = self
      copy.alsoHidden.remove(place)
      masks.append(copy)
    }
    return conditions + masks
  }
}
