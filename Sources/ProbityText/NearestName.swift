/// The candidate that a misspelt name most likely meant, or nil if none is near enough.
///
/// Distance is counted in single-letter edits and neighbour swaps (optimal string alignment); a
/// third of the name may differ. Letter case and `-` against `_` cost nothing.
///
/// - Complexity: O(*candidates* × *length*²); names over 64 scalars are not compared.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = foldedForComparison(name)
  guard wanted.count <= 64 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let other = foldedForComparison(candidate)
    guard other.count <= 64, abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= limit, distance < best?.distance ?? Int.max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// The sentence that a diagnostic shows for a near name, if there is one.
package func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
  nearestName(to: name, among: candidates).map { "did you mean `\($0)`?" }
}

private func foldedForComparison(_ name: String) -> [Unicode.Scalar] {
  name.lowercased().unicodeScalars.map { $0 == "-" ? "_" : $0 }
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1] + [Int](repeating: 0, count: right.count)
    for column in right.indices {
      let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
      current[column + 1] = min(previous[column + 1] + 1, current[column] + 1, substitution)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        current[column + 1] = min(current[column + 1], beforePrevious[column - 1] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
