import ArgumentParser
import Probity
import ProbityReports

/// `probity questionnaire`: what is left to ask, for whoever can answer it.
struct QuestionnaireCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case yaml
    case markdown
    case csv
    case xlsx

    /// The format that a file's name ends in.
    init?(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "yaml", "yml": self = .yaml
      case "md", "markdown": self = .markdown
      case "csv": self = .csv
      case "xlsx": self = .xlsx
      default: return nil
      }
    }
  }

  enum Round: String, CaseIterable, ExpressibleByArgument {
    case all
    case first
  }

  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Ask what is still open, and nothing else.",
    usage: "probity questionnaire <profile> [--to <file>] [<options>]",
    discussion: """
      Questions come in rounds, grouped by who can answer; those first that settle soonest. What \
      cannot change a finding is not asked. Filled in, YAML, CSV and xlsx come back by `probity answers \
      import`.
      """
  )

  @Argument(help: "A vendor profile; - for standard input.")
  var profile: String

  @Option(help: "The file to write, which must not exist (default: standard output).")
  var to: String?

  @Option(help: "yaml, markdown, csv or xlsx (default: by the name of the file, else yaml).")
  var format: Format?

  @Option(help: "The language of questions and choices: en, fr or es.")
  var lang = "en"

  @Option(name: .customLong("for"), help: "Ask one respondent only.")
  var respondent: Vocabulary.Respondent?

  @Option(help: "All questions, or those of a first round.")
  var round = Round.all

  @OptionGroup var vetting: VettingOptions

  mutating func validate() throws {
    try Self.requireLanguage(lang)
    if to == nil, format == .xlsx {
      throw ValidationError("--format xlsx needs --to, as no terminal can show it")
    }
    if let to, format == nil, Format(fileName: to) == nil {
      throw ValidationError(
        "--to must end in .yaml, .md, .csv or .xlsx, or --format must say what to write"
      )
    }
  }

  static func requireLanguage(_ language: String) throws {
    guard !["en", "fr", "es"].contains(language) else { return }
    throw ValidationError("--lang must be en, fr or es; `\(language)` is neither")
  }

  mutating func run() throws {
    // A label that means another choice in any language is not shown, as answers may come in any.
    let reading = try vetting.read(profile, in: LocalizedText.translated)
    let decision = vetting.decision(on: reading.profiles[0], in: reading)
    var questionnaire = Questionnaire(decision, firstRoundOnly: round == .first)
    if let respondent { questionnaire = questionnaire.asking(respondent) }
    let bytes = try formatted(questionnaire)
    guard let to else { return Terminal.write(String(decoding: bytes, as: UTF8.self)) }
    if let problem = FileWriter.create(to, bytes) {
      try Terminal.refuse("input.unwritable", problem)
    }
    Terminal.complain("wrote \(to): \(questionnaire.questions.count) questions\n")
  }

  private func formatted(_ questionnaire: Questionnaire) throws -> [UInt8] {
    let words = QuestionnaireWords(lang)
    return switch format ?? to.flatMap(Format.init(fileName:)) ?? .yaml {
    case .yaml: Array(QuestionnaireYAML.text(questionnaire, words).utf8)
    case .markdown: Array(QuestionnaireMarkdown.text(questionnaire, words).utf8)
    case .csv: Array(QuestionnaireCSV.text(questionnaire, words).utf8)
    case .xlsx: try spreadsheet(questionnaire, words)
    }
  }

  private func spreadsheet(
    _ questionnaire: Questionnaire,
    _ words: QuestionnaireWords
  ) throws -> [UInt8] {
    do throws(SpreadsheetFailure) {
      return try QuestionnaireXLSX.bytes(questionnaire, words)
    } catch {
      try Terminal.refuse("input.unwritable", Self.words(for: error))
      return []
    }
  }

  private static func words(for failure: SpreadsheetFailure) -> String {
    switch failure {
    case .noLibrary:
      "spreadsheets need libxlsxwriter, in the version for which probity was built "
        + "(Debian: apt-get install libxlsxwriter-dev)"
    case .unwritten: "the spreadsheet can't be written: no room for temporary files, or no memory"
    }
  }
}

extension Vocabulary.Respondent: ExpressibleByArgument {}
