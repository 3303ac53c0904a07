package import ProbityCEL

/// What an expression came to.
package struct InquiryAnswer: Sendable {
  /// A fact that is unknown and that the answer waits for.
  package struct OpenFact: Sendable {
    /// How people read it: `vendor.products[0].users`.
    package var path: String
    package var kind: FactTree.FactKind
    /// Why a fact of a profile is unknown, and on what terms; nil for data, where it is `null`.
    package var gap: Resolution.Gap?
    package var terms: Resolution.Terms?
  }

  /// The value as the language writes it.
  package var text: String
  /// Whether the value, or a part of it, is unknown.
  package var isOpen: Bool
  /// Whether an unknown is certain to be one: two ways of filling it in differ.
  package var isExact: Bool
  /// In the order of the profile, then of the data.
  package var openFacts: [OpenFact]
  /// The expression with the values of its parts, if that was asked for.
  package var diagram: ValueDiagram?
}
