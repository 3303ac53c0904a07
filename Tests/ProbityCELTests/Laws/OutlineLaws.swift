import ProbityTestSupport

@testable import ProbityCEL

extension Law {
  /// That a condition may be taken apart: what its parts come to is what the whole comes to.
  static let outlines = [
    Law(name: "a condition taken apart answers as the whole", control: .partsOtherwise) {
      try takenApart($0, &$1)
    },
    Law(name: "a part looks at no other facts than it says", control: .partsLookAtLess) {
      try sufficient($0, &$1)
    },
  ]

  private static func takenApart(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    guard let found = try outlined(setting, &bench) else { return nil }
    let outline = found.0
    var fold = found.1
    var evaluator = bench.part.evaluator
    evaluator.isWithoutPlanes = true
    let whole = evaluator.truth(of: fold.program, in: fold.view).truth
    var parts = fold.truth(of: outline)
    if bench.planted == .partsOtherwise, fold.count > 1 { parts = !parts }
    return parts == whole ? nil : "\(parts) from \(fold.count) parts, \(whole) as a whole"
  }

  private static func sufficient(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    guard let found = try outlined(setting, &bench) else { return nil }
    let outline = found.0
    var fold = found.1
    let (tree, view) = (bench.part.scene.tree, fold.view)
    _ = fold.truth(of: outline)
    for (part, truth) in fold.answers where truth.isDefinite {
      let facts = bench.planted == .partsLookAtLess ? FactSet() : part.facts
      // What lies below a record may show that it is there.
      let below = facts.facts.filter { tree.kind(of: $0) == .existence }
        .flatMap { tree.factsBelow($0).map { FactID($0) } }
      let kept = facts.union(FactSet(below))
      var bare = view
      for index in 0..<view.factCount where !kept.contains(FactID(index)) {
        if tree.kind(of: FactID(index)) != .existence { bare[FactID(index)] = .unknown }
      }
      let again = fold.answer(of: part, in: bare)
      if again != truth { return "\(truth), but \(again) without what it does not look at" }
    }
    return nil
  }

  /// The condition taken apart, in a world of which some facts are not known; nil if it can't be.
  private static func outlined(
    _ setting: Setting,
    _ bench: inout Bench
  ) throws -> (Outline, Fold)? {
    let program = try bench.program(setting.condition.text)
    let scene = bench.part.scene
    let view = scene.view(of: setting.world, forgetting: setting.hidden)
    var planes = PlaneEvaluator(tree: scene.tree, bindings: scene.bindings)
    guard let outline = planes.outline(of: program, in: view) else { return nil }
    return (outline, Fold(program: program, view: view, planes: planes))
  }

  /// Puts the answers of parts together.
  private struct Fold {
    let program: Program
    let view: FactView
    var planes: PlaneEvaluator
    var answers: [(part: Outline.Part, truth: Truth)] = []

    var count: Int { answers.count }

    mutating func answer(of part: Outline.Part, in view: FactView) -> Truth {
      let masks = MaskPlanes(laneCount: 1, factCount: view.factCount)
      return planes.answers(of: part, of: program, in: view, hiding: masks).planes
        .truth(ofLane: 0)
    }

    mutating func truth(of outline: Outline) -> Truth {
      switch outline {
      case .part(let part):
        let truth = answer(of: part, in: view)
        answers.append((part, truth))
        return truth
      case .existence(let fact):
        return view[fact] == .unknown ? .unknown : Truth(view[fact] == .known(.bool(true)))
      case .value(let fact):
        return view[fact] == .unknown ? .unknown : Truth(view[fact] != .absent)
      case .closure(let fact): return view[fact] == .known(.bool(true)) ? .yes : .unknown
      case .settled(let isTrue): return Truth(isTrue)
      case .not(let inner): return !truth(of: inner)
      case .all(let parts): return parts.reduce(.yes) { $0 && truth(of: $1) }
      case .any(let parts): return parts.reduce(.no) { $0 || truth(of: $1) }
      case .either(let met, let missed):
        let (isMet, isMissed) = (truth(of: met), truth(of: missed))
        return isMet == .yes ? .yes : isMissed == .yes ? .no : .unknown
      }
    }
  }
}

extension Scene {
  /// A world of which some facts are not known, rather than known and hidden.
  fileprivate func view(
    of world: [FactView.State],
    forgetting hidden: Set<Int>
  ) -> FactView {
    var view = view(of: world, hiding: hidden)
    let forgotten = view.hidden
    view.hidden = FactSet()
    for fact in forgotten.facts { view[fact] = .unknown }
    return view
  }
}
