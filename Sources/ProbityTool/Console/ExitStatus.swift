import Glibc
import Probity

/// How a run ended; the only table of exit codes there is.
enum ExitStatus: Int32, Error, CaseIterable {
  /// Pass, or nothing to report.
  case pass = 0
  /// At least one fail.
  case fail = 1
  /// No decision was made: unreadable or invalid input, a limit, an internal fault.
  case noDecision = 2
  /// Undetermined, and nothing fails.
  case undetermined = 3
  /// A wrong command line.
  case usage = 64

  init(_ verdict: Verdict) {
    switch verdict {
    case .fail: self = .fail
    case .undetermined: self = .undetermined
    case .pass: self = .pass
    }
  }

  /// The status of many vendors: 2 wins over 1 over 3 over 0.
  static func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    let order: [ExitStatus] = [.usage, .noDecision, .fail, .undetermined]
    return order.first(where: statuses.contains) ?? .pass
  }

  /// Ends the process at once, whatever another thread is at; all output was written by then.
  func exit() -> Never { _exit(rawValue) }
}
