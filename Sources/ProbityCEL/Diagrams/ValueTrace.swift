package import ProbityText

/// What each part of an expression came to in one evaluation, with where it stands in the text.
///
/// Made by an evaluation of its own, part by part, so that evaluations that decide cost nothing
/// more. Parts that the evaluation did not need, and literals, are left out.
package struct ValueTrace: Sendable {
  /// A name that a macro gave a value to.
  package struct Variable: Sendable {
    package var name: String
    package var value: Value
    package var type: CELType
  }

  /// One part of the expression.
  package struct Part: Sendable {
    /// Where it stands: UTF-8 offsets in the text.
    package var range: Range<Int>
    /// What its value is written under: an operator's sign, a field's or function's name.
    package var anchor: Range<Int>
    package var value: Value
    package var type: CELType
    /// What the macros around it had bound, the outermost first.
    package var variables: [Variable]
    /// Whether it is the whole expression.
    package var isWhole: Bool
  }

  package let text: EmbeddedText

  /// The parts, each behind those that it is made of; the whole comes last.
  package private(set) var parts: [Part]

  /// Whether the expression had more parts than are traced.
  package let isCut: Bool

  /// Parts that are traced of one expression, at most.
  package static let limit = 500

  /// Evaluates the parts of an expression; nil if it does not compile in the environment.
  ///
  /// - Complexity: each part is evaluated anew, within the limits of one evaluation.
  package static func of(
    _ text: EmbeddedText,
    in environment: Environment,
    tree: FactTree,
    bindings: [Value],
    view: FactView
  ) -> ValueTrace? {
    var parser = Parser(text)
    let syntax = parser.parse()
    guard parser.diagnostics.isFreeOfErrors else { return nil }
    var checker = Checker(syntax, text, environment, isStrict: true)
    checker.check(syntax.root)
    guard checker.diagnostics.isFreeOfErrors else { return nil }
    var tracer = ValueTracer(checker, tree: tree, bindings: bindings, view: view)
    _ = tracer.trace(syntax.root)
    return ValueTrace(text: text, parts: tracer.parts, isCut: tracer.isFull)
  }

  /// The whole expression's part.
  package var whole: Part? { parts.last { $0.isWhole } }

  /// The same trace where the whole is known to come to something else than its parts alone say.
  package func settling(_ value: Value) -> ValueTrace {
    var settled = self
    for index in parts.indices where parts[index].isWhole { settled.parts[index].value = value }
    return settled
  }
}
