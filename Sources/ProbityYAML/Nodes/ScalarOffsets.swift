import ProbityText

/// Builds the way back from a decoded scalar to the bytes that it was written with.
enum ScalarOffsets {
  static func map(of scalar: Node.Scalar) -> OffsetMap {
    var map = OffsetMap()
    map.append(
      decodedCount: scalar.text.utf8.count,
      source: scalar.written.lowerBound..<scalar.written.upperBound
    )
    return map
  }
}
