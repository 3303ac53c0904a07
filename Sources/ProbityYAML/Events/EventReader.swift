import CLibYAML

/// Reads events with libyaml: the only place that touches it and the only unsafe code here.
///
/// INVARIANT: `parser` and `input` are allocated in `init`, owned alone and freed in `deinit`;
/// the parser points into `input`, which never moves.
@safe struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let offsets: ByteOffsets

  /// Reads valid UTF-8; a byte order mark at its start is passed over.
  ///
  /// Nil only if there is no memory left.
  init?(_ bytes: [UInt8]) {
    offsets = ByteOffsets(bytes)
    // libyaml misreads a block scalar that ends in blanks where a file has no last line break.
    let isOpen = bytes.last != UInt8(ascii: "\n")
    let text = bytes[offsets.base...] + (isOpen ? [UInt8(ascii: "\n")] : [])
    unsafe input = .allocate(capacity: text.count)
    _ = unsafe input.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe input.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after `streamEnd` or a failure nothing more may be asked.
  mutating func next() throws(SyntaxFailure) -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure }
    defer { unsafe yaml_event_delete(&raw) }
    let lower = unsafe offsets[raw.start_mark.index]
    let upper = unsafe offsets[raw.end_mark.index]
    var event = Event(kind: .streamEnd, range: lower..<max(lower, upper))
    unsafe Self.fill(&event, from: raw)
    return event
  }

  private var failure: SyntaxFailure {
    let context = unsafe parser.pointee.context
    return unsafe SyntaxFailure(
      problem: Self.string(parser.pointee.problem),
      context: Self.string(context),
      offset: offsets[parser.pointee.problem_mark.index],
      contextOffset: context == nil ? nil : offsets[parser.pointee.context_mark.index]
    )
  }

  @unsafe private static func fill(_ event: inout Event, from raw: yaml_event_t) {
    switch unsafe raw.type {
    case YAML_STREAM_START_EVENT: event.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      event.kind = unsafe .documentStart(isExplicit: raw.data.document_start.implicit == 0)
    case YAML_DOCUMENT_END_EVENT:
      event.kind = unsafe .documentEnd(isExplicit: raw.data.document_end.implicit == 0)
    case YAML_ALIAS_EVENT: event.kind = unsafe .alias(string(raw.data.alias.anchor))
    case YAML_SCALAR_EVENT: unsafe fillScalar(&event, from: raw)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe raw.data.sequence_start
      event.kind = unsafe .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
      unsafe fillProperties(&event, anchor: start.anchor, tag: start.tag)
    case YAML_SEQUENCE_END_EVENT: event.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = unsafe raw.data.mapping_start
      event.kind = unsafe .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
      unsafe fillProperties(&event, anchor: start.anchor, tag: start.tag)
    case YAML_MAPPING_END_EVENT: event.kind = .mappingEnd
    default: event.kind = .streamEnd
    }
  }

  @unsafe private static func fillScalar(_ event: inout Event, from raw: yaml_event_t) {
    let scalar = unsafe raw.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    event.kind = unsafe .scalar(text, style(scalar.style))
    unsafe fillProperties(&event, anchor: scalar.anchor, tag: scalar.tag)
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  @unsafe private static func fillProperties(
    _ event: inout Event,
    anchor: UnsafeMutablePointer<UInt8>?,
    tag: UnsafeMutablePointer<UInt8>?
  ) {
    if let anchor = unsafe anchor { event.anchor = unsafe String(cString: anchor) }
    if let tag = unsafe tag { event.tag = unsafe String(cString: tag) }
  }

  @unsafe private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  @unsafe private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
