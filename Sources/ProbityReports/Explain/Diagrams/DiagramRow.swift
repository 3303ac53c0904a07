import Probity
import ProbityText

/// One row of a condition's text with the values that stand under it.
struct DiagramRow {
  /// A value and the column, from 0, that it belongs to.
  struct Mark {
    var column: Int
    var words: String
  }

  var text: String
  var marks: [Mark]

  /// The row, then lines that lead from each value up to what it is the value of.
  ///
  /// From right to left, each line takes as many values as there is room for.
  func lines(width: Int) -> [String] {
    var lines = [text]
    var waiting = distinct.sorted { $0.column < $1.column }
    if !waiting.isEmpty { lines.append(Self.line(bars: waiting.map(\.column), [])) }
    while let last = waiting.popLast() {
      var placed = [Placed(last, width: width)]
      while let next = waiting.last {
        let candidate = Placed(next, width: width)
        // One column stays free, and no value may stand where a line has to pass.
        guard candidate.end < placed[0].start, candidate.start == next.column else { break }
        placed.insert(candidate, at: 0)
        waiting.removeLast()
      }
      lines.append(Self.line(bars: waiting.map(\.column), placed))
    }
    return lines
  }

  /// Values of one column on one line, outermost last.
  private var distinct: [Mark] {
    var kept: [Mark] = []
    for mark in marks {
      if let place = kept.firstIndex(where: { $0.column == mark.column }) {
        kept[place].words += "; " + mark.words
      } else {
        kept.append(mark)
      }
    }
    return kept
  }

  private struct Placed {
    var start: Int
    var words: String
    var end: Int { start + displayWidth(of: words) }

    /// Begins under its column, or further left where the page would end before the words do.
    init(_ mark: Mark, width: Int) {
      words = mark.words
      start = max(0, min(mark.column, width - displayWidth(of: mark.words)))
    }
  }

  private static func line(bars: [Int], _ placed: [Placed]) -> String {
    var line = ""
    var column = 0
    func advance(to next: Int) {
      line += String(repeating: " ", count: max(0, next - column))
      column = max(column, next)
    }
    let first = placed.first?.start ?? Int.max
    for bar in bars where bar < first {
      advance(to: bar)
      line += "|"
      column += 1
    }
    for item in placed {
      advance(to: item.start)
      line += item.words
      column = item.end
    }
    return line
  }
}
