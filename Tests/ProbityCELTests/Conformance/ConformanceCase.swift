import Foundation
import ProbityText

@testable import ProbityCEL

/// One case of the specification's own tests.
struct ConformanceCase: Decodable, Sendable {
  struct File: Decodable {
    struct Section: Decodable { var tests: [ConformanceCase] }
    var sections: [Section]
  }

  struct Declaration: Decodable, Sendable {
    var name: String
    var kind: String
    var type: JSONType?
    var overloads: [Signature]?
  }

  struct Signature: Decodable, Sendable {
    var params: [JSONType]
    var result: JSONType
    var isMember: Bool
  }

  struct Expectation: Decodable, Sendable {
    var value: JSONValue?
    var error: [String]?
    var typed: Typed?
  }

  struct Typed: Decodable, Sendable {
    var type: JSONType
    var value: JSONValue?
  }

  var id: String
  var expr: String
  var container: String?
  var disableCheck: Bool?
  var checkOnly: Bool?
  var typeEnv: [Declaration]?
  var bindings: [String: JSONValue]?
  var expect: Expectation
  var scope: String
  var tags: [String]
}

/// A type as the cases write it.
indirect enum JSONType: Decodable, Sendable {
  case named(String)
  case list(JSONType)
  case map(JSONType, JSONType)
  case abstract(String, [JSONType])
  case parameter(String)
  case other

  private struct Abstract: Decodable {
    var abstract: String
    var params: [JSONType]?
  }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self = .named(name)
    } else if let parts = try? decoder.singleValueContainer().decode([String: JSONType].self),
      let element = parts["list"]
    {
      self = .list(element)
    } else if let parts = try? decoder.singleValueContainer().decode([String: [JSONType]].self),
      let pair = parts["map"], pair.count == 2
    {
      self = .map(pair[0], pair[1])
    } else if let form = try? Abstract(from: decoder) {
      self = .abstract(form.abstract, form.params ?? [])
    } else if let name = try? decoder.singleValueContainer().decode([String: String].self)["param"]
    {
      self = .parameter(name)
    } else {
      self = .other
    }
  }

  var type: CELType? {
    switch self {
    case .named(let name):
      [
        "bool": CELType.bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
        "bytes": .bytes, "null": .null, "dyn": .dyn, "timestamp": .timestamp,
        "duration": .duration,
      ][name]
    case .list(let element): element.type.map { .list($0) }
    case .map(let key, let value):
      key.type.flatMap { key in value.type.map { .map(key: key, value: $0) } }
    case .abstract("optional_type", let parameters):
      parameters.first?.type.map { .optional($0) }
    case .abstract(let name, let parameters): .opaque(name, parameters.compactMap(\.type))
    case .parameter(let name): .parameter(Int(name.unicodeScalars.first?.value ?? 0))
    case .other: nil
    }
  }
}

/// A value as the cases write it.
indirect enum JSONValue: Decodable, Sendable {
  case value(Value)
  case list([JSONValue])
  case map([[JSONValue]])
  case type(String)
  case optional(JSONValue?)
  case other

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if let optional = try? box.decode([String: JSONValue?].self)["optional"] {
      self = .optional(optional)
    } else if let list = try? box.decode([String: [JSONValue]].self)["list"] {
      self = .list(list)
    } else if let map = try? box.decode([String: [[JSONValue]]].self)["map"] {
      self = .map(map)
    } else if let flag = try? box.decode([String: Bool].self), flag["wildcard"] == nil {
      self = flag["null"] != nil ? .value(.null) : .value(.bool(flag["bool"] ?? false))
    } else if let text = try? box.decode([String: String].self), let (kind, content) = text.first {
      self = Self.scalar(kind, content)
    } else {
      self = .other
    }
  }

  private static func scalar(_ kind: String, _ content: String) -> JSONValue {
    let value: Value? =
      switch kind {
      case "int": Int64(content).map(Value.int)
      case "uint": UInt64(content).map(Value.uint)
      case "double": Double(content).map(Value.double)
      case "string": .string(Text(content))
      case "bytes": Data(base64Encoded: content).map { .bytes(Array($0)) }
      case "timestamp": Timestamp(content).map(Value.timestamp)
      case "duration": TimeSpan(content).map(Value.duration)
      default: nil
      }
    return kind == "type" ? .type(content) : value.map { .value($0) } ?? .other
  }

  /// The value, or nil where it is of a kind that expressions do not have here.
  var celValue: Value? {
    switch self {
    case .value(let value): return value
    case .list(let items):
      let values = items.compactMap(\.celValue)
      return values.count == items.count ? .list(values) : nil
    case .map(let pairs):
      var map = MapValue()
      for pair in pairs {
        guard pair.count == 2, let key = pair[0].celValue, let value = pair[1].celValue,
          map.insert(value, for: key)
        else { return nil }
      }
      return .map(map)
    case .optional(nil): return .optional(nil)
    case .optional(let wrapped?): return wrapped.celValue.map { .optional($0) }
    case .type(let name):
      return CELType.named(name).map { .type($0) }
    case .other: return nil
    }
  }
}

extension CELType {
  /// The type that a value of type `type` prints as a name.
  static func named(_ name: String) -> CELType? {
    let types: [CELType] = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .type, .list(.dyn),
      .map(key: .dyn, value: .dyn), .optional(.dyn), .timestamp, .duration,
    ]
    return types.first { typeName($0) == name }
  }
}
