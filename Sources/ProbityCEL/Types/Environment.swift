package import ProbityText

/// The names that an expression may use, and the catalog that their types come from.
package struct Environment: Sendable {
  /// What a name stands for.
  package struct Declaration: Sendable {
    package enum Meaning: Sendable {
      /// A variable: its value stands at this place of an evaluator's bindings.
      case variable(slot: Int)
      case constant(Value)
    }

    package var type: CELType
    package var meaning: Meaning
    package var span: SourceSpan?
  }

  package let catalog: TypeCatalog

  /// The declarations by name; a name may be dotted.
  package private(set) var declarations: [String: Declaration] = [:]

  /// The dotted name within which relative names are looked up first; empty for none.
  package var container = ""

  /// Functions that can be checked but have no implementation, by name.
  private(set) var functions: [String: [Overload]] = [:]

  private var variableCount = 0

  package init(catalog: TypeCatalog) { self.catalog = catalog }

  /// Whether a variable can have this name, so that an expression can use it.
  package static func isName(_ text: String) -> Bool {
    let isWord = text.utf8.enumerated().allSatisfy { place, byte in
      isNameStart(byte) || (place > 0 && isDigit(byte))
    }
    return isWord && !text.isEmpty && !["true", "false", "null", "in"].contains(text)
      && !Token.reservedWords.contains(text)
  }

  /// Declares a variable in the next slot.
  package mutating func declare(
    _ name: String,
    _ type: CELType,
    at declaration: SourceSpan? = nil
  ) {
    let meaning = Declaration.Meaning.variable(slot: variableCount)
    declarations[name] = Declaration(type: type, meaning: meaning, span: declaration)
    variableCount += 1
  }

  /// Declares a signature of a function that expressions can be checked against, not evaluated.
  mutating func declareFunction(
    _ name: String,
    _ parameters: [CELType],
    _ result: CELType,
    isMember: Bool = false
  ) {
    functions[name, default: []].append(
      Overload(function: nil, isMember: isMember, parameters: parameters, result: result)
    )
  }

  /// Defines a constant; its name may be dotted, such as `sets.protected`.
  package mutating func define(
    _ name: String,
    _ type: CELType,
    _ value: Value,
    at declaration: SourceSpan? = nil
  ) {
    declarations[name] = Declaration(type: type, meaning: .constant(value), span: declaration)
  }
}
