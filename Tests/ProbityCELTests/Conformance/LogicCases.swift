import Foundation
import ProbityText

@testable import ProbityCEL

/// A truth table's row: operands and result are true, false, `unknown` or `nonBoolean`.
struct TernaryCase: Decodable, Sendable {
  indirect enum Operand: Decodable, Sendable {
    case bool(Bool)
    case word(String)
    case list([Operand])

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if let bool = try? box.decode(Bool.self) {
        self = .bool(bool)
      } else if let word = try? box.decode(String.self) {
        self = .word(word)
      } else {
        self = .list(try box.decode([Operand].self))
      }
    }

    var value: Value {
      switch self {
      case .bool(let bool): .bool(bool)
      case .word("unknown"): .unknown(FactSet([FactID(0)]))
      case .word(let word): .string(word)
      case .list(let items): .list(items.map(\.value))
      }
    }

    var truth: Truth {
      if case .bool(let bool) = self { return Truth(bool) }
      return .unknown
    }
  }

  struct File: Decodable { var cases: [TernaryCase] }

  var id: String
  var operation: String
  var operands: [Operand]
  var expect: Operand
}

/// How errors and unknowns combine, in the words of the specification.
struct UnknownRule: Decodable, Sendable {
  struct File: Decodable { var cases: [UnknownRule] }

  var id: String
  var expr: String
  var result: String
  var oneOf: [[Int]]
}

/// An evaluation of which some inputs are unknown, and what another engine leaves of it.
struct PartialCase: Decodable, Sendable {
  struct File: Decodable { var cases: [PartialCase] }

  struct Unknown: Decodable, Sendable {
    var variable: String
    var path: [JSONValue]
  }

  struct Expectation: Decodable, Sendable {
    var value: JSONValue?
    var error: [String]?
    var unknown: [String]?
  }

  var id: String
  var expr: String
  var bindings: [String: JSONValue]
  var unknown: [Unknown]
  var residual: String?
  var expect: Expectation?
}

extension PartialCase {
  /// The inputs: an unknown part stands in the place that its path names, one fact for each.
  var inputs: [String: Value] {
    var inputs = bindings.compactMapValues(\.celValue)
    for (index, part) in unknown.enumerated() {
      let fact = Value.unknown(FactSet([FactID(index)]))
      let path = part.path.prefix { $0.celValue != nil }.compactMap(\.celValue)
      inputs[part.variable] = Self.put(fact, at: path[...], in: inputs[part.variable])
    }
    return inputs
  }

  private static func put(_ fact: Value, at path: ArraySlice<Value>, in value: Value?) -> Value {
    guard let key = path.first else { return fact }
    if case .list(let list) = value, case .int(let index) = key {
      var values = list.values
      values[Int(index)] = put(fact, at: path.dropFirst(), in: values[Int(index)])
      return .list(values)
    }
    var entries: [(Value, Value)] = []
    var inner: Value?
    if case .map(let map) = value {
      entries = Array(zip(map.keys, map.values)).filter { $0.0 != key }
      inner = map.value(for: key)
    }
    var map = MapValue()
    for (key, value) in entries { _ = map.insert(value, for: key) }
    _ = map.insert(put(fact, at: path.dropFirst(), in: inner), for: key)
    return .map(map)
  }
}
