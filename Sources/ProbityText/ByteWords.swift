/// Eight bytes at a time: what scans whole files asks one question of eight bytes at once.
extension Span<UInt8> {
  /// Eight bytes as one number, the first of them lowest; all must lie inside.
  @inlinable
  package func word(at offset: Int) -> UInt64 {
    // INVARIANT: any eight bytes are a number; the bounds are checked by the call.
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: word)
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that equals the given one.
  @inlinable
  package func marks(of byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let word = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((word & low) &+ low) | word) & ~low
  }
}
