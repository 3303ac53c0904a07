/// How much of a document is read before it is refused; every limit is always on.
package struct ReadingLimits: Sendable {
  /// Bytes in a file.
  package var bytes = 16 << 20

  /// Collections inside each other, aliases followed.
  package var depth = 64

  /// Nodes in a document, each alias counted as all that it stands for.
  package var nodes = 500_000

  /// Uses of anchors.
  package var aliases = 1_000

  /// Nodes that aliases stand for, all together.
  package var aliasedNodes = 100_000

  /// Bytes of text in one scalar, after decoding.
  package var scalarBytes = 1 << 20

  /// The limits that people's files never reach and attacks do.
  package static let standard = Self()
}
