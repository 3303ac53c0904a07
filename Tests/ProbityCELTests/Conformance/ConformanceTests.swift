import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

private enum Outcome: Hashable {
  case passed
  case failed(String)
  /// Out of scope, for the reason that its tags give.
  case skipped(String)
}

private func environment(of test: ConformanceCase) -> (Environment, [Value])? {
  var environment = Environment(catalog: TypeCatalog())
  environment.container = test.container ?? ""
  var bindings: [Value] = []
  for declaration in test.typeEnv ?? [] {
    for overload in declaration.overloads ?? [] {
      guard let result = overload.result.type else { return nil }
      let parameters = overload.params.compactMap(\.type)
      environment.declareFunction(
        declaration.name,
        parameters,
        result,
        isMember: overload.isMember
      )
    }
    guard declaration.kind == "ident" else { continue }
    guard let type = declaration.type?.type else { return nil }
    environment.declare(declaration.name, type)
    guard let value = test.bindings?[declaration.name] else {
      bindings.append(.null)
      continue
    }
    guard let value = value.celValue else { return nil }
    bindings.append(value)
  }
  return (environment, bindings)
}

private func outcome(of test: ConformanceCase) -> Outcome {
  guard test.scope == "in" else {
    return .skipped(test.tags.first { $0.hasPrefix("proto-") || $0 == "ext-network" } ?? test.scope)
  }
  guard let (environment, bindings) = environment(of: test) else {
    return .failed("its declarations are not understood")
  }
  let text = EmbeddedText(SourceText(name: "case.cel", test.expr))
  var found = DiagnosticList()
  let program =
    test.disableCheck == true
    ? Program.unchecked(text, in: environment, diagnostics: &found)
    : Program.compile(text, expecting: .dyn, in: environment, diagnostics: &found)
  guard let program else { return judged(found.sorted, test) }
  if let typed = test.expect.typed, program.type != typed.type.type {
    return .failed("its type is \(program.type)")
  }
  if test.checkOnly == true { return .passed }
  var evaluator = Evaluator(tree: FactTree(), bindings: bindings, zones: ConformanceFiles.zones)
  return judged(evaluator.value(of: program, in: FactView(unknownFactsOf: FactTree())), test)
}

private func judged(_ found: [Diagnostic], _ test: ConformanceCase) -> Outcome {
  test.expect.error != nil ? .passed : .failed(found.map(\.message).joined(separator: "; "))
}

private func judged(_ value: Value, _ test: ConformanceCase) -> Outcome {
  if case .error(let fault) = value {
    return test.expect.error != nil ? .passed : .failed("fails: \(fault.message)")
  }
  guard let expected = test.expect.value ?? test.expect.typed?.value else {
    return .failed("\(value) instead of an error")
  }
  return isSame(value, expected) ? .passed : .failed("\(value)")
}

private func isSame(_ value: Value, _ expected: JSONValue) -> Bool {
  switch (value, expected) {
  case (.type(let type), .type(let name)): return typeName(type) == name
  case (.list(let list), .list(let items)):
    return list.isPlain && list.count == items.count && zip(list.values, items).allSatisfy(isSame)
  case (.map(let map), .map(let pairs)):
    return map.keys.count == pairs.count
      && pairs.allSatisfy { pair in
        pair[0].celValue.flatMap { map.value(for: $0) }.map { isSame($0, pair[1]) } ?? false
      }
  case (.double(let value), .value(.double(let expected))):
    return value == expected || (value.isNaN && expected.isNaN)
  case (_, .value(let expected)): return value == expected
  case (_, .list), (_, .map), (_, .type), (_, .optional), (_, .other): return false
  }
}

@Suite struct Conformance {
  @Test(arguments: ConformanceFiles.names)
  func `every case in scope gives the specified result`(file: String) throws {
    var tally = ConformanceTally("cel/\(file)")
    for test in try ConformanceFiles.cases(file) {
      switch outcome(of: test) {
      case .passed: tally.count(true, "")
      case .failed(let why): tally.count(false, "\(test.id): \(test.expr): \(why)")
      case .skipped(let why): tally.skip(why)
      }
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures.joined(separator: "\n"))")
  }

  @Test(arguments: ConformanceFiles.names)
  func `every expression that is no error parses, and prints as one with the same tree`(
    file: String
  ) throws {
    for test in try ConformanceFiles.cases(file) where test.expect.error == nil {
      let first = parsed(test.expr)
      #expect(first.diagnostics.isEmpty, "\(test.id): \(test.expr)")
      let again = parsed(Printer(first.syntax).text)
      #expect(again.diagnostics.isEmpty, "\(test.id): \(Printer(first.syntax).text)")
      #expect(shape(again.syntax) == shape(first.syntax), "\(test.id)")
    }
  }
}
