import ProbityText

extension Checker {
  mutating func checkCall(
    _ id: Syntax.ID,
    _ name: String,
    _ target: Syntax.ID?,
    _ arguments: [Syntax.ID]
  ) -> CELType? {
    if let usage = macroUsage(name, target) { return badMacro(id, name, usage, arguments) }
    if let target, let prefix = qualifiedName(target),
      let overloads = Overload.all["\(prefix.name).\(name)"]
    {
      return call(id, "\(prefix.name).\(name)", overloads, arguments, isMember: false)
    }
    guard let overloads = Overload.all[name], isCallable(name) else {
      return unknownFunction(id, name, target, arguments)
    }
    let operands = (target.map { [$0] } ?? []) + arguments
    return call(id, name, overloads, operands, isMember: target != nil)
  }

  /// How a macro is written, if a call in another form has the name of one.
  private func macroUsage(_ name: String, _ target: Syntax.ID?) -> String? {
    if target == nil { return name == "has" ? "one field, such as `has(product.name)`" : nil }
    guard let macro = Syntax.Macro(name: name) else { return nil }
    let second = macro == .map ? "a result" : "a condition"
    return "a name and \(second), such as `\(name)(x, …)`"
  }

  private mutating func badMacro(
    _ id: Syntax.ID,
    _ name: String,
    _ usage: String,
    _ arguments: [Syntax.ID]
  ) -> CELType? {
    resolutions[id] = .failure("`\(name)` takes \(usage)")
    return fault(
      "cel.bad-macro",
      "`\(name)` takes \(usage)",
      at: id,
      range: syntax[id].anchor
    )
  }

  /// Operators have names too, which nobody can write.
  private func isCallable(_ name: String) -> Bool {
    name.utf8.first.map { $0 >= UInt8(ascii: "A") } ?? false
  }

  private mutating func call(
    _ id: Syntax.ID,
    _ name: String,
    _ overloads: [Overload],
    _ operands: [Syntax.ID],
    isMember: Bool
  ) -> CELType? {
    resolutions[id] = .failure("`\(name)` does not take these arguments")
    let checked = operands.map { check($0) }
    let types = checked.compactMap { $0 }
    guard types.count == operands.count else { return nil }
    let fitting = overloads.filter {
      $0.isMember == isMember && $0.parameters.count == operands.count
    }
    guard let type = result(of: fitting, types) else {
      return wrongArguments(id, name, overloads, types, isMember: isMember)
    }
    resolutions[id] = overloads.first.map { .function($0.function, isMember: isMember) }
    return type
  }

  private mutating func wrongArguments(
    _ id: Syntax.ID,
    _ name: String,
    _ overloads: [Overload],
    _ types: [CELType],
    isMember: Bool
  ) -> CELType? {
    let written = types.map { substitution.resolved($0).description }
    let call =
      isMember
      ? "\(written.first ?? "").\(name)(\(written.dropFirst().joined(separator: ", ")))"
      : "\(name)(\(written.joined(separator: ", ")))"
    return fault(
      "cel.argument-types",
      "there is no `\(call)`",
      at: id,
      range: syntax[id].anchor,
      help: "it is " + signatures(name, overloads)
    )
  }

  private func signatures(_ name: String, _ overloads: [Overload]) -> String {
    let written = overloads.prefix(4).map { overload in
      let parameters = overload.parameters.map(\.description)
      return overload.isMember
        ? "`\(parameters.first ?? "").\(name)(\(parameters.dropFirst().joined(separator: ", ")))`"
        : "`\(name)(\(parameters.joined(separator: ", ")))`"
    }
    return written.joined(separator: ", ") + (overloads.count > 4 ? ", …" : "")
  }

  private mutating func unknownFunction(
    _ id: Syntax.ID,
    _ name: String,
    _ target: Syntax.ID?,
    _ arguments: [Syntax.ID]
  ) -> CELType? {
    let isNamespace = target.flatMap(qualifiedName).map { isUndeclared($0.first) } ?? false
    if let target, !isNamespace { check(target) }
    for argument in arguments { check(argument) }
    resolutions[id] = .failure("there is no function `\(name)`")
    let candidates =
      Overload.all.keys.filter(isCallable).sorted() + ["has"]
      + (target == nil ? [] : Syntax.Macro.allCases.map(\.rawValue))
    return fault(
      "cel.unknown-function",
      "there is no function `\(name)`",
      at: id,
      range: syntax[id].anchor,
      help: didYouMean(name, among: candidates)
    )
  }

  private func isUndeclared(_ id: Syntax.ID) -> Bool {
    guard case .name(let name, _) = syntax[id].kind else { return false }
    return environment.declarations[name] == nil
  }

  mutating func checkRecord(
    _ id: Syntax.ID,
    _ name: String,
    _ values: [Syntax.ID]
  ) -> CELType? {
    for value in values { check(value) }
    resolutions[id] = .failure("a record is never written in an expression")
    return fault(
      "cel.record-literal",
      "a `\(name)` cannot be written here: records come from profiles only",
      at: id,
      range: syntax[id].anchor
    )
  }
}
