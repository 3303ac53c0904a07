/// A map at run time: keys in the order in which they were written, found across number types.
package struct MapValue: Sendable, Hashable {
  package private(set) var keys: [Value] = []

  /// The values in the keys' order; one may be unknown.
  package private(set) var values: [Value] = []

  private var places: [MapKey: Int] = [:]

  /// How many values there are, with those of lists and maps within them.
  private(set) var weight = 0

  package init() {}

  /// Adds an entry; false if the key is there already or is of a type that keys cannot have.
  package mutating func insert(_ value: Value, for key: Value) -> Bool {
    guard let place = MapKey(key), places[place] == nil else { return false }
    places[place] = keys.count
    keys.append(key)
    values.append(value)
    weight = weight.added(value.weight)
    return true
  }

  /// The value of a key that equals the given one, as numbers do across their types.
  package func value(for key: Value) -> Value? {
    MapKey(key).flatMap { places[$0] }.map { values[$0] }
  }
}

/// A key with one spelling for each number: `1`, `1u` and `1.0` find the same entry.
private enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case string(Text)

  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint): self = Int64(exactly: uint).map(MapKey.int) ?? .uint(uint)
    case .string(let text): self = .string(text)
    case .double(let double):
      if let int = Int64(exactly: double) {
        self = .int(int)
      } else if let uint = UInt64(exactly: double) {
        self = .uint(uint)
      } else {
        return nil
      }
    case .null, .bytes, .date, .timestamp, .duration, .list, .map, .type, .optional, .node,
      .unknown, .error:
      return nil
    }
  }
}
