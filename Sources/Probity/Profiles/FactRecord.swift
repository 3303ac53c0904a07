package import ProbityCEL
package import ProbityText

/// A value of a parameter from a day on, until the next one.
package struct DatedValue: Sendable, Hashable {
  package var from: CalendarDate
  package var value: Value
  package var reference: String?
}

/// One fact of a dossier: where it stands, what it asks, and what is claimed about it.
package struct FactRecord: Sendable {
  /// How a fact is settled that no evidence is needed for.
  package enum Ground: Sendable, Hashable {
    /// By its claims and their evidence.
    case evidence
    /// Names, ids, the procurement file, parameters: known as they stand (level 4).
    case given
    /// A parameter of a rule pack: the value in force on the day of the decision.
    case dated([DatedValue])
    /// A computed element: it holds if all of these facts hold.
    case derived([FactID])
  }

  package var id: FactID
  package var kind: FactTree.FactKind
  /// The path of what it stands in, or its own where `name` is empty.
  package var base: String
  /// What it is called there.
  package var name: String
  /// The record type and field that it belongs to; for elements, the list's field.
  package var record: String
  package var field: Vocabulary.Field?
  package var claims: [Claim] = []
  package var ground: Ground = .evidence
  /// The day on which the vendor refused to answer.
  package var declined: PartialDate?
  package var isEvent = false
  /// The profile in the dossier that it stands in.
  package var file: Int
  /// Where it is answered, or else the record in which the answer is missing.
  package var span: SourceSpan?

  /// How people read it: `products[cloud-shield].capabilities[0].basis`.
  ///
  /// Made anew each time: of all facts few are ever told.
  package var path: String { Self.path(base, name) }

  /// The path of something by its name, below a record's path or a file's mark such as `acme:`.
  static func path(_ base: String, _ name: String) -> String {
    if base.isEmpty || name.isEmpty { return base + name }
    return base.utf8.last == UInt8(ascii: ":") ? base + name : base + "." + name
  }
}
