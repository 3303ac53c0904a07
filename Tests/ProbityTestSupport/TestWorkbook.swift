/// Spreadsheets part by part.
package struct TestWorkbook {
  /// Sheets by name, each with the rows of its `sheetData`.
  package var sheets: [(name: String, rows: String)]
  package var sharedTexts: String?
  package var styles: String?
  package var properties = ""
  /// Further parts, or others in the place of those that it would have.
  package var parts: [String: String] = [:]

  package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  package init(_ sheets: [(name: String, rows: String)]) { self.sheets = sheets }

  /// One sheet of texts, each where its row and column put it.
  package init(_ rows: [[String]]) {
    let lines = rows.map { row in
      "<row>"
        + row.map { "<c t=\"inlineStr\"><is><t>\(Self.escaped($0))</t></is></c>" }.joined()
        + "</row>"
    }
    self.init([("Questions", lines.joined())])
  }

  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  package var zip: ZipFile {
    var texts = [
      "_rels/.rels": Self.relations([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": relations,
    ]
    for (index, sheet) in sheets.enumerated() {
      texts["xl/worksheets/sheet\(index + 1).xml"] =
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
    }
    texts["xl/sharedStrings.xml"] = sharedTexts.map { "<sst xmlns=\"\(Self.main)\">\($0)</sst>" }
    texts["xl/styles.xml"] = styles.map {
      "<styleSheet xmlns=\"\(Self.main)\">\($0)</styleSheet>"
    }
    texts.merge(parts) { _, other in other }
    return ZipFile(
      entries: texts.sorted { $0.key < $1.key }.map { ZipFile.Entry($0.key, $0.value) }
    )
  }

  package var bytes: [UInt8] { zip.bytes }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"s\(index + 1)\"/>"
    }
    return "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)"
      + "<sheets>\(list.joined())</sheets></workbook>"
  }

  private var relations: String {
    let own = sheets.indices.map { ("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    let texts = sharedTexts == nil ? [] : [("t", "sharedStrings", "/xl/sharedStrings.xml")]
    return Self.relations(
      own + texts + (styles == nil ? [] : [("y", "styles", "../xl/./styles.xml")])
    )
  }

  package static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let relations = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)\">\(relations.joined())</Relationships>"
  }
}
