import ProbityTestSupport

extension Transcript.Step {
  /// The lines of a screen; the last line break ends the last line.
  static func lines(of screen: String) -> [String] {
    var lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Runs the command after one that ended so, for pages that ask `echo $?`.
  func run(after previous: Int32) async throws -> ToolRun {
    try await ToolRun.of("(exit \(previous))\n" + command)
  }

  /// What differs between the page and a run; nil if nothing does.
  func difference(to run: ToolRun) -> String? {
    let lines = Self.lines(of: run.screen)
    if let exitCode, exitCode != run.exitCode {
      return "`\(command)` exits \(run.exitCode), not \(exitCode):\n\(run.screen)"
    }
    guard !Self.matches(lines[...], shown[...]) else { return nil }
    let same = zip(lines, shown).prefix { $0 == $1 }.count
    let wanted = same < shown.count ? shown[same] : "(nothing more)"
    let found = same < lines.count ? lines[same] : "(nothing more)"
    return """
      `\(command)` shows something else from line \(same + 1) on; PROBITY_RECORD=1 records it
      page: \(wanted)
      run:  \(found)
      """
  }

  /// Whether lines are as a page shows them; `...` stands for any number of lines.
  static func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    let pieces = shown.split(separator: "...", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return lines == shown
    }
    guard lines.starts(with: first) else { return false }
    var rest = lines.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      while !rest.starts(with: piece) {
        if rest.popFirst() == nil { return false }
      }
      rest = rest.dropFirst(piece.count)
    }
    return rest.count >= last.count && rest.suffix(last.count) == last
  }

  /// The step with what a run showed, cut where it was cut before.
  func recorded(_ run: ToolRun) -> Transcript.Step {
    var step = self
    if step.exitCode != nil { step.exitCode = run.exitCode }
    let lines = Self.lines(of: run.screen)
    guard !Self.matches(lines[...], shown[...]) else { return step }
    step.shown = Self.cut(lines, like: shown)
    return step
  }

  /// Lines with as many shown before the first and behind the last `...` as a page shows.
  private static func cut(_ lines: [String], like shown: [String]) -> [String] {
    guard let first = shown.firstIndex(of: "..."), let last = shown.lastIndex(of: "...") else {
      return lines
    }
    let tail = shown.count - last - 1
    guard first + tail < lines.count else { return lines }
    return lines.prefix(first) + ["..."] + lines.suffix(tail)
  }
}
