import Probity
import ProbityCEL
import ProbityTestSupport
import ProbityText
import Testing

/// What lint finds by evaluating rules, and in profiles: each on a text that has just this fault.
@Suite struct LintTests {
  /// Lints files over the tiny vocabulary, and says what was found where.
  private static func lines(_ files: SourceText..., asOf day: String? = nil) -> [String] {
    let documents = files.map { SourceDocument($0) }
    let run = LintRun(
      documents,
      rules: [SourceDocument(TinyWorld.vocabulary)],
      asOf: day.flatMap { CalendarDate($0) }
    )
    return run.diagnostics.filter { $0.id != "lint.missing-translation" }.map { diagnostic in
      "\(diagnostic.severity.rawValue) \(diagnostic.id)"
    }
  }

  private static func ids(_ rule: TinyRule, _ examples: [(Finding.Status, String)]) -> [String] {
    var rule = rule
    rule.examples = CheckedWorld.examples(examples)
    return lines(CheckedWorld.pack([rule])).filter { !$0.hasSuffix("lint.unused-source") }
  }

  private static let sound: [(Finding.Status, String)] = [
    (.violated, "a: \(proven("true")), b: \(proven("true"))"),
    (.satisfied, "a: \(proven("false")), b: \(proven("true"))"),
    (.satisfied, "a: \(proven("true")), b: \(proven("false"))"), (.undetermined, ""),
  ]

  private static func all(_ cel: String...) -> TinyRule {
    var rule = TinyRule()
    rule.condition =
      "violated_if:\n  all:\n"
      + cel.enumerated().map { "    - {label: {en: part \($0)}, cel: '\($1)'}" }
      .joined(separator: "\n")
    return rule
  }

  @Test func `a sound rule has nothing to find`() {
    #expect(Self.ids(CheckedWorld.both, Self.sound) == [])
  }

  @Test(arguments: ["true", "1 < 2", "vendor.c || !vendor.c", "as_of == as_of"])
  func `a condition that is always true is found`(_ cel: String) {
    let ids = Self.ids(Self.all("vendor.a", "vendor.b", cel), Self.sound)
    #expect(ids == ["error lint.constant-condition"])
  }

  @Test(arguments: ["false", "2 < 1", "vendor.c && !vendor.c"])
  func
    `a condition that is always false, and the rule that it keeps from being violated, are found`(
      _ cel: String
    )
  {
    let ids = Self.ids(Self.all("vendor.a", "vendor.b", cel), Self.sound)
    #expect(ids.contains("error lint.constant-condition"))
    #expect(ids.contains("error lint.never-violated"))
    #expect(ids.contains("error rule.example-fails"))
  }

  @Test(arguments: ["false", "vendor.c && !vendor.c"])
  func `an exception that nobody can meet is found`(_ cel: String) {
    var rule = CheckedWorld.both
    rule.unless = cel
    #expect(Self.ids(rule, Self.sound) == ["error lint.impossible-exception"])
  }

  @Test func `an exception that always holds is found`() {
    var rule = CheckedWorld.both
    rule.unless = "1 == 1"
    let ids = Self.ids(rule, Self.sound)
    #expect(ids.contains("error lint.constant-condition"))
    #expect(ids.contains("error lint.never-violated"))
  }

  /// The exception needs what the violation excludes: it holds, and never excuses.
  @Test func `an exception that never excuses is found`() {
    var rule = CheckedWorld.both
    rule.unless = "!vendor.a"
    #expect(Self.ids(rule, Self.sound) == ["warning lint.unmet-exception"])
  }

  @Test(arguments: ["vendor.a || vendor.c", "vendor.a || vendor.b"])
  func `a condition that follows from another one is found`(_ cel: String) {
    let ids = Self.ids(Self.all("vendor.a", "vendor.b", cel), Self.sound)
    #expect(ids == ["warning lint.never-decides"])
  }

  /// No example shows it deciding, and a search finds that it can.
  @Test func `a condition that is merely untested is none that never decides`() {
    let examples = [Self.sound[0], Self.sound[1], Self.sound[3]]
    #expect(Self.ids(CheckedWorld.both, examples) == [])
  }

  @Test func `conditions that exclude each other make a rule that is never violated`() {
    let ids = Self.ids(Self.all("vendor.a", "!vendor.a"), Self.sound)
    #expect(ids.contains("error lint.never-violated"))
  }

  @Test func `a parameter that decides alone lets a vendor pass that answers nothing`() {
    let parameters = """
      parameters:
        limit: {type: int, title: {en: limit}, values: [{from: 2000-01-01, is: 5}]}
      """
    var rule = Self.all("params.limit > 10", "vendor.a")
    rule.examples = CheckedWorld.examples(Self.sound)
    let ids = Self.lines(CheckedWorld.pack([rule], parameters))
    #expect(ids.contains("error lint.open-passes"))
    #expect(ids.contains("error lint.never-violated"))
  }

  @Test func `two rules of which each refuses what the other wants are in conflict`() {
    var first = TinyRule.violated(if: "vendor.a")
    var second = TinyRule.violated(if: "!vendor.a")
    second.id = "tiny/other"
    first.examples = CheckedWorld.examples([
      (.violated, "a: \(proven("true"))"), (.satisfied, "a: \(proven("false"))"),
      (.undetermined, ""),
    ])
    second.examples = CheckedWorld.examples([
      (.violated, "a: \(proven("false"))"), (.satisfied, "a: \(proven("true"))"),
      (.undetermined, ""),
    ])
    let found = Self.lines(CheckedWorld.pack([first, second]))
    #expect(found.contains("error lint.conflict"))
    // The control: the same question asked twice in one sense is no conflict.
    second.condition = first.condition
    second.examples = first.examples
    #expect(!Self.lines(CheckedWorld.pack([first, second])).contains("error lint.conflict"))
  }

  @Test func `a rule that ends before it begins is found`() {
    var rule = CheckedWorld.both
    rule.inForce = "{from: 2026-01-01, to: 2025-01-01}"
    #expect(Self.ids(rule, Self.sound) == ["error lint.never-in-force"])
  }

  // MARK: Profiles

  private static func profile(_ vendor: String, _ sources: String = "") -> MarkedText {
    MarkedText(
      """
      probity: vendor-profile/1
      graded: {by: Reviewers, on: 2026-06-01}
      vendor:
        id: v
        name: V
      \(indented(vendor, by: 2))
      sources:
      \(indented(TinyWorld.sound("lab", "test"), by: 2))
      \(indented(sources, by: 2))
      """,
      name: "v.yaml"
    )
  }

  private static let pack: SourceText = {
    var rule = CheckedWorld.both
    rule.examples = CheckedWorld.examples(sound)
    return CheckedWorld.pack([rule])
  }()

  @Test(
    arguments: [
      ("a: {is: true, evidence: [lab]}", "", nil),
      ("a: {is: ①true}\nb: {is: true, evidence: [lab]}", "", "lint.no-evidence"),
      (
        "a: {is: true, evidence: [lab]}", "①" + TinyWorld.sound("more", "media"),
        "lint.unused-source"
      ),
      (
        "a: {is: true, evidence: [{source: lab, quote: ①\(String(repeating: "word ", count: 26))}]}",
        "", "lint.long-quote"
      ),
      (
        "a: {is: true, evidence: [{source: lab, quote: \(String(repeating: "word ", count: 25))}]}",
        "", nil
      ),
      (
        "things:\n  - {name: x, evidence: [lab]}\n  - ①{name: x, evidence: [lab]}", "",
        "lint.name-twice"
      ),
      (
        "①aa: {is: true, evidence: [lab]}\nb: {is: true, evidence: [lab]}", "", "yaml.unknown-field"
      ),
    ] as [(String, String, String?)]
  )
  func `what is odd about a profile is said at its place`(
    _ vendor: String,
    _ sources: String,
    _ id: String?
  ) {
    let marked = Self.profile(vendor, sources)
    let files = [marked.source, Self.pack].map { SourceDocument($0) }
    let run = LintRun(files, rules: [SourceDocument(TinyWorld.vocabulary)])
    let found = run.diagnostics.filter { $0.span?.source.name == "v.yaml" }
    #expect(found.map(\.id) == [id].compactMap(\.self))
    if let first = found.first { #expect(marked.mark(at: first.span) == "①") }
  }

  @Test func `evidence is looked at on the day that is asked for, and on no other`() {
    let marked = Self.profile("a: {is: true, evidence: [lab]}")
    let old = Self.lines(marked.source, Self.pack)
    #expect(!old.contains { $0.hasSuffix("-source") && !$0.contains("unused") })
    let single = Self.lines(marked.source, Self.pack, asOf: "2026-06-30")
    #expect(single.contains("warning lint.single-source"))
  }

  @Test func `a warning that the line above accepts is counted and not told`() {
    let vendor = "# lint-ok: lint.no-evidence\na: {is: true}\nb: {is: true, evidence: [lab]}"
    let files = [Self.profile(vendor).source, Self.pack].map { SourceDocument($0) }
    let run = LintRun(files, rules: [SourceDocument(TinyWorld.vocabulary)])
    #expect(run.acceptedCount == 1)
    #expect(!run.diagnostics.contains { $0.id == "lint.no-evidence" })
  }

  // MARK: The shipped tree

  @Test func `the shipped rules and profiles have nothing to find`() throws {
    let files = try (ShippedFiles.texts(in: "rules") + ShippedFiles.texts(in: "vendors")).map {
      SourceDocument($0)
    }
    let run = LintRun(files)
    #expect(run.diagnostics.map { "\($0.span?.description ?? ""): \($0.id): \($0.message)" } == [])
    #expect(run.fileCount == files.count)
  }
}
