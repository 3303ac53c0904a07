import CLibYAML

/// Reads events with libyaml: the only place that touches it.
///
/// INVARIANT: `parser`, `current` and `input` are allocated in `init`, owned alone and freed in
/// `deinit`; the parser reads `input`, which never moves. `current` always holds an event that may
/// be deleted: a zeroed one at first.
@safe struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let current: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var offsets: ByteOffsets

  /// The bytes of a byte order mark at the start, which libyaml does not see.
  private let base: Int

  /// The bytes of the file.
  private let count: Int

  /// Reads valid UTF-8; a byte order mark at its start is passed over.
  ///
  /// Nil only if there is no memory left. Lent or not, the events are the same.
  init?(_ bytes: [UInt8], isLent: Bool = TestedLibrary.isInUse) {
    let base = bytes.span.base
    let isOpen = bytes.last != UInt8(ascii: "\n")
    let textCount = bytes.count - base + (isOpen ? 1 : 0)
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: textCount + Self.padding)
    let end = unsafe input.initialize(fromContentsOf: bytes[base...])
    unsafe input[end...].initialize(repeating: 0)
    // libyaml misreads a block scalar that ends in blanks where a file has no last line break.
    if isOpen { unsafe input[end] = UInt8(ascii: "\n") }
    self.base = base
    count = bytes.count
    offsets = unsafe ByteOffsets(input.span.extracting(first: textCount))
    unsafe self.input = input
    unsafe parser = .allocate(capacity: 1)
    unsafe current = .allocate(capacity: 1)
    unsafe current.initialize(to: yaml_event_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe current.deallocate()
      unsafe input.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, isLent ? 0 : textCount)
    if isLent { lendInput(ending: textCount) }
  }

  /// Zero bytes behind the text: libyaml ends at the first and looks at most at four in advance.
  private static let padding = 8

  /// Lets the parser read where the text lies, as if it had read and decoded all of it.
  ///
  /// The text was checked already and needs no decoding, so that copying it character by character,
  /// as libyaml does, gains nothing and takes a seventh of its time. The fields are private: only
  /// with the library for which this was tested may they be written.
  private func lendInput(ending end: Int) {
    unsafe parser.pointee.eof = 1
    unsafe parser.pointee.buffer.pointer = input.baseAddress
    unsafe parser.pointee.buffer.last = input.baseAddress.map { unsafe $0 + end + 1 }
    unsafe parser.pointee.unread = offsets.scalarCount + 1
  }

  deinit {
    unsafe yaml_event_delete(current)
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe current.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after `streamEnd` or a failure nothing more may be asked.
  @inline(__always)
  mutating func next() throws(SyntaxFailure) -> Event {
    if ownsMemory { unsafe yaml_event_delete(current) }
    guard unsafe yaml_parser_parse(parser, current) == 1 else { throw failure() }
    let lower = unsafe offset(current.pointee.start_mark.index)
    let upper = unsafe offset(current.pointee.end_mark.index)
    var event = Event(kind: .streamEnd, range: lower..<max(lower, upper))
    unsafe event.isOneLine = current.pointee.start_mark.line == current.pointee.end_mark.line
    fill(&event)
    return event
  }

  @inline(__always)
  private mutating func offset(_ index: Int) -> Int {
    min(count, base + offsets.offset(of: index, in: unsafe input.span))
  }

  /// Whether the latest event must be deleted; the ends of collections hold nothing.
  private var ownsMemory: Bool {
    unsafe current.pointee.type != YAML_MAPPING_END_EVENT
      && current.pointee.type != YAML_SEQUENCE_END_EVENT
  }

  @inline(never)
  private mutating func failure() -> SyntaxFailure {
    let context = unsafe parser.pointee.context
    return unsafe SyntaxFailure(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      context: context.map { unsafe String(cString: $0) } ?? "",
      offset: offset(parser.pointee.problem_mark.index),
      contextOffset: context == nil ? nil : offset(parser.pointee.context_mark.index)
    )
  }
}

extension EventReader {
  /// What the latest event holds; asked for nothing any more once the next event was read.
  var latest: EventDetails { unsafe EventDetails(UnsafePointer(current)) }

  @inline(__always)
  private func fill(_ event: inout Event) {
    switch unsafe current.pointee.type {
    case YAML_STREAM_START_EVENT: event.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let isImplicit = unsafe current.pointee.data.document_start.implicit != 0
      event.kind = .documentStart(isExplicit: !isImplicit)
    case YAML_DOCUMENT_END_EVENT:
      let isImplicit = unsafe current.pointee.data.document_end.implicit != 0
      event.kind = .documentEnd(isExplicit: !isImplicit)
    case YAML_ALIAS_EVENT:
      event.kind = .alias
      event.hasAnchor = true
    case YAML_SCALAR_EVENT: fillScalar(&event)
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: fillCollection(&event)
    case YAML_SEQUENCE_END_EVENT: event.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: event.kind = .mappingEnd
    default: event.kind = .streamEnd
    }
  }

  @inline(__always)
  private func fillScalar(_ event: inout Event) {
    event.kind = unsafe .scalar(style(current.pointee.data.scalar.style))
    event.hasAnchor = unsafe current.pointee.data.scalar.anchor != nil
    event.hasTag = unsafe current.pointee.data.scalar.tag != nil
  }

  private func fillCollection(_ event: inout Event) {
    if unsafe current.pointee.type == YAML_SEQUENCE_START_EVENT {
      let style = unsafe current.pointee.data.sequence_start.style
      event.kind = .sequenceStart(isFlow: style == YAML_FLOW_SEQUENCE_STYLE)
    } else {
      let style = unsafe current.pointee.data.mapping_start.style
      event.kind = .mappingStart(isFlow: style == YAML_FLOW_MAPPING_STYLE)
    }
    event.hasAnchor = latest.hasAnchor
    event.hasTag = latest.hasTag
  }

  private func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
