/// One step through a document, as the YAML specification's event model has it.
///
/// Texts and names are asked of the reader, as long as the event is its latest.
struct Event: Equatable {
  enum Kind: Equatable {
    case streamStart
    case streamEnd
    case documentStart(isExplicit: Bool)
    case documentEnd(isExplicit: Bool)
    case alias
    case scalar(Node.Scalar.Style)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  var kind: Kind

  /// Whether an anchor was written before the node.
  var hasAnchor = false

  /// Whether a tag was written before the node.
  var hasTag = false

  /// Whether no line break stands in it.
  var isOneLine = false

  /// The event's bytes in the file.
  ///
  /// A node with a tag or an anchor begins with these. A block collection's start ends where its
  /// first key or dash stands, and its end is where the next token stands.
  var range: Range<Int>

  /// Where the node itself begins, behind its tag and anchor.
  var content = 0
}

/// Where and why libyaml stopped.
struct SyntaxFailure: Error, Equatable {
  /// libyaml's words, for choosing ours.
  var problem: String
  var context: String
  var offset: Int

  /// Where the construct began that could not be read, if libyaml said so.
  var contextOffset: Int?
}
