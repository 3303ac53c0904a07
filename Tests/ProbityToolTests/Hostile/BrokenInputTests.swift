import ProbityTestSupport
import ProbityText
import Testing

/// Honest mistakes: each is shown at its place, with all the others, and with what was meant.
@Suite struct BrokenInputTests {
  static let head = "probity: vendor-profile/1\nvendor:\n  id: a\n  name: A\n"

  @Test(
    arguments: [
      ("  jurisdicton: FR\n", "yaml.unknown-field", "5:3", "`jurisdiction`"),
      (
        "  products:\n    - {id: p, name: P, category: [{is: cloud_hostin}]}\n",
        "profile.unknown-code", "6:40", "`cloud_hosting`"
      ),
      (
        "  governance: {hr_policy: {published: {is: true, evidence: [repot]}}}\n"
          + "sources: {report: {kind: media}}\n",
        "profile.unknown-source", "5:61", "`report`"
      ),
      ("  id: b\n", "yaml.duplicate-key", "5:3", nil),
      ("\tjurisdiction: FR\n", "yaml.tab-indentation", "5:1", nil),
      ("  fictional: maybe\n", "yaml.wrong-type", "5:14", nil),
      ("sources: {report: {kind: medium}}\n", "yaml.wrong-type", "5:26", "`media`"),
    ]
  )
  func `a mistake in a profile is shown with what was meant`(
    lines: String,
    id: String,
    place: String,
    suggestion: String?
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.head + lines, to: "a.yaml")
    let run = try await ToolRun.of("probity check a.yaml", in: folder.path)
    #expect(run.exitCode == 2)
    #expect(run.screen.hasPrefix("error[\(id)]: "), "\(run.screen)")
    #expect(run.screen.contains("--> a.yaml:\(place)\n"), "\(run.screen)")
    #expect(run.screen.contains("^"))
    #expect(run.screen.split(separator: "error[").count == 1, "\(run.screen)")
    if let suggestion {
      #expect(run.screen.contains("help: did you mean \(suggestion)?"), "\(run.screen)")
    }
  }

  @Test(
    arguments: [
      ("severity: require", "severty: require", "yaml.unknown-field", "did you mean `severity`?"),
      ("severity: require", "severity: requir", "yaml.wrong-type", "did you mean `require`?"),
      ("d.explained)", "d.explaned)", "cel.unknown-field", "did you mean `explained`?"),
      ("vendor.statements", "vender.statements", "cel.unknown-name", "did you mean `vendor`?"),
      ("s.corrected ||", "s.id ||", "cel.not-bool", ""),
      ("expect: undetermined", "expect: satisfied", "rule.example-fails", ""),
      ("clear: balance", "clear: reasonable_grounds", "rule.weak-standard", ""),
      ("  - id: core/candour", "  - id: other/candour", "rule.foreign-id", ""),
    ]
  )
  func `a mistake in a rule stops every decision`(
    part: String,
    mistake: String,
    id: String,
    help: String
  ) async throws {
    let folder = try TemporaryFolder()
    for text in try Repository.texts(in: "rules") {
      let edited = text.name.hasSuffix("/candour.yaml")
      let rule = edited ? try text.replacing(part, with: mistake) : text
      try folder.write(rule.bytes, to: text.name)
    }
    let run = try await ToolRun.of(
      "probity check \(Repository.root)/vendors/fjordglass-optics.yaml --rules rules",
      in: folder.path
    )
    #expect(run.exitCode == 2)
    #expect(run.screen.contains("error[\(id)"), "\(run.screen)")
    #expect(run.screen.contains("--> rules/core/candour.yaml:"), "\(run.screen)")
    #expect(run.screen.contains("^") && run.screen.contains(help), "\(run.screen)")
    #expect(run.screen.hasSuffix("no decision was made\n"))
  }

  @Test func `all mistakes of all files are told at once, in order`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.head + "  nme: B\n  websit: x\n", to: "vendors/a.yaml")
    try folder.write("probity: vendor-profile/2\n", to: "vendors/b.yaml")
    try folder.write([0xFF], to: "vendors/c.yaml")
    let rules = try Repository.texts(in: "rules")
    for text in rules { try folder.write(text.bytes, to: text.name) }
    try folder.write("probity: rule-pack/1\npack: core\nruls: []\n", to: "rules/core/more.yaml")
    let run = try await ToolRun.of("probity check vendors gone.yaml --rules rules", in: folder.path)
    let places = run.screen.split(separator: "\n").filter { $0.contains("--> ") }.map {
      String($0.drop { $0 != ">" }.dropFirst(2))
    }
    #expect(
      places == [
        "rules/core/more.yaml:3:1", "vendors/a.yaml:5:3", "vendors/a.yaml:6:3",
        "vendors/b.yaml:1:10", "vendors/c.yaml:1:1",
      ]
    )
    #expect(run.screen.hasPrefix("error[input.unreadable]: `gone.yaml` can't be opened"))
    #expect(run.exitCode == 2)
  }

  @Test func `beside one file that can't be read nobody passes`() async throws {
    let run = try await ToolRun.of(
      "probity check vendors/fjordglass-optics.yaml rules/core/pack.yaml --as-of 2026-11-23"
    )
    #expect(run.exitCode == 2)
    #expect(!run.screen.contains("PASS"))
  }
}
