import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity explain`: what something means, or why a decision is what it is.
struct Explain: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, field, message or word; with a profile, a finding or the verdict.",
    usage: """
      probity explain <part> [<options>]
      probity explain [<rule> [<subject>]] --profile <profile> [<options>]
      """,
    discussion: """
      A part is a rule's id, a field such as product.capabilities.stages.stage, an enum, a named \
      set, a record or document of the vocabulary, a message's id such as cel.unknown-field, a \
      standard of proof, or a word of the reports, such as pivot. With a profile, rule and subject \
      are as probity check prints them; each condition is shown with the value of every part.

      Exit codes: 0 explained, whatever the result is; 2 there is no such part or finding, or \
      unreadable input; 64 wrong command line.
      """
  )

  @Argument(help: "What to explain; none for the whole decision on a profile.")
  var part: String?

  @Argument(help: "The subject of a finding.")
  var subject: String?

  @Option(help: "A vendor profile; - for standard input.")
  var profile: String?

  @Option(
    help: "Say why the verdict is not this one: pass, fail or undetermined.",
    transform: Self.verdict
  )
  var whyNot: Verdict?

  @Option(help: "Say what is otherwise on another day, and what made it so (YYYY-MM-DD).")
  var compareAsOf: String?

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "The language of rules, labels and headings: en, fr or es.")
  var lang = "en"

  @OptionGroup var vetting: VettingOptions

  private static func verdict(_ text: String) throws -> Verdict {
    guard let verdict = Verdict(rawValue: text) else {
      throw ValidationError("--why-not must be pass, fail or undetermined; `\(text)` is none")
    }
    return verdict
  }

  mutating func validate() throws {
    try VettingOptions.requireDay(compareAsOf, of: "--compare-as-of", such: "2020-12-18")
    if !["en", "fr", "es"].contains(lang) {
      throw ValidationError("--lang must be en, fr or es; `\(lang)` is neither")
    }
    if profile == nil {
      if part == nil { throw ValidationError("name what to explain, or a --profile") }
      if subject != nil || whyNot != nil || compareAsOf != nil {
        throw ValidationError("a subject, --why-not and --compare-as-of need a --profile")
      }
    }
    if whyNot != nil, part != nil || compareAsOf != nil {
      throw ValidationError("--why-not explains the whole decision, and nothing else")
    }
  }

  mutating func run() throws {
    if let part { vetting.choosePack(of: part) }
    if let profile {
      let reading = try vetting.read(profile, in: [lang])
      // A word or field means the same, whatever the profile.
      if let part, !reading.rulebook.rules.contains(where: { $0.id == part }) {
        return try explain(part, in: reading.rulebook)
      }
      try explainDecision(on: reading.profiles[0], in: reading)
    } else if let part {
      if let article = ExplainedPart.article(on: part, language: lang) { return write(article) }
      try explain(part, in: rulebook())
    }
  }

  // MARK: Without a profile

  private func rulebook() throws -> Rulebook {
    let reading = vetting.reading([], in: [lang])
    let diagnostics = vetting.finish(reading)
    Terminal.complain(about: diagnostics)
    guard diagnostics.isFreeOfErrors else { throw ExitStatus.noDecision }
    return reading.rulebook
  }

  private func explain(_ part: String, in rulebook: Rulebook) throws {
    if let article = ExplainedPart.article(on: part, language: lang)
      ?? ExplainedPart.article(on: part, in: rulebook, language: lang)
    {
      return write(article)
    }
    try Terminal.refuse(
      "input.unknown-part",
      "there is nothing called `\(part)` to explain",
      help: ExplainedPart.suggestion(for: part, in: rulebook)
    )
  }

  private func write(_ article: Article) {
    write(article.json) { article.text(width: Terminal.width) }
  }

  private func write(_ json: @autoclosure () -> JSONValue, text: () -> String) {
    switch format {
    case .text: Terminal.write(text())
    case .json: Terminal.write(json().text)
    }
  }

  // MARK: With a profile

  private func explainDecision(on profile: Profile, in reading: VettingInputs) throws {
    if let day = compareAsOf.flatMap({ CalendarDate($0) }) {
      return try compare(profile, in: reading, with: day)
    }
    let decision = vetting.decision(on: profile, in: reading)
    if let whyNot {
      let answer = WhyNot(decision, wanted: whyNot, language: lang)
      try requireProof(answer.isExplained)
      return write(answer.json) { answer.text(width: Terminal.width) }
    }
    let findings = try findings(of: decision).map {
      FindingExplanation($0, of: decision, language: lang)
    }
    try requireProof(findings.allSatisfy(\.isExplained))
    write(FindingExplanation.json(findings, of: decision, language: lang)) {
      FindingExplanation.text(findings, of: decision, language: lang, width: Terminal.width)
    }
  }

  private func compare(
    _ profile: Profile,
    in reading: VettingInputs,
    with day: CalendarDate
  ) throws {
    let comparison = vetting.comparison(on: profile, in: reading, with: day)
    try requireProof(!comparison.hasFailed)
    let report = ComparisonReport(comparison, rule: part, subject: subject, language: lang)
    write(report.json) { report.text(width: Terminal.width) }
  }

  private func findings(of decision: Decision) throws -> [Finding] {
    guard let part else { return decision.findings }
    let ofRule = decision.findings.filter { $0.rule.id == part }
    let found = ofRule.filter { finding in subject.map { $0 == finding.subjectPath } ?? true }
    guard found.isEmpty else { return found }
    let subjects = ofRule.map(\.subjectPath)
    let help =
      subjects.isEmpty
      ? "the rule is not in force on the day, or its pack is not among --packs"
      : subject.flatMap { didYouMean($0, among: subjects) }
        ?? "it has findings on " + subjects.joined(separator: ", ")
    try Terminal.refuse(
      "input.no-finding",
      "the decision has no finding of `\(part)`" + (subject.map { " on `\($0)`" } ?? ""),
      help: help
    )
    return []
  }

  /// Nothing is shown that failed its own check.
  private func requireProof(_ isProven: Bool) throws {
    guard !isProven else { return }
    Terminal.complain("internal fault: an explanation failed its own check\n")
    throw ExitStatus.noDecision
  }
}
