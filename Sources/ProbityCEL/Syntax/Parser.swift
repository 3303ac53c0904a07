import ProbityText

/// Reads an expression by recursive descent; goes on after a fault to find the next.
struct Parser {
  /// Levels of nesting; a deeper text is refused before it could exhaust the stack.
  ///
  /// Unoptimised, a level takes up to 10 KB from parsing to evaluation.
  static let depthLimit = 100

  /// Nodes of an expression.
  static let nodeLimit = 20_000

  let text: EmbeddedText
  private let tokens: [Token]
  private var position = 0
  private var level = 0
  private var isOverLimit = false
  /// Set by a fault, until a separator or closing bracket is reached: one fault, one message.
  private var isRecovering = false
  var syntax = Syntax()
  var diagnostics: DiagnosticList

  init(_ text: EmbeddedText) {
    self.text = text
    var lexer = Lexer(text)
    tokens = lexer.tokens()
    diagnostics = lexer.diagnostics
  }

  /// The whole text as one expression.
  mutating func parse() -> Syntax {
    syntax.root = expression()
    if token.kind != .end, !isOverLimit { unexpectedToken("the end of the expression") }
    return syntax
  }

  // MARK: Tokens

  var token: Token { tokens[position] }
  var nextToken: Token { tokens[min(position + 1, tokens.count - 1)] }
  var previousEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  func isAt(_ sign: Token.Sign) -> Bool { token.kind == .sign(sign) }

  mutating func take(_ sign: Token.Sign) -> Bool {
    guard isAt(sign) else { return false }
    advance()
    return true
  }

  mutating func report(_ id: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
    diagnostics.error(id, message, at: text.span(range), help: help)
  }

  mutating func unexpectedToken(_ expected: String) {
    defer { isRecovering = true }
    // An invalid token has been reported by the lexer.
    guard !isRecovering, token.kind != .invalid else { return }
    let found = token.kind == .end ? "the text ends" : "here is `\(source(token.range))`"
    report("cel.syntax", "expected \(expected), \(found)", token.range)
  }

  func source(_ range: Range<Int>) -> String {
    String(decoding: Array(text.text.utf8)[range], as: UTF8.self)
  }

  /// Skips to a sign that stands outside of any bracket opened on the way.
  private mutating func skip(to signs: Set<Token.Sign>) {
    var nesting = 0
    while case let kind = token.kind, kind != .end {
      if case .sign(let sign) = kind {
        if nesting == 0, signs.contains(sign) { break }
        switch sign {
        case .openParenthesis, .openBracket, .openBrace: nesting += 1
        case .closeParenthesis, .closeBracket, .closeBrace: nesting -= 1
        default: break
        }
        if nesting < 0 { break }
      }
      advance()
    }
    isRecovering = token.kind == .end
  }

  /// Ends an item of a list in brackets; true if another follows.
  mutating func separator(_ closing: Token.Sign) -> Bool {
    if !isAt(.comma), !isAt(closing) {
      unexpectedToken("`,` or `\(closing.rawValue)`")
      skip(to: [.comma, closing])
    }
    isRecovering = isRecovering && token.kind == .end
    if take(.comma) { return !take(closing) }
    if !take(closing) { advance() }
    return false
  }

  /// The closing sign of a bracket.
  mutating func close(_ closing: Token.Sign) {
    if take(closing) { return }
    unexpectedToken("`\(closing.rawValue)`")
    skip(to: [closing])
    _ = take(closing)
  }

  // MARK: Nodes

  mutating func add(
    _ kind: Syntax.Kind,
    _ range: Range<Int>,
    anchor: Range<Int>? = nil,
    over children: [Syntax.ID] = []
  ) -> Syntax.ID {
    let depth = 1 + children.reduce(0) { max($0, syntax[$1].depth) }
    if depth > Self.depthLimit { tooDeep(range) }
    if syntax.nodes.count >= Self.nodeLimit {
      stop(
        "cel.too-large",
        "an expression has at most \(Self.nodeLimit) names, values and operations",
        at: range
      )
    }
    syntax.nodes.append(
      Syntax.Node(kind: kind, range: range, anchor: anchor ?? range, depth: depth)
    )
    return syntax.nodes.count - 1
  }

  private mutating func tooDeep(_ range: Range<Int>) {
    stop("cel.too-deep", "an expression nests at most \(Self.depthLimit) levels deep", at: range)
  }

  /// Reports that a limit is exceeded, and reads no further.
  private mutating func stop(_ id: String, _ message: String, at range: Range<Int>) {
    defer { isOverLimit = true }
    guard !isOverLimit else { return }
    report(id, message, range.lowerBound..<min(range.lowerBound + 1, range.upperBound))
    position = tokens.count - 1
    isRecovering = true
  }

  /// Counts a level of recursion; false, and a report, where there are too many.
  mutating func enter() -> Bool {
    level += 1
    if level > Self.depthLimit { tooDeep(token.range) }
    return level <= Self.depthLimit && !isOverLimit
  }

  mutating func leave() { level -= 1 }

  // MARK: Expressions

  mutating func expression() -> Syntax.ID {
    defer { leave() }
    guard enter() else { return add(.invalid, token.range) }
    let condition = binary(from: 0)
    guard isAt(.question) else { return condition }
    let anchor = token.range
    advance()
    let first = binary(from: 0)
    close(.colon)
    let second = expression()
    let range = syntax[condition].range.lowerBound..<syntax[second].range.upperBound
    return add(
      .conditional(condition, first, second),
      range,
      anchor: anchor,
      over: [condition, first, second]
    )
  }

  private mutating func binary(from minimum: Int) -> Syntax.ID {
    var left = unary()
    while let (level, operation) = binaryOperator(), level >= minimum {
      if operation == nil {
        left = logic(isAnd: level == 1, left)
      } else if level > 2 {
        left = arithmetic(of: level, left)
      } else if let operation {
        left = comparison(operation, left)
      }
    }
    return left
  }

  private mutating func comparison(_ operation: Syntax.Operator, _ left: Syntax.ID) -> Syntax.ID {
    let anchor = token.range
    advance()
    let right = binary(from: 3)
    return add(
      .binary(operation, left, right),
      span(left, right),
      anchor: anchor,
      over: [left, right]
    )
  }

  /// A chain of operators of one rank is one node, however long.
  private mutating func arithmetic(of level: Int, _ first: Syntax.ID) -> Syntax.ID {
    let anchor = token.range
    var links: [Syntax.Link] = []
    while case (let found, let operation?)? = binaryOperator(), found == level {
      let anchor = token.range
      advance()
      let operand = binary(from: level + 1)
      links.append(Syntax.Link(operation: operation, anchor: anchor, operand: operand))
    }
    let operands = [first] + links.map(\.operand)
    return add(
      .arithmetic(first, links),
      span(first, operands[operands.count - 1]),
      anchor: anchor,
      over: operands
    )
  }

  /// A chain of one logical operator is one node, however long.
  private mutating func logic(isAnd: Bool, _ first: Syntax.ID) -> Syntax.ID {
    let anchor = token.range
    var operands = [first]
    while take(isAnd ? .and : .or) { operands.append(binary(from: isAnd ? 2 : 1)) }
    return add(
      .logic(isAnd: isAnd, operands),
      span(first, operands[operands.count - 1]),
      anchor: anchor,
      over: operands
    )
  }

  private func span(_ left: Syntax.ID, _ right: Syntax.ID) -> Range<Int> {
    let start = syntax[left].range.lowerBound
    return start..<max(start, syntax[right].range.upperBound)
  }

  /// The level of the operator at hand; without an operation it is a logical one.
  private func binaryOperator() -> (level: Int, operation: Syntax.Operator?)? {
    if token.kind == .name("in") { return (2, .in) }
    guard case .sign(let sign) = token.kind else { return nil }
    switch sign {
    case .or: return (0, nil)
    case .and: return (1, nil)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return (2, Syntax.Operator(rawValue: sign.rawValue))
    case .plus: return (3, .add)
    case .minus: return (3, .subtract)
    case .times: return (4, .multiply)
    case .slash: return (4, .divide)
    case .percent: return (4, .remainder)
    case .not, .question, .colon, .dot, .comma, .openParenthesis, .closeParenthesis, .openBracket,
      .closeBracket, .openBrace, .closeBrace:
      return nil
    }
  }

  private mutating func unary() -> Syntax.ID {
    let operation: Syntax.Operator
    if isAt(.not) {
      operation = .not
    } else if isAt(.minus), !nextToken.isNumber {
      operation = .negate
    } else {
      return member()
    }
    let anchor = token.range
    advance()
    defer { leave() }
    guard enter() else { return add(.invalid, anchor) }
    let operand = unary()
    return add(
      .unary(operation, operand),
      anchor.lowerBound..<max(anchor.upperBound, syntax[operand].range.upperBound),
      anchor: anchor,
      over: [operand]
    )
  }
}

extension Token {
  var isNumber: Bool {
    switch kind {
    case .int, .uint, .double: true
    case .name, .quotedName, .string, .bytes, .sign, .invalid, .end: false
    }
  }
}
