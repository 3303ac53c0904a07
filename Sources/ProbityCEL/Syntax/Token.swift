/// One word, literal or sign of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Hashable {
    case name(String)
    /// A back-quoted name, which only a selector may be.
    case quotedName(String)
    /// A whole number without its sign.
    case int(UInt64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case sign(Sign)
    /// A piece that has been reported already.
    case invalid
    case end
  }

  enum Sign: String, Sendable, Hashable, CaseIterable {
    case or = "||"
    case and = "&&"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case dot = "."
    case comma = ","
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  var kind: Kind
  var range: Range<Int>
}

extension Token {
  /// Words that no variable may be called, though a field may.
  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in",
    "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while",
  ]
}
