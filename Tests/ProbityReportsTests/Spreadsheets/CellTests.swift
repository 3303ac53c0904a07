import ProbityTestSupport
import Testing

@testable import Probity

/// What stands in a cell is read as its sheet means it, however a program writes it.
@Suite struct CellTests {
  static let texts =
    "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r>"
    + "<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si><si/>"
  static let styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.0&quot;d&quot;\"/></numFmts>"
    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
    + "<xf numFmtId=\"46\"/></cellXfs>"

  static func content(
    _ cell: String,
    properties: String = ""
  ) throws -> Workbook.Content? {
    var book = TestWorkbook([("S", "<row r=\"7\">\(cell)</row>")])
    (book.sharedTexts, book.styles, book.properties) = (texts, styles, properties)
    return try Workbook(book.bytes).sheets[0].rows.first?.first?.content
  }

  @Test(
    arguments: [
      ("<c r=\"D7\" t=\"s\"><v>0</v></c>", Workbook.Content.text("plain")),
      ("<c r=\"D7\" t=\"s\"><v>1</v></c>", .text("rich ")),
      ("<c r=\"D7\" t=\"s\"><v>2</v></c>", .text("a\nb_x0041_")),
      ("<c r=\"D7\" t=\"s\"><v>3</v></c>", nil), ("<c r=\"D7\" t=\"s\"/>", nil),
      ("<c r=\"D7\"/>", nil), ("<c r=\"D7\" s=\"1\"><v/></c>", nil),
      ("<c t=\"inlineStr\"><is><t>in</t><r><t>line</t></r></is></c>", .text("inline")),
      ("<c t=\"inlineStr\"><is><t>&lt;é&gt;&#x263A;</t></is></c>", .text("<é>☺")),
      ("<c t=\"str\"><v>result</v></c>", .text("result")),
      ("<c t=\"b\"><v>1</v></c>", .text("true")), ("<c t=\"b\"><v>0</v></c>", .text("false")),
      ("<c t=\"e\"><v>#REF!</v></c>", .fault("#REF!")), ("<c><v>7</v></c>", .text("7")),
      ("<c><v>-7.0</v></c>", .text("-7")), ("<c><v>0.10000000000000001</v></c>", .text("0.1")),
      ("<c><v>1e3</v></c>", .text("1000")), ("<c s=\"3\"><v>46173</v></c>", .text("46173")),
      ("<c s=\"1\"><v>46173</v></c>", .text("2026-05-31")),
      ("<c s=\"2\"><v>61</v></c>", .text("1900-03-01")),
      ("<c s=\"2\"><v>60</v></c>", .text("60")),
      ("<c s=\"2\"><v>46173.5</v></c>", .text("46173.5")),
      ("<c s=\"4\"><v>46173</v></c>", .text("46173")),
      ("<c t=\"d\"><v>2026-05-31T00:00:00</v></c>", .text("2026-05-31")),
      ("<c t=\"d\"><v>2026-05-31T09:30:00</v></c>", .text("2026-05-31T09:30:00")),
      ("<c><f>1+1</f><v>2</v></c>", .formula),
      ("<c t=\"b\"><f aca=\"false\">FALSE()</f><v>1</v></c>", .text("false")),
      ("<c t=\"b\"><f>NOT(FALSE())</f><v>1</v></c>", .formula),
      ("<c t=\"str\"><f t=\"shared\" si=\"0\"/><v>yes</v></c>", .formula),
      ("<x:c xmlns:x=\"urn:other\"><v>7</v></x:c>", nil),
      ("<x:c xmlns:x=\"\(TestWorkbook.main)\"><x:v>8</x:v></x:c>", .text("8")),
    ]
  )
  func `a cell says what its program meant`(cell: String, content: Workbook.Content?) throws {
    #expect(try Self.content(cell) == content)
  }

  @Test(arguments: [("1", "2030-06-01"), ("true", "2030-06-01"), ("0", "2026-05-31")])
  func `days count from where the file says`(written: String, day: String) throws {
    let properties = "<workbookPr date1904=\"\(written)\"/>"
    #expect(
      try Self.content("<c s=\"1\"><v>46173</v></c>", properties: properties) == .text(day)
    )
  }

  @Test(
    arguments: [
      ("A1", 0, 0), ("Z1", 0, 25), ("AA2", 1, 26), ("XFD1048576", 1_048_575, 16_383),
    ]
  )
  func `a reference names a row and a column`(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
    #expect(CellReference(row: row, column: column).text == text)
  }

  @Test(arguments: [
    "", "A", "1", "A0", "a1", "XFE1", "A1048577", "AAAA1", "A1B", "A+1", "A-1", "A１",
  ])
  func `what is no cell of a spreadsheet is none`(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test func `rows that are hidden or empty count like others`() throws {
    let book = TestWorkbook([
      (
        "S",
        "<row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>1</v></c></row><row r=\"4\"/>"
          + "<row r=\"9\"><c r=\"A9\"><v>2</v></c><c><v>3</v></c></row>"
      )
    ])
    let cells = try Workbook(book.bytes).sheets[0].rows.flatMap(\.self)
    let places = cells.map { CellReference(row: $0.row, column: $0.column).text }
    #expect(places == ["B2", "A9", "B9"])
  }
}
