import ProbityTestSupport
import ProbityText
import Testing

/// Which translations of the vocabulary a command reads: those that it speaks, and no other.
@Suite struct TranslationChoiceTests {
  static let profile = Repository.root + "/vendors/halcyon-grid-analytics.yaml --as-of 2026-11-23"

  /// The shipped rules, in which the translation into one language is no YAML.
  static func folder(breaking language: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for text in try Repository.texts(in: "rules") {
      let isBroken = text.name == "rules/vocabulary/translations/\(language).yaml"
      try folder.write(isBroken ? Array("{".utf8) : text.bytes, to: text.name)
    }
    return folder
  }

  /// With `--rules` nothing is read ahead, and with PROBITY_RULES it is.
  @Test(
    arguments: [
      ("check", "", 3), ("check", "--lang fr", 2), ("check", "--lang=fr", 2),
      ("check", "--lang en", 3), ("explain --profile", "--lang fr", 2),
      ("explain --profile", "--lang es", 0), ("questionnaire", "", 2),
      ("questionnaire", "--lang es", 2),
    ],
    ["probity {} --rules rules", "PROBITY_RULES=rules probity {}"]
  )
  func `a fault in a translation stops whoever reads it`(
    run: (command: String, options: String, exitCode: Int32),
    form: String
  ) async throws {
    let folder = try Self.folder(breaking: "fr")
    let line = form.replacing("{}", with: "\(run.command) \(Self.profile) \(run.options)")
    let result = try await ToolRun.of(line, in: folder.path)
    #expect(result.exitCode == run.exitCode, "\(line): \(result.screen)")
    let isNamed = result.screen.contains("rules/vocabulary/translations/fr.yaml:1:")
    #expect(isNamed == (run.exitCode == 2), "\(line): \(result.screen)")
  }

  /// `fr` as the name of a file looks like a language, and is none.
  @Test func `a language that is expected in vain changes nothing`() async throws {
    let folder = try Self.folder(breaking: "fr")
    try folder.write(try Repository.text("vendors/halcyon-grid-analytics.yaml").bytes, to: "fr")
    let result = try await ToolRun.of("PROBITY_RULES=rules probity check fr", in: folder.path)
    #expect(result.exitCode == 3, "\(result.screen)")
  }

  @Test func `a translation that is expected and can't be read is named once`() async throws {
    let folder = try Self.folder(breaking: "fr")
    let result = try await ToolRun.of(
      """
      rm rules/vocabulary/translations/fr.yaml
      ln -s gone rules/vocabulary/translations/fr.yaml
      PROBITY_RULES=rules probity check \(Self.profile) --lang fr
      """,
      in: folder.path
    )
    #expect(result.exitCode == 2, "\(result.screen)")
    #expect(result.screen.split(separator: "error[").count == 1, "\(result.screen)")
    #expect(result.screen.contains("fr.yaml` can't be opened"), "\(result.screen)")
  }

  @Test(
    arguments: ["en", "fr", "es"],
    [("déployé", 0), ("desplegado", 0), ("deployed", 0), ("eingesetzt", 2)]
  )
  func `a choice is understood in whatever language it was read`(
    language: String,
    choice: (label: String, exitCode: Int32)
  ) async throws {
    let folder = try TemporaryFolder()
    let id = "products[grid-watch].capabilities[behaviour_analysis].stages.complete"
    let answer = "id,answer,answered on\r\n\(id),\(choice.label),2026-11-20\r\n"
    try folder.write(answer, to: "filled.csv")
    let run = try await ToolRun.of(
      "probity answers import filled.csv --into \(Self.profile) --by H --lang \(language)",
      in: folder.path
    )
    #expect(run.exitCode == choice.exitCode, "\(run.screen)")
  }
}
