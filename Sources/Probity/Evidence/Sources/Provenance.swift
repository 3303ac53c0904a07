import ProbityCEL
import ProbityText

/// Where sources come from and how old that makes them: their origins, and the origins of these.
struct Provenance: Sendable {
  /// What a source comes down to: itself, its origins and theirs, as far as they are graded.
  ///
  /// Two sources that share one of these are one.
  let roots: LabelSets
  private(set) var dates: [SourceDates] = []
  /// Whether it is stated, all the way down, where a source has what it says from.
  private(set) var hasKnownOrigin: [Bool] = []
  /// Whether a source draws on a document on file of which nobody knows how old it is.
  private(set) var hasUndatedOrigin: [Bool] = []
  /// The source that takes each one's place, if that is on file.
  private(set) var successors: [Int?] = []

  /// The names of the publishers, folded as companies' names are; nil where none is given.
  let publishers: [String?]
  /// The same as sets, to which whoever controls a publisher may be added.
  let publisherLabels: LabelSets
  /// What each source counts for, before anybody asks about whom and when.
  let reputes: [Repute]

  /// A source id, which means something in its own file only.
  private struct Key: Hashable {
    var file: SourceText
    var id: String
  }

  init(of sources: [Source]) {
    let positions = Dictionary(
      sources.enumerated().map { (Key(file: $1.span.source, id: $1.id), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var roots: [Set<String>] = []
    for (index, source) in sources.enumerated() {
      func position(of id: String) -> Int? {
        positions[Key(file: source.span.source, id: id)]
      }
      let origins = Self.closure(of: index, among: sources, position)
      roots.append(origins.labels)
      dates.append(Self.dates(of: source, origins.documents.map { sources[$0] }))
      hasKnownOrigin.append(
        ([index] + origins.documents).allSatisfy {
          sources[$0].grading != nil && !sources[$0].origins.isEmpty
        }
      )
      hasUndatedOrigin.append(origins.documents.contains { sources[$0].age == nil })
      successors.append(source.supersededBy.flatMap(position))
    }
    self.roots = LabelSets(roots)
    publishers = sources.map { $0.publisher.map(foldedName) }
    publisherLabels = LabelSets(publishers.map { $0.map { [$0] } ?? [] })
    reputes = sources.map { Repute(of: $0) }
  }

  /// The transitive origins: as labels where gradings vouch for them, and as documents on file.
  private static func closure(
    of index: Int,
    among sources: [Source],
    _ position: (String) -> Int?
  ) -> (labels: Set<String>, documents: [Int]) {
    var labels: Set = [sources[index].id]
    var documents: [Int] = []
    var waiting = [(index: index, isVouched: true)]
    var seen: Set = [index]
    while let (next, isVouched) = waiting.popLast() {
      let vouches = isVouched && sources[next].grading != nil
      for origin in sources[next].origins {
        if vouches { labels.insert(origin) }
        guard let found = position(origin), seen.insert(found).inserted else { continue }
        documents.append(found)
        waiting.append((found, vouches))
      }
    }
    return (labels, documents)
  }

  /// The age runs from the earliest date; what no grading vouches for makes it only uncertain.
  private static func dates(of source: Source, _ origins: [Source]) -> SourceDates {
    var age = source.age
    for origin in origins.compactMap(\.age) {
      age = age.map {
        PartialDate(
          firstDay: min($0.firstDay, origin.firstDay),
          lastDay: source.grading == nil ? $0.lastDay : min($0.lastDay, origin.lastDay)
        )
      }
    }
    return SourceDates(
      known: source.date,
      age: age,
      held: source.held,
      seenFrom: source.seenFrom
    )
  }
}

extension Source {
  /// The day of what it saw, else the day on which it was published.
  fileprivate var age: PartialDate? { observed ?? published }
}
