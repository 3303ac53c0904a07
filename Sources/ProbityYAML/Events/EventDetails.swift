import CLibYAML

/// The texts and names of a reader's latest event, where libyaml keeps them.
///
/// A pointer and no more, so that nothing is copied when it is handed on.
///
/// INVARIANT: the event belongs to a reader that lives and has not read on since.
@safe struct EventDetails: BitwiseCopyable {
  private let event: UnsafePointer<yaml_event_t>

  @unsafe init(_ event: UnsafePointer<yaml_event_t>) { unsafe self.event = event }

  /// The anchor, or the name of an alias.
  var anchor: String? { unsafe anchorPointer.map { unsafe String(cString: $0) } }

  var hasAnchor: Bool { unsafe anchorPointer != nil }

  /// The tag in its long form; nil for none, and for `!` alone.
  var tag: String? { unsafe tagPointer.map { unsafe String(cString: $0) } }

  /// The tag of the latest event; a lone `!`, which libyaml drops, is one too.
  func tag(of event: Event) -> String? { event.hasTag ? tag ?? "!" : nil }

  var hasTag: Bool { unsafe tagPointer != nil }

  /// How many bytes a scalar's text has.
  var textCount: Int { unsafe text.count }

  /// Adds a scalar's text to a list of bytes.
  @inline(__always)
  func appendText(to bytes: inout [UInt8]) { unsafe bytes.append(contentsOf: text) }

  /// Whether a scalar's text stands in a file just as it is, from an offset on.
  @inline(__always)
  func isText(in layout: Layout, at offset: Int) -> Bool {
    guard offset >= 0, offset + textCount <= layout.count else { return false }
    return unsafe layout.withUnsafeBufferPointer { file in
      guard let start = file.baseAddress, let text = unsafe text.baseAddress else { return false }
      return unsafe memcmp(start + offset, text, textCount) == 0
    }
  }

  private var text: UnsafeBufferPointer<UInt8> {
    let scalar = unsafe event.pointee.data.scalar
    return unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
  }

  private var anchorPointer: UnsafeMutablePointer<UInt8>? {
    let data = unsafe event.pointee.data
    return switch unsafe event.pointee.type {
    case YAML_ALIAS_EVENT: unsafe data.alias.anchor
    case YAML_SCALAR_EVENT: unsafe data.scalar.anchor
    case YAML_SEQUENCE_START_EVENT: unsafe data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT: unsafe data.mapping_start.anchor
    default: nil
    }
  }

  private var tagPointer: UnsafeMutablePointer<UInt8>? {
    let data = unsafe event.pointee.data
    return switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe data.scalar.tag
    case YAML_SEQUENCE_START_EVENT: unsafe data.sequence_start.tag
    case YAML_MAPPING_START_EVENT: unsafe data.mapping_start.tag
    default: nil
    }
  }
}
