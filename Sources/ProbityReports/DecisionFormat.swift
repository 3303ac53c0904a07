public import Probity

/// A form in which a decision can be written.
public enum DecisionFormat: String, Sendable, Hashable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs: schema `probity-decision/1`.
  case json
}

extension Decision {
  /// The decision in full, with the reasons, sources and replies; the same each time.
  ///
  /// Texts of rules and labels come in the language, where the packs have it.
  public func formatted(_ format: DecisionFormat, language: String = "en") -> String {
    let report = DecisionReport(self, language: language)
    switch format {
    case .text: return TextReport.text(report)
    case .json: return report.json().text
    }
  }
}
