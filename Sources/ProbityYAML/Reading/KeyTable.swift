/// Finds repeated keys of the mappings that are open, the innermost at the end.
///
/// Swift compares texts by canonical equivalence, and so do mappings here: where a key is not
/// ASCII or keys are many, they are looked up as texts; the few plain keys of most mappings are
/// compared as bytes.
struct KeyTable {
  private struct Key: BitwiseCopyable {
    /// Equal for equal texts.
    let fingerprint: UInt64
    let record: Int
  }

  /// Where a mapping's own keys begin.
  struct Mark {
    fileprivate let start: Int
  }

  /// More keys than these are not compared one by one.
  private static let few = 24

  private var keys: [Key] = []

  /// Whether no key had other characters than ASCII.
  private(set) var areAllASCII = true

  /// First uses by text, for the mappings that need it, by where their keys begin.
  private var texts: [Int: [String: Int]] = [:]

  /// Begins a mapping.
  func begin() -> Mark { Mark(start: keys.count) }

  /// Ends a mapping, which must be the innermost.
  mutating func end(_ mark: Mark) {
    keys.removeLast(keys.count - mark.start)
    if !texts.isEmpty { texts[mark.start] = nil }
  }

  /// Takes a key of the innermost mapping; gives its first use if it is a repeat.
  mutating func insert(_ record: Int, of tape: Tape, in mapping: Mark) -> Int? {
    let (fingerprint, isASCII) = tape.fingerprint(ofScalar: tape.resolved(record))
    if !isASCII { areAllASCII = false }
    let isByText = !texts.isEmpty && texts[mapping.start] != nil
    // Kept in any case: what is told apart by where its keys begin must begin elsewhere.
    defer { keys.append(Key(fingerprint: fingerprint, record: record)) }
    guard isASCII, !isByText, keys.count - mapping.start < Self.few else {
      return insertText(record, of: tape, in: mapping)
    }
    for key in keys[mapping.start...] where key.fingerprint == fingerprint {
      if tape.hasSameText(key.record, record) { return key.record }
    }
    return nil
  }

  private mutating func insertText(_ record: Int, of tape: Tape, in mapping: Mark) -> Int? {
    if texts[mapping.start] == nil {
      let known = keys[mapping.start...].map { (tape.string($0.record), $0.record) }
      texts[mapping.start] = Dictionary(known) { first, _ in first }
    }
    let text = tape.string(record)
    if let first = texts[mapping.start]?[text] { return first }
    texts[mapping.start]?[text] = record
    return nil
  }
}

extension Tape {
  /// Whether two keys have the same bytes as texts.
  fileprivate func hasSameText(_ left: Int, _ right: Int) -> Bool {
    text(of: records[resolved(left)]).elementsEqual(text(of: records[resolved(right)]))
  }
}
