import Glibc

/// Writes all of some bytes, however often the system interrupts it; false, with `errno`, if that
/// can't be done.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(
        descriptor,
        buffer.baseAddress.map { unsafe $0 + written },
        bytes.count - written
      )
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    written += count
  }
  return true
}

/// What an `errno` means, in words.
func reason(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
