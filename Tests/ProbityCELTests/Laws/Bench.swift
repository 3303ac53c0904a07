import ProbityTestSupport
import ProbityText

@testable import ProbityCEL

/// A wrong evaluator or a mutated oracle, planted to see that a law notices.
enum Planted: Sendable, CaseIterable {
  case guessesNo, passesFaults, readsNothing, waitsForNothing, dependsOnText, dependsOnPlaces
  case splitsTooLittle, mistypes, printsOtherwise, valuesOtherwise, lanesOtherwise
  case partsOtherwise, partsLookAtLess
}

/// Evaluates conditions over the scenes, in the way that a law is tried: right, or wrong as planted.
struct Bench {
  /// A scene with its evaluator.
  struct Stage {
    let scene: Scene
    var evaluator: Evaluator

    init(_ scene: Scene) {
      self.scene = scene
      evaluator = Evaluator(tree: scene.tree, bindings: scene.bindings)
    }
  }

  let planted: Planted?
  var part = Stage(Scene(isWhole: false))
  var whole = Stage(Scene(isWhole: true))
  var facts = (1...8).map { Stage(Scene(isWhole: false, layout: .facts(seed: $0))) }
  var elements = (1...8).map { Stage(Scene(isWhole: false, layout: .elements(seed: $0))) }
  private var programs: [String: Program] = [:]

  init(defect: Machine.Defect? = nil, planted: Planted? = nil) {
    self.planted = planted
    part.evaluator.defect = defect
    whole.evaluator.defect = defect
  }

  /// The program of a text, the last of which are kept.
  mutating func program(_ text: String) throws -> Program {
    if let program = programs[text] { return program }
    var found = DiagnosticList()
    let program = Program.compile(
      EmbeddedText(SourceText(name: "law.cel", text)),
      expecting: .bool,
      in: .company,
      diagnostics: &found
    )
    guard let program else { throw Refusal(text: text, lines: found.sorted.map(\.message)) }
    if programs.count > 32 { programs = [:] }
    programs[text] = program
    return program
  }

  mutating func answer(
    _ text: String,
    on stage: WritableKeyPath<Bench, Stage>,
    in view: FactView
  ) throws -> Evaluation {
    let program = try program(text)
    let found = self[keyPath: stage].evaluator.truth(of: program, in: view)
    return spoilt(found, text, isPlain: stage == \.part || stage == \.whole)
  }

  private func spoilt(_ found: Evaluation, _ text: String, isPlain: Bool) -> Evaluation {
    switch planted {
    case .guessesNo where found.truth == .unknown && found.faults.isEmpty: Evaluation(truth: .no)
    case .passesFaults where !found.faults.isEmpty: Evaluation(truth: .yes)
    case .waitsForNothing: Evaluation(truth: found.truth, faults: found.faults)
    case .dependsOnText where text.utf8.first(where: { $0 > 96 }) ?? 0 > 110:
      Evaluation(truth: !found.truth, waitsFor: found.waitsFor, faults: found.faults)
    case .dependsOnPlaces where !isPlain:
      Evaluation(truth: !found.truth, waitsFor: found.waitsFor, faults: found.faults)
    default: found
    }
  }

  /// What has been read of the scene with open lists since `resetReads()`.
  var reads: FactSet { planted == .readsNothing ? FactSet() : part.evaluator.reads }
}

/// A text that the generator must not have made.
struct Refusal: Error {
  let text: String
  let lines: [String]
}
