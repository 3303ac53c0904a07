/// The answers of up to 64 evaluations at once: a bit a lane in two planes.
///
/// A lane in neither plane is open: unknown, or failed.
package struct Planes: Sendable, Hashable, BitwiseCopyable {
  /// The lanes in which the answer is yes.
  package var yes: UInt64

  /// The lanes in which it is no.
  package var no: UInt64

  package init(yes: UInt64, no: UInt64) {
    self.yes = yes
    self.no = no
  }

  static let open = Planes(yes: 0, no: 0)

  /// One answer in some lanes.
  @inline(__always)
  init(_ answer: Bool, in lanes: UInt64) {
    self.init(yes: answer ? lanes : 0, no: answer ? 0 : lanes)
  }

  @inline(__always)
  package static prefix func ! (planes: Planes) -> Planes { Planes(yes: planes.no, no: planes.yes) }

  /// The answer of one lane.
  package func truth(ofLane lane: Int) -> Truth {
    if yes >> UInt64(lane) & 1 == 1 { return .yes }
    return no >> UInt64(lane) & 1 == 1 ? .no : .unknown
  }
}

/// What a step that gives a value came to: one value, in the lanes in which it is known.
struct Reading: Sendable, BitwiseCopyable {
  var cell: FactCell
  /// The lanes in which it has that value; of a record or list, in which it is or may be there.
  var present: UInt64
  /// Of these the lanes in which a record or list may not be there.
  var doubt: UInt64 = 0
  /// The lanes in which it is known to be none.
  var absent: UInt64 = 0

  static let open = Reading(cell: .open, present: 0)

  /// The lanes in which it certainly has its value.
  var certain: UInt64 { present & ~doubt }
}

/// A value, in the lanes in which it certainly is what a step or a variable stands for.
struct Found: Sendable, BitwiseCopyable {
  var cell: FactCell
  var lanes: UInt64

  static let nothing = Found(cell: .open, lanes: 0)
}
