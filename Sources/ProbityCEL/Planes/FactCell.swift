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
    /// A record of the tree.
    case record
    /// A list of the tree.
    case list
    /// A value that does not fit; only `Machine` can tell what it is.
    case other
  }

  /// The value; of a text the hash; of a record or list its first child and how many it has.
  var bits: UInt64
  /// Where a text begins; the nanoseconds of a time; the node of a record; the fact that a list is
  /// complete.
  var low: UInt32
  /// Bytes of a text.
  let length: UInt16
  let kind: Kind

  init(_ kind: Kind, bits: UInt64 = 0, low: UInt32 = 0, length: UInt16 = 0) {
    self.bits = bits
    self.low = low
    self.length = length
    self.kind = kind
  }

  static let open = FactCell(.open)
}

extension FactCell {
  /// The cell of a record or list.
  init(_ kind: Kind, first: Int32, count: Int32, mark: Int32) {
    self.init(
      kind,
      bits: UInt64(UInt32(bitPattern: first)) | UInt64(UInt32(bitPattern: count)) << 32,
      low: UInt32(bitPattern: mark)
    )
  }

  /// The cell of a node that is no leaf.
  init(_ id: NodeID, _ node: FactTree.Node) {
    self.init(
      node.kind == .list ? .list : .record,
      first: node.firstChild,
      count: node.childCount,
      mark: node.kind == .list ? node.fact?.index ?? -1 : id.index
    )
  }

  /// The fact that a list is complete; nil where that is not in question.
  var closure: FactID? {
    let index = Int32(bitPattern: low)
    return index < 0 ? nil : FactID(Int(index))
  }

  /// The places of the children of a record or list.
  var children: Range<Int> {
    let first = Int(truncatingIfNeeded: bits & 0xFFFF_FFFF)
    return first..<(first + Int(truncatingIfNeeded: bits >> 32))
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
    guard let length = UInt16(exactly: utf8.count), let low = UInt32(exactly: start) else {
      self.init(.other)
      return
    }
    bytes.append(contentsOf: utf8)
    self.init(
      isConstant ? .constantText : .text,
      bits: bytes.span.extracting(start..<bytes.count).hash,
      low: low,
      length: length
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
