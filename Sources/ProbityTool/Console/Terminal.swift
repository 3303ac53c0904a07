import Glibc
import Probity
import ProbityText

/// Where results and complaints go.
enum Terminal {
  /// Writes results to standard output; a reader that went away ends the run.
  static func write(_ text: String) { write(text, to: 1) }

  /// Writes progress and the like to standard error.
  static func complain(_ text: String) { write(text, to: 2) }

  /// Writes what was found, if anything was.
  static func complain(about diagnostics: DiagnosticList) {
    let sorted = diagnostics.sorted
    if !sorted.isEmpty { complain(Excerpt.text(for: sorted)) }
  }

  /// Ends the run for something that is wrong with no place in a file.
  static func refuse(
    _ id: String,
    _ problem: String,
    help: String? = nil
  ) throws(ExitStatus) {
    complain(Excerpt.text(for: [Diagnostic(.error, id: id, problem, at: nil, help: help)]))
    throw .noDecision
  }

  private static func write(_ text: String, to descriptor: Int32) {
    guard writeAll(Array(text.utf8), to: descriptor) else { ExitStatus.noDecision.exit() }
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
