import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

/// What holds of the values that are shown under the parts of a condition, in generated worlds.
@Suite struct TraceLaws {
  private static let seed: UInt64 = 20_261_125

  private struct Case {
    var condition: String
    var view: FactView
    /// The same with more hidden, for the control.
    var blind: FactView
  }

  private static func cases(_ count: Int, _ scene: Scene) -> [Case] {
    var maker = PhraseMaker(seed: seed)
    return (0..<count).map { number in
      let condition = maker.condition(depth: number % 5)
      let world = Setting.world(&maker.random)
      let hidden = Setting.hiding(&maker.random)
      return Case(
        condition: condition.text,
        view: scene.view(of: world, hiding: hidden),
        blind: scene.view(of: world, hiding: Set(Scene.places.indices))
      )
    }
  }

  private static func trace(_ text: String, _ scene: Scene, _ view: FactView) -> ValueTrace? {
    ValueTrace.of(
      EmbeddedText(SourceText(name: "law.cel", text)),
      in: .company,
      tree: scene.tree,
      bindings: scene.bindings,
      view: view
    )
  }

  /// What a part comes to by itself, where the same variables mean the same.
  private static func alone(
    _ part: ValueTrace.Part,
    of text: String,
    _ scene: Scene,
    _ view: FactView
  ) throws -> Value {
    var environment = Environment.company
    var bindings = scene.bindings
    for variable in part.variables {
      environment.declare(variable.name, variable.type)
      bindings.append(variable.value)
    }
    let source = String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
    var found = DiagnosticList()
    let program = Program.compile(
      EmbeddedText(SourceText(name: "part.cel", source)),
      expecting: .dyn,
      in: environment,
      diagnostics: &found
    )
    var evaluator = Evaluator(tree: scene.tree, bindings: bindings)
    return evaluator.value(
      of: try #require(program, "\(source): \(found.sorted.map(\.message))"),
      in: view
    )
  }

  /// Whether two values are told alike, and wait for the same; faults may stand elsewhere.
  private static func isSame(_ left: Value, _ right: Value, _ scene: Scene, _ view: FactView)
    -> Bool
  {
    let pages = [left, right].map { value in
      ValuePrinter.page(
        of: value,
        type: .dyn,
        tree: scene.tree,
        view: view,
        catalog: Environment.company.catalog
      )
    }
    return pages[0] == pages[1]
  }

  @Test func `the whole comes to what the evaluator says`() throws {
    let scene = Scene(isWhole: false)
    var evaluator = Evaluator(tree: scene.tree, bindings: scene.bindings)
    for example in Self.cases(1200, scene) {
      let trace = try #require(Self.trace(example.condition, scene, example.view))
      let whole = try #require(trace.whole, "\(example.condition)")
      var found = DiagnosticList()
      let program = try #require(
        Program.compile(trace.text, expecting: .bool, in: .company, diagnostics: &found)
      )
      let truth = evaluator.truth(of: program, in: example.view)
      switch whole.value {
      case .bool(let value): #expect(truth.truth == Truth(value), "\(example.condition)")
      case .unknown(let facts):
        #expect(truth == Evaluation(truth: .unknown, waitsFor: facts), "\(example.condition)")
      case .error: #expect(!truth.faults.isEmpty, "\(example.condition)")
      default: Issue.record("\(example.condition) is no condition, seed \(Self.seed)")
      }
    }
  }

  /// The first part that comes to something else by itself; and how many parts were looked at.
  private static func odd(
    _ count: Int,
    view: KeyPath<Case, FactView>
  ) throws -> (odd: String?, parts: Int, bound: Int) {
    let scene = Scene(isWhole: false)
    var (parts, bound) = (0, 0)
    for example in cases(count, scene) {
      guard let trace = trace(example.condition, scene, example.view) else { continue }
      for part in trace.parts {
        parts += 1
        bound += part.variables.isEmpty ? 0 : 1
        let value = try alone(part, of: example.condition, scene, example[keyPath: view])
        if !isSame(value, part.value, scene, example.view) {
          return (
            "\(example.condition) at \(part.range): \(part.value), not \(value)", parts, bound
          )
        }
      }
    }
    return (nil, parts, bound)
  }

  @Test func `each part comes to what it does by itself`() throws {
    let found = try Self.odd(600, view: \.view)
    #expect(found.odd == nil, "seed \(Self.seed)")
    #expect(found.parts > 2000, "\(found.parts)")
    #expect(found.bound > 100, "\(found.bound)")
  }

  @Test func `parts come to something else where less is known`() throws {
    #expect(try Self.odd(200, view: \.blind).odd != nil)
  }
}
