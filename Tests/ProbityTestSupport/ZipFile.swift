/// Zip archives byte by byte, also such as no program would write.
package struct ZipFile {
  package struct Entry {
    package var name: String
    package var bytes: [UInt8]
    package var method: UInt16 = 0
    package var flags: UInt16 = 0
    /// What the headers claim, where that is not the truth.
    package var claimedSize: UInt32?
    package var claimedSum: UInt32?

    package init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
    }

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var entries: [Entry]
  /// How many entries its end claims to have.
  package var claimedCount: UInt16?

  package init(entries: [Entry]) { self.entries = entries }

  package var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = UInt32(body.count)
      let packed = entry.method == 8 ? Self.deflated(entry.bytes) : entry.bytes
      let common =
        Self.little(20, entry.flags, entry.method, 0, 0x21)
        + Self.wide(entry.claimedSum ?? Self.sum(entry.bytes), UInt32(packed.count))
        + Self.wide(entry.claimedSize ?? UInt32(entry.bytes.count))
        + Self.little(UInt16(entry.name.utf8.count), 0)
      body += [0x50, 0x4B, 3, 4] + common + Array(entry.name.utf8) + packed
      directory +=
        [0x50, 0x4B, 1, 2] + Self.little(20) + common + Self.little(0, 0, 0)
        + Self.wide(UInt32(0), offset) + Array(entry.name.utf8)
    }
    let count = claimedCount ?? UInt16(entries.count)
    return body + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 0, count, count)
      + Self.wide(UInt32(directory.count), UInt32(body.count)) + Self.little(0)
  }

  private static func little(_ values: UInt16...) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func wide(_ values: UInt32...) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8((value >> (8 * $0)) & 0xFF) } }
  }

  /// Deflated in blocks that are stored.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      packed += [rest.isEmpty ? 1 : 0] + little(length, ~length) + block
    } while !rest.isEmpty
    return packed
  }

  /// CRC-32 of ISO 3309.
  static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}
