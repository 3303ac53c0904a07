import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity answers`: what to do with a questionnaire that came back.
struct AnswersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: "Put answers to a questionnaire on file.",
    subcommands: [AnswersImport.self]
  )
}

/// `probity answers import`: shows what becomes of each answer, and writes only if told to.
struct AnswersImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Show what becomes of each answer; with --yes, write them into the profile.",
    usage: "probity answers import <file> --into <profile> [--yes] [<options>]",
    discussion: """
      Answers become claims of an ungraded statement, beside those that are on file; nothing is \
      taken away, and nothing else of the file changes. With one wrong answer nothing is written.

      Exit codes: 0 the answers were shown or written, whatever the result is; 2 a wrong answer or \
      unreadable input; 64 wrong command line.
      """
  )

  @Argument(help: "The filled-in questionnaire, in YAML or, by its name, CSV or xlsx.")
  var file: String

  @Option(help: "The vendor profile that gets the answers.")
  var into: String

  @Flag(help: "Write the profile.")
  var yes = false

  @Option(help: "Who answered, where the questionnaire does not say.")
  var by: String?

  @Option(help: "The day of the answers, where it does not say (YYYY-MM-DD).")
  var on: String?

  @Option(help: "The language of what is said about answers: en, fr or es.")
  var lang = "en"

  @OptionGroup var vetting: VettingOptions

  private var words: QuestionnaireWords { QuestionnaireWords(lang) }

  mutating func validate() throws {
    try QuestionnaireCommand.requireLanguage(lang)
    if into == "-" { throw ValidationError("--into must name a file") }
    try VettingOptions.requireDay(on, of: "--on", such: "2026-11-23")
  }

  mutating func run() throws {
    // Choices are understood by their labels in every language, whatever is said about them in.
    let reading = try vetting.read(into, in: LocalizedText.translated)
    var inputs = Inputs()
    var diagnostics = DiagnosticList()
    let sheetText = inputs.text(at: file)
    let profile = inputs.text(at: into)
    diagnostics.append(contentsOf: inputs.diagnostics)
    var outcome: AnswerImport?
    if let sheetText, let profile,
      let sheet = AnswerSheet.read(sheetText, into: &diagnostics)
    {
      outcome = AnswerImport.of(
        sheet,
        into: profile,
        AnswerImport.Defaults(by: by, on: on),
        by: reading.rulebook,
        into: &diagnostics
      )
    }
    Terminal.complain(about: diagnostics)
    guard diagnostics.isFreeOfErrors, let outcome, let profile else {
      Terminal.complain("nothing was written\n")
      throw ExitStatus.noDecision
    }
    try show(outcome, reading)
    try write(outcome, over: profile)
  }

  private func show(_ outcome: AnswerImport, _ reading: VettingInputs) throws {
    let before = reading.profiles[0]
    var diagnostics = DiagnosticList()
    let after =
      outcome.profile.map { reading.profile(changed: $0, into: &diagnostics) } ?? before
    guard diagnostics.isFreeOfErrors, let after else {
      // The profile was sound, and so was each answer: whatever this is, it must not be written.
      Terminal.complain(about: diagnostics)
      Terminal.complain("nothing was written\n")
      throw ExitStatus.noDecision
    }
    Terminal.write(
      ImportReport.text(
        outcome,
        before: vetting.decision(on: before, in: reading),
        after: vetting.decision(on: after, in: reading),
        words,
        width: Terminal.width
      )
    )
  }

  private func write(_ outcome: AnswerImport, over profile: SourceText) throws {
    guard let edited = outcome.profile else { return Terminal.write(words.nothingToWrite + "\n") }
    guard yes else { return Terminal.write(words.writesOnYes + "\n") }
    var inputs = Inputs()
    guard inputs.text(at: into)?.bytes == profile.bytes else {
      try Terminal.refuse("input.changed", "`\(into)` was changed while it was read; try again")
      return
    }
    if let problem = FileWriter.replace(into, edited.bytes) {
      try Terminal.refuse("input.unwritable", problem)
    }
    Terminal.write(words.wrote(into) + "\n")
  }
}
