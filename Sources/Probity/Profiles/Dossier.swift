package import ProbityCEL
package import ProbityText

/// A vendor's profile with those of its parties: one tree of facts, their claims and sources.
package struct Dossier: Sendable {
  /// A reply that somebody accused gave, or the note that none was found.
  package struct Reply: Sendable {
    package var to: [Int]
    package var source: Int?
    package var quote: String?
    package var noneFound: PartialDate?
    package var span: SourceSpan

    package init(
      to: [Int],
      source: Int? = nil,
      quote: String? = nil,
      noneFound: PartialDate? = nil,
      span: SourceSpan
    ) {
      self.to = to
      self.source = source
      self.quote = quote
      self.noneFound = noneFound
      self.span = span
    }
  }

  /// One profile of the dossier; the first is the vendor that is decided on.
  package struct File: Sendable {
    package var vendorID: String
    package var name: String
    package var notice: LocalizedText?
    package var isFictional = false
    package var root: NodeID
    package var replies: [Reply] = []
    /// Where the profile begins; nil for a party without a profile.
    package var span: SourceSpan?
    package var hasProfile: Bool { span != nil }
  }

  /// A list of relations: as long as it is open, nobody knows who else has an interest.
  package struct RelationList: Sendable {
    package var file: Int
    package var closure: FactID
  }

  package var vocabulary: Vocabulary
  package var tree = FactTree()
  package var facts: [FactRecord] = []
  package var sources: [Source] = []
  package var files: [File] = []
  package var edges: [Affiliations.Edge] = []
  package var relationLists: [RelationList] = []
  package var companyNames: [(id: String, name: String)] = []
  /// The buyer's side, if a procurement file was given; else a record of open questions.
  package var procurement: NodeID?
  /// The parameters of each rule pack, by the pack's id.
  package var parameters: [String: NodeID] = [:]

  /// The day by which everything in it was known; nil where that was not asked.
  package internal(set) var knownBy: CalendarDate?

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package var vendor: File { files[0] }

  package func fact(_ id: FactID) -> FactRecord { facts[Int(id.index)] }

  package var affiliations: Affiliations { Affiliations(edges: edges, names: companyNames) }
}
