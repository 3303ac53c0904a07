/// A run-time value of the expression language.
///
/// Swift's `==` compares representations, for sets and tests; what the language calls equal, with
/// unknowns and numbers of different types, is `Machine.equality(of:and:)`.
package enum Value: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(Text)
  case bytes([UInt8])
  case date(PartialDate)
  case timestamp(Timestamp)
  case duration(TimeSpan)
  indirect case list(ListValue)
  indirect case map(MapValue)
  case type(CELType)
  indirect case optional(Value?)
  /// A record or list of the tree that is being asked about; its leaves are read when needed.
  case node(NodeID)
  /// No answer: it waits for these facts (none, where imprecise dates overlap).
  case unknown(FactSet)
  /// No answer: the evaluation failed.
  indirect case error(EvaluationFault)
}

extension Value {
  /// A string value.
  package static func string(_ text: String) -> Value { .string(Text(text)) }

  /// A closed list of certain elements.
  package static func list(_ values: [Value]) -> Value { .list(ListValue(values)) }
}
