import Foundation
import ProbityTestSupport
import Testing

/// The pages that show the command at work tell the truth: each block is run and compared.
@Suite struct TranscriptTests {
  static let folder = Repository.root + "/Tests/ProbityToolTests/Transcripts"

  static let pages: [String] = {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    let transcripts = (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
    let readme = Repository.root + "/README.md"
    return transcripts.map { folder + "/" + $0 }
      + (FileManager.default.fileExists(atPath: readme) ? [readme] : [])
  }()

  static var records: Bool { ProcessInfo.processInfo.environment["PROBITY_RECORD"] == "1" }

  @Test func `the transcripts are found`() {
    #expect(Self.pages.count > 8)
  }

  @Test(arguments: pages)
  func `a page shows what the command shows`(_ page: String) async throws {
    let url = URL(filePath: page)
    var transcript = Transcript(String(decoding: try Data(contentsOf: url), as: UTF8.self))
    var previous: Int32 = 0
    for (index, part) in transcript.parts.enumerated() {
      guard case .step(let step) = part else { continue }
      guard step.command.contains("probity") || step.command == "echo $?" else {
        Issue.record("\(page):\(step.line): only probity runs in a block of console")
        continue
      }
      let run = try await step.run(after: previous)
      previous = run.exitCode
      if Self.records {
        transcript.parts[index] = .step(step.recorded(run))
      } else if let difference = step.difference(to: run) {
        Issue.record("\(page):\(step.line): \(difference)")
      }
    }
    if Self.records { try Data(transcript.page.utf8).write(to: url) }
  }

  @Test(arguments: pages.filter { $0.hasPrefix(folder) })
  func `a transcript says how each command ends`(_ page: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    let steps = Transcript(text).steps
    #expect(!steps.isEmpty)
    for step in steps {
      #expect(step.exitCode != nil, "\(page):\(step.line) has no line such as [exit 0]")
    }
  }

  @Test(
    arguments: [
      ("a b c", "a b c", true), ("a b c", "a b", false), ("a b", "a b c", false),
      ("a b c", "a ...", true), ("a b c", "... c", true), ("a b c", "a ... c", true),
      ("a b c", "... b ...", true), ("a b c", "... d ...", false),
      ("a b", "a b ... b", false), ("a c b", "... b ... c", false), ("a", "...", true),
      ("a b c", "b ...", false),
    ]
  )
  func `an ellipsis stands for lines, and everything else for itself`(
    lines: String,
    shown: String,
    matches: Bool
  ) {
    let lines = lines.split(separator: " ").map(String.init)
    let shown = shown.split(separator: " ").map(String.init)
    #expect(Transcript.Step.matches(lines[...], shown[...]) == matches)
  }

  @Test func `reading a page and writing it again changes nothing`() {
    let page = """
      # Title

      ```console
      $ probity check a \\
          --as-of b
      x

      [exit 1]
      $ echo $?
      1
      ```
      ```sh
      $ not run
      ```

      """
    let transcript = Transcript(page)
    #expect(transcript.page == page)
    #expect(transcript.steps.map(\.typed.count) == [2, 1])
    #expect(transcript.steps.map(\.exitCode) == [1, nil])
  }
}
