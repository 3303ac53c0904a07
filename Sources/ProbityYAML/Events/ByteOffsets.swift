import ProbityText

/// Turns libyaml's positions, which count Unicode scalars, into offsets of bytes.
///
/// Positions rise, but for a few steps back: each look-up walks from where the last one ended.
struct ByteOffsets {
  /// How many scalars there are in all.
  let scalarCount: Int

  private let isASCII: Bool

  /// How many scalars begin before `offset`.
  private var index = 0
  private var offset = 0

  init(_ bytes: Span<UInt8>) {
    let continuations = bytes.continuationCount
    isASCII = continuations == 0
    scalarCount = bytes.count - continuations
  }

  /// The byte offset of a scalar, at most the end of the bytes.
  @inline(__always)
  mutating func offset(of wanted: Int, in bytes: Span<UInt8>) -> Int {
    if isASCII { return min(wanted, bytes.count) }
    while index > wanted { stepBack(in: bytes) }
    while index < wanted, offset < bytes.count { advance(upTo: wanted - index, in: bytes) }
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private mutating func stepBack(in bytes: Span<UInt8>) {
    offset -= 1
    if bytes[offset] & 0xC0 != 0x80 { index -= 1 }
  }

  /// Goes past one scalar, or past as many as are wanted where eight bytes are ASCII.
  private mutating func advance(upTo count: Int, in bytes: Span<UInt8>) {
    if offset + 8 <= bytes.count, bytes.word(at: offset) & 0x8080_8080_8080_8080 == 0 {
      offset += min(8, count)
      index += min(8, count)
    } else {
      if bytes[offset] & 0xC0 != 0x80 { index += 1 }
      offset += 1
    }
  }
}

extension Span<UInt8> {
  /// How many bytes continue a scalar that began before them.
  fileprivate var continuationCount: Int {
    var found = 0
    var offset = 0
    while offset + 8 <= count {
      let word = word(at: offset)
      found += ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      offset += 8
    }
    while offset < count {
      found += self[offset] & 0xC0 == 0x80 ? 1 : 0
      offset += 1
    }
    return found
  }
}
