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
    case binary(Operator, ID, ID)
    case logic(isAnd: Bool, [ID])
    case conditional(ID, ID, ID)
    case index(ID, ID, isOptional: Bool)
    case list([ID], hasOptionals: Bool)
    case map([Entry], hasOptionals: Bool)
    case record(String, [ID])
    case comprehension(Macro, over: ID, variable: String, condition: ID?, result: ID?)
    /// What could not be parsed; reported already.
    case invalid
  }

  struct Entry: Sendable {
    var key: ID
    var value: ID
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

    /// By either of the spellings that authors use.
    init?(name: String) { self.init(rawValue: name == "existsOne" ? "exists_one" : name) }
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
