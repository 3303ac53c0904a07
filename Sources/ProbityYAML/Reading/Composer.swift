import ProbityText

/// Builds nodes from events, one at a time, without recursion.
struct Composer {
  /// The document's root, once its last event was taken.
  private(set) var root: Node?

  private let source: SourceText
  private let limits: ReadingLimits
  private var open: [OpenCollection] = []
  private var anchors = Anchors()
  private var nodeCount = 0
  private var hasDocument = false

  init(_ source: SourceText, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
  }

  /// Takes the next event; false if reading must stop.
  mutating func take(_ event: Event, into diagnostics: inout DiagnosticList) -> Bool {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: true
    case .documentStart: startDocument(event, into: &diagnostics)
    case .alias(let name): takeAlias(name, event, into: &diagnostics)
    case .scalar(let text, let style): takeScalar(text, style, event, into: &diagnostics)
    case .sequenceStart(let isFlow):
      start(OpenCollection(.sequence, event, isFlow: isFlow), event, into: &diagnostics)
    case .mappingStart(let isFlow):
      start(OpenCollection(.mapping, event, isFlow: isFlow), event, into: &diagnostics)
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
      at: source.span(event.range),
      help: "put each document into a file of its own"
    )
    return false
  }

  private mutating func takeScalar(
    _ text: String,
    _ style: Node.Scalar.Style,
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let written = source.span(event.content..<event.range.upperBound)
    let span = source.withoutTrailingBlanks(written)
    guard text.utf8.count <= limits.scalarBytes else {
      return refuse(
        "yaml.too-long",
        "a text must not be longer than \(limits.scalarBytes) bytes",
        at: span,
        &diagnostics
      )
    }
    let scalar = Node.Scalar(text: text, style: style, tag: event.tag, written: written)
    checkTag(of: scalar, at: source.tagSpan(of: event), into: &diagnostics)
    let node = Composed(Node(.scalar(scalar), at: span))
    if let anchor = event.anchor { anchors.define(anchor, as: node) }
    return add(node, into: &diagnostics)
  }

  private mutating func takeAlias(
    _ name: String,
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let span = source.span(event.range)
    switch anchors.use(name, at: span, depth: open.count, limits: limits) {
    case .success(let node): return add(node, into: &diagnostics)
    case .failure(let refusal):
      diagnostics.append(refusal.diagnostic)
      // Reading goes on with an empty value, to find what else is wrong.
      let scalar = Node.Scalar(text: "", style: .plain, written: span)
      return refusal.isFinal
        ? false : add(Composed(Node(.scalar(scalar), at: span)), into: &diagnostics)
    }
  }

  private mutating func start(
    _ collection: OpenCollection,
    _ event: Event,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let place = source.span(event.content..<max(event.content + 1, event.range.upperBound))
    guard open.count < limits.depth else {
      return refuse(
        "yaml.too-deep",
        "lists and mappings must not stand more than \(limits.depth) deep inside each other",
        at: place,
        &diagnostics
      )
    }
    checkTag(event.tag, of: collection.kind, at: source.tagSpan(of: event), into: &diagnostics)
    if let anchor = event.anchor { anchors.open(anchor) }
    open.append(collection)
    return true
  }

  private mutating func end(_ event: Event, into diagnostics: inout DiagnosticList) -> Bool {
    guard let collection = open.popLast() else { return true }
    let node = collection.composed(endingWith: event, in: source)
    if let anchor = collection.anchor { anchors.define(anchor, as: node) }
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
        at: node.node.span,
        &diagnostics
      )
    }
    if open.isEmpty {
      root = node.node
    } else {
      open[open.count - 1].add(node, into: &diagnostics)
    }
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
