package import ProbityText

/// What a rule pack says of itself, and what its examples share.
package struct PackHead: Sendable {
  package var id: String
  package var version: String
  /// The vocabulary that it was written for, as `id/version`.
  package var vocabulary: String
  package var title: LocalizedText
  /// How old adverse evidence of a state may be; nil for any age.
  package var lookback: CalendarPeriod?
  /// How old clearing evidence may be; never above `lookback`.
  package var clearWithin: CalendarPeriod?
  package var parameters: [DossierReader.Parameter] = []
  package var exampleDate: CalendarDate?
  package var exampleSources: [Source] = []
  package var span: SourceSpan
}
