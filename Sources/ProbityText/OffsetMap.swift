/// Leads offsets in a decoded text (unescaped, unfolded) back to offsets in the file.
///
/// A map is a list of segments in decoded order. Inside a verbatim segment offsets advance
/// together; inside any other segment every offset leads to the segment's whole source range.
package struct OffsetMap: Sendable, Hashable {
  package struct Segment: Sendable, Hashable {
    package var decoded: Range<Int>
    package var source: Range<Int>
    package var isVerbatim: Bool { decoded.count == source.count }
  }

  package private(set) var segments: [Segment] = []

  /// An empty map, to be filled by `append`.
  package init() {}

  /// A text that stands in the file as it is.
  package init(verbatim count: Int, at offset: Int) {
    append(decodedCount: count, source: offset..<(offset + count))
  }

  /// Adds the next piece of decoded text; equal lengths mean that it stands there verbatim.
  package mutating func append(decodedCount: Int, source: Range<Int>) {
    let start = segments.last?.decoded.upperBound ?? 0
    if let last = segments.last, last.isVerbatim, last.source.upperBound == source.lowerBound,
      decodedCount == source.count
    {
      segments[segments.count - 1].decoded = last.decoded.lowerBound..<(start + decodedCount)
      segments[segments.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      segments.append(Segment(decoded: start..<(start + decodedCount), source: source))
    }
  }

  /// The source range that a decoded range came from.
  ///
  /// - Complexity: O(log *segments*).
  package func sourceRange(of decoded: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(of: decoded.lowerBound)
    guard !decoded.isEmpty else { return lower..<lower }
    return lower..<max(lower, sourceEnd(of: decoded.upperBound))
  }

  private func sourceOffset(of offset: Int) -> Int {
    guard let segment = segment(containing: offset) else { return fallback(offset) }
    guard segment.isVerbatim else { return segment.source.lowerBound }
    return segment.source.lowerBound + offset - segment.decoded.lowerBound
  }

  /// The source offset just past the byte before `offset`.
  private func sourceEnd(of offset: Int) -> Int {
    guard let segment = segment(containing: offset - 1) else { return fallback(offset) }
    guard segment.isVerbatim else { return segment.source.upperBound }
    return segment.source.lowerBound + offset - segment.decoded.lowerBound
  }

  private func fallback(_ offset: Int) -> Int {
    guard let first = segments.first, let last = segments.last else { return 0 }
    return offset < first.decoded.lowerBound ? first.source.lowerBound : last.source.upperBound
  }

  private func segment(containing offset: Int) -> Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].decoded.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count, segments[low].decoded.contains(offset) else { return nil }
    return segments[low]
  }
}

/// A text inside a file, with the way back: what one language's scalar hands to another language.
package struct EmbeddedText: Sendable, Hashable {
  /// The decoded text.
  package let text: String

  /// The file that it stands in.
  package let source: SourceText

  /// From offsets in `text` (UTF-8) to offsets in `source`.
  package let map: OffsetMap

  package init(text: String, source: SourceText, map: OffsetMap) {
    self.text = text
    self.source = source
    self.map = map
  }

  /// A whole source as a text of its own; malformed bytes must have been refused before.
  package init(_ source: SourceText) {
    self.init(
      text: source.text(in: 0..<source.bytes.count),
      source: source,
      map: OffsetMap(verbatim: source.bytes.count, at: 0)
    )
  }

  /// The span in the file that a range of UTF-8 offsets of `text` came from.
  package func span(_ range: Range<Int>) -> SourceSpan {
    source.span(map.sourceRange(of: range))
  }
}
