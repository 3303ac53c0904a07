import ArgumentParser
import Probity
import ProbityText

/// The options of commands that decide one profile on their way to something else.
struct VettingOptions: ParsableArguments {
  @Option(help: "The day whose law and facts count (YYYY-MM-DD; default: today).")
  var asOf: String?

  @Option(help: "The folder of rules and vocabulary (default: $PROBITY_RULES, else rules).")
  var rules: String?

  @Option(help: "Rule packs to decide by, separated by commas.")
  var packs = "core"

  @Option(help: "The folder of the profiles of parents, subsidiaries and makers.")
  var parties: String?

  @Option(help: "The file that says who buys what, for which use.")
  var procurement: String?

  mutating func validate() throws {
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("--as-of must be a day such as 2020-12-18; `\(asOf)` is none")
    }
  }

  var day: CalendarDate { asOf.flatMap { CalendarDate($0) } ?? Terminal.today }

  var chosenPacks: [String] { packs.split(separator: ",").map { String($0) } }

  /// Reads everything that a decision on one profile needs; whatever is wrong is said.
  func read(_ profile: String) throws -> VettingInputs {
    let reading = VettingInputs.read(
      rules: rules,
      profiles: [profile],
      parties: parties,
      procurement: procurement
    )
    var diagnostics = DiagnosticList()
    reading.finish(into: &diagnostics)
    reading.refuseUnknownPacks(chosenPacks, into: &diagnostics)
    if diagnostics.isFreeOfErrors, reading.profiles.count != 1 {
      diagnostics.append(
        Diagnostic(.error, id: "input.many", "one profile must be named, not a folder", at: nil)
      )
    }
    if !diagnostics.sorted.isEmpty { Terminal.complain(Excerpt.text(for: diagnostics.sorted)) }
    guard diagnostics.isFreeOfErrors else { throw ExitStatus.noDecision }
    return reading
  }
}
