/// The tree of an expression: nodes in one array, children before their parents.
struct Syntax: Sendable {
  /// A place in `nodes`.
  typealias ID = Int

  enum Kind: Sendable {
    case literal(Value)
    /// A name; with a leading dot it passes over comprehension variables and the container.
    case name(String, isRooted: Bool)
    case select(ID, field: String, isOptional: Bool)
    case has(ID, field: String)
    case call(String, target: ID?, arguments: [ID])
    case unary(Operator, ID)
    /// A comparison.
    case binary(Operator, ID, ID)
    /// A chain of operators of one rank, from left to right: one node, however long.
    case arithmetic(ID, [Link])
    case logic(isAnd: Bool, [ID])
    case conditional(ID, ID, ID)
    case index(ID, ID, isOptional: Bool)
    case list([Element])
    case map([Entry])
    case record(String, [Member])
    /// One variable for the element, or two: for the index or key, and for the element or value.
    case comprehension(Macro, over: ID, variables: [String], condition: ID?, result: ID?)
    case bind(String, ID, ID)
    /// Values that later ones, and the last node, refer to by index.
    case block([ID], ID)
    /// `optMap`, or `optFlatMap` if it is flat.
    case optionalMap(ID, variable: String, ID, isFlat: Bool)
    /// What could not be parsed; reported already.
    case invalid
  }

  /// An element of a list; an optional one stands for no element if it has no value.
  struct Element: Sendable {
    var value: ID
    var isOptional: Bool
  }

  struct Entry: Sendable {
    var key: ID
    var value: ID
    var isOptional: Bool
  }

  /// A field of a record that is written out.
  struct Member: Sendable {
    var name: String
    var value: ID
    var isOptional: Bool
  }

  struct Link: Sendable {
    var operation: Operator
    /// The operator's sign.
    var anchor: Range<Int>
    var operand: ID
  }

  struct Node: Sendable {
    var kind: Kind
    var range: Range<Int>
    /// What a message points at: the operator, the selected name or the whole.
    var anchor: Range<Int>
    /// Levels of nodes from here down.
    var depth: Int
  }

  enum Macro: String, Sendable, CaseIterable {
    case all
    case exists
    case existsOne = "exists_one"
    case filter
    case map
    case transformList
    case transformMap
    case transformMapEntry

    /// By either of the spellings that authors use.
    init?(name: String) { self.init(rawValue: name == "existsOne" ? "exists_one" : name) }

    /// Whether it gives a result for each element, rather than ask a condition of it.
    var isTransformation: Bool {
      switch self {
      case .all, .exists, .existsOne, .filter: false
      case .map, .transformList, .transformMap, .transformMapEntry: true
      }
    }
  }

  enum Operator: String, Sendable, Hashable {
    case not = "!"
    case negate = "-_"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case `in`
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"

    /// As authors write it.
    var sign: String { self == .negate ? "-" : rawValue }
  }

  var nodes: [Node] = []
  var root: ID = 0

  subscript(id: ID) -> Node { nodes[id] }
}
