import Glibc
import Probity

/// Where results and complaints go.
enum Terminal {
  /// Writes results to standard output; a reader that went away ends the run.
  static func write(_ text: String) { write(text, to: 1) }

  /// Writes diagnostics and progress to standard error.
  static func complain(_ text: String) { write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + written },
          bytes.count - written
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { ExitStatus.noDecision.exit() }
      written += count
    }
  }

  /// The width to wrap at: that of `COLUMNS` within reason, else 80.
  static var width: Int {
    guard let text = environment("COLUMNS"), let columns = Int(text) else { return 80 }
    return min(max(columns, 60), 120)
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The day in UTC, for `--as-of` that is not given.
  static var today: CalendarDate { CalendarDate(daysSince1970: time(nil) / 86_400) }
}
