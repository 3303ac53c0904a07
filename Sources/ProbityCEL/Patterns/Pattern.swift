import CRE2

/// A regular expression in the syntax of RE2: no back-references, no look-around, linear time.
///
/// Compiling refuses what would need much memory, so that a rule cannot exhaust its host.
@safe final class Pattern: @unchecked Sendable {
  /// Why a text is no pattern.
  struct Refusal: Error {
    /// What the library says, such as `missing ): (a`.
    var reason: String
  }

  /// Instructions of the largest compiled program.
  private static let programSize: Int32 = 10_000

  /// Bytes that compiling and matching may use.
  private static let memory = 8 << 20

  // INVARIANT: compiled once and never changed; the library matches it on any number of threads.
  private let pointer: OpaquePointer

  init(_ text: String) throws(Refusal) {
    let bytes = Array(text.utf8)
    var message = [CChar](repeating: 0, count: 200)
    let compiled = unsafe bytes.withUnsafeBytes { bytes in
      unsafe cre2_compile(
        bytes.bindMemory(to: CChar.self).baseAddress,
        bytes.count,
        Self.programSize,
        Self.memory,
        &message,
        message.count
      )
    }
    guard let compiled = unsafe compiled else {
      let reason = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw Refusal(reason: String(decoding: reason, as: UTF8.self))
    }
    unsafe pointer = compiled
  }

  deinit { unsafe cre2_free(pointer) }

  /// The pattern without a count of references, for those who hold it meanwhile.
  var handle: PatternHandle { unsafe PatternHandle(pointer: pointer) }

  /// Whether it is found anywhere in a text.
  func isFound(in text: String) throws(Refusal) -> Bool {
    let bytes = Array(text.utf8)
    let answer = unsafe bytes.withUnsafeBytes { bytes in
      unsafe cre2_find(pointer, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    if answer < 0 { throw Refusal(reason: "the search failed") }
    return answer == 1
  }
}

/// A pattern that somebody else keeps alive.
///
/// INVARIANT: used only while the `Pattern` it was made from is, which any number of threads may
/// match at once.
@safe struct PatternHandle: @unchecked Sendable, BitwiseCopyable {
  fileprivate let pointer: OpaquePointer

  /// Whether it is found anywhere in a text of UTF-8; unknown where the search failed.
  func isFound(in bytes: UnsafeRawBufferPointer) -> Truth {
    let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
    switch unsafe cre2_find(pointer, start, bytes.count) {
    case 0: return .no
    case 1: return .yes
    default: return .unknown
    }
  }
}
