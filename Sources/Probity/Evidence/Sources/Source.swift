package import ProbityCEL
package import ProbityText

/// A document or statement that claims rest on.
package struct Source: Sendable {
  /// What a source is; its weight follows from this alone, before caps.
  package enum Kind: String, Sendable, CaseIterable {
    case judgment
    case official
    case listing
    /// The vendor's own technical or contract document.
    case primary
    /// A test by a body that is independent of the vendor.
    case test
    case investigation
    /// Signed, and its signatory is liable for it.
    case attestation
    case testimony
    case media
    case allegation
    case statement

    /// The weight of an item of this kind, 1 to 3.
    package var weight: Int {
      switch self {
      case .judgment: 3
      case .official, .listing, .primary, .test, .investigation, .attestation: 2
      case .testimony, .media, .allegation, .statement: 1
      }
    }
  }

  /// The Admiralty letters: A reliable … E unreliable, F cannot be judged.
  package enum Reliability: String, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    /// The most that an item of such a source weighs.
    package var cap: Int {
      switch self {
      case .a, .b, .c: 3
      case .d, .f: 1
      case .e: 0
      }
    }
  }

  /// Whose interest the publisher has in the matter.
  package enum Interest: Sendable, Hashable {
    case none
    case vendor
    case party(String)
  }

  /// Whether the publisher stands by it.
  package enum Retraction: Sendable, Hashable {
    /// Nobody looked: enough to accuse with, not to clear with.
    case notStated
    case none
    case on(PartialDate)
  }

  /// Who of the buyer's side weighed the source, and when.
  package struct Grading: Sendable, Hashable {
    package let by: String
    package let on: PartialDate

    package init(by: String, on: PartialDate) {
      self.by = by
      self.on = on
    }
  }

  /// A stored copy.
  package struct Archive: Sendable, Hashable {
    package var url: String?
    package var sha256: String?
  }

  package var id: String
  package var kind: Kind
  package var publisher: String?
  package var interest: Interest?
  package var title: String?
  package var published: PartialDate?
  package var observed: PartialDate?
  /// When a copy of it was taken.
  package var retrieved: PartialDate?
  package var url: String?
  package var origins: [String] = []
  package var reliability: Reliability?
  package var retraction: Retraction = .notStated
  package var supersededBy: String?
  package var language: String?
  package var limits: String?
  package var archive: Archive?
  package var grading: Grading?
  /// The day that it is looked at from, if that is another than the decision's own.
  package var seenFrom: CalendarDate?
  package var span: SourceSpan

  package init(id: String, kind: Kind, span: SourceSpan) {
    self.id = id
    self.kind = kind
    self.span = span
  }

  /// The day it was made, for people: when it was published, else observed.
  package var date: PartialDate? { published ?? observed }

  /// From when it was in hand, as an interval: the latest of all its dates; nil if undated.
  package var held: PartialDate? {
    let dates = [published, observed, retrieved].compactMap(\.self)
    guard let first = dates.map(\.firstDay).max(), let last = dates.map(\.lastDay).max() else {
      return nil
    }
    return PartialDate(firstDay: first, lastDay: last)
  }
}
