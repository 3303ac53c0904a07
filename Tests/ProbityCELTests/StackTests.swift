import Foundation
import ProbityText
import Testing

@testable import ProbityCEL

@Test(arguments: [
  String(repeating: "(", count: 96) + "true" + String(repeating: ")", count: 96),
  String(repeating: "!", count: 96) + "true",
  String(repeating: "true ? true : ", count: 96) + "true",
  String(repeating: "[1].exists(x, ", count: 48) + "true" + String(repeating: ")", count: 48),
  String(repeating: "[", count: 96) + String(repeating: "]", count: 96) + " == [] || true",
])
func `the deepest text that is read needs no more than a megabyte of stack`(text: String) {
  let company = Company()
  let finished = DispatchSemaphore(value: 0)
  nonisolated(unsafe) var truth: Truth?
  let thread = Thread {
    if let program = compiled(text).program {
      var evaluator = Evaluator(tree: company.tree, bindings: company.bindings)
      unsafe truth = evaluator.truth(of: program, in: company.view).truth
    }
    finished.signal()
  }
  thread.stackSize = 1 << 20
  thread.start()
  finished.wait()
  #expect(unsafe truth == .yes)
}
