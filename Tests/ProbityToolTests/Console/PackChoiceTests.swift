import ProbityTestSupport
import ProbityText
import Testing

/// What is read of a folder of rules: the vocabulary, and the packs that somebody asked for.
@Suite struct PackChoiceTests {
  static let fjordglass = "\(Repository.root)/vendors/fjordglass-optics.yaml"

  /// The shipped core with a broken pack `other` in a folder of its own, or in no folder.
  static func folder(brokenPackIn place: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["rules/vocabulary", "rules/core"] {
      for text in try Repository.texts(in: name) { try folder.write(text.bytes, to: text.name) }
    }
    try folder.write(
      "probity: rule-pack/1\npack: {id: other, version: 1.0.0, vocabulary: surveillance/1, "
        + "title: {en: Other}}\nruls: []\n",
      to: place
    )
    return folder
  }

  @Test(
    arguments: [
      // A folder of its own is read where the pack is asked for, and else left alone.
      ("rules/other/pack.yaml", "", 0), ("rules/other/pack.yaml", "--packs core", 0),
      ("rules/other/pack.yaml", "--packs core,other", 2),
      ("rules/other/pack.yaml", "--packs=other", 2),
      // Whose pack a file is can't be told from elsewhere without reading it.
      ("rules/more.yaml", "", 2), ("rules/other/rules.yaml", "", 2),
    ] as [(String, String, Int32)]
  )
  func `a pack is read where it is asked for`(
    place: String,
    choice: String,
    exitCode: Int32
  ) async throws {
    let folder = try Self.folder(brokenPackIn: place)
    let run = try await ToolRun.of(
      "probity check \(Self.fjordglass) --as-of 2026-11-23 --rules rules \(choice)",
      in: folder.path
    )
    #expect(run.exitCode == exitCode, "\(run.screen)")
    #expect(run.screen.contains("--> \(place):3:1") == (exitCode == 2), "\(run.screen)")
  }

  @Test(arguments: [
    ("cor", "did you mean `core`?"), ("core,nobody", "the packs are "), (",", "--packs must name"),
  ])
  func `a pack that does not exist is named, with those that do`(
    choice: String,
    help: String
  ) async throws {
    let run = try await ToolRun.of("probity check \(Self.fjordglass) --packs \(choice)")
    #expect(run.exitCode == 2)
    #expect(run.screen.contains(help), "\(run.screen)")
  }
}
