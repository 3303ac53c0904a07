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
      let overloads = overloads(of: "\(prefix.name).\(name)")
    {
      return call(id, "\(prefix.name).\(name)", overloads, arguments, isMember: false)
    }
    guard let overloads = overloads(of: name) else {
      return unknownFunction(id, name, target, arguments)
    }
    let operands = (target.map { [$0] } ?? []) + arguments
    return call(id, name, overloads, operands, isMember: target != nil)
  }

  /// The signatures of a function; operators have names too, which nobody can write.
  private func overloads(of name: String) -> [Overload]? {
    let declared = environment.functions[name] ?? []
    let built = isCallable(name) ? Overload.all[name] ?? [] : []
    return declared.isEmpty && built.isEmpty ? nil : declared + built
  }

  /// How a macro is written, if a call in another form has the name of one.
  private func macroUsage(_ name: String, _ target: Syntax.ID?) -> String? {
    guard let target else {
      return name == "has" ? "one field, such as `has(product.name)`" : nil
    }
    if case .name("cel", isRooted: false) = syntax[target].kind {
      return ["bind": "a name, a value and a result, such as `cel.bind(x, …, …)`"][name]
    }
    if name == "optMap" || name == "optFlatMap" {
      return "a name and a result, such as `\(name)(x, …)`"
    }
    guard let macro = Syntax.Macro(name: name) else { return nil }
    let last = macro.isTransformation ? "a result" : "a condition"
    return macro.shape(arguments: 2) == nil
      ? "two names and \(last), such as `\(name)(i, x, …)`"
      : "a name and \(last), such as `\(name)(x, …)`"
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
    let known = checked.compactMap { $0 }
    guard known.count == operands.count else { return nil }
    let fitting = overloads.filter {
      $0.isMember == isMember && $0.parameters.count == operands.count
    }
    let types = adopted(operands, known, by: fitting)
    let found = result(of: fitting, types) ?? extremum(overloads.first?.function, types)
    guard let type = found, !comparesCodes(overloads.first?.function, types) else {
      return wrongArguments(id, name, overloads, operands, types, isMember: isMember)
    }
    guard let function = overloads.first?.function else {
      resolutions[id] = .failure("`\(name)` has no implementation")
      return type
    }
    resolutions[id] = .function(function, isMember: isMember)
    checkLiterals(function, operands)
    // Codes that are sorted stay codes.
    return function == .sort && holdsEnumeration(types[0]) ? types[0] : type
  }

  /// Whether codes would be compared with other texts, among which none of them can be.
  private func comparesCodes(_ function: Function?, _ types: [CELType]) -> Bool {
    guard function == .setContains || function == .setIntersects || function == .setEquivalent
    else { return false }
    let lists = types.map(substitution.resolved)
    return lists.contains(where: holdsEnumeration) && lists.contains(.list(.string))
  }

  /// `math.greatest` and `math.least` of several numbers, or of a list of unlike ones.
  private mutating func extremum(_ function: Function?, _ types: [CELType]) -> CELType? {
    guard function == .greatest || function == .least, !types.isEmpty else { return nil }
    if types.count == 1 { return accepts(types[0], as: .list(.dyn)) ? .dyn : nil }
    var common: CELType?
    for type in types {
      guard let number = [CELType.int, .uint, .double].first(where: { accepts(type, as: $0) })
      else { return nil }
      let known = type == .dyn ? .dyn : number
      common = common == nil || common == known ? known : .dyn
    }
    return common
  }

  /// What a literal argument spells is checked at once, rather than when it is needed.
  private mutating func checkLiterals(_ function: Function, _ operands: [Syntax.ID]) {
    guard let last = operands.last, case .literal(let value) = syntax[last].kind,
      case .string(let text) = value
    else { return }
    switch function {
    case .matches where operands.count == 2:
      do { _ = try Pattern(text.description) } catch {
        _ = fault(
          "cel.bad-pattern",
          "the pattern is no regular expression: \(error.reason)",
          at: last,
          help: "patterns are written as for RE2, which has no look-around or back-references"
        )
      }
    case .toDate, .toTimestamp, .toDuration:
      if case .failure(let failure) = converted(function, value) {
        _ = fault("cel.bad-literal", failure.message, at: last)
      }
    default: break
    }
  }

  private mutating func wrongArguments(
    _ id: Syntax.ID,
    _ name: String,
    _ overloads: [Overload],
    _ operands: [Syntax.ID],
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
      help: "it is " + signatures(name, overloads),
      notes: operands.flatMap(declarationNotes)
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
      (Overload.all.keys.filter(isCallable) + environment.functions.keys).sorted() + ["has"]
      + (target == nil ? [] : Syntax.Macro.allCases.map(\.rawValue) + ["optMap", "optFlatMap"])
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
