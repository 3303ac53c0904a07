import ProbityText

/// Turns libyaml's positions, which count Unicode scalars, into offsets of bytes in the file.
struct ByteOffsets {
  /// Scalars between two remembered places: a look-up walks at most so many.
  private static let stride = 64

  /// The bytes of a byte order mark at the start, which libyaml does not see.
  let base: Int

  private let bytes: [UInt8]

  /// The byte offset of every 64th scalar; empty if all scalars are one byte long.
  private let places: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    places = bytes.allSatisfy { $0 < 0x80 } ? [] : Self.places(in: bytes, from: base)
  }

  private static func places(in bytes: [UInt8], from base: Int) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(bytes.count / stride + 1)
    var count = 0
    for offset in base..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
      if count % stride == 0 { places.append(offset) }
      count += 1
    }
    return places
  }

  /// The byte offset of a scalar, at most the end of the file.
  subscript(index: Int) -> Int {
    guard !places.isEmpty else { return min(base + index, bytes.count) }
    guard index / Self.stride < places.count else { return bytes.count }
    var offset = places[index / Self.stride]
    var steps = index % Self.stride
    while steps > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      steps -= 1
    }
    return offset
  }
}
