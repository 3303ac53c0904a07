import ProbityTestSupport
import ProbityText
import ProbityYAML
import Testing

struct RefusalTests {
  @Test(arguments: Refusal.characters)
  func `deceptive characters are refused where they stand`(refusal: Refusal) {
    #expect(complaints(about: refusal.text) == refusal.lines)
  }

  @Test(arguments: Refusal.layout)
  func `layout that parsers disagree on is refused where it stands`(refusal: Refusal) {
    #expect(complaints(about: refusal.text) == refusal.lines)
  }

  @Test(arguments: Refusal.content)
  func `well-formed but unsound content is refused where it stands`(refusal: Refusal) {
    #expect(complaints(about: refusal.text) == refusal.lines)
  }

  @Test(arguments: Refusal.syntax)
  func `syntax errors are told in plain words where they stand`(refusal: Refusal) {
    #expect(complaints(about: refusal.text) == refusal.lines)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], 0), ([0x61, 0x3A, 0x20, 0xE9, 0x0A], 3), ([0x61, 0xC0, 0x80], 1),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xE2, 0x82], 1),
      ([0xE0, 0x80, 0x80], 0), ([0x80], 0),
    ] as [([UInt8], Int)]
  )
  func `the first byte that is not UTF-8 is named`(bytes: [UInt8], place: Int) {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "test.yaml", bytes: bytes)
    #expect(YAMLDocument.read(source, into: &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["yaml.invalid-utf8"])
    #expect(diagnostics.sorted.first?.span?.lowerBound == place)
  }

  @Test func `a binary file is refused once`() {
    let bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 4_096)
    #expect(complaintIDs(about: bytes).last == "yaml.not-a-text")
    #expect(complaintIDs(about: bytes).filter { $0 == "yaml.not-a-text" }.count == 1)
  }

  @Test func `random bytes are read or refused, never worse`() {
    var generator = SeededGenerator(seed: 20_261_123)
    let alphabet = Array("ab:-[]{},?&*!|>'\"#%@`\\ \t\n\r0\u{e9}~<=.".utf8) + [0xFF, 0x00]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<48, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      _ = complaintIDs(about: bytes)
    }
  }

  @Test func `a repeated key leads to the first`() {
    let marked = MarkedText("①a: 1\nb: {②c: 1, ③c: 2}\n④a: 3\n")
    var diagnostics = DiagnosticList()
    _ = YAMLDocument.read(marked.source, into: &diagnostics)
    #expect(diagnostics.sorted.map { marked.mark(at: $0.span) } == ["③", "④"])
    #expect(diagnostics.sorted.map { marked.mark(at: $0.notes.first?.span) } == ["②", "①"])
  }

  @Test func `a pair of surrogates comes with the escape to write instead`() {
    var diagnostics = DiagnosticList()
    _ = YAMLDocument.read(SourceText(name: "a.json", #"{"a": "\uD83D\ude00"}"#), into: &diagnostics)
    #expect(
      diagnostics.sorted.first?.help == "write the character itself, or \\U0001F600"
    )
  }

  @Test func `an unclosed bracket that meets another leads to where it was opened`() {
    let marked = MarkedText("a: ①{b: [1, 2], c: d]\n")
    var diagnostics = DiagnosticList()
    _ = YAMLDocument.read(marked.source, into: &diagnostics)
    #expect(diagnostics.sorted.map { marked.mark(at: $0.notes.first?.span) } == ["①"])
  }

  @Test func `a misspelt anchor comes with the near one`() {
    var diagnostics = DiagnosticList()
    _ = YAMLDocument.read(SourceText(name: "a", "a: &source 1\nb: *sorce\n"), into: &diagnostics)
    #expect(diagnostics.sorted.map(\.help) == ["did you mean `source`?"])
  }
}
