/// How firmly a value must be established before a rule may rest on it.
///
/// The ladder and its anchors in law stand in the design, section "Evidence, exactly".
public enum StandardOfProof: String, Sendable, Hashable, CaseIterable {
  /// One item says so: a trigger for diligence, never for a finding.
  case alleged
  /// The usual standard of human-rights fact-finding (OHCHR guidance, 2015).
  case reasonableGrounds = "reasonable_grounds"
  /// More likely than not: preponderance (2 CFR 180.850).
  case balance
  /// Independent confirmation without serious contradiction (UFLPA, section 3(b)).
  case clearAndConvincing = "clear_and_convincing"
  /// A final judgment or an admission.
  case conclusive

  /// Whether a value meets it, by its level (0 to 4) and that of all other values taken together.
  package func isMet(level: Int, contradiction: Int) -> Bool {
    switch self {
    case .alleged: level >= 1
    case .reasonableGrounds: level >= 2 && contradiction <= level
    case .balance: level >= 2 && contradiction < level
    case .clearAndConvincing: level >= 3 && contradiction <= 1
    case .conclusive: level == 4 && contradiction <= 1
    }
  }
}

extension StandardOfProof: Comparable {
  /// Orders from the weakest to the strictest.
  public static func < (left: StandardOfProof, right: StandardOfProof) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .alleged: 0
    case .reasonableGrounds: 1
    case .balance: 2
    case .clearAndConvincing: 3
    case .conclusive: 4
    }
  }
}

/// What the engine tries to establish: a violation, or that there is none.
package enum Direction: Sendable, Hashable, CaseIterable {
  case adverse
  case clear

  package var opposite: Direction { self == .adverse ? .clear : .adverse }
}
