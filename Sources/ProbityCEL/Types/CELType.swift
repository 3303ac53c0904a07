/// A static type of the expression language.
///
/// Records and enumerations are named: a `TypeCatalog` says what stands behind a name.
package indirect enum CELType: Sendable, Hashable {
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// A day, month or year without a time zone; comparison of imprecise dates can be unknown.
  case date
  case list(CELType)
  case map(key: CELType, value: CELType)
  case optional(CELType)
  case record(String)
  case enumeration(String)
  /// The type of types.
  case type
  /// Checked at run time only; never in a shipped vocabulary.
  case dyn
  /// A type that only declared functions make and take.
  case opaque(String, [CELType])
  /// A type variable of an overload's signature.
  case parameter(Int)
}

extension CELType: CustomStringConvertible {
  /// The type as rule authors write and read it, such as `list(capability)`.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .date: "date"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let wrapped): "optional(\(wrapped))"
    case .record(let name), .enumeration(let name): name
    case .type: "type"
    case .dyn: "dyn"
    case .opaque(let name, let parameters):
      "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .parameter(let index): index < 3 ? ["T", "U", "V"][index] : "T\(index)"
    }
  }
}
