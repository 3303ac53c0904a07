/// Bytes of which a gap between nodes may hold any, and which then must be looked at.
struct GapMarks: OptionSet {
  let rawValue: UInt8
  static let lineBreak = Self(rawValue: 1)
  static let comment = Self(rawValue: 2)
  static let question = Self(rawValue: 4)
  static let percent = Self(rawValue: 8)
}

/// What stands between nodes: blanks, indicators and comments.
extension Layout {
  /// Which of the telling bytes stand in a range, comments included.
  func marks(in range: Range<Int>) -> GapMarks {
    var marks: GapMarks = []
    var offset = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    while offset < end {
      switch self[offset] {
      case UInt8(ascii: "\n"): marks.insert(.lineBreak)
      case UInt8(ascii: "#"): marks.insert(.comment)
      case UInt8(ascii: "?"): marks.insert(.question)
      case UInt8(ascii: "%"): marks.insert(.percent)
      default: break
      }
      offset += 1
    }
    return marks
  }
}
