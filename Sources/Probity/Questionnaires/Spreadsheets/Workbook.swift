/// The sheets of a spreadsheet in the format of ISO/IEC 29500, as far as answers need them.
struct Workbook {
  /// What stands in a cell.
  enum Content: Hashable {
    case text(String)
    /// Worked out by whoever saved it: nobody here can tell whether rightly.
    case formula
    /// A value such as `#REF!`.
    case fault(String)
    case tooLong
  }

  struct Cell {
    var row: Int
    var column: Int
    var content: Content
  }

  struct Sheet {
    var name: String
    /// Rows with something in them, hidden or not, and in each its cells.
    var rows: [[Cell]]
  }

  private(set) var sheets: [Sheet] = []

  /// Reads the sheets of a file.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    let parts = WorkbookParts(try ZipArchive.files(of: bytes, endingIn: [".xml", ".rels"]))
    let book = try parts.book()
    let context = SheetReader.Context(
      texts: try parts.part(book.texts).map(SharedTexts.read) ?? [],
      dateStyles: try parts.part(book.styles).map(DateStyles.read) ?? [],
      countsFrom1904: book.countsFrom1904
    )
    var room = SheetReader.Room()
    for sheet in book.sheets {
      guard let part = try parts.part(sheet.path) else {
        throw .damaged("the sheet `\(sheet.name)` is missing")
      }
      let rows = try SheetReader.rows(of: part, sheet.name, context, &room)
      sheets.append(Sheet(name: sheet.name, rows: rows))
    }
  }
}

/// Parts of a spreadsheet by their names, and what ties them together.
struct WorkbookParts {
  /// A part with its name.
  struct Part {
    var name: String
    var bytes: [UInt8]
  }

  /// What the main part says.
  struct Book {
    var sheets: [(name: String, path: String)] = []
    var texts: String?
    var styles: String?
    var countsFrom1904 = false
  }

  private struct Relation {
    var id: String
    var kind: String
    var path: String
  }

  private let files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) { self.files = files }

  func part(_ name: String?) throws(WorkbookFault) -> Part? {
    guard let name else { return nil }
    guard let bytes = files[name] else { throw .damaged("the part `\(name)` is missing") }
    return Part(name: name, bytes: bytes)
  }

  func book() throws(WorkbookFault) -> Book {
    let main = try relations(of: "").first { $0.kind == "officeDocument" }
    guard let main, let bytes = files[main.path] else {
      throw .damaged("the file is packed like a spreadsheet, but has no workbook inside")
    }
    let relations = try relations(of: main.path)
    var book = Book()
    book.texts = relations.first { $0.kind == "sharedStrings" }?.path
    book.styles = relations.first { $0.kind == "styles" }?.path
    var named: [(name: String, id: String)] = []
    try XMLReader.read(bytes, main.path) { event throws(WorkbookFault) in
      guard case .start(let element, let attributes) = event else { return }
      if element == "workbookPr" {
        book.countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
      }
      if element == "sheet", let name = attributes["name"], let id = attributes["r:id"] {
        named.append((name, id))
      }
    }
    for sheet in named {
      // Charts and macros have sheets of other kinds.
      guard let relation = relations.first(where: { $0.id == sheet.id }) else {
        throw .damaged("the sheet `\(sheet.name)` is missing")
      }
      if relation.kind == "worksheet" { book.sheets.append((sheet.name, relation.path)) }
    }
    return book
  }

  /// What a part is tied to; an empty name is that of the whole.
  private func relations(of part: String) throws(WorkbookFault) -> [Relation] {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast().joined(separator: "/")
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(steps.last ?? "").rels"
    guard let bytes = files[path] else { return [] }
    var relations: [Relation] = []
    try XMLReader.read(bytes, path) { event throws(WorkbookFault) in
      guard case .start("Relationship", let attributes) = event,
        let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
        attributes["TargetMode"] != "External"
      else { return }
      let kind = type.split(separator: "/").last.map { String($0) } ?? ""
      relations.append(Relation(id: id, kind: kind, path: Self.path(target, from: folder)))
    }
    return relations
  }

  /// A part's name from what is written in a part of a folder.
  private static func path(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
