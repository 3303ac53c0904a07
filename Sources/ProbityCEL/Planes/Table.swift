/// An array for the inner loops: no reference to count, each access within its bounds.
///
/// INVARIANT: read no longer than the call of `withTable` lasts that made it, or than its
/// `TableMemory`.
@safe struct Table<Element: BitwiseCopyable>: BitwiseCopyable {
  private let start: UnsafePointer<Element>?
  let count: Int

  init(_ buffer: UnsafeBufferPointer<Element>) {
    unsafe start = buffer.baseAddress
    count = buffer.count
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a step beyond its table")
      // The count is zero where there is no start.
      return unsafe start.unsafelyUnwrapped[index]
    }
  }
}

extension Table {
  /// Reads a byte of each cache line, so that all are fetched at once and not one after another;
  /// the sum is that of nothing in particular.
  ///
  /// - Complexity: O(*count*), up to a bound.
  func fetched(atMost byteCount: Int) -> UInt8 {
    let length = Swift.min(byteCount, count * MemoryLayout<Element>.stride)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    var sum: UInt8 = 0
    for offset in stride(from: 0, to: length, by: 64) { sum &+= unsafe bytes[offset] }
    return sum
  }
}

/// The memory of several tables, each with a copy of what it is made from.
///
/// INVARIANT: deallocated once, by the one owner of its tables, after their last use.
@safe struct TableMemory: BitwiseCopyable {
  private static let alignment = 16

  private let start: UnsafeMutableRawPointer
  private let byteCount: Int
  private var used = 0

  init(byteCount: Int) {
    // The first table begins a cache line.
    unsafe start = .allocate(byteCount: byteCount, alignment: 64)
    self.byteCount = byteCount
  }

  /// What a table takes of it.
  static func size<Element: BitwiseCopyable>(_ elements: [Element]) -> Int {
    let size = elements.count * MemoryLayout<Element>.stride
    return (size + alignment - 1) / alignment * alignment
  }

  mutating func table<Element: BitwiseCopyable>(copying elements: [Element]) -> Table<Element> {
    precondition(used + Self.size(elements) <= byteCount, "a table beyond its memory")
    let place = unsafe (start + used).bindMemory(to: Element.self, capacity: elements.count)
    let buffer = unsafe UnsafeMutableBufferPointer(start: place, count: elements.count)
    _ = unsafe buffer.initialize(from: elements)
    used += Self.size(elements)
    return unsafe Table(UnsafeBufferPointer(buffer))
  }

  func deallocate() { unsafe start.deallocate() }
}

/// The same for what is written to.
///
/// INVARIANT: as for `Table`, and nobody else reads or writes the array meanwhile.
@safe struct Slots<Element: BitwiseCopyable>: BitwiseCopyable {
  private let start: UnsafeMutablePointer<Element>?
  let count: Int

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe start = buffer.baseAddress
    count = buffer.count
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a step beyond its slots")
      return unsafe start.unsafelyUnwrapped[index]
    }
    @inline(__always) nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a step beyond its slots")
      unsafe start.unsafelyUnwrapped[index] = newValue
    }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Lends the elements for the time of a call.
  @inline(__always)
  func withTable<T>(_ body: (Table<Element>) -> T) -> T {
    unsafe withUnsafeBufferPointer { body(unsafe Table($0)) }
  }

  /// Lends the elements for reading and writing for the time of a call.
  @inline(__always)
  mutating func withSlots<T>(_ body: (Slots<Element>) -> T) -> T {
    unsafe withUnsafeMutableBufferPointer { body(unsafe Slots($0)) }
  }
}

extension Table<UInt8> {
  /// Looks for a pattern in some of the bytes; unknown where the search failed.
  func search(for pattern: PatternHandle, _ place: Int, count length: Int) -> Truth {
    precondition(place >= 0 && length >= 0 && place <= count - length, "a text beyond its bytes")
    guard let start = unsafe start else {
      return unsafe pattern.isFound(in: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return unsafe pattern.isFound(in: UnsafeRawBufferPointer(start: start + place, count: length))
  }

  /// Whether as many bytes stand at one place here as at another place there.
  func matches(_ place: Int, _ other: Table<UInt8>, _ otherPlace: Int, count length: Int) -> Bool {
    for offset in 0..<length where self[place + offset] != other[otherPlace + offset] {
      return false
    }
    return true
  }

  /// How two texts stand to each other, byte by byte, which in UTF-8 is by code point.
  func order(_ cell: FactCell, _ other: Table<UInt8>, _ otherCell: FactCell) -> Order {
    let (place, otherPlace) = (cell.textPlace, otherCell.textPlace)
    for offset in 0..<Int(min(cell.length, otherCell.length)) {
      let (byte, otherByte) = (self[place + offset], other[otherPlace + offset])
      if byte != otherByte { return byte < otherByte ? .less : .greater }
    }
    return Order(cell.length, otherCell.length)
  }
}
