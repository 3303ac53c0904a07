/// A place in a text: line and column from 1, columns counted in Unicode scalars.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int

  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Orders by line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open range of UTF-8 offsets in one source text.
public struct SourceSpan: Sendable, Hashable {
  /// The text that the offsets count in.
  public let source: SourceText

  /// The offset of the first byte.
  public let lowerBound: Int

  /// The offset past the last byte; never less than `lowerBound`.
  public let upperBound: Int

  /// Makes a span; an upper bound below the lower one is raised to it.
  public init(source: SourceText, lowerBound: Int, upperBound: Int) {
    self.source = source
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Where the span begins.
  public var start: SourceLocation { source.location(ofOffset: lowerBound) }

  /// Where the span ends, exclusively.
  public var end: SourceLocation { source.location(ofOffset: upperBound) }

  /// The place as people and editors write it: `name:line:column`, in a table `name:cell`.
  public var description: String { source.place(ofOffset: lowerBound) }

  /// The smallest span that covers both; the other must lie in the same source.
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(
      source: source,
      lowerBound: min(lowerBound, other.lowerBound),
      upperBound: max(upperBound, other.upperBound)
    )
  }
}

extension SourceSpan: CustomStringConvertible {}

extension SourceSpan: Comparable {
  /// Orders by the source's name, then by offsets.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    if left.source.name != right.source.name { return left.source.name < right.source.name }
    return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}
