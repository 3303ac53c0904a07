import ProbityText

/// The anchors of a document, and how often aliases may still be followed.
struct Anchors {
  /// Why an alias is refused.
  struct Refusal: Error {
    var diagnostic: Diagnostic

    /// Whether a limit was exceeded, so that reading must stop.
    var isFinal = false
  }

  private var finished: [String: Composed] = [:]

  /// The anchors of collections that are open, the innermost last.
  private var unfinished: [String] = []
  private var uses = 0
  private var nodes = 0

  /// Notes that an anchor's collection began.
  mutating func open(_ name: String) {
    unfinished.append(name)
    finished[name] = nil
  }

  /// Notes that the innermost collection with an anchor ended.
  mutating func close(as node: Composed) {
    if let name = unfinished.popLast() { finished[name] = node }
  }

  /// Notes what an anchor stands for; a later anchor of the same name takes its place.
  mutating func define(_ name: String, as node: Composed) {
    finished[name] = node
  }

  /// What an alias stands for.
  mutating func use(
    _ name: String,
    at span: SourceSpan,
    depth: Int,
    limits: ReadingLimits
  ) -> Result<Composed, Refusal> {
    guard let target = finished[name] else { return .failure(missing(name, at: span)) }
    uses += 1
    nodes += target.size
    guard uses <= limits.aliases, nodes <= limits.aliasedNodes,
      depth + target.height <= limits.depth
    else { return .failure(overflow(at: span, limits: limits)) }
    return .success(target)
  }

  private func missing(_ name: String, at span: SourceSpan) -> Refusal {
    if unfinished.contains(name) {
      return Refusal(
        diagnostic: Diagnostic(
          .error,
          id: "yaml.self-containing",
          "`*\(name)` must not stand inside the value that `&\(name)` names",
          at: span
        )
      )
    }
    return Refusal(
      diagnostic: Diagnostic(
        .error,
        id: "yaml.unknown-anchor",
        "`*\(name)` must repeat an anchor that stands before it; there is no `&\(name)`",
        at: span,
        help: didYouMean(name, among: finished.keys.sorted())
      )
    )
  }

  private func overflow(at span: SourceSpan, limits: ReadingLimits) -> Refusal {
    Refusal(
      diagnostic: Diagnostic(
        .error,
        id: "yaml.alias-expansion",
        "aliases must not be used more than \(limits.aliases) times, stand for more than "
          + "\(limits.aliasedNodes) values or nest more than \(limits.depth) deep",
        at: span
      ),
      isFinal: true
    )
  }
}
