/// Writes a tree as its canonical text: reading that text again gives the same tree.
struct Printer {
  private let syntax: Syntax

  init(_ syntax: Syntax) { self.syntax = syntax }

  /// The text of the whole tree.
  var text: String { text(of: syntax.root, .conditional) }

  /// How tightly a form holds together, the loosest first.
  private enum Rank: Int {
    case conditional
    case or
    case and
    case comparison
    case sum
    case product
    case unary
    case member

    var tighter: Rank { Rank(rawValue: rawValue + 1) ?? .member }
  }

  private func text(of id: Syntax.ID, _ minimum: Rank) -> String {
    let (text, rank) = form(of: id)
    return rank.rawValue < minimum.rawValue ? "(\(text))" : text
  }

  private func form(of id: Syntax.ID) -> (String, Rank) {
    switch syntax[id].kind {
    case .conditional(let condition, let first, let second):
      let branches = "\(text(of: first, .or)) : \(text(of: second, .conditional))"
      return ("\(text(of: condition, .or)) ? \(branches)", .conditional)
    case .logic(let isAnd, let operands):
      let rank: Rank = isAnd ? .and : .or
      let parts = operands.map { text(of: $0, rank.tighter) }
      return (parts.joined(separator: isAnd ? " && " : " || "), rank)
    case .binary(let operation, let left, let right):
      let sides = (text(of: left, .comparison), text(of: right, .sum))
      return ("\(sides.0) \(operation.sign) \(sides.1)", .comparison)
    case .arithmetic(let first, let links): return arithmetic(first, links)
    case .unary(let operation, let operand): return (unary(operation, operand), .unary)
    case .literal, .name, .select, .has, .call, .index, .list, .map, .record, .comprehension, .bind,
      .block, .optionalMap, .invalid:
      return (member(id), .member)
    }
  }

  private func arithmetic(_ first: Syntax.ID, _ links: [Syntax.Link]) -> (String, Rank) {
    let isSum = links.contains { $0.operation == .add || $0.operation == .subtract }
    let rank: Rank = isSum ? .sum : .product
    var result = text(of: first, rank.tighter)
    for link in links {
      result += " \(link.operation.sign) \(text(of: link.operand, rank.tighter))"
    }
    return (result, rank)
  }

  /// A sign right before a number would become part of the number.
  private func unary(_ operation: Syntax.Operator, _ operand: Syntax.ID) -> String {
    if operation == .negate, case .literal = syntax[operand].kind {
      return "-(\(text(of: operand, .member)))"
    }
    return operation.sign + text(of: operand, .unary)
  }

  private func member(_ id: Syntax.ID) -> String {
    switch syntax[id].kind {
    case .literal(let value): return literal(value)
    case .name(let name, let isRooted): return isRooted ? ".\(name)" : written(name)
    case .select(let operand, let field, let isOptional):
      return "\(text(of: operand, .member)).\(isOptional ? "?" : "")\(selector(field))"
    case .has(let operand, let field):
      return "has(\(text(of: operand, .member)).\(selector(field)))"
    case .call(let name, let target, let arguments): return call(name, target, arguments)
    case .index(let operand, let index, let isOptional):
      let place = text(of: index, .conditional)
      return "\(text(of: operand, .member))[\(isOptional ? "?" : "")\(place)]"
    case .list(let elements):
      return "[\(joined(elements) { optional($0.isOptional, $0.value) })]"
    case .map(let entries):
      return "{"
        + joined(entries) {
          "\(optional($0.isOptional, $0.key)): \(text(of: $0.value, .conditional))"
        }
        + "}"
    case .record(let name, let members):
      return "\(name){"
        + joined(members) {
          "\($0.isOptional ? "?" : "")\(selector($0.name)): \(text(of: $0.value, .conditional))"
        } + "}"
    case .conditional, .logic, .binary, .arithmetic, .unary: return "(\(form(of: id).0))"
    case .comprehension, .bind, .block, .optionalMap: return macro(id)
    case .invalid: return "?"
    }
  }

  private func macro(_ id: Syntax.ID) -> String {
    switch syntax[id].kind {
    case .comprehension(let macro, let range, let variables, let condition, let result):
      let steps = [condition, result].compactMap { $0 }.map { text(of: $0, .conditional) }
      let parts = (variables.map(written) + steps).joined(separator: ", ")
      return "\(text(of: range, .member)).\(macro.rawValue)(\(parts))"
    case .bind(let name, let value, let body):
      let parts = [value, body].map { text(of: $0, .conditional) }.joined(separator: ", ")
      return "cel.bind(\(written(name)), \(parts))"
    case .block(let values, let body):
      let items = joined(values) { text(of: $0, .conditional) }
      return "cel.block([\(items)], \(text(of: body, .conditional)))"
    case .optionalMap(let operand, let variable, let body, let isFlat):
      let name = isFlat ? "optFlatMap" : "optMap"
      let parts = "\(written(variable)), \(text(of: body, .conditional))"
      return "\(text(of: operand, .member)).\(name)(\(parts))"
    default: return ""
    }
  }

  private func call(_ name: String, _ target: Syntax.ID?, _ arguments: [Syntax.ID]) -> String {
    let prefix = target.map { text(of: $0, .member) + "." } ?? ""
    return "\(prefix)\(name)(\(joined(arguments) { text(of: $0, .conditional) }))"
  }

  private func optional(_ isOptional: Bool, _ id: Syntax.ID) -> String {
    (isOptional ? "?" : "") + text(of: id, .conditional)
  }

  private func joined<T>(_ items: [T], _ write: (T) -> String) -> String {
    items.map(write).joined(separator: ", ")
  }

  /// A name, or the macro that an optimizer's name stands for.
  private func written(_ name: String) -> String {
    guard name.utf8.first == UInt8(ascii: "@") else { return name }
    let parts = name.split(separator: ":")
    if parts.count == 3 { return "cel.iterVar(\(parts[1]), \(parts[2]))" }
    return "cel.index(\(name.dropFirst("@index".count)))"
  }

  private func selector(_ name: String) -> String {
    let isWord = name.utf8.enumerated().allSatisfy { place, byte in
      byte == UInt8(ascii: "_")
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (place > 0 && isDigit(byte))
    }
    return isWord && !["true", "false", "null", "in"].contains(name) ? name : "`\(name)`"
  }

  private func literal(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): number.description
    case .string(let text): quoted(text.description)
    case .bytes(let bytes): "b\"" + bytes.map(octet).joined() + "\""
    case .date, .timestamp, .duration, .list, .map, .type, .optional, .node, .unknown, .error: "?"
    }
  }

  private func octet(_ byte: UInt8) -> String {
    let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
    if isPlain { return String(Unicode.Scalar(byte)) }
    return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
