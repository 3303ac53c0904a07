extension SourceText {
  /// Whether one of some texts stands somewhere among the first bytes.
  ///
  /// - Complexity: O(*bytes*) where few bytes begin one of the texts.
  package func mentions(anyOf texts: [String], within limit: Int = .max) -> Bool {
    let wanted = texts.map { Array($0.utf8) }.filter { !$0.isEmpty }
    var begins = Array(repeating: false, count: 256)
    for text in wanted { begins[Int(text[0])] = true }
    let bytes = bytes
    for start in 0..<min(limit, bytes.count) where begins[Int(bytes[start])] {
      let isFound = wanted.contains { text in
        bytes.count - start >= text.count
          && text.indices.allSatisfy { bytes[start + $0] == text[$0] }
      }
      if isFound { return true }
    }
    return false
  }
}
