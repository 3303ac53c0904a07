package import Probity
import ProbityCEL
import ProbityText

/// What an expression came to, as a terminal shows it.
package enum InquiryText {
  /// The value and, unless it is to be plain, each fact that it waits for.
  package static func text(_ answer: InquiryAnswer, isPlain: Bool, width: Int = 80) -> String {
    var text = answer.text + "\n"
    if let diagram = answer.diagram {
      let lines = DiagramText.lines(of: diagram, width: width)
      text += "\n" + lines.map { $0 + "\n" }.joined() + "\n"
    }
    guard !isPlain, answer.isOpen else { return text }
    if answer.openFacts.isEmpty {
      text += "no fact would settle it: imprecise dates overlap\n"
    } else {
      text += "waits for:\n"
      for fact in answer.openFacts { text += "  " + escapedForDisplay(line(fact)) + "\n" }
    }
    if !answer.isExact { text += "it may be less open than this says: not all cases were tried\n" }
    return text
  }

  private static func line(_ fact: InquiryAnswer.OpenFact) -> String {
    let path: String
    switch fact.kind {
    case .value: path = fact.path
    case .closure: path = fact.path + " (complete)"
    case .existence: path = fact.path + " (exists)"
    }
    guard let gap = fact.gap, let terms = fact.terms else { return path }
    return path + ": " + gap.words(on: terms)
  }
}
