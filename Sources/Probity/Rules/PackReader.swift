import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads the head of a rule pack.
package struct PackReader {
  /// Reads the head; nil, with errors, if it has no id.
  package static func head(
    _ node: Node,
    of file: inout MappingReader,
    vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> PackHead? {
    guard var reader = MappingReader(node, what: "the head of a rule pack", into: &diagnostics)
    else { return nil }
    let id = reader.required("id")?.string("`id`", into: &diagnostics)
    let version = reader.required("version")?
      .writtenText("`version`", into: &diagnostics)
    let wanted = reader.required("vocabulary")
    var head = PackHead(
      id: id ?? "",
      version: version ?? "",
      vocabulary: wanted?.string("`vocabulary`", into: &diagnostics) ?? "",
      title: reader.requiredText("title", into: &diagnostics),
      span: node.span
    )
    head.lookback = reader.optionalPeriod("lookback", into: &diagnostics)
    head.clearWithin = reader.optionalPeriod("clear_within", into: &diagnostics)
    reader.finish(into: &diagnostics)
    refuseLongClearing(head.clearWithin, head.lookback, at: node.span, into: &diagnostics)
    if let wanted, head.vocabulary != "\(vocabulary.id)/\(vocabulary.version)" {
      diagnostics.error(
        "pack.wrong-vocabulary",
        "the pack is written for vocabulary `\(head.vocabulary)`; "
          + "`\(vocabulary.id)/\(vocabulary.version)` is here",
        at: wanted.span
      )
    }
    readShared(&head, &file, vocabulary, into: &diagnostics)
    return id == nil ? nil : head
  }

  /// What clears must not be older than what accuses.
  package static func refuseLongClearing(
    _ clearWithin: CalendarPeriod?,
    _ lookback: CalendarPeriod?,
    at span: SourceSpan,
    into diagnostics: inout DiagnosticList
  ) {
    guard let lookback else { return }
    if let clearWithin, !(lookback < clearWithin) { return }
    diagnostics.error(
      "pack.clearing-too-old",
      "`clear_within` must be given and not be longer than `lookback` (\(lookback))",
      at: span
    )
  }

  private static func readShared(
    _ head: inout PackHead,
    _ file: inout MappingReader,
    _ vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) {
    for entry in file.entries("parameters", into: &diagnostics) {
      if let parameter = parameter(entry, vocabulary, into: &diagnostics) {
        head.parameters.append(parameter)
      }
    }
    head.exampleDate = file.optionalDay("example_as_of", into: &diagnostics)
    let grading = Source.Grading(by: "the pack's examples", on: anyDay)
    for entry in file.entries("example_sources", into: &diagnostics) {
      if let source = SourceReader.source(entry, grading: grading, into: &diagnostics) {
        head.exampleSources.append(source)
      }
    }
  }

  /// Gradings of examples bind nobody, so their day does not matter.
  private static let anyDay = PartialDate(firstDay: 0, lastDay: 0)

  private static func parameter(
    _ entry: Node.Entry,
    _ vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> DossierReader.Parameter? {
    func what() -> String { "parameter `\(entry.name)`" }
    guard var reader = MappingReader(entry.value, what: what(), into: &diagnostics) else {
      return nil
    }
    let written = reader.required("type")
    let title = reader.requiredText("title", into: &diagnostics)
    let values = reader.required("values")?
      .list("`values` of \(what())", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let written, let type = parameterType(written, vocabulary, into: &diagnostics) else {
      return nil
    }
    let series = (values ?? []).compactMap { datedValue($0, type, into: &diagnostics) }
    return DossierReader.Parameter(
      name: entry.name,
      type: type,
      series: series,
      title: title,
      span: entry.key.span
    )
  }

  private static func parameterType(
    _ node: Node,
    _ vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> CELType? {
    let types: [String: CELType] = [
      "bool": .bool, "int": .int, "double": .double, "string": .string, "date": .date,
    ]
    guard let name = node.string("`type`", into: &diagnostics) else { return nil }
    if let type = types[name] { return type }
    diagnostics.error(
      "pack.parameter-type",
      "a parameter must be a bool, int, double, string or date",
      at: node.span,
      help: didYouMean(name, among: types.keys.sorted())
    )
    return nil
  }

  private static func datedValue(
    _ node: Node,
    _ type: CELType,
    into diagnostics: inout DiagnosticList
  ) -> DatedValue? {
    guard var reader = MappingReader(node, what: "a value of a parameter", into: &diagnostics)
    else { return nil }
    let from = reader.requiredDay("from", into: &diagnostics)
    let written = reader.required("is")
    let reference = reader.optionalString("reference", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let from, let written, let value = value(written, type, into: &diagnostics) else {
      return nil
    }
    return DatedValue(from: from, value: value, reference: reference)
  }

  private static func value(
    _ node: Node,
    _ type: CELType,
    into diagnostics: inout DiagnosticList
  ) -> Value? {
    switch type {
    case .bool: node.bool("`is`", into: &diagnostics).map(Value.bool)
    case .int: node.int("`is`", into: &diagnostics).map(Value.int)
    case .double: node.double("`is`", into: &diagnostics).map(Value.double)
    case .date: node.date("`is`", into: &diagnostics).map(Value.date)
    default: node.writtenText("`is`", into: &diagnostics).map { Value.string($0) }
    }
  }
}

extension MappingReader {
  /// A single day that may be there.
  mutating func optionalDay(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> CalendarDate? {
    optional(field).flatMap { $0.day("`\(field)` of \(what)", into: &diagnostics) }
  }

  /// A single day that must be there.
  mutating func requiredDay(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> CalendarDate? {
    required(field).flatMap {
      $0.day("`\(field)` of \(what)", into: &diagnostics)
    }
  }

  /// A period such as `P5Y` that may be there.
  mutating func optionalPeriod(
    _ field: String,
    into diagnostics: inout DiagnosticList
  ) -> CalendarPeriod? {
    guard let node = optional(field) else { return nil }
    if let period = CalendarPeriod(node.scalar?.text ?? "") { return period }
    diagnostics.error(
      "pack.not-a-period",
      "`\(field)` of \(what) must be a period such as P5Y, P18M or P90D",
      at: node.span
    )
    return nil
  }
}

extension Node {
  /// A single day; a month or a year is not enough.
  func day(
    _ what: @autoclosure () -> String,
    into diagnostics: inout DiagnosticList
  ) -> CalendarDate? {
    guard let date = date(what(), into: &diagnostics) else { return nil }
    if let day = CalendarDate(date) { return day }
    diagnostics.error(
      "profile.not-a-day",
      "\(what()) must be a single day such as 2020-12-16",
      at: span
    )
    return nil
  }
}
