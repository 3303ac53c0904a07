/// A string that is compared byte by byte: two spellings of one glyph are two texts.
package struct Text: Sendable, Comparable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) { description = text }

  package static func == (left: Text, right: Text) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  /// By bytes, which in UTF-8 is by code point.
  package static func < (left: Text, right: Text) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension Text: Hashable {
  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}
