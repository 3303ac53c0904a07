import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity lint`: what is wrong with profiles, rules and procurement files, or odd.
struct LintCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case github
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Say what is wrong with profiles, rules, suites and procurement files, or odd.",
    usage: "probity lint <paths> ... [<options>]",
    discussion: """
      Beside what keeps a file from being read, it finds what can be found by evaluating: rules \
      that are never violated or never satisfied, conditions that are constant or never decide, \
      exceptions that nobody can meet, rules that a vendor satisfies who answers nothing, rules in \
      conflict; further what no rule or answer uses, what is not translated, and with --as-of \
      evidence that is too old or rests on one source. probity explain tells more of a message.

      Exit codes: 0 nothing, or only warnings; 1 errors; 2 paths that can't be read; 64 wrong \
      command line.
      """
  )

  @Argument(help: "Files, or folders of them, however deep.")
  var paths: [String]

  @Option(help: "The folder of rules and vocabulary (default: $PROBITY_RULES, else rules).")
  var rules: String?

  @Option(help: "Look at the evidence in profiles as it stands on this day (YYYY-MM-DD).")
  var asOf: String?

  @Option(help: "text, json or github.")
  var format = Format.text

  @Option(help: "The language of the summary: en, fr or es.")
  var lang = "en"

  mutating func validate() throws {
    if paths.isEmpty { throw ValidationError("name at least one file or folder") }
    try VettingOptions.requireDay(asOf, of: "--as-of", such: "2020-12-18")
    if !["en", "fr", "es"].contains(lang) {
      throw ValidationError("--lang must be en, fr or es; `\(lang)` is neither")
    }
  }

  mutating func run() throws {
    let files = CheckedFiles.read(paths, rules: rules)
    guard files.faults.isFreeOfErrors else {
      Terminal.complain(about: files.faults)
      throw ExitStatus.noDecision
    }
    let run = LintRun(
      files.named,
      rules: files.others,
      asOf: asOf.flatMap { CalendarDate($0) }
    )
    let report = LintReport(run, language: lang)
    switch format {
    case .text: Terminal.write(report.text)
    case .json: Terminal.write(report.json.text)
    case .github: Terminal.write(report.github)
    }
    throw run.errorCount == 0 ? ExitStatus.pass : .fail
  }
}
