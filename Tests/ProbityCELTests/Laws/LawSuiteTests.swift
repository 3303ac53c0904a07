import Foundation
import ProbityTestSupport
import Testing

@testable import ProbityCEL

/// How many cases each law is tried on, and from which seed: `Tests/Laws/run` asks for more.
private let plan: (cases: Int, seed: UInt64) = {
  let environment = ProcessInfo.processInfo.environment
  return (
    environment["PROBITY_LAW_CASES"].flatMap(Int.init) ?? 300,
    environment["PROBITY_LAW_SEED"].flatMap(UInt64.init) ?? 1
  )
}()

@Test(arguments: Law.all)
func `a law of conditions holds in every generated case`(law: Law) throws {
  let found = try Trial(law: law, seed: plan.seed, cases: plan.cases).breach()
  print("\(law.name): \(plan.cases) cases, seed \(plan.seed)")
  #expect(found == nil, "\(found ?? "")")
}

@Test(arguments: Law.all)
func `each law catches the mistake that it is there for`(law: Law) throws {
  let found = try Trial(law: law, seed: 1, cases: 1500, planted: law.control).breach()
  #expect(found != nil, "\(law.control)")
}

@Test(arguments: Machine.Defect.allCases)
func `the semantics that other engines get wrong are caught`(defect: Machine.Defect) throws {
  var caught: [String] = []
  for law in Law.knowledge.prefix(3) {
    let trial = Trial(law: law, seed: 1, cases: 1500, defect: defect)
    if try trial.breach() != nil { caught.append(law.name) }
  }
  #expect(caught.contains("an answer is that of every completion"), "\(defect): \(caught)")
}
