import ProbityCEL

extension Condition {
  /// The truth of the tree in many lanes at once, from that of its leaves.
  func planes(of leafPlanes: (Leaf) -> Planes) -> Planes {
    switch self {
    case .leaf(let leaf): leafPlanes(leaf)
    case .all(let parts): parts.reduce(.always) { $0.and($1.planes(of: leafPlanes)) }
    case .any(let parts): parts.reduce(.never) { $0.or($1.planes(of: leafPlanes)) }
    case .none(let parts): !Condition.any(parts).planes(of: leafPlanes)
    case .atLeast(let needed, let parts):
      Condition.reached(needed, by: parts.map { $0.planes(of: leafPlanes) })
    }
  }

  /// Yes where so many are yes; no where so many are no that too few are left.
  private static func reached(_ needed: Int, by parts: [Planes]) -> Planes {
    Planes(
      yes: lanes(with: needed, of: parts.map(\.yes)),
      no: lanes(with: parts.count - needed + 1, of: parts.map(\.no))
    )
  }

  /// The lanes that are in at least so many of some sets of lanes.
  private static func lanes(with needed: Int, of parts: [UInt64]) -> UInt64 {
    guard needed > 0 else { return .max }
    guard needed <= parts.count else { return 0 }
    var reached = Array(repeating: UInt64(0), count: needed + 1)
    reached[0] = .max
    for part in parts {
      for count in (1...needed).reversed() { reached[count] |= reached[count - 1] & part }
    }
    return reached[needed]
  }
}

extension Planes {
  static let always = Planes(yes: .max, no: 0)
  static let never = Planes(yes: 0, no: .max)

  /// The lanes with an answer.
  var definite: UInt64 { yes | no }

  func and(_ other: Planes) -> Planes { Planes(yes: yes & other.yes, no: no | other.no) }

  func or(_ other: Planes) -> Planes { Planes(yes: yes | other.yes, no: no & other.no) }

  /// What both have in common.
  func agreeing(with other: Planes) -> Planes { Planes(yes: yes & other.yes, no: no & other.no) }
}
