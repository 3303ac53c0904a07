package import ProbityText

/// One citation of a source as evidence for a value.
package struct CitedEvidence: Sendable, Hashable {
  /// How near to the value the citation stands; only the nearest clears.
  package enum Placement: Int, Sendable, Comparable {
    /// On a record further up: it covers what lies below, to accuse.
    case inherited
    /// On the record that holds the value.
    case record
    /// On the value itself.
    case value

    package static func < (left: Placement, right: Placement) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The position of the source in the dossier.
  package var source: Int
  /// Whether the source speaks here against its own interest.
  package var admits = false
  package var quote: String?
  /// The page, section or row that supports the value.
  package var locator: String?
  package var placement: Placement
  package var span: SourceSpan

  package init(source: Int, placement: Placement, span: SourceSpan) {
    self.source = source
    self.placement = placement
    self.span = span
  }

  /// Whether a reader is told where in the source to look.
  package var isPinpointed: Bool { quote != nil || locator != nil }

  /// The same citation, as it covers what lies below its record.
  package var inherited: CitedEvidence { placed(.inherited) }

  /// The same citation, standing elsewhere.
  package func placed(_ placement: Placement) -> CitedEvidence {
    var evidence = self
    evidence.placement = placement
    return evidence
  }
}
