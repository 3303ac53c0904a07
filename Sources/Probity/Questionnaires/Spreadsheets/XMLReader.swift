import CExpat

/// What a reader of XML meets, in the order of the text.
enum XMLEvent {
  /// An element of spreadsheets, or one with an empty name of something else; and its attributes.
  case start(String, [String: String])
  case end(String)
  case text(String)
}

/// Reads XML with expat: the only place that touches it.
///
/// A document type is a fault, so that no entity is ever declared, expanded or fetched; depth has
/// a limit. Expat was chosen for that it fetches nothing by itself and needs no other library.
///
/// INVARIANT: handlers run only inside `read`, on its thread, while the reader is alive.
@safe final class XMLReader {
  private let part: String
  private let take: (XMLEvent) throws(WorkbookFault) -> Void
  private var parser: XML_Parser?
  private var depth = 0
  private var fault: WorkbookFault?

  private init(_ part: String, _ take: @escaping (XMLEvent) throws(WorkbookFault) -> Void) {
    self.part = part
    self.take = take
  }

  /// Reads the XML of a part of a spreadsheet, until something is wrong.
  static func read(
    _ bytes: [UInt8],
    _ part: String,
    _ take: @escaping (XMLEvent) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    let reader = XMLReader(part, take)
    reader.parse(bytes)
    if let fault = reader.fault { throw fault }
  }

  private func parse(_ bytes: [UInt8]) {
    // What stands between a namespace and a name can stand in neither.
    guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: Self.separator)) else {
      fault = .tooLarge("there is no memory left to read `\(part)`")
      return
    }
    defer { unsafe XML_ParserFree(parser) }
    unsafe self.parser = parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe setHandlers(parser)
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser,
        buffer.bindMemory(to: CChar.self).baseAddress,
        Int32(buffer.count),
        1
      ).rawValue
    }
    if status != XML_STATUS_OK.rawValue, fault == nil {
      let line = unsafe XML_GetCurrentLineNumber(parser)
      let why = unsafe String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
      fault = .damaged("`\(part)` is no XML: \(why), line \(line)")
    }
  }

  private func setHandlers(_ parser: XML_Parser) {
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLReader.at(context).start(
          String(cString: name),
          XMLReader.attributes(attributes)
        )
      },
      { context, name in
        guard let name = unsafe name else { return }
        unsafe XMLReader.at(context).end(String(cString: name))
      }
    )
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe XMLReader.at(context).tell(.text(String(decoding: bytes, as: UTF8.self)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLReader.at(context).refuseDocumentType()
    }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLReader {
    guard let context = unsafe context else { preconditionFailure("expat knows its reader") }
    return unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
  }

  // MARK: Events

  private func start(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth > WorkbookLimits.depth {
      let most = WorkbookLimits.depth
      return stop(.tooLarge("`\(part)` must not have more than \(most) elements inside each other"))
    }
    tell(.start(Self.elementName(name), attributes))
  }

  private func end(_ name: String) {
    depth -= 1
    tell(.end(Self.elementName(name)))
  }

  private func refuseDocumentType() {
    stop(.damaged("`\(part)` declares a document type, which no spreadsheet has"))
  }

  /// Nothing is told after a fault: expat may call once more before it stops.
  private func tell(_ event: XMLEvent) {
    guard fault == nil else { return }
    do throws(WorkbookFault) {
      try take(event)
    } catch {
      stop(error)
    }
  }

  private func stop(_ why: WorkbookFault) {
    fault = fault ?? why
    unsafe XML_StopParser(parser, XML_Bool(0))
  }

  // MARK: Names

  private static let separator = UInt8(ascii: "|")

  /// Ends of the namespaces of spreadsheets and of what ties their parts together.
  private static let namespaces = [
    "/spreadsheetml/2006/main", "/ooxml/spreadsheetml/main", "/package/2006/relationships",
  ]

  private static func elementName(_ name: String) -> String {
    guard let bar = name.lastIndex(of: "|") else { return "" }
    let isOwn = namespaces.contains { name[..<bar].hasSuffix($0) }
    return isOwn ? String(name[name.index(after: bar)...]) : ""
  }

  /// Attributes without a namespace, and the `id` by which parts are tied together as `r:id`.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    var index = 0
    while let name = unsafe list?[index], let value = unsafe list?[index + 1] {
      let key = unsafe String(cString: name)
      if !key.contains("|") {
        attributes[key] = unsafe String(cString: value)
      } else if key.hasSuffix("/relationships|id") {
        attributes["r:id"] = unsafe String(cString: value)
      }
      index += 2
    }
    return attributes
  }
}
