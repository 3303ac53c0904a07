import ArgumentParser
import Probity
import ProbityText

/// The options of commands that decide.
struct VettingOptions: ParsableArguments {
  /// The packs that decide unless others are named.
  static let usualPacks = "core"

  @Option(help: "The day whose law and facts count (YYYY-MM-DD; default: today).")
  var asOf: String?

  @Option(help: "Only what was in hand on this day counts (YYYY-MM-DD; default: all).")
  var knownBy: String?

  @Option(help: "The folder of rules and vocabulary (default: $PROBITY_RULES, else rules).")
  var rules: String?

  @Option(help: "Rule packs to decide by, separated by commas.")
  var packs = Self.usualPacks

  @Option(help: "The folder of the profiles of parents, subsidiaries and makers.")
  var parties: String?

  @Option(help: "The file that says who buys what, for which use.")
  var procurement: String?

  mutating func validate() throws {
    try Self.requireDay(asOf, of: "--as-of", such: "2020-12-18")
    try Self.requireDay(knownBy, of: "--known-by", such: "2020-12-18")
  }

  /// Refuses what is given for a day and is none.
  static func requireDay(_ text: String?, of option: String, such example: String) throws {
    guard let text, CalendarDate(text) == nil else { return }
    throw ValidationError("\(option) must be a day such as \(example); `\(text)` is none")
  }

  /// The day of the decision.
  var day: CalendarDate { asOf.flatMap { CalendarDate($0) } ?? Terminal.today }

  /// The packs to decide by.
  var chosenPacks: [String] { RulesFolder.packs(named: packs) }

  /// Decides by a rule's pack as well, where a rule is named by its id.
  mutating func choosePack(of rule: String) {
    guard let slash = rule.firstIndex(of: "/") else { return }
    let pack = String(rule[..<slash])
    if !chosenPacks.contains(pack) { packs += "," + pack }
  }

  /// Reads everything that decisions on profiles need; the rules' examples may not have run yet.
  ///
  /// The vocabulary is in English, and in those other languages that are named.
  func reading(_ profiles: [String], in languages: [String]) -> VettingInputs {
    VettingInputs.read(
      rules: rules,
      packs: chosenPacks,
      profiles: profiles,
      parties: parties,
      procurement: procurement,
      languages: languages
    )
  }

  /// All that is wrong with what was read, once the examples have run.
  func finish(_ reading: VettingInputs) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    reading.finish(into: &diagnostics)
    reading.refuseUnknownPacks(chosenPacks, into: &diagnostics)
    return diagnostics
  }

  /// Reads everything that a decision on one profile needs; whatever is wrong is said.
  func read(_ profile: String, in languages: [String]) throws -> VettingInputs {
    let reading = reading([profile], in: languages)
    var diagnostics = finish(reading)
    reading.requireOneProfile("one profile must be named, not a folder", into: &diagnostics)
    Terminal.complain(about: diagnostics)
    guard diagnostics.isFreeOfErrors else { throw ExitStatus.noDecision }
    return reading
  }

  /// What is otherwise on another day than that of the decision, and what made it so.
  func comparison(
    on profile: Profile,
    in reading: VettingInputs,
    with day: CalendarDate
  ) -> DecisionComparison {
    reading.rulebook.comparison(
      on: profile,
      from: self.day,
      to: day,
      knownBy: knownBy.flatMap { CalendarDate($0) },
      packs: chosenPacks
    )
  }

  func decision(on profile: Profile, in reading: VettingInputs) -> Decision {
    reading.rulebook.decision(
      on: profile,
      asOf: day,
      knownBy: knownBy.flatMap { CalendarDate($0) },
      packs: chosenPacks
    )
  }
}
