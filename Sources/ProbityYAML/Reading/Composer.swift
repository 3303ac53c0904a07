import ProbityText

/// Builds the tape of nodes from events, one at a time, without recursion.
struct Composer {
  var tape: Tape
  var keys = KeyTable()

  /// The document's root, once its last event was taken.
  private var root: Int?

  private let limits: ReadingLimits
  private var open: [OpenCollection] = []
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
    return Node(root, in: NodeStore(tape))
  }

  /// Takes the reader's latest event; false if reading must stop.
  mutating func take(
    _ event: Event,
    from events: borrowing StrictEventReader,
    in layout: Layout,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: true
    case .documentStart: startDocument(event, into: &diagnostics)
    case .alias: takeAlias(event, from: events, into: &diagnostics)
    case .scalar(let style): takeScalar(style, event, from: events, layout, into: &diagnostics)
    case .sequenceStart(let isFlow):
      start(.sequence, event, isFlow: isFlow, from: events, into: &diagnostics)
    case .mappingStart(let isFlow):
      start(.mapping, event, isFlow: isFlow, from: events, into: &diagnostics)
    case .sequenceEnd, .mappingEnd: end(event, into: &diagnostics)
    }
  }

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

  private mutating func takeScalar(
    _ style: Node.Scalar.Style,
    _ event: Event,
    from events: borrowing StrictEventReader,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let written = event.content..<max(event.content, event.range.upperBound)
    guard events.raw.textCount <= limits.scalarBytes else {
      return refuse(
        "yaml.too-long",
        "a text must not be longer than \(limits.scalarBytes) bytes",
        at: tape.source.withoutTrailingBlanks(tape.source.span(written)),
        &diagnostics
      )
    }
    let start = tape.text.count
    events.raw.appendText(to: &tape.text)
    let record = Record(style, at: written, text: start..<tape.text.count)
    let index = tape.append(record, tag: events.tag(of: event))
    if event.hasTag { checkTag(ofScalar: index, event, into: &diagnostics) }
    let node = Composed(record: index, end: layout.endOfText(in: written))
    if event.hasAnchor, let name = events.raw.anchor { anchors.define(name, as: node) }
    return add(node, into: &diagnostics)
  }

  private mutating func takeAlias(
    _ event: Event,
    from events: borrowing StrictEventReader,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let span = tape.source.span(event.range)
    switch anchors.use(events.raw.anchor ?? "", at: span, depth: open.count, limits: limits) {
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
    from events: borrowing StrictEventReader,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard open.count < limits.depth else {
      let place = event.content..<max(event.content + 1, event.range.upperBound)
      return refuse(
        "yaml.too-deep",
        "lists and mappings must not stand more than \(limits.depth) deep inside each other",
        at: tape.source.span(place),
        &diagnostics
      )
    }
    if event.hasTag { checkTag(events.tag(of: event), of: kind, event, into: &diagnostics) }
    if event.hasAnchor, let name = events.raw.anchor { anchors.open(name) }
    let record = tape.append(Record(collection: kind, at: event.content))
    open.append(
      OpenCollection(
        kind: kind,
        isFlow: isFlow,
        record: record,
        keys: keys.begin(),
        hasAnchor: event.hasAnchor,
        end: event.range.upperBound
      )
    )
    return true
  }

  private mutating func end(_ event: Event, into diagnostics: inout DiagnosticList) -> Bool {
    guard let collection = open.popLast() else { return true }
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
    guard !open.isEmpty else {
      root = node.record
      return true
    }
    let last = open.count - 1
    if open[last].expectsKey { checkKey(node.record, in: open[last].keys, into: &diagnostics) }
    open[last].take(node)
    return true
  }

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
