import FoundationEssentials
import Probity
import Testing

/// What the documents show: files in YAML, and a program.
private enum Documents {
  static let guides = "Sources/Probity/Probity.docc/"

  static let all = [
    "README.md", guides + "Probity.md", guides + "WritingProfiles.md", guides + "WritingRules.md",
  ]

  static func text(_ path: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: ShippedFiles.root + "/" + path)),
      as: UTF8.self
    )
  }

  static func blocks(_ language: String, in path: String) throws -> [String] {
    try text(path).split(separator: "\n```" + language + "\n").dropFirst().map { part in
      String(part.split(separator: "\n```", omittingEmptySubsequences: false)[0])
    }
  }

  static func sources(beginningWith mark: String, in path: String) throws -> [SourceText] {
    try blocks("yaml", in: path).filter { $0.hasPrefix(mark) }.enumerated().map { position, text in
      SourceText(name: "\(path), block \(position + 1)", text + "\n")
    }
  }
}

// The example of the front page; what stands between the two marks is compared with it.
// example begins

/// Says what follows for a vendor, and which findings stand in the way of a pass.
func summary(of vendor: SourceText, by rules: [SourceText], on day: CalendarDate) -> String {
  do {
    let book = try Rulebook(rules)
    let decision = book.decision(on: try book.profile(vendor), asOf: day)
    let obstacles = decision.findings.filter(\.blocks).map { finding in
      "\(finding.status.rawValue): \(finding.rule.title["en"]), on \(finding.subjectPath)"
    }
    return ([decision.verdict.rawValue] + obstacles).joined(separator: "\n")
  } catch {
    return error.diagnostics.map { "\($0.id): \($0.message)" }.joined(separator: "\n")
  }
}
// example ends

@Test func `the program on the front page is the one that is compiled here`() throws {
  let here = try Documents.text("Tests/ProbityTests/DocumentTests.swift")
  let compiled = here.split(separator: "// example begins\n")[1].split(separator: "// example ends")
  let shown = try Documents.blocks("swift", in: Documents.guides + "Probity.md")
  #expect(shown == ["import Probity\n" + compiled[0].dropLast()])
}

@Test func `the program on the front page says pass, obstacles or faults`() throws {
  let rules = try ShippedFiles.coreTexts()
  let vendors = try ShippedFiles.texts(in: "vendors")
  let day = try #require(CalendarDate("2026-11-23"))
  let passing = try #require(vendors.first { $0.name.contains("fjordglass") })
  #expect(summary(of: passing, by: rules, on: day) == "pass")
  let open = try #require(vendors.first { $0.name.contains("halcyon") })
  #expect(summary(of: open, by: rules, on: day).hasPrefix("undetermined\nundetermined: "))
  let faulty = SourceText(name: "faulty.yaml", "probity: vendor-profile/1\n")
  #expect(summary(of: faulty, by: rules, on: day).hasPrefix("yaml.missing-field: "))
}

@Test(arguments: Documents.all)
func `rules in the documents load, and their examples hold`(path: String) throws {
  let rules = try Documents.sources(beginningWith: "probity: rule-pack/1", in: path)
  let book = try Rulebook(ShippedFiles.coreTexts() + rules)
  #expect(try book.rules.count == ShippedFiles.core().rules.count + rules.count)
}

@Test(arguments: Documents.all)
func `profiles in the documents are read without a fault`(path: String) throws {
  let book = try ShippedFiles.core()
  for profile in try Documents.sources(beginningWith: "probity: vendor-profile/1", in: path) {
    #expect(try book.profile(profile).vendorID == "example-cameras")
  }
}

@Test func `the documents that teach show a rule and a profile`() throws {
  let counts = try Documents.all.map { try Documents.blocks("yaml", in: $0).count }
  #expect(counts == [2, 0, 1, 1])
}
