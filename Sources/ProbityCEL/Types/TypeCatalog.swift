package import ProbityText

/// The record types and enumerations that expressions are checked against.
package struct TypeCatalog: Sendable {
  /// A field of a record type; its position in the record is its slot.
  package struct Field: Sendable {
    package var name: String
    package var type: CELType
    /// Where the field is declared, for the second line of a type error.
    package var declaration: SourceSpan?

    package init(name: String, type: CELType, declaration: SourceSpan? = nil) {
      self.name = name
      self.type = type
      self.declaration = declaration
    }
  }

  /// A record type: named fields in slot order.
  package struct Record: Sendable {
    package var name: String
    package var fields: [Field]
    private let slots: [String: Int]

    package init(name: String, fields: [Field]) {
      self.name = name
      self.fields = fields
      slots = Dictionary(
        fields.enumerated().map { ($1.name, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }

    /// The position of a field, or nil if the record has none of that name.
    package func slot(of name: String) -> Int? { slots[name] }
  }

  /// An enumeration: a closed set of codes, each a string at run time.
  package struct Enumeration: Sendable {
    package var name: String
    package var codes: [String]
    package var declaration: SourceSpan?

    package init(name: String, codes: [String], declaration: SourceSpan? = nil) {
      self.name = name
      self.codes = codes
      self.declaration = declaration
    }
  }

  package private(set) var records: [String: Record] = [:]
  package private(set) var enumerations: [String: Enumeration] = [:]

  package init() {}

  /// Adds a record type, in place of an earlier one of the same name.
  package mutating func add(_ record: Record) { records[record.name] = record }

  /// Adds an enumeration, in place of an earlier one of the same name.
  package mutating func add(_ enumeration: Enumeration) {
    enumerations[enumeration.name] = enumeration
  }
}
