extension Parser {
  /// A call whose name has been read; a macro in its proper form becomes a node of its own.
  mutating func call(
    _ name: String,
    anchor: Range<Int>,
    target: Syntax.ID?,
    from start: Int
  ) -> Syntax.ID {
    advance()
    var arguments: [Syntax.ID] = []
    if !take(.closeParenthesis) {
      repeat { arguments.append(expression()) } while separator(.closeParenthesis)
    }
    let range = start..<previousEnd
    let form = CallForm(name: name, target: target, arguments: arguments)
    if let field = testedField(form) { return field.node(&self, range) }
    let macro =
      self.comprehension(form) ?? optionalMap(form) ?? binding(form) ?? blockPart(form)
    return add(
      macro ?? .call(name, target: target, arguments: arguments),
      range,
      anchor: anchor,
      over: arguments + (target.map { [$0] } ?? [])
    )
  }

  private struct CallForm {
    var name: String
    var target: Syntax.ID?
    var arguments: [Syntax.ID]
  }

  private struct TestedField {
    var operand: Syntax.ID
    var field: String
    var anchor: Range<Int>

    func node(_ parser: inout Parser, _ range: Range<Int>) -> Syntax.ID {
      parser.add(.has(operand, field: field), range, anchor: anchor, over: [operand])
    }
  }

  private func testedField(_ form: CallForm) -> TestedField? {
    guard form.target == nil, form.name == "has", form.arguments.count == 1,
      case .select(let operand, let field, isOptional: false) = syntax[form.arguments[0]].kind
    else { return nil }
    let anchor = syntax[form.arguments[0]].anchor
    return TestedField(operand: operand, field: field, anchor: anchor)
  }

  /// The name that an argument consists of, which a macro can make a variable.
  private func variable(_ id: Syntax.ID) -> String? {
    guard case .name(let name, isRooted: false) = syntax[id].kind else { return nil }
    return name
  }

  private func comprehension(_ form: CallForm) -> Syntax.Kind? {
    guard let target = form.target, let macro = Syntax.Macro(name: form.name),
      let shape = macro.shape(arguments: form.arguments.count)
    else { return nil }
    let variables = form.arguments.prefix(shape.variables).compactMap(variable)
    guard variables.count == shape.variables, Set(variables).count == variables.count else {
      return nil
    }
    let last = form.arguments[form.arguments.count - 1]
    let condition = shape.hasCondition ? form.arguments[shape.variables] : nil
    let result = macro.isTransformation ? last : nil
    return .comprehension(
      macro,
      over: target,
      variables: variables,
      condition: condition,
      result: result
    )
  }

  private func optionalMap(_ form: CallForm) -> Syntax.Kind? {
    guard let target = form.target, form.name == "optMap" || form.name == "optFlatMap",
      form.arguments.count == 2, let name = variable(form.arguments[0])
    else { return nil }
    let isFlat = form.name == "optFlatMap"
    return .optionalMap(target, variable: name, form.arguments[1], isFlat: isFlat)
  }

  private func isOfLanguage(_ form: CallForm) -> Bool {
    form.target.flatMap(variable) == "cel"
  }

  private func binding(_ form: CallForm) -> Syntax.Kind? {
    guard isOfLanguage(form), form.name == "bind", form.arguments.count == 3,
      let name = variable(form.arguments[0])
    else { return nil }
    return .bind(name, form.arguments[1], form.arguments[2])
  }

  /// What an optimizer writes: values in a block, and the names by which it refers to them.
  ///
  /// Names with an `@` are none that an author could write.
  private func blockPart(_ form: CallForm) -> Syntax.Kind? {
    guard isOfLanguage(form) else { return nil }
    let numbers = form.arguments.compactMap { id -> Int64? in
      guard case .literal(.int(let number)) = syntax[id].kind else { return nil }
      return number
    }
    switch (form.name, form.arguments.count, numbers.count) {
    case ("block", 2, _):
      guard case .list(let elements) = syntax[form.arguments[0]].kind,
        !elements.contains(where: \.isOptional)
      else { return nil }
      return .block(elements.map(\.value), form.arguments[1])
    case ("index", 1, 1): return .name("@index\(numbers[0])", isRooted: false)
    case ("iterVar", 2, 2): return .name("@it:\(numbers[0]):\(numbers[1])", isRooted: false)
    default: return nil
    }
  }
}

extension Syntax.Macro {
  /// How a number of arguments is divided up, or nil if the macro has no such form.
  func shape(arguments count: Int) -> (variables: Int, hasCondition: Bool)? {
    switch (self, count) {
    case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2): (1, true)
    case (.all, 3), (.exists, 3), (.existsOne, 3): (2, true)
    case (.map, 2): (1, false)
    case (.map, 3): (1, true)
    case (.transformList, 3), (.transformMap, 3), (.transformMapEntry, 3): (2, false)
    case (.transformList, 4), (.transformMap, 4), (.transformMapEntry, 4): (2, true)
    default: nil
    }
  }
}
