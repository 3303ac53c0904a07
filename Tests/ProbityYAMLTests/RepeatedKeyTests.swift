import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

/// A key that is given twice hides one of its values: each is found, whatever stands between.
@Suite struct RepeatedKeyTests {
  /// A mapping as it is written, and how many of its keys are repeats, with those further in.
  private struct Written {
    var text: String
    var repeats = 0
  }

  /// Two of them are the same to a reader, though not byte by byte.
  private static let names = ["a", "b", "c", "\u{e9}", "e\u{301}", "阿", "里", "é b", "word"]

  private static func mapping(depth: Int, by generator: inout SeededGenerator) -> Written {
    let isLong = Int.random(in: 0..<8, using: &generator) == 0
    let isPlain = Int.random(in: 0..<3, using: &generator) == 0
    var seen: Set<String> = []
    var written = Written(text: "")
    var entries: [String] = []
    for number in 0..<Int.random(in: 0...(isLong ? 40 : 5), using: &generator) {
      var name = names[Int.random(in: 0..<(isPlain ? 3 : names.count), using: &generator)]
      if isLong, Int.random(in: 0..<4, using: &generator) > 0 { name += "\(number % 30)" }
      if !seen.insert(name).inserted { written.repeats += 1 }
      let isNested = depth > 0 && Int.random(in: 0..<2, using: &generator) == 0
      let value = isNested ? mapping(depth: depth - 1, by: &generator) : Written(text: "1")
      written.repeats += value.repeats
      entries.append("\"\(name)\": \(value.text)")
    }
    written.text = "{" + entries.joined(separator: ", ") + "}"
    return written
  }

  private static func repeats(in text: String) -> Int {
    var diagnostics = DiagnosticList()
    _ = YAMLDocument.read(SourceText(name: "keys.yaml", text), into: &diagnostics)
    return diagnostics.sorted.count { $0.id == "yaml.duplicate-key" }
  }

  @Test(arguments: [UInt64](81...84))
  func `each repeat is found`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (without, with) = (0, 0)
    for round in 0..<1_500 {
      let written = Self.mapping(depth: 3, by: &generator)
      let found = Self.repeats(in: written.text)
      // Of one file no more are told.
      let told = min(written.repeats, DiagnosticList.capPerFile)
      #expect(found == told, "seed \(seed), round \(round): \(written.text)")
      if written.repeats == 0 { without += 1 } else { with += 1 }
    }
    #expect(without > 200 && with > 200, "\(without), \(with)")
  }

  @Test(arguments: [
    "é: {b: {c: 1}}\né: 2", "é:\n  b: 1\nf: {é: 1}\né: 2", "é: {}\né: {}", "? é\n: {é: 1}\n? é",
  ])
  func `what stands between hides none`(_ text: String) {
    #expect(Self.repeats(in: text) == 1)
  }
}
