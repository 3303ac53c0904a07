import ProbityTestSupport
import ProbityText
import Testing

@testable import Probity

/// Files that were made to harm, or were harmed, are refused whole, with what is wrong and where.
@Suite struct HostileWorkbookTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// The id of the error and, behind a blank, a part of its text or place.
    var error: String
    var bytes: @Sendable () -> [UInt8]
    var testDescription: String { name }
  }

  static func found(_ bytes: [UInt8]) -> [String] {
    var diagnostics = DiagnosticList()
    let sheet = AnswerSheet.read(
      SourceText(name: "answers.xlsx", bytes: bytes),
      into: &diagnostics
    )
    #expect((sheet == nil) == !diagnostics.isFreeOfErrors)
    return diagnostics.sorted.map { "\($0.id) \($0.message) @\($0.span?.description ?? "")" }
  }

  static func rows(_ rows: String) -> TestWorkbook { TestWorkbook([("Questions", rows)]) }

  static func edited(_ edit: (inout ZipFile) -> Void) -> [UInt8] {
    var zip = TestWorkbook([["id", "answer"]]).zip
    edit(&zip)
    return zip.bytes
  }

  static func adding(_ entry: ZipFile.Entry) -> [UInt8] { edited { $0.entries.append(entry) } }

  static func document(_ text: String, at part: String = "xl/worksheets/sheet1.xml") -> [UInt8] {
    var book = TestWorkbook([["id", "answer"]])
    book.parts[part] = text
    return book.bytes
  }

  static let laughs = (1...9).map { level in
    "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
  }.joined()

  static let cases = containers + documents + tables

  static let containers = [
    Case(name: "nothing", error: "xlsx.damaged no spreadsheet") { [] },
    Case(name: "a text", error: "xlsx.damaged no spreadsheet") { Array("id,answer\n".utf8) },
    Case(name: "a password, or an old format", error: "xlsx.encrypted a password") {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    },
    Case(name: "cut off", error: "xlsx.damaged not all of it") {
      TestWorkbook([["id", "answer"]]).bytes.dropLast(40)
    },
    Case(name: "longer than read", error: "xlsx.too-large 8 MiB") {
      var entry = ZipFile.Entry("xl/media/x.png", [UInt8](repeating: 1, count: 9 << 20))
      entry.claimedSum = 0
      return adding(entry)
    },
    Case(name: "an encrypted part", error: "xlsx.encrypted `xl/x.xml` is encrypted") {
      var entry = ZipFile.Entry("xl/x.xml", "secret")
      entry.flags = 1
      return adding(entry)
    },
    Case(name: "another way of packing", error: "xlsx.damaged packed in a way") {
      var entry = ZipFile.Entry("xl/x.xml", "packed")
      entry.method = 14
      return adding(entry)
    },
    Case(name: "a bomb by what it claims", error: "xlsx.too-large more than 250 times") {
      var entry = ZipFile.Entry("xl/x.xml", "small")
      (entry.method, entry.claimedSize) = (8, 4_000_000_000)
      return adding(entry)
    },
    Case(name: "a bomb of many parts", error: "xlsx.too-large more than 64 MiB") {
      edited { zip in
        for number in 0..<8 {
          var entry = ZipFile.Entry("xl/x\(number).bin", [UInt8](repeating: 0, count: 42_000))
          (entry.claimedSize, entry.claimedSum) = (10 << 20, 0)
          zip.entries.append(entry)
        }
      }
    },
    Case(name: "packed too tightly", error: "xlsx.too-large more than 250 times") {
      var entry = ZipFile.Entry("xl/x.xml", [UInt8](repeating: 0, count: 1_000))
      (entry.method, entry.claimedSize) = (8, 2 << 20)
      return adding(entry)
    },
    Case(name: "a bomb by what it does not claim", error: "xlsx.damaged cut off or damaged") {
      var entry = ZipFile.Entry("xl/x.xml", [UInt8](repeating: 0x20, count: 99_999))
      (entry.method, entry.claimedSize) = (8, 10)
      return adding(entry)
    },
    Case(name: "shorter than it claims", error: "xlsx.damaged cut off or damaged") {
      var entry = ZipFile.Entry("xl/x.xml", "short")
      (entry.method, entry.claimedSize) = (8, 900)
      return adding(entry)
    },
    Case(name: "a wrong sum", error: "xlsx.damaged cut off or damaged") {
      var entry = ZipFile.Entry("xl/x.xml", "text")
      entry.claimedSum = 1
      return adding(entry)
    },
    Case(name: "too many parts", error: "xlsx.too-large more than 1000 files") {
      edited { zip in
        for number in 0..<1_001 { zip.entries.append(ZipFile.Entry("x\(number)", "")) }
      }
    },
    Case(name: "a directory that ends early", error: "xlsx.damaged list of files") {
      edited { $0.claimedCount = 9 }
    },
    Case(name: "a part twice", error: "xlsx.damaged is there twice") {
      edited { $0.entries.append($0.entries[0]) }
    },
  ]

  static let documents = [
    Case(name: "no workbook", error: "xlsx.damaged no workbook") {
      ZipFile(entries: [ZipFile.Entry("readme.txt", "hello")]).bytes
    },
    Case(name: "a sheet that is not there", error: "xlsx.damaged is missing") {
      edited { zip in zip.entries.removeAll { $0.name.hasSuffix("sheet1.xml") } }
    },
    Case(name: "a billion laughs", error: "xlsx.damaged document type") {
      document("<!DOCTYPE l [<!ENTITY l0 \"ha\">\(laughs)]><l>&l9;</l>")
    },
    Case(name: "a file of the machine", error: "xlsx.damaged document type") {
      document("<!DOCTYPE l [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><l>&f;</l>")
    },
    Case(name: "a document type elsewhere", error: "xlsx.damaged document type") {
      document("<!DOCTYPE l SYSTEM \"http://example.org/l.dtd\"><l/>", at: "_rels/.rels")
    },
    Case(name: "no XML", error: "xlsx.damaged no XML") { document("<worksheet><sheetData>") },
    Case(name: "an entity that nobody declared", error: "xlsx.damaged no XML") {
      document("<l>&x;</l>")
    },
    Case(name: "no text", error: "xlsx.damaged no XML") { document("<l>\u{1}</l>") },
    Case(name: "too deep", error: "xlsx.too-large more than 32 elements") {
      document(String(repeating: "<l>", count: 100_000))
    },
    Case(name: "what lies outside", error: "xlsx.damaged no workbook") {
      document(
        "<Relationships xmlns=\"\(TestWorkbook.package)\"><Relationship Id=\"a\" "
          + "TargetMode=\"External\" Type=\"\(TestWorkbook.office)/officeDocument\" "
          + "Target=\"http://example.org/\"/></Relationships>",
        at: "_rels/.rels"
      )
    },
  ]

  static let tables = [
    Case(name: "rows in disorder", error: "xlsx.damaged in disorder") {
      rows("<row r=\"2\"/><row r=\"2\"/>").bytes
    },
    Case(name: "a row beyond the last", error: "xlsx.damaged in disorder") {
      rows("<row r=\"1048577\"/>").bytes
    },
    Case(name: "a cell twice", error: "xlsx.damaged @answers.xlsx:Questions!B3") {
      rows("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>").bytes
    },
    Case(name: "a cell of another row", error: "xlsx.damaged in disorder") {
      rows("<row r=\"3\"><c r=\"B4\"/></row>").bytes
    },
    Case(name: "no number", error: "xlsx.damaged @answers.xlsx:Questions!A1") {
      rows("<row><c><v>nan</v></c></row>").bytes
    },
    Case(name: "a kind that doesn't exist", error: "xlsx.damaged of the kind `z`") {
      rows("<row><c t=\"z\"><v>1</v></c></row>").bytes
    },
    Case(name: "a shared text that is not there", error: "xlsx.damaged no shared text `9`") {
      rows("<row><c t=\"s\"><v>9</v></c></row>").bytes
    },
    Case(name: "too many cells", error: "xlsx.too-large @answers.xlsx:Questions!A2001") {
      let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 50) + "</row>"
      return rows(String(repeating: row, count: 2_002)).bytes
    },
    Case(name: "one long text in many cells", error: "xlsx.too-large more than 16 MiB") {
      var book = rows(String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 600))
      book.sharedTexts = "<si><t>" + String(repeating: "x", count: 32_000) + "</t></si>"
      return book.bytes
    },
    Case(name: "too many shared texts", error: "xlsx.too-large more than 200000 shared") {
      var book = rows("")
      book.sharedTexts = String(repeating: "<si/>", count: 200_001)
      return book.bytes
    },
    Case(name: "no questions", error: "xlsx.no-questions `id` and `answer` @answers.xlsx") {
      TestWorkbook([["question", "answer"]]).bytes
    },
    Case(name: "a formula for an answer", error: "table.formula @answers.xlsx:Questions!B2") {
      rows(head + "<row><c><v>1</v></c><c><f>A1</f><v>yes</v></c></row>").bytes
    },
    Case(name: "a formula for an id", error: "table.formula @answers.xlsx:Questions!A2") {
      rows(head + "<row><c><f>B2</f><v>painted</v></c></row>").bytes
    },
    Case(name: "an error for an answer", error: "table.error-value `#N/A` is an error") {
      rows(head + "<row><c><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>").bytes
    },
    Case(name: "a cell that is too long", error: "table.too-long @answers.xlsx:Questions!B2") {
      let text = String(repeating: "é", count: 32_768)
      return rows(
        head + "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
      ).bytes
    },
    Case(name: "two columns of one name", error: "table.repeated-column @answers.xlsx:Questions!C1")
    { TestWorkbook([["id", "answer", "Réponse"]]).bytes },
  ]

  static let head =
    "<row>"
    + ["id", "answer"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"

  @Test(arguments: cases)
  func `a hostile file is refused`(_ example: Case) throws {
    let found = Self.found(example.bytes())
    #expect(found.count == 1)
    let parts = example.error.split(separator: " ", maxSplits: 1)
    #expect(found.first?.hasPrefix(parts[0] + " ") == true, "\(found)")
    // Places stand behind what is said.
    let (text, place) = Self.split(String(parts[1]))
    #expect(found.first?.contains(text) == true, "\(found)")
    #expect(found.first?.hasSuffix(place) == true, "\(found)")
  }

  private static func split(_ error: String) -> (text: String, place: String) {
    guard let mark = error.firstIndex(of: "@") else { return (error, "") }
    let text = error[..<mark]
    return (text.last == " " ? String(text.dropLast()) : String(text), String(error[mark...]))
  }

  @Test(
    arguments: [
      "../../etc/passwd", "/etc/passwd", "xl/../../x.xml", "xl\\x.xml", "C:x.xml", "xl/a\u{1}.xml",
      "..", "xl/..",
    ]
  )
  func `a part whose name climbs is refused`(name: String) {
    let found = Self.found(Self.adding(ZipFile.Entry(name, "<a/>")))
    #expect(found.count == 1 && found[0].hasPrefix("xlsx.damaged `"), "\(found)")
  }

  @Test func `the sound file that they were made from is read`() {
    #expect(Self.found(TestWorkbook([["id", "answer"]]).bytes) == [])
    #expect(Self.found(Self.adding(ZipFile.Entry("xl/calcChain.xml", "<a/>"))) == [])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `however a file is damaged, it is read or refused`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sound = TestWorkbook([["id", "answer"], ["painted", "yes"]]).bytes
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      var diagnostics = DiagnosticList()
      let source = SourceText(name: "answers.xlsx", bytes: bytes)
      let sheet = AnswerSheet.read(source, into: &diagnostics)
      #expect((sheet == nil) == !diagnostics.isFreeOfErrors, "seed \(seed)")
    }
  }
}
