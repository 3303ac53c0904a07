import ProbityText

extension Tape {
  /// What stands under a key of a mapping; texts are compared as Swift compares them.
  func value(of key: String, in mapping: Int) -> Int? {
    if let value = entry(of: mapping, where: { hasText(resolved($0), key.utf8) }) { return value }
    let isPlain = key.utf8.allSatisfy { $0 < 0x80 }
    return entry(of: mapping) { !(isPlain && isASCII($0)) && string($0) == key }
  }

  /// The value of the first entry whose key is as asked.
  private func entry(of mapping: Int, where isWanted: (Int) -> Bool) -> Int? {
    var key = mapping + 1
    while key < records[mapping].next {
      let value = next(after: key)
      if isWanted(key) { return value }
      key = next(after: value)
    }
    return nil
  }

  /// A number that is equal for equal texts, and whether all bytes are ASCII.
  @inline(__always)
  func fingerprint(ofScalar index: Int) -> (UInt64, isASCII: Bool) {
    let record = records[index]
    return record.isVerbatim
      ? bytes.span.fingerprint(of: record.text) : text.span.fingerprint(of: record.text)
  }

  private func isASCII(_ key: Int) -> Bool {
    let record = records[resolved(key)]
    return record.kind == .scalar && text(of: record).allSatisfy { $0 < 0x80 }
  }
}

extension Span<UInt8> {
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
