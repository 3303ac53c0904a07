import ProbityText

/// A document's nodes in the order of the file, each collection before what stands in it.
struct Tape: Sendable {
  let source: SourceText
  private(set) var records: [Record] = []

  /// The decoded texts of the scalars that are written otherwise, one behind the other.
  var text: [UInt8] = []

  /// Whether no mapping has a key with other characters than ASCII.
  var hasOnlyASCIIKeys = true

  /// The source's own, at hand without its storage.
  let bytes: [UInt8]

  /// The tags that occur, in their long form.
  private var tags: [String] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    records.reserveCapacity(bytes.count / 12 + 1)
  }

  /// Adds a record and says where.
  @inline(__always)
  mutating func append(_ record: Record) -> Int {
    records.append(record)
    return records.count - 1
  }

  mutating func setTag(_ tag: String, of index: Int) { records[index].tag = number(of: tag) }

  mutating func close(_ index: Int, at end: Int, childCount: Int) {
    records[index].close(at: end, childCount: childCount, next: records.count)
  }

  /// Few tags are known and all others refused, so more than fit are never needed.
  private mutating func number(of tag: String) -> UInt8 {
    if let index = tags.firstIndex(of: tag) { return UInt8(index + 1) }
    guard tags.count < 100 else { return 100 }
    tags.append(tag)
    return UInt8(tags.count)
  }

  /// What a record stands for, if it is an alias; else itself.
  @inline(__always)
  func resolved(_ index: Int) -> Int {
    records[index].kind == .alias ? records[index].target : index
  }

  /// The record behind this one and all that stands in it.
  func next(after index: Int) -> Int {
    switch records[index].kind {
    case .scalar, .alias: index + 1
    case .sequence, .mapping: records[index].next
    }
  }

  /// From the first to the last byte, without trailing blanks.
  func span(of index: Int) -> SourceSpan {
    let span = source.span(records[index].range)
    return records[index].kind == .scalar ? source.withoutTrailingBlanks(span) : span
  }

  /// A scalar's text; empty for anything else.
  func string(_ index: Int) -> String {
    let index = resolved(index)
    guard records[index].kind == .scalar else { return "" }
    return String(decoding: text(of: records[index]), as: UTF8.self)
  }

  func scalar(_ index: Int) -> Node.Scalar? {
    let record = records[index]
    guard record.kind == .scalar else { return nil }
    return Node.Scalar(
      text: string(index),
      style: record.style,
      tag: record.tag == 0 ? nil : tags[Int(record.tag) - 1],
      written: source.span(record.range)
    )
  }

  /// A scalar's text if nothing but a text can be meant; nil does not mean that it is none.
  func plainText(_ index: Int) -> String? {
    let record = records[index]
    guard record.kind == .scalar, record.tag == 0 else { return nil }
    let text = text(of: record)
    if record.style == .plain, !CoreValue.isSurelyText(text) { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a scalar's text.
  func text(of record: Record) -> ArraySlice<UInt8> {
    record.isVerbatim ? bytes[record.text] : text[record.text]
  }
}

/// A finished tape, shared by all nodes of its document.
final class NodeStore: Sendable {
  let tape: Tape

  init(_ tape: Tape) { self.tape = tape }
}
