/// Where the offsets of named time zones come from.
///
/// A zone's offset changes whenever a parliament decides so: which table is used is part of what a
/// decision rests on, and so it is handed in, never looked up on the machine that happens to run.
package struct TimeZones: Sendable {
  /// The seconds east of Greenwich in a zone at an instant; nil for a name that is no zone.
  package typealias Offset = @Sendable (_ zone: String, _ instant: Timestamp) -> Int64?

  private let offset: Offset

  package init(offset: @escaping Offset) { self.offset = offset }

  /// `UTC` and offsets such as `+02:00` only; every other name is an error.
  package static let offsetsOnly = TimeZones { _, _ in nil }

  /// The seconds east of Greenwich that a name or an offset stands for at an instant.
  func seconds(_ zone: String, at instant: Timestamp) -> Int64? {
    zoneOffset(zone) ?? offset(zone, instant)
  }
}
