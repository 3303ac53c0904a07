/// An answer: no, unknown or yes, with the operators of strong Kleene logic.
package enum Truth: UInt8, Sendable, Hashable, CaseIterable {
  case no
  case unknown
  case yes

  /// A definite answer.
  package init(_ value: Bool) { self = value ? .yes : .no }

  /// Whether it is yes or no.
  package var isDefinite: Bool { self != .unknown }

  package static prefix func ! (operand: Truth) -> Truth {
    switch operand {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  package static func && (left: Truth, right: Truth) -> Truth {
    left.rawValue < right.rawValue ? left : right
  }

  package static func || (left: Truth, right: Truth) -> Truth {
    left.rawValue > right.rawValue ? left : right
  }
}

extension Truth: CustomStringConvertible {
  package var description: String {
    switch self {
    case .no: "false"
    case .unknown: "unknown"
    case .yes: "true"
    }
  }
}
