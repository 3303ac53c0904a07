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
package struct Program: Sendable {
  /// The type of the result.
  package let type: CELType

  /// The expression as it was written.
  package let text: EmbeddedText

  /// Every field that the expression selects or tests.
  package let fieldsRead: Set<FieldName>

  /// Operands stand before what uses them; the last one gives the result.
  var instructions: [Instruction] = []
  var operands: [Int32] = []
  var constants: [Value] = []
  var sets: [Set<Text>] = []
  /// The constants in a form that is compared without references.
  var cells: [FactCell] = []
  /// For each set the range of its elements among `setCells`.
  var setRanges: [SetRange] = []
  var setCells: [FactCell] = []
  /// The bytes of the texts among the cells.
  var bytes: [UInt8] = []
  var functions: [Function] = []
  /// The part of the text that each instruction came from.
  var ranges: [Range<Int>] = []
  /// The literal patterns of `matches`.
  var patterns: [Pattern] = []
  var patternHandles: [PatternHandle] = []
  var localCount = 0

  var root: Int { instructions.count - 1 }

  /// Whether the last step is made on planes; if not, nothing is gained by beginning there.
  var startsOnPlanes: Bool { instructions.last?.runsOnPlanes ?? false }

  struct SetRange: Sendable, BitwiseCopyable {
    var start: Int32
    var count: Int32

    var indices: Range<Int> { Int(start)..<Int(start + count) }
  }
}

extension Program {
  /// A program, lent for the time of a call.
  struct Tables {
    let instructions: Table<Instruction>
    let operands: Table<Int32>
    let constants: Table<FactCell>
    let bytes: Table<UInt8>
    let sets: Table<SetRange>
    let setCells: Table<FactCell>
    let patterns: Table<PatternHandle>
  }

  @inline(__always)
  func withTables<T>(_ body: (Tables) -> T) -> T {
    instructions.withTable { instructions in
      operands.withTable { operands in
        cells.withTable { constants in
          bytes.withTable { bytes in
            setRanges.withTable { sets in
              setCells.withTable { setCells in
                patternHandles.withTable { patterns in
                  body(
                    Tables(
                      instructions: instructions,
                      operands: operands,
                      constants: constants,
                      bytes: bytes,
                      sets: sets,
                      setCells: setCells,
                      patterns: patterns
                    )
                  )
                }
              }
            }
          }
        }
      }
    }
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
