/// Bytes of which a gap between nodes may hold any, and which then must be looked at.
///
/// A set of the bytes below 64, which all of them are: a bit for each.
struct GapMarks: OptionSet {
  var rawValue: UInt64 = 0
  static let lineBreak = Self(rawValue: 1 << 0x0A)
  static let comment = Self(rawValue: 1 << 0x23)
  static let percent = Self(rawValue: 1 << 0x25)
  static let question = Self(rawValue: 1 << 0x3F)
}

extension Layout {
  /// Which bytes below 64 stand in a range, comments included.
  func marks(in range: Range<Int>) -> GapMarks {
    var marks: UInt64 = 0
    var offset = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    while offset < end {
      let byte = self[offset]
      marks |= byte < 64 ? 1 &<< UInt64(byte) : 0
      offset += 1
    }
    return GapMarks(rawValue: marks)
  }
}
