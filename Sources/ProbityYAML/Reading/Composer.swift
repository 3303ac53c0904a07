import ProbityText

/// Builds the tape of nodes from events, one at a time, without recursion.
struct Composer {
  var tape: Tape
  var keys = KeyTable()

  /// The document's root, once its last event was taken.
  private var root: Int?

  private let limits: ReadingLimits
  /// The innermost collection whose end was not yet read, and those around it.
  private var top: OpenCollection?
  private var outer: [OpenCollection] = []
  private var depth = 0

  private var anchors = Anchors()
  private var nodeCount = 0
  private var hasDocument = false

  init(_ source: SourceText, limits: ReadingLimits) {
    tape = Tape(source)
    self.limits = limits
  }

  /// The document as it was composed; a document without events is an empty scalar.
  mutating func finish() -> Node {
    let root = root ?? tape.append(Record(.plain, at: 0..<0, text: 0..<0))
    tape.hasOnlyASCIIKeys = keys.areAllASCII
    return Node(root, in: NodeStore(tape))
  }

  /// Takes the reader's latest event; false if reading must stop.
  @inline(__always)
  mutating func take(
    _ event: Event,
    _ details: EventDetails,
    in layout: Layout,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: true
    case .documentStart: startDocument(event, into: &diagnostics)
    case .alias: takeAlias(event, details, into: &diagnostics)
    case .scalar(let style): takeScalar(style, event, details, layout, into: &diagnostics)
    case .sequenceStart(let isFlow):
      start(.sequence, event, isFlow: isFlow, details, into: &diagnostics)
    case .mappingStart(let isFlow):
      start(.mapping, event, isFlow: isFlow, details, into: &diagnostics)
    case .sequenceEnd, .mappingEnd: end(event, into: &diagnostics)
    }
  }

  @inline(never)
  private mutating func startDocument(
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    defer { hasDocument = true }
    guard hasDocument else { return true }
    diagnostics.error(
      "yaml.second-document",
      "a file must hold one document; a second one begins here",
      at: tape.source.span(event.range),
      help: "put each document into a file of its own"
    )
    return false
  }

  @inline(__always)
  private mutating func takeScalar(
    _ style: Node.Scalar.Style,
    _ event: Event,
    _ details: EventDetails,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let written = event.content..<max(event.content, event.range.upperBound)
    guard details.textCount <= limits.scalarBytes else {
      return refuse(
        "yaml.too-long",
        "a text must not be longer than \(limits.scalarBytes) bytes",
        at: tape.source.withoutTrailingBlanks(tape.source.span(written)),
        &diagnostics
      )
    }
    let index = tape.append(record(of: event, style, details, written, layout))
    if event.hasTag, let tag = details.tag(of: event) {
      tape.setTag(tag, of: index)
      checkTag(ofScalar: index, event, into: &diagnostics)
    }
    let node = Composed(record: index, end: layout.endOfText(in: written))
    if event.hasAnchor, let name = details.anchor { anchors.define(name, as: node) }
    return add(node, into: &diagnostics)
  }

  /// A scalar's record; its text is copied only where the file does not have it as it is.
  @inline(__always)
  private mutating func record(
    of event: Event,
    _ style: Node.Scalar.Style,
    _ details: EventDetails,
    _ written: Range<Int>,
    _ layout: Layout
  ) -> Record {
    let quotes = style == .plain ? 0 : 1
    let first = written.lowerBound + quotes
    let last = first + details.textCount
    if event.isOneLine, last + quotes == written.upperBound, details.isText(in: layout, at: first) {
      return Record(style, at: written, text: first..<last, isVerbatim: true)
    }
    let start = tape.text.count
    details.appendText(to: &tape.text)
    return Record(style, at: written, text: start..<tape.text.count)
  }

  @inline(never)
  private mutating func takeAlias(
    _ event: Event,
    _ details: EventDetails,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let span = tape.source.span(event.range)
    switch anchors.use(details.anchor ?? "", at: span, depth: depth, limits: limits) {
    case .success(var node):
      let alias = Record(aliasOf: node.record, at: event.range)
      node = Composed(
        record: tape.append(alias),
        end: event.range.upperBound,
        size: node.size,
        height: node.height,
        isAlias: true
      )
      return add(node, into: &diagnostics)
    case .failure(let refusal):
      diagnostics.append(refusal.diagnostic)
      if refusal.isFinal { return false }
      // Reading goes on with an empty value, to find what else is wrong.
      let empty = tape.append(Record(.plain, at: event.range, text: 0..<0))
      return add(Composed(record: empty, end: event.range.upperBound), into: &diagnostics)
    }
  }

  private mutating func start(
    _ kind: Record.Kind,
    _ event: Event,
    isFlow: Bool,
    _ details: EventDetails,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard depth < limits.depth else {
      let place = event.content..<max(event.content + 1, event.range.upperBound)
      return refuse(
        "yaml.too-deep",
        "lists and mappings must not stand more than \(limits.depth) deep inside each other",
        at: tape.source.span(place),
        &diagnostics
      )
    }
    if event.hasTag { checkTag(details.tag(of: event), of: kind, event, into: &diagnostics) }
    if event.hasAnchor, let name = details.anchor { anchors.open(name) }
    let record = tape.append(Record(collection: kind, at: event.content))
    if let top { outer.append(top) }
    depth += 1
    top = OpenCollection(
      kind: kind,
      isFlow: isFlow,
      record: record,
      keys: keys.begin(),
      hasAnchor: event.hasAnchor,
      end: event.range.upperBound
    )
    return true
  }

  private mutating func end(_ event: Event, into diagnostics: inout DiagnosticList) -> Bool {
    guard let collection = top else { return true }
    top = outer.popLast()
    depth -= 1
    // Only a bracket is the collection's own end; a block's end is where the next token stands.
    let isOwnEnd = collection.isFlow && !event.range.isEmpty
    let start = tape.records[collection.record].range.lowerBound
    let end = max(start, isOwnEnd ? event.range.upperBound : collection.end)
    tape.close(collection.record, at: end, childCount: collection.childCount)
    keys.end(collection.keys)
    let node = Composed(
      record: collection.record,
      end: end,
      size: collection.size,
      height: collection.height + 1
    )
    if collection.hasAnchor { anchors.close(as: node) }
    return add(node, into: &diagnostics)
  }

  /// Gives a finished node to the collection that it stands in.
  @inline(__always)
  private mutating func add(_ node: Composed, into diagnostics: inout DiagnosticList) -> Bool {
    // The children of a collection were counted when they ended; an alias counts whole.
    nodeCount += node.isAlias ? node.size : 1
    guard nodeCount <= limits.nodes else {
      return refuse(
        "yaml.too-many-nodes",
        "a file must not hold more than \(limits.nodes) values",
        at: tape.span(of: node.record),
        &diagnostics
      )
    }
    guard let collection = top else {
      root = node.record
      return true
    }
    if collection.expectsKey { checkKey(node.record, in: collection.keys, into: &diagnostics) }
    top?.take(node)
    return true
  }

  @inline(never)
  private func refuse(
    _ id: String,
    _ message: String,
    at span: SourceSpan,
    _ diagnostics: inout DiagnosticList
  ) -> Bool {
    diagnostics.error(id, message, at: span)
    return false
  }
}

extension SourceText {
  /// A span without the blanks and line breaks at its end.
  func withoutTrailingBlanks(_ span: SourceSpan) -> SourceSpan {
    let bytes = bytes
    let end = bytes.span.endOfText(in: span.lowerBound..<span.upperBound)
    return self.span(span.lowerBound..<end)
  }
}
