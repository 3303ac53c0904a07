import Foundation
import ProbityTestSupport

/// A finished run of the built command, as a shell in the repository's root ran it.
struct ToolRun {
  /// What a terminal shows: both streams, in the order of writing.
  var screen: String
  var exitCode: Int32
  /// Whether the run was ended by a signal: a crash, or a limit that it went over.
  var isKilled: Bool

  /// What a run may use; the system ends it where it needs more.
  struct Limits {
    var processorSeconds = 20
    var megabytes = 1000
  }

  /// The folder of the built command: beside the test bundle, or as `PROBITY_BINARY` says.
  static var binaryFolder: String {
    if let binary = ProcessInfo.processInfo.environment["PROBITY_BINARY"] {
      return URL(filePath: binary).deletingLastPathComponent().path()
    }
    let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent().path()
  }

  /// Runs a line of shell in which `probity` is the built command.
  ///
  /// - Throws: whatever keeps the shell from starting.
  static func of(
    _ line: String,
    in folder: String = Repository.root,
    limits: Limits = Limits()
  ) async throws -> ToolRun {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let limits = "ulimit -t \(limits.processorSeconds); ulimit -d \(limits.megabytes * 1024)"
    process.arguments = ["-c", limits + "\n" + line]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "PATH": binaryFolder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
      "PROBITY_RULES": folder == Repository.root ? "rules" : Repository.root + "/rules",
      "COLUMNS": "80", "LC_ALL": "C.UTF-8",
    ]
    let screen = scratch.path("screen")
    try scratch.write("", to: "screen")
    let output = try FileHandle(forWritingTo: URL(filePath: screen))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try await process.runToEnd()
    try output.close()
    return ToolRun(
      screen: try scratch.text(of: "screen"),
      exitCode: process.terminationStatus,
      isKilled: process.terminationReason == .uncaughtSignal || process.terminationStatus > 128
    )
  }
}

extension Process {
  /// Starts the process and waits, without holding a thread.
  fileprivate func runToEnd() async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      terminationHandler = { _ in done.resume() }
      do {
        try run()
      } catch {
        terminationHandler = nil
        done.resume(throwing: error)
      }
    }
  }
}
