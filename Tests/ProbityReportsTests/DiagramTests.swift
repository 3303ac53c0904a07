import Probity
import ProbityReports
import ProbityText
import Testing

/// What stands under a condition, as it is drawn.
@Suite struct DiagramTests {
  /// A diagram of a text in which marks such as `①` stand before what a value belongs to.
  private func lines(
    _ marked: String,
    _ labels: [ValueDiagram.Label],
    width: Int = 80,
    language: String = "en"
  ) -> [String] {
    var (text, offsets) = ("", [Int]())
    for character in marked {
      if "①②③④".contains(character) {
        offsets.append(text.utf8.count)
      } else {
        text.append(character)
      }
    }
    let parts = zip(offsets, labels).map { offset, label in
      ValueDiagram.Part(
        range: offset..<(offset + 1),
        anchor: offset..<(offset + 1),
        label: label,
        isWhole: false
      )
    }
    let diagram = ValueDiagram(
      text: EmbeddedText(SourceText(name: "text", text)),
      parts: parts
    )
    return DiagramText.lines(of: diagram, width: width, language: language)
  }

  @Test func `each value stands under its own part`() {
    #expect(
      lines("①a.②b ③== 1", [.value("thing"), .value("2"), .value("false")]) == [
        "a.b == 1",
        "| | |",
        "| 2 false",
        "thing",
      ]
    )
  }

  @Test func `values that would run into each other stand on lines of their own`() {
    #expect(
      lines("①a②b③c", [.value("long"), .value("longer"), .value("x")]) == [
        "abc", "|||", "||x", "|longer", "long",
      ]
    )
  }

  @Test func `what is unknown says why, and how many facts it waits for`() {
    let gaps = ValueDiagram.Gap.allCases.map { gap in
      lines("①a", [.unknown(gap, facts: 1)]).last ?? ""
    }
    #expect(
      gaps == [
        "unknown: not answered", "unknown: declined", "unknown: below the standard",
        "unknown: too old", "unknown: conflicting", "unknown: imprecise dates",
      ]
    )
    #expect(lines("①a", [.unknown(.declined, facts: 3)]).last == "unknown: declined (3 facts)")
    let french = lines("①a", [.unknown(.stale, facts: 2)], language: "fr").last
    #expect(french == "inconnu: trop ancien (2 faits)")
    let spanish = lines("①a", [.unknown(.notAnswered, facts: 1)], language: "es").last
    #expect(spanish == "desconocido: sin respuesta")
  }

  @Test func `a field that is none and a failure are told apart`() {
    #expect(lines("①a", [.none]).last == "none")
    #expect(lines("①a", [.failed("division by zero")]).last == "error: division by zero")
  }

  @Test func `a condition of several lines keeps them`() {
    #expect(
      lines("①a &&\n  ②b", [.value("true"), .value("false")]) == [
        "a &&", "|", "true", "  b", "  |", "  false",
      ]
    )
  }

  @Test func `wide characters take two columns, and combining marks none`() {
    #expect(
      lines("n == \"阿里\" ①&& e\u{301} ②|| c", [.value("x"), .value("y")]) == [
        "n == \"阿里\" && e\u{301} || c", "            |    |", "            x    y",
      ]
    )
  }

  @Test func `what a stranger wrote is made harmless, in text and value`() {
    let shown = lines("\"\u{1b}[31m\" ①== a", [.value("\u{202e}x")])
    #expect(shown[0] == "\"\\u{1b}[31m\" == a")
    #expect(shown.last == String(repeating: " ", count: 13) + "\\u{202e}x")
  }

  @Test func `long rows are broken at blanks, long values cut`() {
    let shown = lines(
      "aaaaaaaaaaaaaaaaaaa && bbbbbbbbbbbbbbbbbbbbb && ①ccccccc",
      [.value(String(repeating: "v", count: 90))],
      width: 60
    )
    #expect(shown.first == "aaaaaaaaaaaaaaaaaaa &&")
    #expect(shown.allSatisfy { displayWidth(of: $0) <= 60 })
    #expect(shown.last?.hasSuffix("…") == true)
  }

  @Test func `a value near the edge begins further left`() {
    let shown = lines("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ①c", [.value("a long value")], width: 40)
    #expect(shown.last == String(repeating: " ", count: 28) + "a long value")
  }

  @Test func `a text without a known part is shown all the same`() {
    #expect(lines("a && b", []) == ["a && b"])
  }
}
