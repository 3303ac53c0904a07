package import ProbityCEL

/// Decides on vendors under 64 masks each: in one pass, or one evaluation after another.
package struct MaskedDecisions {
  private struct Subject {
    var planes: PlaneEvaluator
    var evaluator: Evaluator
    var view: FactView
    var masks: MaskPlanes
    var maskedViews: [FactView]
  }

  private let programs: [Program]
  private var subjects: [Subject]

  /// Masks that hide each fact with a chance of so many percent, always the same ones.
  package init(_ programs: [Program], on vendors: [BenchmarkVendor], hiding percent: Int) {
    self.programs = programs
    var generator = SeededGenerator(state: UInt64(percent))
    subjects = vendors.map { vendor in
      let facts = (0..<vendor.tree.factCount).map(FactID.init)
      let hidden = (0..<64).map { _ in
        FactSet(facts.filter { _ in Int.random(in: 0..<100, using: &generator) < percent })
      }
      let view = vendor.view(atLevel: 2)
      return Subject(
        planes: PlaneEvaluator(tree: vendor.tree, bindings: [.node(vendor.root)]),
        evaluator: vendor.evaluator(),
        view: view,
        masks: MaskPlanes(hidden, factCount: vendor.tree.factCount),
        maskedViews: hidden.map { mask in
          var masked = view
          masked.hidden = mask
          return masked
        }
      )
    }
  }

  /// Whether both ways give the same answers.
  package var agree: Bool {
    mutating get {
      for index in subjects.indices {
        for program in programs {
          let planes = answers(program, index)
          for (lane, view) in subjects[index].maskedViews.enumerated() {
            let truth = subjects[index].evaluator.truth(of: program, in: view).truth
            if planes.truth(ofLane: lane) != truth { return false }
          }
        }
      }
      return true
    }
  }

  /// The number of definite answers.
  package mutating func passOnPlanes() -> Int {
    var definite = 0
    for index in subjects.indices {
      for program in programs {
        let planes = answers(program, index)
        definite += (planes.yes | planes.no).nonzeroBitCount
      }
    }
    return definite
  }

  /// The number of definite answers.
  package mutating func passOneByOne() -> Int {
    var definite = 0
    for index in subjects.indices {
      for program in programs {
        for view in subjects[index].maskedViews {
          let answer = subjects[index].evaluator.truth(of: program, in: view)
          if answer.truth.isDefinite { definite += 1 }
        }
      }
    }
    return definite
  }

  private mutating func answers(_ program: Program, _ index: Int) -> Planes {
    let subject = subjects[index]
    return subjects[index].planes.answers(of: program, in: subject.view, hiding: subject.masks)
  }
}

/// Numbers that are the same in each run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
