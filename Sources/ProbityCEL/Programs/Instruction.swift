/// One step of a program, with the places of the steps that it takes its operands from.
struct Instruction: Sendable, BitwiseCopyable {
  /// What to do; the comments say what `first`, `second` and `third` hold.
  enum Opcode: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// A constant.
    case constant
    /// A slot of the bindings.
    case variable
    /// A comprehension variable.
    case local
    /// A constant text that says why evaluation fails here.
    case failure
    /// Operand, slot.
    case field
    /// Operand, constant key.
    case key
    /// Operand, slot; an absent field is an optional without value.
    case optionalField
    case optionalKey
    /// Operand, slot.
    case hasField
    case hasKey
    case not
    /// A range of operands: start, count.
    case and
    case or
    /// Condition, value if yes, value if no.
    case conditional
    case equal
    case notEqual
    case contains
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    /// Two integers of which one is a list's size, and the opcode of the comparison.
    case compareCounts
    /// A range of operands, the function.
    case call
    /// A range of operands, the first of as many functions as stand between them.
    case chain
    case index
    case optionalIndex
    /// A range of operands; an optional one stands there as its complement.
    case list
    /// A range of operands, keys and values in turn; an optional value is a complement.
    case map
    /// Range, body, variable.
    case exists
    case all
    case existsOne
    case filter
    /// Range, a pair of operands (condition or -1, and result), variable.
    case transform
    case transformMap
    case transformEntries
    /// A range of operands, values and a result; the first value's variable.
    case block
    /// Optional, body, variable.
    case optionalMap
    case optionalFlatMap
    /// Operand, slot of a leaf, constant.
    case fieldEquals
    /// Operand, slot of a leaf, set of texts.
    case fieldIn
    /// Operand, nothing, set of texts.
    case elementOf
    /// Text, text.
    case startsWith
    case endsWith
    case containsText
    /// Text, a constant pattern, its place among the patterns.
    case matches

    var isBoolean: Bool {
      switch self {
      case .hasField, .hasKey, .not, .and, .or, .equal, .notEqual, .contains, .less, .lessOrEqual,
        .greater, .greaterOrEqual, .compareCounts, .exists, .all, .existsOne, .fieldEquals,
        .fieldIn, .elementOf, .startsWith, .endsWith, .containsText, .matches:
        true
      case .constant, .variable, .local, .failure, .field, .key, .optionalField, .optionalKey,
        .conditional, .call, .chain, .index, .optionalIndex, .list, .map, .filter, .transform,
        .transformMap, .transformEntries, .block, .optionalMap, .optionalFlatMap:
        false
      }
    }
  }

  /// From the lowest bit: the opcode, 8 bits; what is or is not so, a bit each; `first`, from 32.
  ///
  /// Two words travel in registers, where seven parts would not.
  private var head: UInt64
  /// `second`, and above it `third`.
  private let tail: UInt64

  init(_ opcode: Opcode, _ first: Int32, _ second: Int32, _ third: Int32) {
    head = UInt64(opcode.rawValue) | UInt64(UInt32(bitPattern: first)) << 32
    tail = UInt64(UInt32(bitPattern: second)) | UInt64(UInt32(bitPattern: third)) << 32
  }

  // INVARIANT: these bits only ever come from an `Opcode`; cases are numbered from 0 as in memory.
  /// What to do.
  @inline(__always)
  var opcode: Opcode { unsafe unsafeBitCast(UInt8(truncatingIfNeeded: head), to: Opcode.self) }

  @inline(__always)
  var first: Int32 { Int32(truncatingIfNeeded: head >> 32) }

  @inline(__always)
  var second: Int32 { Int32(truncatingIfNeeded: tail) }

  @inline(__always)
  var third: Int32 { Int32(truncatingIfNeeded: tail >> 32) }

  /// Whether it can fail other than by reading a field that is none.
  var canFail: Bool {
    get { head & 0x100 != 0 }
    set { head = newValue ? head | 0x100 : head & ~0x100 }
  }

  /// Whether a comprehension has a variable for the index or key before that for the value.
  var isPaired: Bool {
    get { head & 0x200 != 0 }
    set { head = newValue ? head | 0x200 : head & ~0x200 }
  }

  /// Whether `PlaneMachine` makes this step itself.
  var runsOnPlanes: Bool {
    @inline(__always) get { head & 0x400 != 0 }
    set { head = newValue ? head | 0x400 : head & ~0x400 }
  }

  /// How many steps the body of a comprehension has: those between its range and itself.
  var bodySteps: Int { Int(second &- first) }
}
