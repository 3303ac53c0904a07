import ProbityTestSupport

/// A Markdown page with blocks of console: what somebody types, what is shown, how it ends.
///
/// ````
/// ```console
/// $ probity --version
/// probity 0.1.0
/// [exit 0]
/// ```
/// ````
///
/// A line `...` stands for any number of lines; `[exit 1]`, where it is given, must be so.
struct Transcript {
  /// One command with what it shows.
  struct Step {
    /// The line of the page, from 1, that the command stands in.
    var line: Int
    /// The command as typed; a line that ends in `\` goes on in the next.
    var typed: [String]
    var shown: [String] = []
    var exitCode: Int32?

    /// What the shell is given: `bin/probity` is the built command, too.
    var command: String {
      typed.joined(separator: "\n").replacing("bin/probity", with: "probity")
    }
  }

  /// The page in pieces: lines of prose, and commands.
  enum Part {
    case prose(String)
    case step(Step)
  }

  var parts: [Part] = []

  var steps: [Step] {
    parts.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }

  init(_ page: String) {
    var isConsole = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = String(line)
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        parts.append(.prose(line))
      } else if isConsole {
        readConsole(line, number: index + 1)
      } else {
        parts.append(.prose(line))
      }
    }
  }

  private mutating func readConsole(_ line: String, number: Int) {
    if line.hasPrefix("$ ") {
      parts.append(.step(Step(line: number, typed: [String(line.dropFirst(2))])))
      return
    }
    guard case .step(var step) = parts.last else {
      parts.append(.prose(line))
      return
    }
    if step.shown.isEmpty, step.typed.last?.hasSuffix("\\") == true {
      step.typed.append(line)
    } else if let code = Self.exitCode(line) {
      step.exitCode = code
    } else {
      step.shown.append(line)
    }
    parts[parts.count - 1] = .step(step)
  }

  private static func exitCode(_ line: String) -> Int32? {
    guard line.hasPrefix("[exit "), line.hasSuffix("]") else { return nil }
    return Int32(line.dropFirst(6).dropLast())
  }

  /// The page as text.
  var page: String {
    parts.flatMap { part in
      switch part {
      case .prose(let line): [line]
      case .step(let step):
        ["$ " + step.typed.joined(separator: "\n")] + step.shown
          + (step.exitCode.map { ["[exit \($0)]"] } ?? [])
      }
    }.joined(separator: "\n")
  }
}
