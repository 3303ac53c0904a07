package import ProbityCEL
package import ProbityText

/// A tree of labelled conditions: what a rule asks, in the shape in which it is explained.
package indirect enum Condition: Sendable {
  case leaf(Leaf)
  case all([Condition])
  case any([Condition])
  case none([Condition])
  case atLeast(Int, [Condition])

  /// One condition in the expression language, with its words.
  package struct Leaf: Sendable {
    package var label: LocalizedText
    package var program: Program
    package var span: SourceSpan

    package init(label: LocalizedText, program: Program, span: SourceSpan) {
      self.label = label
      self.program = program
      self.span = span
    }
  }

  /// The leaves in the order of the text.
  package var leaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .all(let parts), .any(let parts), .none(let parts), .atLeast(_, let parts):
      parts.flatMap(\.leaves)
    }
  }

  /// The truth of the tree from that of its leaves, taken in the order of the text.
  package func truth(of leafTruth: (Leaf) -> Truth) -> Truth {
    switch self {
    case .leaf(let leaf): leafTruth(leaf)
    case .all(let parts): parts.reduce(.yes) { $0 && $1.truth(of: leafTruth) }
    case .any(let parts): parts.reduce(.no) { $0 || $1.truth(of: leafTruth) }
    case .none(let parts): !parts.reduce(.no) { $0 || $1.truth(of: leafTruth) }
    case .atLeast(let needed, let parts):
      Condition.reached(needed, by: parts.map { $0.truth(of: leafTruth) })
    }
  }

  /// Whether at least so many hold, counting what is certain and what is possible.
  private static func reached(_ needed: Int, by truths: [Truth]) -> Truth {
    if truths.count(where: { $0 == .yes }) >= needed { return .yes }
    return truths.count(where: { $0 != .no }) >= needed ? .unknown : .no
  }
}
