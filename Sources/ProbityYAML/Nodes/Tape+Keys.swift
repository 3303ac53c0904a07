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

  private func isASCII(_ key: Int) -> Bool {
    let record = records[resolved(key)]
    return record.kind == .scalar && text[record.text].allSatisfy { $0 < 0x80 }
  }
}
