import ProbityText

extension Tape {
  /// What stands under a key of a mapping, and which entry it is; texts are compared as Swift
  /// compares them.
  func value(of key: String, in mapping: Int) -> (value: Int, entry: Int)? {
    let wanted = key.utf8Span.span
    if let found = entry(of: mapping, where: { hasText($0, wanted) }) { return found }
    // Nothing but the same bytes equals an ASCII text.
    let isPlain = key.utf8Span.isKnownASCII || key.utf8.allSatisfy { $0 < 0x80 }
    if isPlain, hasOnlyASCIIKeys { return nil }
    return entry(of: mapping) { string($0) == key }
  }

  /// The value of the first entry whose key is as asked, and how many entries stand before it.
  @inline(__always)
  private func entry(
    of mapping: Int,
    where isWanted: (Int) -> Bool
  ) -> (value: Int, entry: Int)? {
    let end = records[mapping].next
    var key = mapping + 1
    var entry = 0
    while key < end {
      let value = next(after: key)
      if isWanted(key) { return (value, entry) }
      key = next(after: value)
      entry += 1
    }
    return nil
  }

  /// Whether a key is written with just these bytes.
  @inline(__always)
  private func hasText(_ key: Int, _ wanted: borrowing Span<UInt8>) -> Bool {
    let record = records[resolved(key)]
    guard record.kind == .scalar, record.text.count == wanted.count else { return false }
    return record.isVerbatim
      ? bytes.span.holds(wanted, at: record.text.lowerBound)
      : text.span.holds(wanted, at: record.text.lowerBound)
  }

  /// A number that is equal for equal texts, and whether all bytes are ASCII.
  @inline(__always)
  func fingerprint(ofScalar index: Int) -> (UInt64, isASCII: Bool) {
    let record = records[index]
    return record.isVerbatim
      ? bytes.span.fingerprint(of: record.text) : text.span.fingerprint(of: record.text)
  }
}

extension Span<UInt8> {
  /// Whether the same bytes stand at an offset, where there are enough.
  @inline(__always)
  fileprivate func holds(_ wanted: borrowing Span<UInt8>, at start: Int) -> Bool {
    for offset in wanted.indices where self[start + offset] != wanted[offset] { return false }
    return true
  }

  @inline(__always)
  fileprivate func fingerprint(of range: Range<Int>) -> (UInt64, isASCII: Bool) {
    var mixed: UInt64 = 0
    var all: UInt64 = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let word = word(from: offset, to: range.upperBound)
      mixed = ((mixed << 7 | mixed >> 57) ^ word) &* 0x9E37_79B9_7F4A_7C15
      all |= word
      offset += 8
    }
    return (mixed, all & 0x8080_8080_8080_8080 == 0)
  }

  /// Up to eight bytes as one number, with zeros for what is missing.
  @inline(__always)
  private func word(from start: Int, to end: Int) -> UInt64 {
    if start + 8 <= count {
      let word = word(at: start)
      return end - start >= 8 ? word : word & (1 &<< UInt64(8 * (end - start)) &- 1)
    }
    var word: UInt64 = 0
    for offset in start..<Swift.min(end, start + 8) {
      word |= UInt64(self[offset]) &<< UInt64(8 * (offset - start))
    }
    return word
  }
}
