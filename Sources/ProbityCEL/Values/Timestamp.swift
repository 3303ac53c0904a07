/// An instant, to the nanosecond, within the years 1 to 9999 of UTC.
package struct Timestamp: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  package let seconds: Int64

  /// The rest, 0 to 999,999,999.
  package let nanoseconds: Int32

  /// Nil outside the years 1 to 9999.
  package init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard (-62_135_596_800...253_402_300_799).contains(seconds),
      (0...999_999_999).contains(nanoseconds)
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// A length of time, to the nanosecond, up to about 10,000 years either way.
package struct TimeSpan: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// Whole seconds, rounded down: -0.5 s is -1 and 500,000,000.
  package let seconds: Int64

  /// The rest, 0 to 999,999,999.
  package let nanoseconds: Int32

  /// Nil beyond ±315,576,000,000 seconds.
  package init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard (-315_576_000_000...315_576_000_000).contains(seconds),
      (0...999_999_999).contains(nanoseconds)
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
