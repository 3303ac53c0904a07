/// A value in sixteen trivially copyable bytes: what conditions compare, and nothing that owns.
///
/// A text is known by the hash of its bytes and by where these stand; equal hashes are confirmed
/// byte by byte.
struct FactCell: Sendable, BitwiseCopyable {
  enum Kind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
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
    /// Whole seconds; a time with a fraction of one does not fit.
    case timestamp
    case duration
    /// A record of the tree.
    case record
    /// A list of the tree.
    case list
    /// A value that does not fit; only `Machine` can tell what it is.
    case other
  }

  /// The value; of a text its hash, and above that where it begins; of a record or list the place
  /// of its first child, and above that its node.
  let bits: UInt64
  /// From the lowest bit the fact, 32 bits, the length, 16, the kind, 8, and the marks, 8.
  ///
  /// Two words travel in registers, where five parts would not.
  private var rest: UInt64

  init(_ kind: Kind, bits: UInt64 = 0, length: UInt16 = 0) {
    self.bits = bits
    rest = UInt64(UInt32.max) | UInt64(length) << 32 | UInt64(kind.rawValue) << 48
  }

  // INVARIANT: these bits only ever come from a `Kind`; cases are numbered from 0 as in memory.
  @inline(__always)
  var kind: Kind { unsafe unsafeBitCast(UInt8(truncatingIfNeeded: rest >> 48), to: Kind.self) }

  /// Bytes of a text, fields of a record, elements of a list.
  @inline(__always)
  var length: UInt16 { UInt16(truncatingIfNeeded: rest >> 32) }

  /// What says that a leaf has its value, a record exists, a list is complete; -1 for nothing.
  var factIndex: Int32 {
    @inline(__always) get { Int32(truncatingIfNeeded: rest) }
    set { rest = rest & ~UInt64(UInt32.max) | UInt64(UInt32(bitPattern: newValue)) }
  }

  static let open = FactCell(.open)

  /// What says that this is so; nil where that is not in question.
  @inline(__always)
  var fact: FactID? { factIndex < 0 ? nil : FactID(Int(factIndex)) }
}

// MARK: Records and lists

extension FactCell {
  /// Whether it stands for a value, known or not.
  @inline(__always)
  var isLeaf: Bool { kind != .record && kind != .list }

  /// What is known of something that may be there or not.
  enum Presence: UInt8, CaseIterable {
    /// Not in question.
    case certain
    case there
    case open
    case absent
  }

  // INVARIANT: there are four cases for two bits.
  /// Whether a record or list exists.
  var existence: Presence {
    @inline(__always) get {
      unsafe unsafeBitCast(UInt8(truncatingIfNeeded: rest >> 56 & 3), to: Presence.self)
    }
    set { rest = rest & ~(3 << 56) | UInt64(newValue.rawValue) << 56 }
  }

  /// Whether a list has no further element.
  var closure: Presence {
    @inline(__always) get {
      unsafe unsafeBitCast(UInt8(truncatingIfNeeded: rest >> 58 & 3), to: Presence.self)
    }
    set { rest = rest & ~(3 << 58) | UInt64(newValue.rawValue) << 58 }
  }

  /// The cell of a record or list with nothing known about it; one with too many children for a
  /// cell does not fit.
  init(_ id: NodeID, _ node: FactTree.Node) {
    let children = node.children
    guard let count = UInt16(exactly: children.count),
      let first = UInt32(exactly: children.lowerBound)
    else {
      self.init(.other)
      return
    }
    self.init(
      node.kind == .list ? .list : .record,
      bits: UInt64(first) | UInt64(UInt32(bitPattern: id.index)) << 32,
      length: count
    )
    if node.kind == .list, let closure = node.fact {
      factIndex = closure.index
      self.closure = .open
    }
  }

  /// The places of the children of a record or list.
  @inline(__always)
  var children: Range<Int> {
    let first = Int(truncatingIfNeeded: bits & 0xFFFF_FFFF)
    return first..<(first + Int(length))
  }

  /// The node of a record or list.
  var node: NodeID { NodeID(Int(Int32(truncatingIfNeeded: bits >> 32))) }
}

// MARK: Values

extension FactCell {
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
    case .timestamp(let time) where time.nanoseconds == 0:
      self.init(.timestamp, bits: UInt64(bitPattern: time.seconds))
    case .duration(let span) where span.nanoseconds == 0:
      self.init(.duration, bits: UInt64(bitPattern: span.seconds))
    case .string(let text): self.init(text, &bytes, isConstant: isConstant)
    case .timestamp, .duration, .null, .bytes, .list, .map, .type, .optional, .node, .unknown,
      .error:
      self.init(.other)
    }
  }

  private init(_ text: Text, _ bytes: inout [UInt8], isConstant: Bool) {
    let utf8 = text.description.utf8
    let start = bytes.count
    guard let length = UInt16(exactly: utf8.count), let place = UInt32(exactly: start) else {
      self.init(.other)
      return
    }
    bytes.append(contentsOf: utf8)
    let hash = bytes.span.extracting(start..<bytes.count).hash
    self.init(
      isConstant ? .constantText : .text,
      bits: UInt64(place) << 32 | UInt64(hash),
      length: length
    )
  }

  /// What a leaf is known to be.
  init(_ state: FactView.State, _ bytes: inout [UInt8]) {
    switch state {
    case .unknown: self = .open
    case .absent: self.init(.absent)
    case .known(let value): self.init(value, &bytes, isConstant: false)
    }
  }

  /// Takes over what is known of one of the facts about it.
  mutating func learn(_ state: FactView.State, of kind: FactTree.FactKind, _ bytes: inout [UInt8]) {
    switch (kind, state) {
    case (.value, _):
      let fact = factIndex
      self = FactCell(state, &bytes)
      factIndex = fact
    case (.closure, .known(.bool(true))): closure = .there
    case (.closure, _): closure = .open
    case (.existence, .known(.bool(true))): existence = .there
    case (.existence, .unknown): existence = .open
    case (.existence, _): existence = .absent
    }
  }

  @inline(__always)
  var isText: Bool { kind == .text || kind == .constantText }

  /// Where a text begins.
  @inline(__always)
  var textPlace: Int { Int(truncatingIfNeeded: bits >> 32) }

  @inline(__always)
  var hash: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// The interval of a date.
  var date: PartialDate {
    PartialDate(
      firstDay: Int32(truncatingIfNeeded: bits),
      lastDay: Int32(truncatingIfNeeded: bits >> 32)
    )
  }

  /// Whether it holds a value, which none is not.
  @inline(__always)
  var isKnown: Bool { kind != .open && kind != .absent }

  /// Whether it is the answer yes.
  @inline(__always)
  var isTrue: Bool { kind == .bool && bits == 1 }
}

extension Span<UInt8> {
  /// A hash for telling texts apart; who forges equal ones gains nothing but a longer comparison.
  fileprivate var hash: UInt32 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    for index in indices {
      hash = (hash ^ UInt64(self[index])) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
