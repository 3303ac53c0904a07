import ProbityText
import Testing

@testable import ProbityYAML

@Suite(.enabled(if: ConformanceData.isAtHand, "the conformance cases are not at hand"))
struct SuiteTests {
  @Test func `the suite is read alike or refused`() throws {
    var refused: [String] = []
    for example in try ConformanceData.suite() {
      let events = eventNotation(of: SourceText(name: example.id, example.yaml))
      if example.error {
        #expect(events == nil, "\(example.id) is accepted though it is invalid: \(example.yaml.debugDescription)")
      } else if let events {
        #expect(events == example.events, "\(example.id) is read differently: \(example.yaml.debugDescription)")
      } else {
        refused.append(example.id)
      }
    }
    #expect(refused == [])
  }
}
