import BenchmarkData
import Foundation

/// Whether the answers are those of the reference, before anything is timed.
struct Agreement {
  /// No answer is wrong at any level, and at level 2, which all facts that rules ask for reach,
  /// every answer is definite.
  let isComplete: Bool

  init(_ benchmark: BenchmarkCase) {
    var isComplete = true
    for level in [UInt8(2), 3, 4, 5] {
      let answers = benchmark.answers(atLevel: level)
      // On standard error: a peer reads the rest.
      let line =
        "facts from level \(level): \(answers.right) right, \(answers.wrong) wrong, "
        + "\(answers.undetermined) undetermined, \(answers.faults) failed\n"
      FileHandle.standardError.write(Data(line.utf8))
      if answers.wrong + answers.faults > 0 { isComplete = false }
      if level == 2, answers.undetermined > 0 { isComplete = false }
      // Rules that facts below the standard don't hold up would be measured for nothing.
      if level > 2, answers.undetermined == 0 { isComplete = false }
    }
    self.isComplete = isComplete
  }
}
