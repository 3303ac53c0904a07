import ProbityText
import Testing

@testable import ProbityCEL

/// A condition, what is known (`path=value`, `path=none`), and what must come of it.
struct TruthCase: CustomTestStringConvertible, Sendable {
  var text: String
  var known: String
  var truth: Truth
  var waitsFor: Set<String>

  init(_ text: String, _ known: String, _ truth: Truth, _ waitsFor: Set<String> = []) {
    (self.text, self.known, self.truth, self.waitsFor) = (text, known, truth, waitsFor)
  }

  var testDescription: String { "\(text) where \(known)" }
}

/// Products A and B of three; whether the third is there is unknown unless said.
let pairOfProducts = "products.0=true products.1=true products=true products.2=false "
let threeProducts = "products.0=true products.1=true products.2=true products=true "

func check(_ test: TruthCase) throws {
  var company = Company()
  for entry in test.known.split(separator: " ") {
    let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
    if parts[1] == "none" {
      company.rule(out: parts[0])
    } else {
      company.know(parts[0], value(parts[1]))
    }
  }
  let evaluation = try company.evaluation(test.text)
  #expect(evaluation.truth == test.truth)
  #expect(evaluation.waitsFor == FactSet(test.waitsFor.map { company.fact($0) }))
}

private func value(_ text: String) -> Value {
  if text == "true" || text == "false" { return .bool(text == "true") }
  if let number = Int64(text), text.utf8.count < 4 { return .int(number) }
  return PartialDate(text).map(Value.date) ?? .string(text)
}
