import FoundationEssentials
import ProbityTestSupport
import ProbityText
import Testing

/// What is written, is written whole, in the place of the profile, and only if told to.
@Suite struct ImportWritingTests {
  static let answers = "id,answer,answered on\ngovernance.hrdd.last_cycle,2026-06-30,2026-11-20\n"
  static let command =
    "probity answers import answers.csv --into profile.yaml --as-of 2026-11-23 --parties parties"

  private func folder(_ answers: String = answers) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Repository.text("vendors/halcyon-grid-analytics.yaml").bytes, to: "real.yaml")
    try folder.write(answers, to: "answers.csv")
    try folder.write("", to: "parties/none.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("profile.yaml"),
      withDestinationPath: "real.yaml"
    )
    return folder
  }

  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  static let expectedNames = ["answers.csv", "parties", "profile.yaml", "real.yaml"]

  @Test func `with --yes the file behind a link gets the answers`() async throws {
    let folder = try folder()
    let before = try folder.text(of: "real.yaml")
    let shown = try await ToolRun.of(Self.command, in: folder.path)
    #expect(shown.exitCode == 0, "\(shown.screen)")
    #expect(try folder.text(of: "real.yaml") == before)
    let written = try await ToolRun.of(Self.command + " --yes", in: folder.path)
    #expect(written.exitCode == 0, "\(written.screen)")
    let after = try folder.text(of: "real.yaml")
    #expect(after.contains("is: 2026-06-30"))
    #expect(after.contains("      last_cycle:\n"))
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path("profile.yaml")
    )
    #expect(link == "real.yaml")
    #expect(try names(in: folder) == Self.expectedNames)
    let again = try await ToolRun.of(Self.command + " --yes", in: folder.path)
    #expect(again.exitCode == 0 && again.screen.contains("Nothing is to be written."))
    #expect(try folder.text(of: "real.yaml") == after)
  }

  @Test func `with a wrong answer nothing is written`() async throws {
    let folder = try folder(
      Self.answers + "governance.hrdd.covers_downstream_use,maybe,2026-11-20\n"
    )
    let before = try folder.text(of: "real.yaml")
    let run = try await ToolRun.of(Self.command + " --yes", in: folder.path)
    #expect(run.exitCode == 2)
    #expect(run.screen.contains("answers.csv:3:39"))
    #expect(try folder.text(of: "real.yaml") == before)
    #expect(try names(in: folder) == Self.expectedNames)
  }

  @Test func `a questionnaire is written once`() async throws {
    let folder = try folder()
    let line = "probity questionnaire profile.yaml --as-of 2026-11-23 --parties parties --to q.yaml"
    let first = try await ToolRun.of(line, in: folder.path)
    let text = try folder.text(of: "q.yaml")
    let second = try await ToolRun.of(line, in: folder.path)
    #expect(first.exitCode == 0 && second.exitCode == 2)
    #expect(text.contains("probity: questionnaire/1"))
    #expect(try folder.text(of: "q.yaml") == text)
  }

  @Test(arguments: ["en", "fr", "es"])
  func `a spreadsheet goes out and comes back`(language: String) async throws {
    let folder = try folder()
    let options = "--as-of 2026-11-23 --parties parties"
    let out = try await ToolRun.of(
      "probity questionnaire profile.yaml \(options) --lang \(language) --to q.xlsx",
      in: folder.path
    )
    #expect(out.exitCode == 0, "\(out.screen)")
    let back = try await ToolRun.of(
      "probity answers import q.xlsx --into profile.yaml \(options)",
      in: folder.path
    )
    #expect(back.exitCode == 0, "\(back.screen)")
    // As many are left blank as were asked.
    let asked = try #require(out.screen.firstMatch(of: /[0-9]+/)?.output)
    #expect(back.screen.contains("Left blank: \(asked)."), "\(out.screen)\(back.screen)")
    #expect(try names(in: folder) == Self.expectedNames.dropLast() + ["q.xlsx", "real.yaml"])
  }
}
