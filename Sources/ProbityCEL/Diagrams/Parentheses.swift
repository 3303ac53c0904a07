/// The parentheses of an expression, to find the whole of a part.
///
/// Nodes begin and end with their first and last name, value or sign; parentheses around these are
/// no part of any node.
struct Parentheses {
  private var opening: [Int] = []
  private var closing: [Int] = []

  init(_ tokens: [Token]) {
    for token in tokens {
      switch token.kind {
      case .sign(.openParenthesis): opening.append(token.range.lowerBound)
      case .sign(.closeParenthesis): closing.append(token.range.lowerBound)
      case .sign, .name, .quotedName, .string, .int, .uint, .double, .bytes, .invalid, .end: break
      }
    }
  }

  /// A range with those parentheses that close, or open, what it has in it.
  ///
  /// - Complexity: O(*parentheses*).
  func balanced(_ range: Range<Int>) -> Range<Int> {
    var (depth, least) = (0, 0)
    let inside =
      opening.filter(range.contains).map { ($0, 1) }
      + closing.filter(range.contains).map { ($0, -1) }
    for (_, step) in inside.sorted(by: { $0.0 < $1.0 }) {
      depth += step
      least = min(least, depth)
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    for offset in opening.reversed().drop(while: { $0 >= range.lowerBound }).prefix(-least) {
      start = offset
    }
    for offset in closing.drop(while: { $0 < range.upperBound }).prefix(depth - least) {
      end = offset + 1
    }
    return start..<end
  }
}
