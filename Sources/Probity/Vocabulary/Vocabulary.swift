package import ProbityCEL
package import ProbityText

/// The record types, fields, enumerations, named sets and documents that profiles and rules use.
///
/// All of it is data, read from `rules/vocabulary`: nothing about surveillance is in the engine.
package struct Vocabulary: Sendable {
  /// One question a profile may answer.
  ///
  /// Every fact of every profile refers to its field, so that copies of facts must cost little.
  package final class Field: Sendable {
    package let name: String
    package let type: CELType
    package let label: LocalizedText
    package let question: LocalizedText?
    package let definition: LocalizedText?
    /// Who can answer: `vendor`, `buyer` or `third_party`.
    package let askedOf: Respondent
    /// The document that would answer it, by id.
    package let document: String?
    /// Who could make the answer another one; nil for whoever can answer it.
    package let changer: Changer?
    /// What that takes, from 1 (a paper) to 5 (another company).
    package let cost: Int
    /// Names and ids: never judged, always known.
    package let isIdentity: Bool
    /// Whether `none` is an answer.
    package let allowsNone: Bool
    /// Computed by the engine: the vendor and the companies it controls.
    package let isControlGroup: Bool
    /// Whether it lists the company's ties to others.
    let isRelationList: Bool
    package let span: SourceSpan

    init(_ draft: VocabularyReader.FieldDraft, type: CELType) {
      name = draft.name
      self.type = type
      label = draft.label
      question = draft.question
      definition = draft.definition
      askedOf = draft.askedOf
      document = draft.document
      changer = draft.changer
      cost = draft.cost
      isIdentity = draft.isIdentity
      allowsNone = draft.allowsNone
      isControlGroup = draft.isControlGroup
      isRelationList = type == .list(.record("relation"))
      span = draft.span
    }
  }

  /// Who answers a question.
  package enum Respondent: String, Sendable, CaseIterable {
    case vendor
    case buyer
    case thirdParty = "third_party"
  }

  /// Who can change what a question asks about.
  package enum Changer: String, Sendable, CaseIterable {
    case vendor
    case buyer
    case thirdParty = "third_party"
    /// What was, was.
    case nobody
  }

  package struct Record: Sendable {
    package var name: String
    package var title: LocalizedText
    /// The field that names an element of this type in paths.
    package var key: String?
    /// Whether it tells of something that happened, so that evidence does not go stale.
    package var isEvent: Bool
    package var fields: [Field]
    package var span: SourceSpan

    var keyField: Field? { fields.first { $0.name == key } }
  }

  package struct Code: Sendable {
    package var code: String
    package var label: LocalizedText
    package var definition: LocalizedText?
    package var source: String?
    /// For kinds of relation: what the relation means for control and interest.
    package var tie: Affiliations.Edge.Tie?
    package var span: SourceSpan
  }

  package struct Enumeration: Sendable {
    package var name: String
    package var title: LocalizedText
    package var codes: [Code]
    package var span: SourceSpan
  }

  package struct NamedSet: Sendable {
    package var name: String
    package var enumeration: String
    package var title: LocalizedText
    package var codes: [String]
    package var source: String?
    package var span: SourceSpan
  }

  /// Something one asks for: it answers all fields that point at it.
  package struct Document: Sendable {
    package var id: String
    package var title: LocalizedText
    package var definition: LocalizedText?
    package var from: Respondent
  }

  package var id: String = ""
  package var version = 0
  package var title = LocalizedText([:])
  package var documents: [Document] = []
  package var enumerations: [Enumeration] = []
  package var sets: [NamedSet] = []
  package var records: [Record] = []
  /// The same types as expressions see them.
  package var catalog = TypeCatalog()

  private var recordPositions: [String: Int] = [:]
  private var enumerationPositions: [String: Int] = [:]

  package init() {}

  package func record(_ name: String) -> Record? {
    recordPositions[name].map { records[$0] }
  }

  package func enumeration(_ name: String) -> Enumeration? {
    enumerationPositions[name].map { enumerations[$0] }
  }

  package func document(_ id: String) -> Document? { documents.first { $0.id == id } }

  /// What a code of a relation kind means; nil for kinds that tie no companies.
  package func tie(of code: String) -> Affiliations.Edge.Tie? {
    enumeration("relation_kind")?.codes.first { $0.code == code }?.tie
  }

  package mutating func add(_ record: Record) {
    recordPositions[record.name] = records.count
    records.append(record)
  }

  package mutating func add(_ enumeration: Enumeration) {
    enumerationPositions[enumeration.name] = enumerations.count
    enumerations.append(enumeration)
  }
}
