import FoundationEssentials
import ProbityTestSupport
import Testing

/// Profiles that nobody means well with: each ends soon, within its memory, and decides nothing.
@Suite struct HostileInputTests {
  /// A file, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: @Sendable () -> [UInt8]
    /// The start of the message, or nil where the file is as good as any.
    var complaint: String?

    var testDescription: String { name }

    init(
      _ name: String,
      _ complaint: String?,
      _ text: @autoclosure @escaping @Sendable () -> String
    ) {
      self.init(name, complaint) { Array(text().utf8) }
    }

    init(_ name: String, _ complaint: String?, bytes: @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.complaint = complaint
      self.bytes = bytes
    }
  }

  static let head = "probity: vendor-profile/1\nvendor:\n  id: a\n  name: A\n"

  static let cases = [
    Case("a billion laughs", "error[yaml.alias-expansion]", laughs),
    Case("ten thousand brackets", "error[yaml.too-deep]", String(repeating: "[", count: 10_000)),
    Case(
      "ten thousand closed brackets",
      "error[yaml.too-deep]",
      head + "  x: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    ),
    Case("one line of a megabyte", nil, head + "  website: " + megabyte),
    Case("one key of a megabyte", "error[yaml.missing-colon]", head + "  " + megabyte + ": 1\n"),
    Case(
      "a name of a megabyte",
      nil,
      "probity: vendor-profile/1\nvendor: {id: a, name: \(megabyte)}"
    ),
    Case("bytes that are no text", "error[yaml.invalid-utf8]") {
      var generator = SeededGenerator(seed: 7)
      return (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    },
    Case("Latin-1", "error[yaml.invalid-utf8]") { Array((head + "  website: caf").utf8) + [0xE9] },
    Case("UTF-16", "error[yaml.invalid-utf8]") { [0xFF, 0xFE] + head.utf8.flatMap { [$0, 0] } },
    Case("a zero byte", "error[yaml.not-a-text]") { Array(head.utf8) + [0] },
    Case("nothing", "error[probity.no-format]", ""),
    Case("only a comment", "error[probity.no-format]", "# a profile\n"),
    Case("only a word", "error[probity.no-format]", "hello\n"),
    Case("a second document", "error[yaml.second-document]", head + "---\n" + head),
    Case("an escape sequence", "error[yaml.control-character]", head + "  website: \u{1B}[2J\n"),
    Case("a number without end", "error[yaml.wrong-type]", head + "  fictional: " + digits + "\n"),
    Case("sources that come from each other", nil, head + circle),
    Case(
      "5,000 products",
      "error[profile.too-large]",
      head + "  products: [" + String(repeating: "{id: a, name: b}, ", count: 5_000) + "]\n"
    ),
    Case(
      "more sources of one origin than are read",
      "error[profile.too-large]",
      manySources(600)
    ),
    Case("fifty sources of one origin for one answer", nil, manySources(50)),
  ]

  static let megabyte = String(repeating: "x", count: 1_000_000)
  static let digits = String(repeating: "9", count: 10_000)
  static let circle = """
    sources:
      a: {kind: media, publisher: P, published: 2020-01-01, origins: [b]}
      b: {kind: media, publisher: P, published: 2020-01-01, origins: [a]}

    """

  static let laughs: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
  }()

  static func manySources(_ count: Int) -> String {
    let citations = (0..<count).map { "{source: s\($0), quote: q}" }.joined(separator: ", ")
    let sources = (0..<count).map {
      "  s\($0): {kind: media, publisher: P\($0), published: 2026-01-01, origins: [x]}\n"
    }
    return head + "  governance: {hr_policy: {published: {is: true, evidence: [\(citations)]}}}\n"
      + "sources:\n" + sources.joined()
  }

  @Test(arguments: cases)
  func `a hostile profile ends soon and never passes`(_ hostile: Case) async throws {
    let folder = try TemporaryFolder()
    try folder.write(hostile.bytes(), to: "profile.yaml")
    let run = try await ToolRun.of(
      "probity check profile.yaml --as-of 2026-11-23",
      in: folder.path,
      limits: .strict
    )
    #expect(!run.isKilled, "it crashed, or took more than two seconds or 200 MB")
    if let complaint = hostile.complaint {
      #expect(run.screen.hasPrefix(complaint))
      #expect(run.screen.hasSuffix("no decision was made\n"))
      #expect(run.exitCode == 2)
    } else {
      #expect(run.exitCode == 3)
    }
    #expect(run.screen.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
  }

  @Test func `a file of 100 MB is refused before it is read`() async throws {
    let run = try await Self.run("truncate -s 100M big.yaml; probity check big.yaml")
    #expect(run.exitCode == 2 && !run.isKilled)
    #expect(run.screen.hasPrefix("error[input.unreadable]: `big.yaml` is larger than 16 MiB\n"))
  }

  @Test(
    arguments: [
      ("mkdir vendors", "vendors", "input.nothing"),
      ("mkdir vendors; mkfifo vendors/pipe.yaml", "vendors", "input.unreadable"),
      ("mkdir vendors; ln -s nowhere vendors/a.yaml", "vendors", "input.unreadable"),
      ("ln -s nowhere a.yaml", "a.yaml", "input.unreadable"),
      ("ln -s a.yaml a.yaml", "a.yaml", "input.unreadable"),
      ("touch file", "file/a.yaml", "input.unreadable"), ("true", "''", "input.unreadable"),
      ("true", "/dev/null", "probity.no-format"), ("true", "/dev/zero", "input.unreadable"),
      ("mkdir a.yaml", "a.yaml", "input.nothing"), ("true", "-", "probity.no-format"),
    ]
  )
  func `what is no file that can be read decides nothing`(
    before: String,
    path: String,
    id: String
  ) async throws {
    let run = try await Self.run("\(before); probity check \(path)")
    #expect(run.exitCode == 2 && !run.isKilled)
    #expect(run.screen.hasPrefix("error[\(id)]: "), "\(run.screen)")
  }

  @Test func `a file that may not be read decides nothing`() async throws {
    // Whoever may read everything reads this one, too, and finds that it is empty.
    let run = try await Self.run("touch a.yaml; chmod 000 a.yaml; probity check a.yaml")
    #expect(run.exitCode == 2 && !run.isKilled)
  }

  @Test func `a pipe beside the profile is not waited for`() async throws {
    let run = try await Self.run(
      "printf '\(Self.head)' > a.yaml; mkfifo b.yaml; probity check a.yaml"
    )
    #expect(run.screen.hasPrefix("error[input.unreadable]: `b.yaml` is neither a file nor a"))
    #expect(run.exitCode == 2)
  }

  @Test func `a reader that went away is no verdict`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.head, to: "a.yaml")
    let run = try await ToolRun.of(
      "(trap '' PIPE; probity check a.yaml; echo $? >&2) | true",
      in: folder.path
    )
    #expect(run.screen == "2\n")
  }

  @Test func `signs that deceive are shown escaped`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"""
      probity: vendor-profile/1
      vendor:
        id: a
        name: "A\e[31m\u202egnp.exe\a\u200b"
        products: [{id: "p\u202e\e]0;x\a", name: P}]
      """#,
      to: "a.yaml"
    )
    for format in ["text", "json"] {
      let run = try await ToolRun.of("probity check a.yaml --format \(format)", in: folder.path)
      #expect(run.exitCode == 3)
      #expect(
        run.screen.contains(
          format == "text" ? #"A\u{1b}[31m\u{202e}gnp"# : #"A\u001b[31m\u202egnp"#
        )
      )
      for scalar in run.screen.unicodeScalars where scalar != "\n" {
        let deceives =
          scalar.value < 32 || (0x7F...0x9F).contains(scalar.value)
          || (0x200B...0x202E).contains(scalar.value)
        #expect(!deceives, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  static func run(_ line: String) async throws -> ToolRun {
    let folder = try TemporaryFolder()
    return try await ToolRun.of(line, in: folder.path, limits: .strict)
  }
}

extension ToolRun.Limits {
  /// What any input may cost, even with the checks of a debug build.
  static var strict: ToolRun.Limits {
    ToolRun.Limits(processorSeconds: 2, megabytes: 200)
  }
}
