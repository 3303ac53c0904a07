/// One node as it is kept: twenty bytes without references.
struct Record: BitwiseCopyable {
  enum Kind: UInt8 {
    case scalar
    case sequence
    case mapping

    /// Stands for another record that lies before it.
    case alias
  }

  let kind: Kind
  let style: Node.Scalar.Style

  /// Whether a scalar's text stands in the file just as it was decoded.
  let isVerbatim: Bool

  /// The tag's number in the tape, from 1; 0 for none.
  var tag: UInt8 = 0

  private let lower: UInt32
  private var upper: UInt32
  private var first: UInt32 = 0
  private var second: UInt32 = 0

  @inline(__always)
  private init(
    _ kind: Kind,
    _ style: Node.Scalar.Style = .plain,
    isVerbatim: Bool = false,
    at range: Range<Int>
  ) {
    self.kind = kind
    self.style = style
    self.isVerbatim = isVerbatim
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  /// A scalar that was written in a range; its text is a range of the file, or of the tape's text.
  @inline(__always)
  init(
    _ style: Node.Scalar.Style,
    at range: Range<Int>,
    text: Range<Int>,
    isVerbatim: Bool = false
  ) {
    self.init(.scalar, style, isVerbatim: isVerbatim, at: range)
    first = UInt32(text.lowerBound)
    second = UInt32(text.count)
  }

  /// A collection that begins; `close` completes it.
  init(collection kind: Kind, at start: Int) {
    self.init(kind, at: start..<start)
  }

  init(aliasOf target: Int, at range: Range<Int>) {
    self.init(.alias, at: range)
    first = UInt32(target)
  }

  /// Completes a collection: its children are all records up to `next`.
  mutating func close(at end: Int, childCount: Int, next: Int) {
    upper = max(lower, UInt32(end))
    first = UInt32(childCount)
    second = UInt32(next)
  }

  /// The bytes in the file; a scalar's may end in blanks.
  var range: Range<Int> { Int(lower)..<Int(upper) }

  /// A scalar's text, in the file if it is verbatim, else in the tape's text.
  var text: Range<Int> { Int(first)..<(Int(first) + Int(second)) }

  /// How many records directly inside a collection: items, or keys and values.
  var childCount: Int { Int(first) }

  /// The record behind a collection's last child.
  var next: Int { Int(second) }

  /// What an alias stands for.
  var target: Int { Int(first) }
}
