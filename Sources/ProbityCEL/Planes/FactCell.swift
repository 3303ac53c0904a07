/// A value in sixteen trivially copyable bytes: what conditions compare, and nothing that owns.
///
/// A text is known by the hash of its bytes and by where these stand; equal hashes are confirmed
/// byte by byte.
struct FactCell: Sendable, BitwiseCopyable {
  enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Not answered.
    case open
    /// Known to be none.
    case absent
    case bool
    case int
    case uint
    case double
    /// A text among the bytes of a view.
    case text
    /// A text among the bytes of a program.
    case constantText
    case date
    case timestamp
    case duration
    /// A record or a list of the tree.
    case node
    /// A value that does not fit; only `Machine` can tell what it is.
    case other
  }

  /// The value, or the hash of a text.
  var bits: UInt64
  /// Where a text begins, or the nanoseconds of a time.
  var low: UInt32
  private var kindAndLength: UInt32

  init(_ kind: Kind, bits: UInt64 = 0, low: UInt32 = 0, length: Int = 0) {
    self.bits = bits
    self.low = low
    kindAndLength = UInt32(kind.rawValue) | UInt32(truncatingIfNeeded: length) << 8
  }

  var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: kindAndLength)) ?? .other }

  /// Bytes of a text.
  var length: Int { Int(kindAndLength >> 8) }

  /// Whether both have the same kind and, for texts, the same length.
  func isLike(_ other: FactCell) -> Bool { kindAndLength == other.kindAndLength }

  static let open = FactCell(.open)

  /// Bytes of the longest text that has a cell.
  static let longestText = 1 << 24 - 1
}

extension FactCell {
  /// The cell of a node, with the place of its first child at hand.
  init(_ node: NodeID, firstChild: Int32) {
    self.init(.node, bits: UInt64(UInt32(bitPattern: node.index)), low: UInt32(firstChild))
  }

  /// The cell of a value that no node stands for; a text's bytes are added to those given.
  init(_ value: Value, _ bytes: inout [UInt8], isConstant: Bool) {
    switch value {
    case .bool(let bool): self.init(.bool, bits: bool ? 1 : 0)
    case .int(let int): self.init(.int, bits: UInt64(bitPattern: int))
    case .uint(let uint): self.init(.uint, bits: uint)
    case .double(let double): self.init(.double, bits: double.bitPattern)
    case .date(let date):
      let days = [date.firstDay, date.lastDay].map { UInt64(UInt32(bitPattern: $0)) }
      self.init(.date, bits: days[0] | days[1] << 32)
    case .timestamp(let time):
      self.init(
        .timestamp,
        bits: UInt64(bitPattern: time.seconds),
        low: UInt32(time.nanoseconds)
      )
    case .duration(let span):
      self.init(
        .duration,
        bits: UInt64(bitPattern: span.seconds),
        low: UInt32(span.nanoseconds)
      )
    case .string(let text): self.init(text, &bytes, isConstant: isConstant)
    case .null, .bytes, .list, .map, .type, .optional, .node, .unknown, .error: self.init(.other)
    }
  }

  private init(_ text: Text, _ bytes: inout [UInt8], isConstant: Bool) {
    let utf8 = text.description.utf8
    let start = bytes.count
    guard utf8.count <= Self.longestText, start <= Int(UInt32.max) - utf8.count else {
      self.init(.other)
      return
    }
    bytes.append(contentsOf: utf8)
    self.init(
      isConstant ? .constantText : .text,
      bits: bytes.span.extracting(start..<bytes.count).hash,
      low: UInt32(start),
      length: utf8.count
    )
  }

  init(_ state: FactView.State, _ bytes: inout [UInt8]) {
    switch state {
    case .unknown: self = .open
    case .absent: self.init(.absent)
    case .known(let value): self.init(value, &bytes, isConstant: false)
    }
  }
}

extension Span<UInt8> {
  /// A hash for telling texts apart; who forges equal ones gains nothing but a longer comparison.
  fileprivate var hash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    for index in indices {
      hash = (hash ^ UInt64(self[index])) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    return hash
  }
}
