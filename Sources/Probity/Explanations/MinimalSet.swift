/// Finds a subset-minimal set for a property that a larger set never loses.
package enum MinimalSet {
  /// A minimal subset that still has the property, or nil if not even all elements have it.
  ///
  /// Elements are tried from the last to the first, so that the ones that stand first are kept:
  /// put the preferred ones there. Takes one call more than there are elements.
  package static func search<Element>(
    among elements: [Element],
    for holds: ([Element]) -> Bool
  ) -> [Element]? {
    guard holds(elements) else { return nil }
    var kept = elements
    for index in elements.indices.reversed() {
      var fewer = kept
      fewer.remove(at: index)
      if holds(fewer) { kept = fewer }
    }
    return kept
  }

  /// Whether a set has the property and loses it with each element that is taken away.
  package static func isMinimal<Element>(
    _ set: [Element],
    for holds: ([Element]) -> Bool
  ) -> Bool {
    guard holds(set) else { return false }
    return set.indices.allSatisfy { index in
      var fewer = set
      fewer.remove(at: index)
      return !holds(fewer)
    }
  }
}
