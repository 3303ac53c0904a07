import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity check`: decides vendor profiles by rules and shows why.
struct Check: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  /// What makes the run fail.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    /// A fail, and undetermined as well.
    case undetermined
    /// Only a fail: undetermined exits 0, and every output says so.
    case fail
  }

  // A name that is derived from the type costs as much as a hundredth of a whole check.
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Decide whether vendors meet the rules, and show why.",
    usage: "probity check [<options>] <profiles> ..."
  )

  @Argument(help: "Vendor profiles, or folders of them; - for standard input.")
  var profiles: [String]

  @OptionGroup var vetting: VettingOptions

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "The language of rules and labels: en or fr.")
  var lang = "en"

  @Option(help: "undetermined blocks (default); with fail it exits 0.")
  var failOn = FailOn.undetermined

  mutating func validate() throws {
    if profiles.isEmpty { throw ValidationError("name at least one vendor profile") }
    if !["en", "fr"].contains(lang) {
      throw ValidationError("--lang must be en or fr; `\(lang)` is neither")
    }
    if profiles.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input can be read once")
    }
  }

  mutating func run() throws {
    let reading = vetting.reading(profiles, in: [lang])
    // The examples run at the same time; nothing of this is shown unless they hold.
    let outcome = reading.isSoundSoFar ? decided(reading) : nil
    let diagnostics = vetting.finish(reading)
    Terminal.complain(about: diagnostics)
    guard diagnostics.isFreeOfErrors, let outcome else {
      Terminal.complain("no decision was made\n")
      throw ExitStatus.noDecision
    }
    try write(outcome)
  }

  /// What was decided, ready to be shown.
  private struct Outcome {
    var text: String
    var statuses: [ExitStatus]
    /// The vendor of a finding that has no reason, which is a fault of ours.
    var unexplained: String?
  }

  private func decided(_ reading: VettingInputs) -> Outcome {
    let decisions = reading.profiles.map { vetting.decision(on: $0, in: reading) }
    let reports = decisions.map {
      DecisionReport($0, language: lang, helper: reading.helper)
    }
    return Outcome(
      text: formatted(reports),
      statuses: decisions.map { decision in
        decision.verdict == .undetermined && failOn == .fail
          ? ExitStatus.pass : ExitStatus(decision.verdict)
      },
      unexplained: reports.first { !$0.isExplained }?.vendorID
    )
  }

  private func write(_ outcome: Outcome) throws {
    if let vendor = outcome.unexplained {
      Terminal.complain("internal fault: a finding on \(vendor) has no reason\n")
      throw ExitStatus.noDecision
    }
    Terminal.write(outcome.text)
    throw ExitStatus.worst(outcome.statuses)
  }

  private func formatted(_ reports: [DecisionReport]) -> String {
    let isLenient = failOn == .fail
    switch format {
    case .text:
      let texts = reports.map { report in
        TextReport.text(report, width: Terminal.width)
          + (isLenient && report.verdict == .undetermined
            ? "\nUndetermined does not block this run (--fail-on fail).\n" : "")
      }
      return texts.joined(separator: "\n")
    case .json:
      let documents = reports.map { $0.json(undeterminedBlocks: !isLenient) }
      return documents.count == 1 ? documents[0].text : JSONValue.array(documents).text
    }
  }
}
