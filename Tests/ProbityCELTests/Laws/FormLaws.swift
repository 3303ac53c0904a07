import ProbityTestSupport
import ProbityText

@testable import ProbityCEL

extension Law {
  /// How a condition is written and how facts are laid out, and that neither matters.
  static let forms = [
    Law(name: "the order of operands and entries does not matter", control: .dependsOnText) {
      try orderly($0, &$1)
    },
    Law(name: "where facts lie in the tree does not matter", control: .dependsOnPlaces) {
      try laidOut($0, \.facts, &$1)
    },
    Law(name: "the order of list elements does not matter", control: .dependsOnPlaces) {
      $0.condition.dependsOnOrder ? nil : try laidOut($0, \.elements, &$1)
    },
    Law(name: "a printed condition reads as the same tree", control: .printsOtherwise) {
      try printed($0, &$1)
    },
    Law(name: "value, truth and planes agree", control: .valuesOtherwise) {
      try agreeing($0, &$1)
    },
    Law(name: "each lane of the planes answers for its mask", control: .lanesOtherwise) {
      try inLanes($0, &$1)
    },
  ]

  /// Two ways of writing the same, with two conditions and the places of both.
  private static let pairs: [(String, String)] = [
    ("(A && B)", "(B && A)"), ("(A || B)", "(B || A)"), ("(A == B)", "(B == A)"),
    ("(A != B)", "(B != A)"), ("(A && B && A)", "(B && A)"), ("(A || B || A)", "(B || A)"),
    ("(true in [A, B])", "(true in [B, A])"), ("(A ? B : false)", "(!(A) ? false : B)"),
    ("[A, B].exists(x, x)", "[B, A].exists(x, x)"), ("[A, B].all(x, x)", "[B, A].all(x, x)"),
    ("[A, B].exists_one(x, x)", "[B, A].exists_one(x, x)"),
    ("(size([A, B].filter(x, x)) > 0)", "(size([B, A].filter(x, x)) > 0)"),
    (
      "({'a': A, 'b': B} == {'a': true, 'b': false})",
      "({'b': B, 'a': A} == {'b': false, 'a': true})"
    ),
    ("{'a': A, 'b': B}.exists(k, v, v)", "{'b': B, 'a': A}.exists(k, v, v)"),
    ("{'a': A, 'b': B}.all(k, v, v || k == 'a')", "{'b': B, 'a': A}.all(k, v, k == 'a' || v)"),
    ("{'a': A, 'b': B}.transformMap(k, v, !v).b", "{'b': B, 'a': A}.transformMap(k, v, !v).b"),
    ("sets.contains([A, B], [true])", "sets.contains([B, A], [true])"),
    ("sets.intersects([A, B], [true])", "sets.intersects([true], [B, A])"),
    ("sets.equivalent([A, B], [true, false])", "sets.equivalent([false, true], [B, A])"),
    ("!(A && B)", "(!(A) || !(B))"), ("(A != B)", "!(A == B)"),
  ]

  private static func orderly(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    var random = SeededGenerator(seed: setting.salt)
    var maker = PhraseMaker(seed: random.next())
    let other = maker.condition(depth: 2).text
    guard let pair = pairs.randomElement(using: &random) else { return nil }
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    func answer(_ template: String) throws -> (String, Evaluation) {
      let parts = ["A": setting.condition.text, "B": other]
      let text = template.reduce(into: "") { $0 += parts[String($1)] ?? String($1) }
      return (text, try bench.answer(text, on: \.part, in: view))
    }
    let (left, right) = (try answer(pair.0), try answer(pair.1))
    // Which of several failures is told may differ; that there is one may not.
    if left.1.truth == right.1.truth, left.1.waitsFor == right.1.waitsFor,
      left.1.faults.isEmpty == right.1.faults.isEmpty
    {
      return nil
    }
    let waits = [left.1, right.1].map { bench.part.scene.paths(of: $0.waitsFor) }
    return """
      \(told(left.1)) waiting for \(waits[0]) is \(left.0)
        \(told(right.1)) waiting for \(waits[1]) is \(right.0)
      """
  }

  private static func laidOut(
    _ setting: Setting,
    _ stages: WritableKeyPath<Bench, [Bench.Stage]>,
    _ bench: inout Bench
  ) throws -> String? {
    let number = Int(setting.salt % 8)
    let stage = stages.appending(path: \.[number])
    let text = setting.condition.text
    let plainScene = bench.part.scene
    let otherScene = bench[keyPath: stage].scene
    let plain = try bench.answer(
      text,
      on: \.part,
      in: plainScene.view(of: setting.world, hiding: setting.hidden)
    )
    let other = try bench.answer(
      text,
      on: stage,
      in: otherScene.view(of: setting.world, hiding: setting.hidden)
    )
    let waits = (plainScene.paths(of: plain.waitsFor), otherScene.paths(of: other.waitsFor))
    if plain.truth == other.truth, waits.0 == waits.1, plain.faults.isEmpty == other.faults.isEmpty
    {
      return nil
    }
    return "\(told(plain)) waiting for \(waits.0), \(told(other)) waiting for \(waits.1) in "
      + "layout \(number)"
  }

  private static func printed(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let tree = parsed(setting.condition.text).syntax
    var text = Printer(tree).text
    if bench.planted == .printsOtherwise { text = text.filter { $0 != "!" } }
    if shape(parsed(text).syntax) != shape(tree) { return "printed as \(text)" }
    let again = Printer(parsed(text).syntax).text
    return again == text ? nil : "printed as \(text), then as \(again)"
  }

  private static func agreeing(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let text = setting.condition.text
    let program = try bench.program(text)
    let view = bench.part.scene.view(of: setting.world, hiding: setting.hidden)
    var evaluator = bench.part.evaluator
    let answer = evaluator.truth(of: program, in: view)
    evaluator.isWithoutPlanes = true
    let plain = evaluator.truth(of: program, in: view)
    if plain != answer { return "\(told(answer)) on planes, \(told(plain)) without" }
    var value = evaluator.value(of: program, in: view)
    if bench.planted == .valuesOtherwise, case .bool(let bool) = value { value = .bool(!bool) }
    let isSame =
      switch value {
      case .bool(let bool): answer.truth == Truth(bool)
      case .unknown(let facts):
        answer.truth == .unknown && answer.faults.isEmpty && answer.waitsFor == facts
      case .error: !answer.faults.isEmpty
      default: false
      }
    return isSame ? nil : "\(told(answer)) as a condition, \(value) as a value"
  }

  private static func inLanes(_ setting: Setting, _ bench: inout Bench) throws -> String? {
    let program = try bench.program(setting.condition.text)
    var random = SeededGenerator(seed: setting.salt)
    let stage = bench.part
    let view = stage.scene.view(of: setting.world)
    let masks = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      stage.scene.view(of: setting.world, hiding: Setting.hiding(&random)).hidden
    }
    var planes = PlaneEvaluator(tree: stage.scene.tree, bindings: stage.scene.bindings)
    let answers = planes.answers(
      of: program,
      in: view,
      hiding: MaskPlanes(masks, factCount: stage.scene.tree.factCount)
    )
    var evaluator = stage.evaluator
    evaluator.isWithoutPlanes = true
    for (lane, mask) in masks.enumerated() {
      var masked = view
      masked.hidden = mask
      let plain = evaluator.truth(of: program, in: masked)
      let found = answers.truth(ofLane: lane)
      if plain.truth != (bench.planted == .lanesOtherwise ? !found : found) {
        return "\(found) in lane \(lane) of \(masks.count), \(told(plain)) by itself, hiding "
          + "\(stage.scene.paths(of: mask))"
      }
    }
    return nil
  }
}
