import ProbityText
import ProbityYAML
import Testing

struct HelpTests {
  @Test(arguments: [
    ("a: 1\n\tb: 2\n", "use spaces"),
    ("%YAML 1.2\n---\na: 1\n", "remove the line"),
    ("a: 1\n---\nb: 1\n", "put each document into a file of its own"),
    ("a: 'b'#c\n", "put a blank before it, or put the text in quotes"),
    ("a: [-]\n", "put the text in quotes"),
    ("a: [b,\nc]\n", "put two more spaces at the start of the line"),
    ("a: |\n    \n  b\n", "remove the blanks of the empty line"),
    ("a: \u{85}b\n", "use an ordinary line break, or write it as an escape in double quotes"),
    ("a: \u{7}b\n", "remove it, or write it as an escape in double quotes"),
    ("a: \u{FEFF}b\n", "remove this invisible character"),
    ("a: b\rc: d\n", "save the file with ordinary line breaks"),
    ("<<: 1\n", "write the fields out, so that readers see what is there"),
    ("a: \"b\n", "close the quote"),
    ("a: [b\n", "close it with `]`"),
    ("a: {b\n", "close it with `}`"),
    ("a: {b:, c}\n", "put a blank behind it, or put the text in quotes"),
    ("a: @b\n", "put the text in quotes"),
    ("a: \"\\d\"\n", "write `\\\\` for a backslash, or use single quotes"),
    (
      "a: b: c\n",
      "put the value in quotes, or check the indentation of this line and the one before"
    ),
    ("a: *\n", "if no alias is meant, put the text in quotes"),
    ("a: &\n", "if no anchor is meant, put the text in quotes"),
    ("a:\nb\n", "if it is the value of the line before, indent it deeper"),
    ("- a\nb: c\n", "check the indentation of this line"),
    ("a: &b:c d\n", "put a blank behind the name"),
  ])
  func `an error says what to do`(text: String, help: String) {
    var diagnostics = DiagnosticList()
    #expect(YAMLDocument.read(SourceText(name: "test.yaml", text), into: &diagnostics) == nil)
    #expect(diagnostics.sorted.first?.help == help)
  }

  @Test(arguments: [
    ("a: 'b\n", "'"), ("a: [b: c\n", "["), ("a: *nope\n", "*nope"), ("a: !foo b\n", "!foo"),
    ("a: &x !foo b\n", "&x !foo"), ("a: 1\na : 2\n", "a"),
    ("a: \"\\ud83d\\ude00\"", "\\ud83d\\ude00"),
    ("a:\n b\nc d\ne: f\n", "c d"), ("%TAG ! x\n---\n", "%TAG ! x"), ("a: {b: c ]\n", "]"),
    ("a: 1\n\tb: 1\n", "\t"), ("a: [b\n]\n", "]"), ("a: !!int  阿里\n", "!!int"),
  ])
  func `carets cover what is wrong and nothing else`(text: String, covered: String) throws {
    var diagnostics = DiagnosticList()
    let source = SourceText(name: "test.yaml", text)
    #expect(YAMLDocument.read(source, into: &diagnostics) == nil)
    let span = try #require(diagnostics.sorted.first?.span)
    #expect(source.text(in: span.lowerBound..<span.upperBound) == covered)
  }

  @Test func `a whole report reads as it should`() {
    var diagnostics = DiagnosticList()
    let text = "id: acme\nnames: [{text: 阿里云, lang: zh}]\nid: acme-2\nowner: *parnt\n"
    _ = YAMLDocument.read(SourceText(name: "vendors/acme.yaml", text), into: &diagnostics)
    #expect(
      Excerpt.text(for: diagnostics.sorted) == """
        error[yaml.duplicate-key]: the key `id` must not be given twice
         --> vendors/acme.yaml:3:1
          |
        3 | id: acme-2
          | ^^
          note: it is given first here
         --> vendors/acme.yaml:1:1
          |
        1 | id: acme
          | ^^

        error[yaml.unknown-anchor]: `*parnt` must repeat an anchor that stands before it; there is \
        no `&parnt`
         --> vendors/acme.yaml:4:8
          |
        4 | owner: *parnt
          |        ^^^^^^


        """
    )
  }
}
