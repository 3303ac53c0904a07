/// A list or mapping whose end was not yet read.
struct OpenCollection {
  let kind: Record.Kind
  let isFlow: Bool
  let record: Int

  /// Where its keys begin in the table of keys.
  let keys: KeyTable.Mark

  /// Whether an anchor names it.
  let hasAnchor: Bool

  /// Where it ends, as far as it was read.
  var end: Int
  var childCount = 0

  /// The nodes in it, itself included, aliases followed.
  var size = 1

  /// How many collections deep its deepest child goes.
  var height = 0

  var expectsKey: Bool { kind == .mapping && childCount % 2 == 0 }

  mutating func take(_ child: Composed) {
    childCount += 1
    size += child.size
    height = max(height, child.height)
    end = child.end
  }
}

/// A finished node with what its collection and the limits ask about it.
struct Composed {
  let record: Int

  /// Past the last byte, without trailing blanks.
  var end: Int

  /// The nodes in it, itself included, aliases followed.
  var size = 1

  /// How many collections deep it goes.
  var height = 0
  var isAlias = false
}
