import CMinizip

/// Unpacks zip archives with minizip: the only place that touches it.
///
/// minizip belongs to zlib and knows what a spreadsheet is packed with, stored and deflated, and
/// nothing else. libzip and libarchive bring four more ways of packing, and ciphers: each of them
/// one more reader of bytes that strangers made.
enum ZipArchive {
  /// What the directory says of one file inside.
  struct Entry {
    var name: String
    var packed: UInt64
    var unpacked: UInt64
    var isEncrypted: Bool
    var isKnownMethod: Bool
  }

  /// Files whose names end in one of some ways, by their names; the whole directory is checked.
  static func files(
    of bytes: [UInt8],
    endingIn endings: [String]
  ) throws(WorkbookFault) -> [String: [UInt8]] {
    try checkHead(bytes)
    let read = unsafe bytes.withUnsafeBufferPointer {
      buffer -> Result<[String: [UInt8]], WorkbookFault> in
      do throws(WorkbookFault) {
        return .success(try unsafe files(in: buffer, endingIn: endings))
      } catch {
        return .failure(error)
      }
    }
    return try read.get()
  }

  private static func checkHead(_ bytes: [UInt8]) throws(WorkbookFault) {
    if bytes.count > WorkbookLimits.bytes {
      throw .tooLarge("a spreadsheet must not have more than \(WorkbookLimits.bytes >> 20) MiB")
    }
    // The container of old spreadsheets, and of all that have a password.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw WorkbookFault(
        id: "xlsx.encrypted",
        message: "the file has a password, or is an .xls of old",
        help: "save it as .xlsx without a password"
      )
    }
  }

  private static func files(
    in buffer: UnsafeBufferPointer<UInt8>,
    endingIn endings: [String]
  ) throws(WorkbookFault) -> [String: [UInt8]] {
    guard let archive = unsafe cminizip_open(buffer.baseAddress, buffer.count) else {
      throw .damaged("the file is no spreadsheet in the format .xlsx, or not all of it")
    }
    defer { unsafe cminizip_close(archive) }
    guard unsafe cminizip_count(archive) <= UInt64(WorkbookLimits.entries) else {
      throw .tooLarge("there must not be more than \(WorkbookLimits.entries) files inside")
    }
    var names: Set<String> = []
    var room = WorkbookLimits.unpackedBytes
    var files: [String: [UInt8]] = [:]
    var status = unsafe cminizip_first(archive)
    while status > 0 {
      let entry = try unsafe entry(archive)
      try check(entry)
      guard names.insert(entry.name).inserted else {
        throw .damaged("`\(entry.name)` is there twice")
      }
      guard entry.unpacked <= UInt64(room) else {
        throw .tooLarge(
          "unpacked it must not have more than \(WorkbookLimits.unpackedBytes >> 20) MiB"
        )
      }
      room -= Int(entry.unpacked)
      if endings.contains(where: entry.name.hasSuffix) {
        files[entry.name] = try unsafe content(archive, entry)
      }
      status = unsafe cminizip_next(archive)
    }
    guard status == 0 else { throw .damaged("its list of files is damaged") }
    return files
  }

  private static func entry(_ archive: OpaquePointer) throws(WorkbookFault) -> Entry {
    var entry = cminizip_entry()
    var isKnown = false
    let longest = 256
    let name = unsafe [UInt8](unsafeUninitializedCapacity: longest) { buffer, count in
      let status = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe cminizip_describe(archive, &entry, characters.baseAddress, characters.count)
      }
      isKnown = status > 0 && entry.name_length <= longest
      count = isKnown ? Int(entry.name_length) : 0
    }
    guard isKnown, let text = String(validating: name, as: UTF8.self), !text.isEmpty else {
      throw .damaged("its list of files is damaged")
    }
    return Entry(
      name: text,
      packed: entry.compressed,
      unpacked: entry.uncompressed,
      isEncrypted: entry.is_encrypted != 0,
      isKnownMethod: entry.method == 0 || entry.method == 8
    )
  }

  private static func check(_ entry: Entry) throws(WorkbookFault) {
    let steps = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    // Nothing is unpacked to a disk; a spreadsheet that wants to climb is none all the same.
    if steps.first == "" || steps.contains("..") || entry.name.contains("\\")
      || entry.name.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == ":" })
    {
      throw .damaged("`\(entry.name)` is no name of a part of a spreadsheet")
    }
    if entry.isEncrypted {
      throw WorkbookFault(
        id: "xlsx.encrypted",
        message: "`\(entry.name)` is encrypted",
        help: "save it without a password"
      )
    }
    if !entry.isKnownMethod {
      throw .damaged("`\(entry.name)` is packed in a way that spreadsheets don't use")
    }
    let isLong = entry.unpacked > UInt64(WorkbookLimits.shortBytes)
    if isLong, entry.unpacked / UInt64(WorkbookLimits.ratio) > entry.packed {
      throw .tooLarge(
        "unpacked, `\(entry.name)` must not be more than \(WorkbookLimits.ratio) times as long"
      )
    }
  }

  private static func content(
    _ archive: OpaquePointer,
    _ entry: Entry
  ) throws(WorkbookFault) -> [UInt8] {
    var length: Int64 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(entry.unpacked)) { buffer, count in
      length = unsafe cminizip_read(archive, buffer.baseAddress, buffer.count)
      count = Int(max(0, length))
    }
    guard length == Int64(entry.unpacked) else {
      throw .damaged("`\(entry.name)` is not what the list of files says: it is cut off or damaged")
    }
    return bytes
  }
}
