import Foundation
import ProbityCEL

/// What can't be read as a value.
struct BadNotation: Error { var text: String }

/// A value in the one form in which both sides write it: `["int", "5"]`, `["list", […]]`.
///
/// Doubles are the sixteen digits of their bits, so that -0.0 is not 0.0; instants and spans are
/// whole microseconds, as far as Python sees.
indirect enum Notation: Decodable {
  case text(String)
  case flag(Bool)
  case parts([Notation])

  init(_ kind: String, _ rest: [Notation]) { self = .parts([.text(kind)] + rest) }

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if let flag = try? box.decode(Bool.self) {
      self = .flag(flag)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else {
      self = .parts(try box.decode([Notation].self))
    }
  }

  /// As JSON.
  var line: String {
    get throws {
      switch self {
      case .text(let text): String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
      case .flag(let flag): String(flag)
      case .parts(let parts): "[" + (try parts.map { try $0.line }.joined(separator: ",")) + "]"
      }
    }
  }
}

extension Notation {
  init(_ value: Value) throws {
    switch value {
    case .null: self.init("null", [])
    case .bool(let bool): self.init("bool", [.flag(bool)])
    case .int(let number): self.init("int", [.text(String(number))])
    case .uint(let number): self.init("uint", [.text(String(number))])
    case .double(let number): self.init("double", [.text(Self.bits(number))])
    case .string(let text): self.init("string", [.text(text.description)])
    case .bytes(let bytes): self.init("bytes", [.text(Self.digits(bytes))])
    case .timestamp(let time):
      self.init("timestamp", [.text(Self.micros(time.seconds, time.nanoseconds))])
    case .duration(let span):
      self.init("duration", [.text(Self.micros(span.seconds, span.nanoseconds))])
    case .list(let list): self.init("list", [.parts(try list.values.map { try Notation($0) })])
    case .map(let map):
      let entries = try zip(map.keys, map.values).map { key, value in
        Notation.parts([try Notation(key), try Notation(value)])
      }
      self.init("map", [.parts(entries)])
    case .type(let type): self.init("type", [.text(type.description)])
    case .error(let fault): self.init("error", [.text(fault.message)])
    case .date, .optional, .node, .unknown: throw BadNotation(text: "\(value)")
    }
  }

  private static func bits(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    let digits = String(number.bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func micros(_ seconds: Int64, _ nanoseconds: Int32) -> String {
    String(seconds * 1_000_000 + Int64(nanoseconds / 1_000))
  }

  /// The value that is written.
  var celValue: Value {
    get throws {
      guard case .parts(let parts) = self, case .text(let kind)? = parts.first else {
        throw BadNotation(text: try line)
      }
      switch (kind, parts.dropFirst().first) {
      case ("null", nil): return .null
      case ("bool", .flag(let flag)?): return .bool(flag)
      case (_, .text(let text)?): return try Self.value(kind, text)
      case ("list", .parts(let items)?): return .list(try items.map { try $0.celValue })
      case ("map", .parts(let entries)?): return try Self.map(entries)
      default: throw BadNotation(text: try line)
      }
    }
  }

  private static func map(_ entries: [Notation]) throws -> Value {
    var map = MapValue()
    for entry in entries {
      guard case .parts(let pair) = entry, pair.count == 2,
        map.insert(try pair[1].celValue, for: try pair[0].celValue)
      else { throw BadNotation(text: try entry.line) }
    }
    return .map(map)
  }

  private static func value(_ kind: String, _ text: String) throws -> Value {
    let value: Value? =
      switch kind {
      case "int": Int64(text).map(Value.int)
      case "uint": UInt64(text).map(Value.uint)
      case "double":
        text == "NaN"
          ? .double(.nan) : UInt64(text, radix: 16).map { .double(Double(bitPattern: $0)) }
      case "string": .string(text)
      case "bytes": bytes(text).map(Value.bytes)
      case "timestamp":
        Int64(text).flatMap { Timestamp(seconds: floor($0), nanoseconds: rest($0)) }.map(
          Value.timestamp
        )
      case "duration":
        Int64(text).flatMap { TimeSpan(seconds: floor($0), nanoseconds: rest($0)) }.map(
          Value.duration
        )
      default: nil
      }
    guard let value else { throw BadNotation(text: "\(kind) \(text)") }
    return value
  }

  private static func floor(_ micros: Int64) -> Int64 {
    (micros - Int64(rest(micros) / 1000)) / 1_000_000
  }

  private static func rest(_ micros: Int64) -> Int32 {
    Int32(((micros % 1_000_000) + 1_000_000) % 1_000_000) * 1000
  }

  private static func bytes(_ digits: String) -> [UInt8]? {
    let digits = Array(digits)
    let pairs = stride(from: 0, to: digits.count - 1, by: 2).map { String(digits[$0...($0 + 1)]) }
    let bytes = pairs.compactMap { UInt8($0, radix: 16) }
    return bytes.count * 2 == digits.count ? bytes : nil
  }
}
