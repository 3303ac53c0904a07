package import ProbityText

/// The name of a field of a record type.
package struct FieldName: Sendable, Hashable {
  package var record: String
  package var field: String

  package init(record: String, field: String) {
    self.record = record
    self.field = field
  }
}

/// A checked expression in the form that is evaluated.
///
/// A class, so that whoever keeps one keeps a single reference.
package final class Program: Sendable {
  /// The code as `PlaneMachine` reads it; lives as long as the program.
  ///
  /// It comes first, since nothing else of a program is looked at in most evaluations.
  let tables: Tables

  /// The type of the result.
  package let type: CELType

  /// The expression as it was written.
  package let text: EmbeddedText

  /// Every field that the expression selects or tests.
  package let fieldsRead: Set<FieldName>

  /// What it asks of single facts, if it is a condition.
  package let literals: Literals

  /// The sorts of facts of which it asks in one direction only.
  package let coherent: Set<FieldRole>

  let code: Code

  init(
    type: CELType,
    text: EmbeddedText,
    fieldsRead: Set<FieldName>,
    literals: Literals,
    code: Code
  ) {
    self.type = type
    self.text = text
    self.fieldsRead = fieldsRead
    self.literals = literals
    coherent = literals.coherent
    self.code = code
    tables = Tables(copying: code)
  }

  deinit { tables.deallocate() }

  /// Whether an evaluation that knows no fact consults each one that any other could consult, but
  /// for what lies below a record that may not be there.
  ///
  /// So it is without steps that a value must be known for before the next one is made: choices
  /// between lists, indices, lists that are built, conditions on the elements of a list behind a
  /// record that may not be there.
  package var consultsAllWhenBlind: Bool {
    code.instructions.allSatisfy { instruction in
      guard instruction.runsOnPlanes else { return false }
      switch instruction.opcode {
      case .conditional: return false
      case .exists, .all, .existsOne, .filter: return isAtHand(Int(instruction.first))
      default: return true
      }
    }
  }

  /// Whether a list, if it is a field at all, is one of a variable.
  private func isAtHand(_ range: Int) -> Bool {
    let step = code.instructions[range]
    guard step.opcode == .field else { return true }
    let operand = code.instructions[Int(step.first)].opcode
    return operand == .variable || operand == .local
  }

  /// Whether the expression asks if a field or record is there at all, rather than what is in it.
  package var testsPresence: Bool {
    code.instructions.contains { instruction in
      switch instruction.opcode {
      case .hasField, .hasKey, .optionalField, .optionalKey, .optionalIndex, .optionalMap,
        .optionalFlatMap:
        true
      default: false
      }
    }
  }

  /// The values that are written in the expression; those of a list or set as a list.
  package var constants: [Value] {
    code.constants + code.sets.map { .list($0.map(Value.string)) }
  }
}

extension Program {
  /// Unicode scalars of the longest expression that is read.
  static let lengthLimit = 100_000

  /// Parses, checks and lowers an expression; nil after at least one error.
  package static func compile(
    _ text: EmbeddedText,
    expecting expected: CELType,
    in environment: Environment,
    diagnostics: inout DiagnosticList
  ) -> Program? {
    var found = DiagnosticList()
    defer { diagnostics.append(contentsOf: found) }
    guard let syntax = parsed(text, &found) else { return nil }
    var checker = Checker(syntax, text, environment, isStrict: true)
    let type = checker.check(syntax.root)
    if let type { checker.require(type, as: expected) }
    found.append(contentsOf: checker.diagnostics)
    guard found.isFreeOfErrors, type != nil else { return nil }
    return Lowering(checker).program(
      of: checker.types[syntax.root].map(checker.substitution.closed) ?? expected
    )
  }

  /// Parses and lowers without a type check: faults show only when they are evaluated.
  static func unchecked(
    _ text: EmbeddedText,
    in environment: Environment,
    diagnostics: inout DiagnosticList
  ) -> Program? {
    guard let syntax = parsed(text, &diagnostics) else { return nil }
    var checker = Checker(syntax, text, environment, isStrict: false)
    checker.check(syntax.root)
    return Lowering(checker).program(of: .dyn)
  }

  private static func parsed(_ text: EmbeddedText, _ found: inout DiagnosticList) -> Syntax? {
    if text.text.utf8.count > lengthLimit, text.text.unicodeScalars.count > lengthLimit {
      found.error(
        "cel.too-long",
        "an expression has at most \(lengthLimit) characters",
        at: text.span(0..<1)
      )
      return nil
    }
    var parser = Parser(text)
    let syntax = parser.parse()
    found.append(contentsOf: parser.diagnostics)
    return parser.diagnostics.isFreeOfErrors ? syntax : nil
  }
}

extension Checker {
  func resolvedType(of id: Syntax.ID) -> CELType? { types[id].map(substitution.resolved) }

  /// Says that the whole expression has another type than is wanted.
  mutating func require(_ type: CELType, as expected: CELType) {
    if expected == .bool {
      requireBool(syntax.root, type, "a condition")
    } else if !accepts(type, as: expected) {
      _ = fault(
        "cel.result-type",
        "the result must be \(described(expected)), this is \(described(type))",
        at: syntax.root,
        notes: declarationNotes(of: syntax.root)
      )
    }
  }
}
