import Foundation
import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityCEL

/// Evaluates without a type check, over inputs that may be unknown or faulty.
private func evaluated(_ text: String, _ inputs: [String: Value]) -> Value? {
  var environment = Environment(catalog: TypeCatalog())
  let names = inputs.keys.sorted()
  for name in names { environment.declare(name, .dyn) }
  var found = DiagnosticList()
  let program = Program.unchecked(
    EmbeddedText(SourceText(name: "case.cel", text)),
    in: environment,
    diagnostics: &found
  )
  var evaluator = Evaluator(tree: FactTree(), bindings: names.map { inputs[$0] ?? .null })
  return program.map { evaluator.value(of: $0, in: FactView(unknownFactsOf: FactTree())) }
}

private func truth(_ value: Value?) -> Truth {
  if case .bool(let bool)? = value { return Truth(bool) }
  return .unknown
}

private func facts(_ value: Value?) -> Set<Int> {
  guard case .unknown(let facts)? = value else { return [] }
  return Set(facts.facts.map { Int($0.index) })
}

/// Where another engine's answer is not ours, and why.
private let differences: [String: String] = [
  "partial/both_unknown": "strict operators name all that they wait for, not only the first"
]

/// Residuals that do not stand for the whole: the other engine knows less, or more.
private let otherResiduals: [String: String] = [
  "prune/010": "`this.a` may yet fail, and then the whole `in` does, even over an empty list",
  "prune/012": "as prune/010: an unknown that may become a failure decides nothing",
]

@Suite struct LogicConformance {
  @Test func `and, or, not, all and any follow the truth tables`() throws {
    guard let data = try ConformanceFiles.data("logic/ternary.json") else { return }
    let cases = try JSONDecoder().decode(TernaryCase.File.self, from: data).cases
    var tally = ConformanceTally("logic/ternary")
    for test in cases {
      let names = test.operands.indices.map { "x\($0)" }
      let inputs = Dictionary(uniqueKeysWithValues: zip(names, test.operands.map(\.value)))
      let text: String
      switch test.operation {
      case "and": text = names.joined(separator: " && ")
      case "or": text = names.joined(separator: " || ")
      case "not": text = "!x0"
      case "all": text = "[\(names.joined(separator: ", "))].all(x, x)"
      default: text = "[\(names.joined(separator: ", "))].exists(x, x)"
      }
      tally.count(truth(evaluated(text, inputs)) == test.expect.truth, "\(test.id): \(text)")
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures)")
  }

  @Test func `errors and unknowns combine as the specification says`() throws {
    guard let data = try ConformanceFiles.data("logic/cel_unknown_rules.json") else { return }
    let cases = try JSONDecoder().decode(UnknownRule.File.self, from: data).cases
    var inputs: [String: Value] = [:]
    for index in 1...2 {
      let fault = EvaluationFault(message: "\(index)", span: anyFault.span)
      inputs["error\(index)"] = .error(fault)
      inputs["unknown\(index)"] = .unknown(FactSet([FactID(index)]))
    }
    var tally = ConformanceTally("logic/cel_unknown_rules")
    for test in cases {
      let text = test.expr.replacingOccurrences(of: "foo(", with: "math.greatest(")
      let value = evaluated(text, inputs)
      let isAsSpecified =
        switch value {
        case .error(let fault)?:
          test.result == "error"
            && test.oneOf.contains { $0.map(String.init).contains(fault.message) }
        case .unknown?:
          test.result == "unknown" && test.oneOf.contains { Set($0) == facts(value) }
        default: false
        }
      tally.count(isAsSpecified, "\(test.id): \(String(describing: value))")
    }
    print(tally.line)
    #expect(tally.failures.isEmpty, "\(tally.failures)")
  }

  @Test func `partly known inputs give what another engine gives, but for the listed cases`() throws
  {
    var found: Set<String> = []
    var tally = ConformanceTally("logic/partial_evaluation")
    for test in try partialCases() {
      guard let expect = test.expect else { continue }
      let value = evaluated(test.expr, test.inputs)
      let fits: Bool
      if let expected = expect.value?.celValue {
        fits = value == expected
      } else if expect.error != nil {
        if case .error? = value { fits = true } else { fits = false }
      } else if let names = expect.unknown {
        let variables = Set(names.map { String($0.prefix { $0 != "." && $0 != "[" }) })
        fits = Set(facts(value).map { test.unknown[$0].variable }) == variables
      } else {
        fits = !facts(value).isEmpty
      }
      if !fits { found.insert(test.id) }
      if !fits, differences[test.id] != nil {
        tally.skip("listed")
      } else {
        tally.count(fits, test.id)
      }
    }
    print(tally.line)
    #expect(
      found == (try partialCases().isEmpty ? [] : Set(differences.keys)),
      "\(found.sorted())"
    )
  }

  @Test func `what another engine leaves of an expression means the same as the whole`() throws {
    var found: Set<String> = []
    var tally = ConformanceTally("logic/partial_evaluation (residuals)")
    for test in try partialCases() {
      guard let residual = test.residual else { continue }
      let whole = evaluated(test.expr, test.inputs)
      let rest = evaluated(residual, test.inputs)
      let isSame: Bool
      switch (whole, rest) {
      case (.unknown?, .unknown?): isSame = facts(rest).isSubset(of: facts(whole))
      case (.error?, .error?): isSame = true
      default: isSame = whole == rest
      }
      if !isSame { found.insert(test.id) }
      if !isSame, otherResiduals[test.id] != nil {
        tally.skip("listed")
      } else {
        tally.count(isSame, test.id)
      }
    }
    print(tally.line)
    #expect(
      found == (try partialCases().isEmpty ? [] : Set(otherResiduals.keys)),
      "\(found.sorted())"
    )
  }

  private func partialCases() throws -> [PartialCase] {
    guard let data = try ConformanceFiles.data("logic/partial_evaluation.json") else { return [] }
    return try JSONDecoder().decode(PartialCase.File.self, from: data).cases
  }
}
