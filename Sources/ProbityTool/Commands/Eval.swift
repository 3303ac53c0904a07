import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity eval`: what an expression comes to over data or a vendor's profile.
struct Eval: ParsableCommand {
  // A name that is derived from the type costs as much as a hundredth of a whole check.
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate an expression, and show what an open answer waits for.",
    usage: "probity eval <expression> [--data <data>] [--profile <profile>] [<options>]",
    discussion: """
      Prints the value as the language writes it. Where it is unknown, or a part of it is, the \
      facts that it waits for follow. In data, null (and in YAML nothing, ~ and the word unknown) \
      is unknown; whole numbers are ints, all others doubles.

      Exit codes: 0 a value, true or false; 3 unknown, or a part of it; 2 an error or input that \
      can't be read; 64 wrong command line.
      """
  )

  @Argument(help: "The expression, in CEL.")
  var expression: String

  @Option(
    help: ArgumentHelp(
      "Data whose top-level keys are variables: JSON that begins with {, or a file of JSON or "
        + "YAML; - for standard input.",
      valueName: "data"
    )
  )
  var data: String?

  @Option(help: "A vendor profile, as the variable vendor; - for standard input.")
  var profile: String?

  @Flag(help: "Print only the value.")
  var plain = false

  @Flag(help: "Draw the expression with the value of each part under it.")
  var diagram = false

  @Option(
    help:
      "How firmly facts of the profile must be established: \(Self.standards) (default: balance).",
    transform: Self.standard
  )
  var standard: StandardOfProof?

  @Option(help: "The day whose law and facts count (YYYY-MM-DD; default: today).")
  var asOf: String?

  @Option(help: "The folder of rules and vocabulary (default: $PROBITY_RULES, else rules).")
  var rules: String?

  @Option(help: "The rule pack whose params and limits of age count (default: core).")
  var pack: String?

  @Option(help: "The folder of the profiles of parents, subsidiaries and makers.")
  var parties: String?

  @Option(help: "The file that says who buys what, for which use.")
  var procurement: String?

  private static let standards =
    StandardOfProof.allCases.map(\.rawValue).joined(separator: ", ")

  private static func standard(_ text: String) throws -> StandardOfProof {
    guard let standard = StandardOfProof(rawValue: text) else {
      throw ValidationError("--standard must be one of \(standards); `\(text)` is none")
    }
    return standard
  }

  mutating func validate() throws {
    try VettingOptions.requireDay(asOf, of: "--as-of", such: "2020-12-18")
    if data == "-", profile == "-" {
      throw ValidationError("standard input can be read once")
    }
    let needProfile = [standard?.rawValue, asOf, rules, pack, parties, procurement]
    if profile == nil, needProfile.contains(where: { $0 != nil }) {
      throw ValidationError(
        "--standard, --as-of, --rules, --pack, --parties and --procurement need a --profile"
      )
    }
  }

  mutating func run() throws {
    var diagnostics = DiagnosticList()
    let data = readData(into: &diagnostics)
    let vendor = readVendor(into: &diagnostics)
    var answer: InquiryAnswer?
    if diagnostics.isFreeOfErrors {
      answer = Inquiry.answer(
        to: SourceText(name: "expression", expression),
        data: data,
        on: vendor,
        drawing: diagram,
        into: &diagnostics
      )
    }
    Terminal.complain(about: diagnostics)
    guard let answer else { throw ExitStatus.noDecision }
    Terminal.write(InquiryText.text(answer, isPlain: plain, width: Terminal.width))
    throw answer.isOpen ? ExitStatus.undetermined : .pass
  }

  /// The data as it was given: in the command line if it begins as an object does, or in a file.
  private func readData(into diagnostics: inout DiagnosticList) -> SourceText? {
    guard let data else { return nil }
    let start = data.first { !$0.isWhitespace }
    if start == "{" || start == "[" { return SourceText(name: "data", data) }
    var inputs = Inputs()
    let text = inputs.text(at: data)
    diagnostics.append(contentsOf: inputs.diagnostics)
    return text
  }

  private func readVendor(into diagnostics: inout DiagnosticList) -> Inquiry.Vendor? {
    guard let profile else { return nil }
    let pack = pack ?? VettingOptions.usualPacks
    let reading = VettingInputs.read(
      rules: rules,
      packs: [pack],
      profiles: [profile],
      parties: parties,
      procurement: procurement,
      languages: []
    )
    var found = DiagnosticList()
    reading.finish(into: &found)
    diagnostics.append(contentsOf: found)
    reading.refuseUnknownPacks([pack], into: &diagnostics)
    reading.requireOneProfile("--profile must name one profile", into: &diagnostics)
    guard diagnostics.isFreeOfErrors else { return nil }
    return Inquiry.Vendor(
      rulebook: reading.rulebook,
      profile: reading.profiles[0],
      pack: pack,
      asOf: asOf.flatMap { CalendarDate($0) } ?? Terminal.today,
      standard: standard ?? .balance
    )
  }
}
